import { connect, type Socket } from 'node:net';
import { percentile } from './figure.ts';

/**
 * Viewers of a hearing, run by live.ts as a process of their own: `PORT COUNT CASE`. Says `ready` when all of
 * them follow; at the end of its input prints how long each message took. They speak just as much WebSocket
 * (RFC 6455) as it takes, so that the measure is of the server and not of thousands of clients.
 */
const [port = '', count = '0', caseId = ''] = process.argv.slice(2);
const viewers = Number(count);
const mark = Buffer.from('sent=');
const took: number[] = [];
const atOnce = 50;

const now = (): number => performance.timeOrigin + performance.now();

function measure(message: Buffer): boolean {
  const at = message.indexOf(mark);
  if (at < 0) return false;
  const start = at + mark.length;
  took.push(now() - Number(message.toString('latin1', start, message.indexOf(';', start))));
  return true;
}

/** A text frame of a client: masked, with a mask of zeros. */
function frameOf(message: object): Buffer {
  const text = Buffer.from(JSON.stringify(message));
  const head = Buffer.from([0x81, 0x80 | 126, text.length >> 8, text.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, text]);
}

/** The payloads of whole frames at the beginning of the bytes, and the rest. */
function framesIn(bytes: Buffer): { payloads: Buffer[]; rest: Buffer } {
  const payloads: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const short = (bytes[at + 1] ?? 0) & 127;
    const head = short === 126 ? 4 : 2;
    if (short === 127) throw new Error('a longer frame than a hearing has');
    if (at + head > bytes.length) break;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    if (at + head + length > bytes.length) break;
    payloads.push(bytes.subarray(at + head, at + head + length));
    at += head + length;
  }
  return { payloads, rest: bytes.subarray(at) };
}

/** Resolves when the viewer follows; a bare server says so with its first message. */
function view(n: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', reject);
    const heads = [
      'GET /v1/live HTTP/1.1',
      'host: court.example',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    socket.write(`${heads.join('\r\n')}\r\n\r\n`);
    let rest: Buffer = Buffer.alloc(0);
    let isOpen = false;
    socket.on('data', (data) => {
      let bytes = rest.length === 0 ? data : Buffer.concat([rest, data]);
      if (!isOpen) {
        const end = bytes.indexOf('\r\n\r\n');
        if (end < 0) return void (rest = bytes);
        isOpen = true;
        bytes = bytes.subarray(end + 4);
        if (caseId !== '') {
          socket.write(frameOf({ type: 'hello', protocol: 1, token: String(n) }));
          socket.write(frameOf({ type: 'follow', case: caseId }));
        }
      }
      const { payloads, rest: left } = framesIn(bytes);
      rest = left;
      for (const payload of payloads) {
        const isMeasured = measure(payload);
        if (!isMeasured && (caseId === '' || payload.includes('"following"'))) resolve(socket);
      }
    });
  });
}

const sockets: Socket[] = [];
for (let n = 0; n < viewers; n += atOnce) {
  const many = Array.from({ length: Math.min(atOnce, viewers - n) }, (_, more) => view(n + more));
  sockets.push(...(await Promise.all(many)));
}
process.stdout.write('ready\n');
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('end', resolve));
const told = {
  deliveries: took.length,
  p50: percentile(took, 0.5),
  p95: percentile(took, 0.95),
  p99: percentile(took, 0.99),
};
process.stdout.write(`${JSON.stringify(told)}\n`);
for (const socket of sockets) socket.destroy();
