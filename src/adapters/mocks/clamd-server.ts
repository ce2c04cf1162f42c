import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type MockClamd = {
  /** As the setting CLAMAV_URL. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** How it behaves: as clamd does, or as it does in trouble. */
export type ClamdManner =
  | 'usual'
  | 'silent'
  | 'breaks-off'
  | 'fails'
  | 'gives-up'
  | 'talks-without-end';

/**
 * Speaks clamd's protocol (clamd(8)) as far as INSTREAM goes, finds one signature, and refuses what clamd
 * refuses: other commands, and streams beyond `streamMaxLength` bytes.
 */
export async function mockClamd(
  signature: Uint8Array,
  streamMaxLength: number,
  manner: ClamdManner = 'usual',
): Promise<MockClamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (manner === 'silent') return socket.resume();
    if (manner === 'breaks-off') return socket.once('data', () => socket.destroy());
    if (manner === 'talks-without-end') return socket.write('x'.repeat(100_000));
    return serve(socket, (bytes) => {
      if (manner === 'fails') return "Can't allocate memory ERROR";
      if (manner === 'gives-up') return 'stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND';
      return bytes.includes(Buffer.from(signature)) ? 'stream: Eicar-Test FOUND' : 'stream: OK';
    });
  });
  const serve = (socket: Socket, judge: (bytes: Buffer) => string): void => {
    let got = Buffer.alloc(0);
    const parts: Buffer[] = [];
    let size = 0;
    const end = (line: string): void => {
      socket.removeAllListeners('data');
      socket.resume().end(`${line}\0`);
    };
    socket.on('data', (data: Buffer) => {
      got = Buffer.concat([got, data]);
      if (size === 0 && parts.length === 0) {
        const stop = got.indexOf(0);
        if (stop < 0) return;
        if (got.subarray(0, stop).toString() !== 'zINSTREAM') return end('UNKNOWN COMMAND');
        parts.push(Buffer.alloc(0));
        got = got.subarray(stop + 1);
      }
      while (got.length >= 4) {
        const length = got.readUInt32BE(0);
        if (length === 0) return end(judge(Buffer.concat(parts)));
        size += length;
        if (size > streamMaxLength) return end('INSTREAM size limit exceeded. ERROR');
        if (got.length < 4 + length) {
          size -= length;
          return;
        }
        parts.push(got.subarray(4, 4 + length));
        got = got.subarray(4 + length);
      }
    });
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `tcp://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
