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
    out: (line) => void process.stdout.write(`${harmless(line)}\n`),
    err: (line) => void process.stderr.write(`${harmless(line)}\n`),
    write: (words) => void process.stdout.write(harmless(words)),
    stdin: () => text(process.stdin),
    terminal,
    color: terminal && process.env['NO_COLOR'] === undefined,
  };
}

const colour = String.raw`\u001B\[[\d;]*m`;
const signs = new RegExp(`${colour}|[\\p{Cc}\\p{Bidi_Control}]`, 'gu');

/** What a paper says may not steer a terminal: of all control signs only colours, tabs and line ends pass. */
function harmless(text: string): string {
  return text.replace(signs, (sign) => (sign.length > 1 || /[\t\n]/u.test(sign) ? sign : ''));
}
