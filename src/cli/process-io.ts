import { text } from 'node:stream/consumers';
import type { Io } from './io.ts';

/** The terminal or the pipe that this process was started with. */
export function processIo(): Io {
  // A reader that goes away (`court hear … | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const terminal = process.stdout.isTTY === true;
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    write: (words) => void process.stdout.write(words),
    stdin: () => text(process.stdin),
    terminal,
    color: terminal && process.env['NO_COLOR'] === undefined,
  };
}
