import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';
import type { CaseFolder, FolderAnswer } from '../../ports/case-folder.ts';
import type { RawFile } from '../../ports/document-reader.ts';
import { decode } from '../text/decode.ts';

const pageName = 'case.yaml';

/** Most files and folders that a folder is searched for: ten times what a filing may have. */
export const mostEntries = 10_000;

/** Most bytes of all papers together: what a bundle can hold. */
export const mostBytes = 500_000_000;

/** Folders of papers on this machine. Links are not followed: a filing holds what it holds. */
export function filesystemCaseFolder(): CaseFolder {
  return {
    async read(path, largest) {
      try {
        return await readFolder(path, largest);
      } catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        return refused({ rule: 'IN7', at: [path], says: `${path} cannot be read (${why}).` });
      }
    },
  };
}

async function readFolder(path: string, largest: number): Promise<FolderAnswer> {
  const names = await namesBelow(path);
  if (names === null) {
    return refused(tooMuch(path, `more than ${mostEntries} files and folders`));
  }
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (await stat(join(path, name))).size);
  const large = [...sizes].filter(([, size]) => size > largest);
  if (large.length > 0) {
    return refused(...large.map(([name, size]) => tooLarge(name, size, largest)));
  }
  if ([...sizes.values()].reduce((sum, size) => sum + size, 0) > mostBytes) {
    return refused(tooMuch(path, `more than ${mostBytes / 1_000_000} MB`));
  }

  const files: RawFile[] = [];
  for (const name of names) {
    files.push({ name, bytes: new Uint8Array(await readFile(join(path, name))) });
  }
  const page = files.find(({ name }) => name === pageName);
  const papers = files.filter((file) => file !== page);
  if (page === undefined) return { kind: 'read', files: papers, casePage: null };
  const decoded = decode(page.bytes);
  return decoded === null
    ? refused({ rule: 'IN1', at: [pageName], says: `${pageName} is not text.` })
    : { kind: 'read', files: papers, casePage: { name: pageName, text: decoded.text } };
}

/** Names of the files below a folder, sorted; `null` where there are more than anybody files. */
async function namesBelow(path: string): Promise<readonly string[] | null> {
  const names: string[] = [];
  const folders = [''];
  let seen = 0;
  for (const folder of folders) {
    for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      seen += 1;
      if (seen > mostEntries) return null;
      if (entry.isDirectory()) folders.push(`${folder}${entry.name}/`);
      else if (entry.isFile()) names.push(`${folder}${entry.name}`);
    }
  }
  return names.toSorted((one, other) => (one < other ? -1 : 1));
}

function tooMuch(path: string, what: string): Refusal {
  return { rule: 'IN6', at: [path], says: `${path} holds ${what}, too much for one filing.` };
}

function tooLarge(name: string, size: number, largest: number): Refusal {
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
  const says = `${name} is too large: ${megabytes(size)} MB; the limit is ${megabytes(largest)} MB.`;
  return { rule: 'DOC2', at: [name], says };
}

function refused(...refusals: Refusal[]): FolderAnswer {
  return { kind: 'refused', refusals };
}
