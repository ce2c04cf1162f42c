import { describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import type { Rebuilt } from '../court/registry/rebuild-docket.ts';
import { type RebuildAnswer, rebuildCommand } from './rebuild.ts';

async function run(cases: readonly Rebuilt[], ...words: string[]) {
  const captured = capturedIo();
  const done: string[] = [];
  const answer: RebuildAnswer = {
    kind: 'open',
    async *rebuild(mend) {
      done.push(mend ? 'mend' : 'check');
      yield* cases;
    },
    async close() {
      done.push('close');
    },
  };
  const command = rebuildCommand(captured.context, { open: async () => answer });
  await command.parseAsync(words, { from: 'user' });
  return { ...captured, done };
}

const same: Rebuilt = { record: 'a', kind: 'same' };
const differs: Rebuilt = { record: 'b', kind: 'differs', columns: ['stage', 'head'] };

describe('court rebuild', () => {
  test('says what was made anew, and is content', async () => {
    const { out, codes, done } = await run([same, differs]);
    expect(out).toEqual([
      'made anew  b: stage, head',
      '2 cases: 1 as their records tell, 1 made anew.',
    ]);
    expect([codes, done]).toEqual([[0], ['mend', 'close']]);
  });

  test('--check changes nothing, and its answer is no where something differs', async () => {
    expect(await run([same, differs], '--check')).toMatchObject({
      out: ['differs  b: stage, head', '2 cases: 1 as their records tell, 1 not.'],
      codes: [1],
      done: ['check', 'close'],
    });
    expect((await run([same], '--check')).codes).toEqual([0]);
  });

  test('a record that does not hold, or a case that others keep writing to, is a no', async () => {
    const broken: Rebuilt = { record: 'c', kind: 'broken', says: 'It is broken after event 3.' };
    expect(await run([broken])).toMatchObject({ codes: [1] });
    expect((await run([broken])).out[0]).toBe('BROKEN  c: It is broken after event 3.');
    const busy: Rebuilt = { record: 'd', kind: 'busy' };
    expect((await run([busy])).out[0]).toBe('busy  d: others kept writing to it; try again.');
    expect((await run([busy])).codes).toEqual([1]);
  });

  test('--json prints a line for each that differs, and the sum', async () => {
    const { out } = await run([same, differs], '--json');
    expect(out.map((line) => JSON.parse(line))).toEqual([
      differs,
      { cases: 2, same: 1, differs: 1, broken: 0, busy: 0, mended: 1 },
    ]);
  });

  test('settings that are no good are bad use', async () => {
    const captured = capturedIo();
    const refusals = [{ rule: 'SE2', at: [], says: 'No.' }];
    const open = async () => ({ kind: 'refused', refusals }) as const;
    await rebuildCommand(captured.context, { open }).parseAsync([], { from: 'user' });
    expect(captured).toMatchObject({ err: ['SE2 No.'], codes: [2] });
  });
});
