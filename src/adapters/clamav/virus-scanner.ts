import { createConnection, type Socket } from 'node:net';
import type { Scan, VirusScanner } from '../../ports/virus-scanner.ts';

export type ClamdSettings = {
  /** `tcp://HOST:PORT` or `unix:/PATH/TO/SOCKET`. */
  readonly url: string;
  /** Bytes of the largest file that is sent; StreamMaxLength of clamd must be no less. */
  readonly largest: number;
  /** Milliseconds from the connection to the answer. */
  readonly timeout: number;
};

type Answer =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'trouble'; readonly why: string };

/** Small enough for every setting of clamd, large enough to cost few writes. */
const pieceSize = 262_144;
/** Characters; clamd answers with one short line. */
const longestAnswer = 4_096;

/**
 * ClamAV's daemon by its INSTREAM command (clamd(8)): each piece behind its length (32 bits, big-endian), a
 * length of 0 at the end, and one line, ended by a zero byte, as the answer.
 *
 * @throws TypeError where the address has not its form.
 */
export function clamavScanner({ url, largest, timeout }: ClamdSettings): VirusScanner {
  const address = addressOf(url);
  return {
    async scan(content) {
      const socket = createConnection(address);
      const answer = answerOf(socket, timeout);
      try {
        const isWhole = await send(socket, content, largest, answer);
        if (!isWhole) {
          return unavailable(`it is larger than the ${largest} bytes that are scanned`, false);
        }
        const told = await answer;
        return told.kind === 'line' ? scanOf(told.text) : unavailable(told.why, true);
      } finally {
        socket.destroy();
      }
    },
  };
}

function addressOf(
  url: string,
): { readonly path: string } | { readonly host: string; readonly port: number } {
  const [, path] = /^unix:(?:\/\/)?(\/.+)$/.exec(url) ?? [];
  if (path !== undefined) return { path };
  const [, host, port] = /^tcp:\/\/(\[[\da-fA-F:]+\]|[^\s:/]+):(\d{1,5})\/?$/.exec(url) ?? [];
  if (host === undefined) {
    throw new TypeError(`${url} is neither tcp://HOST:PORT nor unix:/PATH`);
  }
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/** What comes first: a line, an end without one, an error, or the end of the time. Closes on the latter. */
async function answerOf(socket: Socket, timeout: number): Promise<Answer> {
  return await new Promise((resolve) => {
    let text = '';
    const trouble = (why: string): void => {
      clearTimeout(timer);
      resolve({ kind: 'trouble', why: `the scanner ${why}` });
    };
    const timer = setTimeout(() => {
      socket.destroy();
      trouble(`did not answer within ${timeout} ms`);
    }, timeout);
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      if (!text.includes('\0') && text.length <= longestAnswer) return;
      clearTimeout(timer);
      resolve({ kind: 'line', text: text.split('\0', 1).join('').trim() });
    });
    socket.on('error', (cause: Error) => trouble(`cannot be reached (${cause.message})`));
    socket.on('close', () => trouble('broke off without an answer'));
  });
}

/** Sends until the end or until there is an answer; `false` where it was given up for its size. */
async function send(
  socket: Socket,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  largest: number,
  answer: Promise<Answer>,
): Promise<boolean> {
  let isAnswered = false;
  const answered = answer.then(() => (isAnswered = true));
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (isAnswered || socket.write(bytes)) return;
    const drained = new Promise((resolve) => socket.once('drain', resolve));
    await Promise.race([drained, answered]);
  };
  let size = 0;
  await write(Buffer.from('zINSTREAM\0'));
  for await (const bytes of content) {
    size += bytes.length;
    if (size > largest) return false;
    for (let at = 0; at < bytes.length && !isAnswered; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize);
      await write(lengthOf(piece.length));
      await write(piece);
    }
    if (isAnswered) break;
  }
  await write(lengthOf(0));
  return true;
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function scanOf(line: string): Scan {
  if (line === 'stream: OK') return { kind: 'clean' };
  const [, name] = /^stream: (.+) FOUND$/.exec(line) ?? [];
  // With AlertExceedsMax, clamd so names what it did not look into to the end.
  if (name?.startsWith('Heuristics.Limits.Exceeded') === true) {
    return unavailable(`it exceeds a limit of the scanner (${name})`, false);
  }
  if (name !== undefined) return { kind: 'infected', name };
  const isTooLarge = line.includes('size limit exceeded');
  return unavailable(`the scanner said «${line.slice(0, 200)}»`, !isTooLarge);
}

function unavailable(why: string, retryable: boolean): Scan {
  return { kind: 'unavailable', why, retryable };
}
