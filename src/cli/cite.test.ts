import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { decode } from '../adapters/text/decode.ts';
import { citeCommand } from './cite.ts';

async function run(args: readonly string[], stdin = '') {
  const { context, out, err, codes } = capturedIo({ stdin });
  await citeCommand(context, { decode }).parseAsync([...args], { from: 'user' });
  return { out, err, code: codes[0] };
}

async function fileWith(content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'cite-')), 'brief.txt');
  await writeFile(file, content);
  return file;
}

describe('court cite', () => {
  test('prints one line for each citation, with its offsets', async () => {
    const file = await fileWith('See 12 F.3d 34. Id. at 36.');
    const { out, code } = await run([file]);
    expect(out).toEqual([
      '4-14   FullCaseCitation  12 F.3d 34  volume=12 reporter=F.3d page=34',
      '16-25  IdCitation        Id. at 36',
    ]);
    expect(code).toBe(0);
  });

  test('prints JSON from standard input', async () => {
    const { out, code } = await run(['-', '--json'], 'el artículo 12 de la Ley N° 19.628');
    expect(JSON.parse(out.join('\n'))).toEqual([
      {
        type: 'NormCitation',
        groups: { work: 'ley-19628', article: '12' },
        start: 3,
        end: 34,
        text: 'artículo 12 de la Ley N° 19.628',
        meta: {},
      },
    ]);
    expect(code).toBe(0);
  });

  test('nothing found is an answer', async () => {
    expect(await run(['-'], 'No law here.')).toEqual({ out: ['No citations.'], err: [], code: 0 });
    expect((await run(['-', '--json'], '')).out).toEqual(['[]']);
  });

  test('makes the text ready by the steps named', async () => {
    const { out } = await run(['-', '--clean', 'html, all_whitespace'], '<p>12 F.3d\n\n34');
    expect(out).toEqual(['3-14  FullCaseCitation  12 F.3d 34  volume=12 reporter=F.3d page=34']);
  });

  test('a step that there is not is bad use', async () => {
    const { err, code } = await run(['-', '--clean', 'html,bleach'], '');
    expect(err[0]).toMatch(/^--clean: bleach is no step; the steps are html, xml/);
    expect(code).toBe(2);
  });

  test.each([
    ['/no/such/file.txt', /^\/no\/such\/file\.txt cannot be read: there is no such file\.$/],
    [tmpdir(), /cannot be read: it is a folder\.$/],
  ])('names the file that cannot be read: %s', async (file, sentence) => {
    const { out, err, code } = await run([file]);
    expect(err[0]).toMatch(sentence);
    expect({ out, code }).toEqual({ out: [], code: 2 });
  });

  test('[DOC2] a file that is too large is not even read', async () => {
    const file = await fileWith('');
    await truncate(file, 200_000_000);
    const { err, code } = await run([file]);
    expect(err).toEqual(['DOC2: brief.txt is too large: 200.0 MB; the limit is 50.0 MB.']);
    expect(code).toBe(2);
  });

  test('a file that is no text is bad use', async () => {
    const file = await fileWith(new Uint8Array(500).map((_, at) => at % 7));
    const { err, code } = await run([file]);
    expect(err[0]).toBe(`${file} is no text: cite reads text and markup.`);
    expect(code).toBe(2);
  });
});
