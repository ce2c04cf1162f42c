import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { keepRunning } from './keep-running.ts';
import type { ServerProcess } from './server-process.ts';

/** A server that ends when it is told to. */
function server(): ServerProcess & { end(): void } {
  const gone = Promise.withResolvers<void>();
  return { pid: 1, gone: gone.promise, stop: async () => gone.resolve(), end: gone.resolve };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

describe('a server that is kept running', () => {
  test('comes back however often it ends', async () => {
    const servers = [server()];
    const said: string[] = [];
    const kept = keepRunning(
      servers[0] ?? server(),
      (says) => void said.push(says),
      async () => {
        const next = server();
        servers.push(next);
        return next;
      },
    );
    for (let end = 1; end <= 10; end += 1) {
      servers.at(-1)?.end();
      await until(() => said.length === end);
    }
    expect(new Set(said)).toEqual(
      new Set(['The embedded database had ended and was started again.']),
    );
    await kept.stop();
    expect(servers).toHaveLength(11);
  });

  test('is tried again where it does not start, and the reason is told once', async () => {
    const first = server();
    const said: string[] = [];
    const answers: (() => ServerProcess)[] = [no('full'), no('full'), no('other'), server];
    const kept = keepRunning(
      first,
      (says) => void said.push(says),
      async () => {
        return (answers.shift() ?? server)();
      },
    );
    first.end();
    await until(() => said.length === 3);
    expect(said).toEqual([
      'full',
      'other',
      'The embedded database had ended and was started again.',
    ]);
    await kept.stop();
  });

  test('is not waited for when it is stopped between two tries', async () => {
    const first = server();
    const said: string[] = [];
    const kept = keepRunning(
      first,
      (says) => void said.push(says),
      async () => no('full')(),
    );
    first.end();
    await until(() => said.length === 1);
    await kept.stop();
    expect(said).toEqual(['full']);
  });

  test('a start that was under way when it is stopped is stopped too', async () => {
    const first = server();
    const next = server();
    const starting = Promise.withResolvers<void>();
    let asked = false;
    const kept = keepRunning(
      first,
      () => {},
      async () => {
        asked = true;
        await starting.promise;
        return next;
      },
    );
    first.end();
    await until(() => asked);
    const stopped = kept.stop();
    starting.resolve();
    await stopped;
    await next.gone;
    expect(asked).toBe(true);
  });
});

function no(says: string): () => never {
  return () => {
    throw new Error(says);
  };
}
