import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';
import type { CaseFolder, FolderAnswer } from '../../ports/case-folder.ts';
import type { RawFile } from '../../ports/document-reader.ts';

const pageName = 'case.yaml';

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
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .toSorted((one, other) => (one < other ? -1 : 1));
  const files: RawFile[] = [];
  const refusals: Refusal[] = [];
  for (const name of names) {
    const { size } = await stat(join(path, name));
    if (size > largest) {
      const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
      const says = `${name} is too large: ${megabytes(size)} MB; the limit is ${megabytes(largest)} MB.`;
      refusals.push({ rule: 'DOC2', at: [name], says });
    } else {
      files.push({ name, bytes: new Uint8Array(await readFile(join(path, name))) });
    }
  }
  if (refusals.length > 0) return refused(...refusals);
  const page = files.find(({ name }) => name === pageName);
  return {
    kind: 'read',
    files: files.filter((file) => file !== page),
    casePage:
      page === undefined
        ? null
        : { name: pageName, text: new TextDecoder('utf-8').decode(page.bytes) },
  };
}

function refused(...refusals: Refusal[]): FolderAnswer {
  return { kind: 'refused', refusals };
}
