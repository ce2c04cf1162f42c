import { describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { type DatabaseAtHand, dbCommand } from './db.ts';

/** A database that notes what is done to it. */
function database(
  change: Partial<DatabaseAtHand> = {},
): DatabaseAtHand & { readonly done: string[] } {
  const done: string[] = [];
  return {
    done,
    name: 'court',
    where: '127.0.0.1:5432',
    isLocal: true,
    environment: 'development',
    notices: [],
    async migrate() {
      done.push('migrate');
      return { applied: ['20260101000000_first.sql'] };
    },
    states: async () => ({
      states: [
        { version: '20260101000000', name: 'first', state: 'applied' },
        { version: '20260102000000', name: 'second', state: 'pending' },
      ],
    }),
    async reset() {
      done.push('reset');
      return [];
    },
    async close() {
      done.push('close');
    },
    ...change,
  };
}

async function run(at: DatabaseAtHand, ...words: string[]) {
  const captured = capturedIo();
  const world = { open: async () => ({ kind: 'open', database: at }) as const };
  await dbCommand(captured.context, world).parseAsync(words, { from: 'user' });
  return captured;
}

const no = { refusals: [{ rule: 'DB5', at: [], says: 'No.' }] };

describe('court db', () => {
  test('migrate tells what was applied, or that nothing was to be', async () => {
    const at = database({ notices: ['Port 54322 is taken.'] });
    const { out, err, codes } = await run(at, 'migrate');
    expect([out, err, codes]).toEqual([
      ['applied  20260101000000_first.sql'],
      ['Port 54322 is taken.'],
      [0],
    ]);
    expect(at.done).toEqual(['migrate', 'close']);
    const nothing = database({ migrate: async () => ({ applied: [] }) });
    expect((await run(nothing, 'migrate')).out).toEqual(['court is up to date.']);
    expect(JSON.parse((await run(nothing, 'migrate', '--json')).out[0] ?? '')).toEqual({
      database: 'court',
      applied: [],
    });
  });

  test('a refusal is told with its rule, and the database is closed all the same', async () => {
    const at = database({ migrate: async () => no, states: async () => no });
    for (const word of ['migrate', 'status']) {
      expect(await run(at, word)).toMatchObject({ err: ['DB5 No.'], codes: [1] });
    }
    expect(at.done).toEqual(['close', 'close']);
  });

  test('settings that are no good are bad use', async () => {
    const captured = capturedIo();
    const world = { open: async () => ({ kind: 'refused', ...no }) as const };
    await dbCommand(captured.context, world).parseAsync(['status'], { from: 'user' });
    expect(captured).toMatchObject({ err: ['DB5 No.'], codes: [2] });
  });

  test('status lists, and its answer is no where something is not applied', async () => {
    const { out, codes } = await run(database(), 'status');
    expect(out).toEqual(['applied  20260101000000_first', 'pending  20260102000000_second']);
    expect(codes).toEqual([1]);
    const { out: json } = await run(database(), 'status', '--json');
    expect(JSON.parse(json[0] ?? '')).toMatchObject({ migrations: [{ name: 'first' }, {}] });
    const states = async () => ({ states: [] });
    expect((await run(database({ states }), 'status')).codes).toEqual([0]);
  });

  test.each<[Partial<DatabaseAtHand>, readonly string[], boolean]>([
    [{}, [], true],
    [{ environment: 'test' }, [], true],
    [{ environment: 'production' }, [], false],
    [{ environment: 'production' }, ['--yes'], true],
    [{ isLocal: false }, [], false],
    [{ isLocal: false }, ['--yes'], false],
    [{ isLocal: false }, ['--yes-really-the-database', 'other'], false],
    [{ isLocal: false }, ['--yes-really-the-database', 'court'], true],
    [{ isLocal: false, environment: 'production' }, ['--yes-really-the-database', 'court'], false],
    [
      { isLocal: false, environment: 'production' },
      ['--yes', '--yes-really-the-database', 'court'],
      true,
    ],
  ])('DB10: reset of %j with %j', async (change, words, isDone) => {
    const at = database(change);
    const { err, codes } = await run(at, 'reset', ...words);
    expect(at.done).toEqual(isDone ? ['reset', 'migrate', 'close'] : ['close']);
    expect(codes).toEqual([isDone ? 0 : 1]);
    const why = /^DB10 court on 127\.0\.0\.1:5432 .* To go on: --yes/;
    expect(err.filter((line) => why.test(line))).toHaveLength(isDone ? 0 : 1);
  });

  test('a reset that the database refuses applies nothing', async () => {
    const at = database({ reset: async () => no.refusals });
    expect(await run(at, 'reset')).toMatchObject({ err: ['DB5 No.'], codes: [1] });
    expect(at.done).toEqual(['close']);
  });
});
