import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { evalCommand, type FolderHeard } from './eval.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-eval-'));
});
afterAll(() => rm(folder, { recursive: true }));

const quote = 'The rent was paid on 3 May.';
const heard: FolderHeard = {
  kind: 'heard',
  heard: {
    texts: new Map([['letter.txt', `${quote} It rained.`]]),
    outcomes: [{ element: 'unpaid', text: 'The rent was not paid.', outcome: 'not proved' }],
    admitted: [
      {
        element: 'unpaid',
        side: 'against',
        file: 'letter.txt',
        start: 0,
        end: quote.length,
        quote,
        tier: 'strong',
      },
    ],
  },
};

async function court(hear: FolderHeard, ...line: string[]) {
  const { context, out, err, codes } = capturedIo();
  await evalCommand(context, async () => hear).parseAsync(line, { from: 'user' });
  return { out, err, codes };
}

async function expectation(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const good = {
  elements: [
    { id: 'e1', text: 'The rent was not paid.', expected: 'not proved' },
    { id: 'e2', text: 'Something else.', expected: 'contested' },
  ],
  keys: [
    { element: 'e1', side: 'against', file: 'letter.txt', quote },
    { element: 'e2', side: 'for', file: 'letter.txt', quote: 'It snowed.' },
  ],
};

describe('court eval', () => {
  test('prints what was found beside what everything for the claimant would give', async () => {
    const path = await expectation('good.json', good);
    const { out, err, codes } = await court(heard, 'cases/rent', '--expect', path);
    expect(err).toEqual([]);
    expect(codes).toEqual([0]);
    expect(out).toEqual([
      'rent',
      '  keys found              1.00 (1 of 1)',
      '  right side              1.00 (1 of 1)   (all for the claimant: .00 (0 of 1))',
      '  contrary keys found     1.00 (1 of 1)',
      '  contrary, right side    1.00 (1 of 1)',
      '  side left open          .00 (0 of 1)',
      '  precision               1.00 (1 of 1)   strong 1.00 (1 of 1)   fair -   weak -',
      '  elements matched        .50 (1 of 2)',
      '  proved against reader   -',
      '  silent without evidence -',
      '  unmatched: e2: Something else.',
      '  not in letter.txt: «It snowed.»',
    ]);
  });

  test('adds several folders up, each with its own expectation', async () => {
    const path = await expectation('good.json', good);
    const { out } = await court(heard, 'a', 'b', '--expect', path, path);
    expect(out).toContain('all folders');
    expect(out).toContain('  keys found              1.00 (2 of 2)');
  });

  test('prints JSON of each folder and of all', async () => {
    const path = await expectation('good.json', good);
    const { out } = await court(heard, 'cases/rent', '--json', '--expect', path);
    const printed: unknown = JSON.parse(out.join('\n'));
    expect(printed).toMatchObject({
      folders: [{ folder: 'cases/rent', keys: { hits: 1, of: 1 } }],
      total: { contrarySide: { hits: 1, of: 1 } },
    });
  });

  test('wants one expectation for each folder', async () => {
    const { err, codes } = await court(heard, 'a', 'b', '--expect', 'one.json');
    expect(err).toEqual(['--expect names 1 files for 2 folders; each folder needs its own.']);
    expect(codes).toEqual([2]);
  });

  test('[EV4] names an expectation that cannot be read', async () => {
    const { err, codes } = await court(heard, 'a', '--expect', join(folder, 'none.json'));
    expect(err[0]).toMatch(/^EV4 .*none\.json cannot be read\.$/u);
    expect(codes).toEqual([2]);
  });

  test('[EV1] repeats what is wrong with an expectation', async () => {
    const path = await expectation('bad.json', 'not json');
    const { err, codes } = await court(heard, 'a', '--expect', path);
    expect(err).toEqual(['EV1 bad.json is no JSON.']);
    expect(codes).toEqual([2]);
  });

  test('repeats why a folder was not heard', async () => {
    const path = await expectation('good.json', good);
    const refused: FolderHeard = {
      kind: 'refused',
      refusals: [{ rule: 'IN1', at: [], says: 'a is empty.' }],
    };
    const { err, codes } = await court(refused, 'a', '--expect', path);
    expect(err).toEqual(['IN1 a is empty.']);
    expect(codes).toEqual([2]);
  });
});
