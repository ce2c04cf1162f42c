import type { Readable } from 'node:stream';
import type { Terminal } from './terminal.ts';

/**
 * Questions as lines, answers as lines: for a pipe, a script, a screen reader. A choice is answered with its
 * number or its value; the end of the input is a person who went away. Nothing is read that nobody asked
 * for, so that the input neither runs ahead nor keeps the process alive.
 */
export function lineTerminal(input: Readable, write: (text: string) => void): Terminal {
  const nextLine = lineReader(input);
  return {
    say: (text) => write(`${text}\n`),
    async askText(question) {
      write(`${question}\n> `);
      return nextLine();
    },
    async askChoice(question, choices) {
      write(`${question}\n`);
      for (const [index, { label }] of choices.entries()) write(`  ${index + 1}) ${label}\n`);
      for (;;) {
        write('> ');
        const line = await nextLine();
        if (line === null) return null;
        const said = line.trim();
        const chosen =
          choices.find(({ value }) => value === said) ??
          (/^\d{1,6}$/u.test(said) ? choices[Number(said) - 1] : undefined);
        if (chosen !== undefined) return chosen.value;
        write(`1-${choices.length}?\n`);
      }
    },
  };
}

/** Longest line that is taken, in UTF-16 code units. */
const longestLine = 100_000;

function lineReader(input: Readable): () => Promise<string | null> {
  input.setEncoding('utf8');
  const chunks: AsyncIterator<string> = input[Symbol.asyncIterator]();
  let held = '';
  let ended = false;
  return async () => {
    while (!ended && !held.includes('\n') && held.length < longestLine) {
      hold(input, 'ref');
      const chunk = await chunks.next();
      hold(input, 'unref');
      if (chunk.done === true) ended = true;
      else held += chunk.value;
    }
    if (ended && held === '') return null;
    const end = held.indexOf('\n');
    const line = end < 0 ? held : held.slice(0, end);
    held = end < 0 ? '' : held.slice(end + 1);
    return line.replace(/\r$/u, '').toWellFormed();
  };
}

/** A pipe or terminal keeps the process alive only while somebody waits for an answer. */
function hold(input: Readable, how: 'ref' | 'unref'): void {
  if ('ref' in input && typeof input.ref === 'function' && how === 'ref') input.ref();
  if ('unref' in input && typeof input.unref === 'function' && how === 'unref') input.unref();
}
