import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { folderLawLibrary } from '../adapters/law/folder.ts';
import { decode } from '../adapters/text/decode.ts';
import { lawCommand } from './law.ts';

const tools = { lawFolder: folderLawLibrary, decode };

let folder = '';
const path = (name: string) => join(folder, name);
const library = () => ['--library', path('library')];

async function court(words: readonly string[], stdin = '') {
  const { context, out, err, codes } = capturedIo({ stdin });
  await lawCommand(context, tools).parseAsync([...words], { from: 'user' });
  return { out, err, code: codes[0] };
}

const claim = { work: 'fairs', article: '1', quote: 'Stalls are let by the day', on: '2005-01-01' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-law-command-'));
  await writeFile(
    path('fairs@2001-01-01.md'),
    '## Article 1. Stalls\nStalls are let by the day.\n',
  );
  await writeFile(
    path('fairs@2010-01-01.md'),
    '## Article 1. Stalls\nStalls are let by the week.\n',
  );
  await writeFile(path('bad.md'), 'No law at all.');
  await writeFile(path('quotes.json'), JSON.stringify([claim, { ...claim, on: '2012-01-01' }]));
});
afterAll(() => rm(folder, { recursive: true }));

describe('court law', () => {
  test('import keeps versions, once', async () => {
    const files = [path('fairs@2001-01-01.md'), path('fairs@2010-01-01.md')];
    const first = await court(['import', ...files, ...library()]);
    expect(first).toMatchObject({
      code: 0,
      err: [],
      out: [
        'kept  fairs, from 2001-01-01 (official, 1 articles)',
        'kept  fairs, from 2010-01-01 (official, 1 articles)',
      ],
    });
    const again = await court(['import', ...files, ...library(), '--json']);
    expect(JSON.parse(again.out.join('\n'))).toMatchObject([
      { work: 'fairs', from: '2001-01-01', articles: 1, outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ]);
  });

  test('check answers in the order of the quotes', async () => {
    const plain = await court(['check', path('quotes.json'), ...library()]);
    expect(plain).toMatchObject({
      code: 1,
      out: ['in force  fairs 1 on 2005-01-01', 'stale since 2010-01-01  fairs 1 on 2012-01-01'],
    });
    const json = await court(['check', path('quotes.json'), ...library(), '--json']);
    expect(JSON.parse(json.out.join('\n'))).toEqual([
      { work: 'fairs', article: '1', on: '2005-01-01', status: 'in force' },
      { work: 'fairs', article: '1', on: '2012-01-01', status: 'stale', since: '2010-01-01' },
    ]);
  });

  test('check takes the date from another field, quotes from standard input and works for one run', async () => {
    const works = ['--works', path('fairs@2001-01-01.md'), path('fairs@2010-01-01.md')];
    const valid = JSON.stringify([{ ...claim, on: undefined, valid_on: '2005-01-01' }]);
    const read = await court(['check', '-', '--on-field', 'valid_on', ...works], valid);
    expect(read).toMatchObject({ code: 0, out: ['in force  fairs 1 on 2005-01-01'] });
    const early = JSON.stringify([
      { ...claim, on: '1990-01-01' },
      { ...claim, work: 'seas' },
    ]);
    const told = await court(['check', '-', ...works, ...library()], early);
    expect(told).toMatchObject({
      code: 1,
      err: ['No version of seas is loaded.'],
      out: ['stale (not before 2001-01-01)  fairs 1 on 1990-01-01', 'absent  seas 1 on 2005-01-01'],
    });
  });

  test('[LAW7] another text for a version is refused, unless it is to replace it', async () => {
    await writeFile(
      path('fairs.md'),
      '---\nversion_date: 2010-01-01\n---\nArticle 1. No stalls.\n',
    );
    const refused = await court(['import', path('fairs.md'), ...library()]);
    expect(refused.code).toBe(1);
    expect(refused.err[0]).toMatch(/^LAW7 fairs, from 2010-01-01 .*--replace/);
    const replaced = await court(['import', path('fairs.md'), '--replace', ...library()]);
    expect(replaced).toMatchObject({ code: 0, out: [expect.stringMatching(/^replaced/)] });
  });

  test('a bad file leaves the library as it was', async () => {
    const before = await readdir(path('library'));
    await writeFile(path('seas@2001-01-01.md'), 'Article 1. The sea is free.\n');
    const files = [path('seas@2001-01-01.md'), path('bad.md')];
    const refused = await court(['import', ...files, ...library()]);
    expect(refused).toMatchObject({ code: 1, out: [], err: [expect.stringContaining('LAW2')] });
    const missing = await court(['import', path('nothing.md'), ...files, ...library()]);
    expect(missing.code).toBe(2);
    expect(missing.err[0]).toMatch(/^LAW9 .*nothing\.md cannot be read: there is no such file/);
    expect(await readdir(path('library'))).toEqual(before);
  });

  test('[LAW5] [LAW9] a file that is too long or no text is refused unread', async () => {
    await writeFile(path('long@2001-01-01.md'), '');
    await truncate(path('long@2001-01-01.md'), 200_000_000);
    await writeFile(path('zeros@2001-01-01.md'), new Uint8Array(4_000));
    const long = await court(['import', path('long@2001-01-01.md'), ...library()]);
    expect(long).toMatchObject({
      code: 2,
      err: [expect.stringMatching(/^LAW5 .*200000000 bytes/)],
    });
    const zeros = await court(['import', path('zeros@2001-01-01.md'), ...library()]);
    expect(zeros).toMatchObject({ code: 2, err: [expect.stringMatching(/^LAW9 .*is not text/)] });
  });

  test('[LAW8] quotes that are no JSON, or of another shape, name the item and the field', async () => {
    const broken = await court(['check', '-', ...library()], '[{');
    expect(broken).toMatchObject({ code: 2, err: [expect.stringMatching(/^LAW8 - is not JSON/)] });
    const item = await court(
      ['check', '-', ...library()],
      JSON.stringify([{ ...claim, quote: 3 }]),
    );
    expect(item).toMatchObject({
      code: 2,
      err: ['LAW8 -: Item 1: «quote» is missing, empty or not text.'],
    });
    expect((await court(['check', path('none.json'), ...library()])).code).toBe(2);
    const works = await court(['check', '-', '--works', path('bad.md')], JSON.stringify([claim]));
    expect(works.code).toBe(1);
  });

  test('a library that is damaged is named', async () => {
    const damaged = path('fairs.md');
    const read = await court(['check', path('quotes.json'), '--library', damaged]);
    expect(read).toMatchObject({
      code: 2,
      err: [expect.stringContaining('fairs.md cannot be read')],
    });
  });
});
