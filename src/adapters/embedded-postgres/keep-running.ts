import { setTimeout as wait } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** A server that is started again whenever it ends unasked. */
export type KeptRunning = { stop(): Promise<void> };

const longestPause = 5_000;

/**
 * Starts the server anew, on the same port, when it was killed or crashed. Where it does not start, the
 * disk being full, say, it is tried again and again with growing pauses, and the reason is told once.
 *
 * @param startAgain throws where it does not start
 */
export function keepRunning(
  first: ServerProcess,
  tell: (says: string) => void,
  startAgain: () => Promise<ServerProcess>,
): KeptRunning {
  let server = first;
  const stopping = new AbortController();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await server.gone;
      await begin();
    }
  }

  async function begin(): Promise<void> {
    let told = '';
    for (let pause = 100; !stopping.signal.aborted; pause = Math.min(pause * 2, longestPause)) {
      try {
        server = await startAgain();
        tell('The embedded database had ended and was started again.');
        return;
      } catch (cause) {
        const says = cause instanceof Error ? cause.message : String(cause);
        if (says !== told) tell(says);
        told = says;
        await wait(pause, null, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await server.stop();
      await watching;
      // A start that was under way when the word came has put a new server in the place of the old.
      await server.stop();
    },
  };
}
