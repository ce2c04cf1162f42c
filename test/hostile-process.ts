import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A process that does what a hostile task would make of it. */
process.on('message', (task: { readonly does: string; readonly path: string }) => {
  const { does, path } = task;
  switch (does) {
    case 'loop':
      for (;;);
    case 'memory': {
      const held: string[][] = [];
      for (;;) held.push(Array.from({ length: 100_000 }, (_, n) => `${n} ${held.length}`));
    }
    case 'exit':
      return process.exit(3);
    case 'look':
      return process.send?.({
        environment: Object.keys(process.env),
        words: process.argv.slice(2),
        read: attempt(() => readFileSync(path)),
        write: attempt(() => writeFileSync(path, 'x')),
        sees: attempt(() => existsSync(path)),
      });
    default:
      return process.send?.({ process: process.pid });
  }
});
process.on('disconnect', () => process.exit());

function attempt(work: () => unknown): string {
  try {
    return typeof work();
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
