import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { documentReaders } from '../adapters/reading/document-readers.ts';
import { readCommand } from './read.ts';

async function run(args: readonly string[], color = false) {
  const { context, out, err, codes } = capturedIo({ color });
  await readCommand(context, { readers: documentReaders() }).parseAsync([...args], {
    from: 'user',
  });
  return { out, err, code: codes[0] };
}

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await mkdtemp(join(tmpdir(), 'read-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return (name: string) => join(folder, name);
}

const thread = `# Messages with Orla

- 2026-03-10 09:12 Peter:
  I paid $500 under article 3 of Ley N° 19.628.

___

- 2026-03-10 09:13 Orla:
  Good.
- 2026-03-10 09:14 Peter:
  Fine.
`;

describe('court read', () => {
  test('prints kind, passages, speakers and what is named', async () => {
    const path = await folderWith({ 'thread.md': thread });
    const { out, code } = await run([path('thread.md')]);
    expect(out).toEqual([
      'thread.md',
      '  message-thread (strong), English, 1 page, 5 passages, markdown',
      '    ¶1 p. 1  [# Messages with Orla]',
      '  # Messages with Orla',
      '    ¶2 p. 1  Peter, 2026-03-10T09:12: - 2026-03-10 09:12 Peter: I paid $500 under article 3 of Ley N° 19.628.',
      '    ¶3 p. 1  [___]',
      '    ¶4 p. 1  Orla, 2026-03-10T09:13: - 2026-03-10 09:13 Orla: Good.',
      '    ¶5 p. 1  Peter, 2026-03-10T09:14: - 2026-03-10 09:14 Peter: Fine.',
      '  people: Peter',
      '  dates: 2026-03-10',
      '  amounts: $500',
      '  norms: article 3 of Ley N° 19.628',
      '',
    ]);
    expect(code).toBe(0);
  });

  test('--json prints one array with the canonical text, --text the text alone', async () => {
    const path = await folderWith({ 'a.txt': 'One  two.', 'b.txt': '' });
    const { out, err, code } = await run([path('a.txt'), path('b.txt'), '--json']);
    expect(JSON.parse(out.join('\n'))).toMatchObject([
      { name: 'a.txt', text: 'One two.', pages: [{ n: 1 }], passages: [{ n: 1 }] },
      { name: 'b.txt', refusals: [{ rule: 'DOC1' }] },
    ]);
    expect(err).toEqual(['DOC1: b.txt is empty.']);
    expect(code).toBe(1);
    expect(await run([path('a.txt'), '--text'])).toEqual({ out: ['One two.'], err: [], code: 0 });
  });

  test('a refused file stops no other', async () => {
    const path = await folderWith({ 'a.png': '\x89PNG....', 'b.txt': 'Words.' });
    await writeFile(path('a.png'), Buffer.from('\x89PNG....', 'latin1'));
    const { out, err, code } = await run([path('a.png'), path('b.txt')]);
    expect(err).toEqual([
      'DOC3: a.png is a picture (PNG); the court reads PDF, DOCX, e-mail, Markdown and text.',
    ]);
    expect(out[0]).toBe('b.txt');
    expect(code).toBe(1);
  });

  test('a file of 200 MB is refused by its size alone', async () => {
    const path = await folderWith({ 'large.txt': 'x' });
    await truncate(path('large.txt'), 200_000_000);
    expect(await run([path('large.txt')])).toEqual({
      out: [],
      err: ['DOC2: large.txt is too large: 200.0 MB; the limit is 50.0 MB.'],
      code: 1,
    });
  });

  test('no such file, a folder and two ways to print are bad use', async () => {
    const path = await folderWith({ 'a.txt': 'Words.' });
    const { err, code } = await run([path('none.txt'), path('.')]);
    expect(err).toEqual([
      `${path('none.txt')} cannot be read: there is no such file.`,
      `${path('.')} cannot be read: it is a folder.`,
    ]);
    expect(code).toBe(2);
    expect(await run([path('a.txt'), '--json', '--text'])).toEqual({
      out: [],
      err: ['--json and --text exclude each other.'],
      code: 2,
    });
  });

  test('what came with an e-mail is read too, down to a depth, and what is refused is told', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'From: orla@example.org\nSubject: innermost\n\nThe rent is due.'
        : [
            `From: orla@example.org\nSubject: mail ${depth}\nMIME-Version: 1.0`,
            `Content-Type: multipart/mixed; boundary=b${depth}\n`,
            `--b${depth}\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=m${depth}.eml\n`,
            `${nested(depth - 1)}`,
            `--b${depth}\nContent-Type: text/plain\nContent-Disposition: attachment; filename=empty.txt\n`,
            `--b${depth}--\n`,
          ].join('\n');
    const path = await folderWith({ 'a.eml': nested(6) });
    const { out, code } = await run([path('a.eml'), '--json']);
    const read: { name: string; warnings: string[] }[] = JSON.parse(out.join('\n'));
    expect(read.map(({ name }) => name)).toEqual(['a.eml', 'm6.eml', 'm5.eml', 'm4.eml']);
    expect(read[0]?.warnings).toContain('Attachment left out, DOC1: empty.txt is empty.');
    expect(read[3]?.warnings).toContain(
      'm3.eml lies too deep inside other e-mails and was left out.',
    );
    expect(code).toBe(0);
  });

  test('on a terminal the numbers are coloured, and warnings stand out', async () => {
    const path = await folderWith({ 'a.pdf': 'No PDF.' });
    const { out } = await run([path('a.pdf')], true);
    expect(out.join('\n')).toContain('\u001B[33m  ! a.pdf is not what its name says');
  });
});
