import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type App, makeApp } from '../src/http/app.ts';
import { attachLive, type Live } from '../src/live/attach.ts';
import type { LiveDesk } from '../src/live/desk.ts';
import { serverMessage, type ServerMessage } from '../src/wire/v1/live.ts';

export type LiveServer = {
  readonly live: Live;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `ws://127.0.0.1:PORT/v1/live` */
  readonly rooms: string;
  close(): Promise<void>;
};

/** Rooms on a real server on a free port. A bearer token of HTTP is read by the desk too. */
export async function liveServer(
  desk: LiveDesk,
  origins: readonly string[] = [],
  register: (app: App) => void = () => {},
): Promise<LiveServer> {
  const app = await makeApp({
    settings: {
      corsOrigins: [],
      ratePerMinute: 10_000,
      bodyBytes: 100_000,
      uploadBytes: 100_000,
      trustProxy: false,
      https: null,
    },
    log: false,
    identify: async ({ headers: { authorization = '' } }) =>
      (await desk.identify(authorization.replace('Bearer ', ''))) ?? { kind: 'anon' },
    newId: () => crypto.randomUUID(),
  });
  register(app);
  const live = attachLive(app, desk, {
    origins,
    addressOf: ({ socket }) => socket.remoteAddress ?? '',
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await live.close();
    await app.close();
  };
  onTestFinished(close);
  return {
    live,
    url: `http://127.0.0.1:${port}`,
    rooms: `ws://127.0.0.1:${port}/v1/live`,
    close,
  };
}

export type Raw = {
  readonly socket: WebSocket;
  readonly said: ServerMessage[];
  readonly closed: { code: number; reason: string }[];
  say(message: unknown): void;
  /** The refused and dropped rules, in order. */
  rules(): readonly string[];
};

/** A client without manners, for what ours would never send. */
export async function rawClient(
  url: string,
  protocols: readonly string[] = ['first-court.v1'],
  options: object = {},
): Promise<Raw> {
  const socket = new WebSocket(url, [...protocols], options);
  const said: ServerMessage[] = [];
  const closed: { code: number; reason: string }[] = [];
  socket.on('message', (data: Buffer) => {
    said.push(serverMessage.parse(JSON.parse(data.toString())));
  });
  socket.on('close', (code, reason) => void closed.push({ code, reason: reason.toString() }));
  socket.on('error', () => {});
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('close', () => reject(new Error('refused')));
    socket.once('error', reject);
  });
  return {
    socket,
    said,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    rules: () =>
      said.flatMap((one) => {
        if (one.type === 'dropped') return [one.refusal.rule];
        return one.type === 'refused' ? one.refusals.map(({ rule }) => rule) : [];
      }),
  };
}

export const hello = (token: string) => ({ type: 'hello', protocol: 1, token });
