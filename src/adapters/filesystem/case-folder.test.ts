import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesystemCaseFolder, mostBytes, mostEntries } from './case-folder.ts';

const largest = 1_000;

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'case-folder-'));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

const read = (path: string, most = largest) => filesystemCaseFolder().read(path, most);

async function namesIn(path: string): Promise<readonly string[]> {
  const answer = await read(path);
  return answer.kind === 'read' ? answer.files.map(({ name }) => name) : [];
}

describe('a folder of papers', () => {
  test('[CF1] files come sorted by name, with a slash between folders', async () => {
    const path = await folderOf({ 'b.txt': 'b', 'annex/z.txt': 'z', 'a.txt': 'a' });
    expect(await namesIn(path)).toEqual(['a.txt', 'annex/z.txt', 'b.txt']);
  });

  test('[CF1] what is hidden and what only leads elsewhere is no paper', async () => {
    const path = await folderOf({ 'a.txt': 'a', '.DS_Store': 'x', '.git/config': 'x' });
    await symlink('/etc/hostname', join(path, 'link.txt'));
    expect(await namesIn(path)).toEqual(['a.txt']);
  });

  test('[CF2] the page of the case is apart, and read in whatever encoding it has', async () => {
    const caption = 'caption: Ñandú contra Gómez\n';
    for (const bytes of [
      caption,
      Buffer.from(caption, 'latin1'),
      Buffer.from(`\uFEFF${caption}`, 'utf16le'),
    ]) {
      const answer = await read(await folderOf({ 'case.yaml': bytes, 'annex/case.yaml': 'x: 1' }));
      expect(answer).toMatchObject({
        files: [{ name: 'annex/case.yaml' }],
        casePage: { name: 'case.yaml', text: caption },
      });
    }
    expect(await read(await folderOf({ 'a.txt': 'a' }))).toMatchObject({ casePage: null });
  });

  test('[CF2] a page of the case that is no text is refused by name', async () => {
    const path = await folderOf({ 'case.yaml': new Uint8Array(64) });
    expect(await read(path)).toMatchObject({ refusals: [{ rule: 'IN1', at: ['case.yaml'] }] });
  });

  test('[CF3] a folder that cannot be read is refused, and so is a file in its place', async () => {
    const path = await folderOf({ 'a.txt': 'a' });
    for (const wrong of [join(path, 'none'), join(path, 'a.txt')]) {
      const answer = await read(wrong);
      expect(answer).toMatchObject({ refusals: [{ rule: 'IN7', at: [wrong] }] });
    }
  });

  test('[CF3] files that are too large are refused by name, every one of them', async () => {
    const path = await folderOf({ 'a.txt': 'a', 'b.txt': 'b'.repeat(1_001), 'c.txt': 'c' });
    await truncate(join(path, 'c.txt'), 200_000_000);
    expect(await read(path)).toMatchObject({
      refusals: [
        { rule: 'DOC2', at: ['b.txt'] },
        { rule: 'DOC2', at: ['c.txt'], says: expect.stringContaining('200.0 MB') as string },
      ],
    });
  });

  test('[CF4] a folder of more files or bytes than any filing is refused unread', async () => {
    const papers = Array.from({ length: mostEntries + 1 }, (_, n) => [`${n}.txt`, ''] as const);
    const many = await folderOf(Object.fromEntries(papers));
    expect(await read(many)).toMatchObject({ refusals: [{ rule: 'IN6', at: [many] }] });

    const heavy = await folderOf({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
    for (const name of ['a.txt', 'b.txt']) await truncate(join(heavy, name), mostBytes / 2);
    expect(await read(heavy, mostBytes)).toMatchObject({
      refusals: [{ rule: 'IN6', at: [heavy], says: expect.stringContaining('500 MB') as string }],
    });
  });
});
