import { setTimeout as wait } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** A server that is started again whenever it ends unasked. */
export type KeptRunning = { stop(): Promise<void> };

const mostFailures = 5;
const calm = 60_000;

/**
 * Starts the server anew, on the same port, when it was killed or crashed. Gives up after five ends
 * within a minute, and says so.
 *
 * @param startAgain throws where it does not start
 */
export function keepRunning(
  first: ServerProcess,
  tell: (says: string) => void,
  startAgain: () => Promise<ServerProcess>,
): KeptRunning {
  let server = first;
  let stopping = false;
  const ends: number[] = [];

  async function watch(): Promise<void> {
    for (;;) {
      await server.gone;
      if (stopping) return;
      const next = await begin();
      if (next === null) return;
      server = next;
    }
  }

  async function begin(): Promise<ServerProcess | null> {
    for (;;) {
      ends.push(performance.now());
      while (ends[0] !== undefined && performance.now() - ends[0] > calm) ends.shift();
      if (ends.length > mostFailures) {
        tell('The embedded database ended five times within a minute and is not started again.');
        return null;
      }
      try {
        const next = await startAgain();
        tell('The embedded database had ended and was started again.');
        return next;
      } catch (cause) {
        tell(cause instanceof Error ? cause.message : String(cause));
        await wait(200 * ends.length);
        if (stopping) return null;
      }
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping = true;
      await server.stop();
      await watching;
      // A start that was under way when the word came has put a new server in the place of the old.
      await server.stop();
    },
  };
}
