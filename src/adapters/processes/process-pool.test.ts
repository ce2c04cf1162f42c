import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { processPool, type ProcessSettings } from './process-pool.ts';

const root = new URL('../../../', import.meta.url);
const secret = fileURLToPath(new URL('docs/rules.md', root));

function opened(change: Partial<ProcessSettings> = {}) {
  const pool = processPool({
    entry: new URL('test/hostile-process.ts', root),
    words: ['one'],
    mayRead: ['test', 'package.json'].map((path) => fileURLToPath(new URL(path, root))),
    processes: 1,
    waiting: 10,
    milliseconds: 30_000,
    megabytes: 64,
    idleMs: 60_000,
    ...change,
  });
  onTestFinished(() => pool.close());
  const ask = (does: string) => pool.ask({ does, path: secret });
  return { ask, close: () => pool.close() };
}

const processOf = async (answer: Promise<unknown>) => JSON.stringify(await answer);

describe('a process beside the service', () => {
  test('does one task after the other, and stays for the next', async () => {
    const { ask } = opened();
    const [first, second] = await Promise.all([processOf(ask('')), processOf(ask(''))]);
    expect(first).toMatch(/"process":\d+/);
    expect(second).toBe(first);
    expect(await processOf(ask(''))).toBe(first);
  });

  test('[RG1] that loops for ever is killed, and the next task gets a new one', async () => {
    const { ask } = opened({ milliseconds: 2_000 });
    expect(await ask('loop')).toEqual({ kind: 'late' });
    expect(await ask('')).toMatchObject({ kind: 'answered' });
  });

  test('[RG1] that takes too much memory, or dies, dies alone', async () => {
    const { ask } = opened();
    expect(await ask('memory')).toEqual({ kind: 'broken' });
    expect(await ask('exit')).toEqual({ kind: 'broken' });
    expect(await ask('')).toMatchObject({ kind: 'answered' });
  });

  test('has no setting of the service, reads nothing but its own program, and writes nothing', async () => {
    const { ask } = opened();
    expect(await ask('look')).toEqual({
      kind: 'answered',
      answer: {
        environment: [],
        words: ['one'],
        read: 'ERR_ACCESS_DENIED',
        write: 'ERR_ACCESS_DENIED',
        sees: 'ERR_ACCESS_DENIED',
      },
    });
  });

  test('[RG2] has so many wait for it and no more', async () => {
    const { ask } = opened({ waiting: 1 });
    const [first, second, third] = await Promise.all([ask(''), ask(''), ask('')]);
    expect([first?.kind, second?.kind, third]).toEqual(['answered', 'answered', { kind: 'full' }]);
  });

  test('ends when it has nothing to do for long, and when the pool is closed', async () => {
    const { ask, close } = opened({ idleMs: 1 });
    const first = await processOf(ask(''));
    await pause(200);
    const second = await processOf(ask(''));
    expect(second).not.toBe(first);
    const last = ask('loop');
    await pause(50);
    close();
    expect(await last).toEqual({ kind: 'broken' });
  });
});
