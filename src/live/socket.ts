import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Refusal } from '../core/refusal.ts';
import { bearerPrefix, liveSubprotocol } from '../wire/v1/live.ts';
import type { LiveDesk } from './desk.ts';
import type { Doorman } from './doorman.ts';
import type { Hub } from './hub.ts';
import type { Line } from './line.ts';
import { refusals } from './refusals.ts';
import { openSession, type Session } from './session.ts';

/** Where the WebSocket is. */
export const livePath = '/v1/live';

/** How long a connection that is told to end may take for it, in milliseconds. */
const endMs = 5_000;

export type SocketSettings = {
  /** Pages that may come in; a client that is no page names no origin. `*`: any. */
  readonly origins: readonly string[];
  addressOf(request: IncomingMessage): string;
};

export type Sockets = {
  /** Ends all connections politely: each is told where to go on. */
  close(): Promise<void>;
};

/** Takes the upgrades of an HTTP server to `/v1/live`. Every other one is refused. */
export function liveSockets(
  server: Server,
  hub: Hub,
  desk: LiveDesk,
  door: Doorman,
  settings: SocketSettings,
): Sockets {
  const { limits } = desk;
  const open = new Map<WebSocket, Session>();
  /** Connections that have answered since they were last asked. */
  const alive = new WeakSet<WebSocket>();
  const doors = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    // Compressing each message costs more than it saves, for they are short and go to many.
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(liveSubprotocol) ? liveSubprotocol : false),
  });

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const [path] = (request.url ?? '').split('?');
    if (path !== livePath) return refuse(socket, '404 Not Found', 'SV2');
    const { origin, host } = request.headers;
    // Whether TLS ends here or before, the page of this host is the court's own.
    const isOwn = origin === undefined || URL.parse(origin)?.host === host;
    if (!isOwn && !settings.origins.includes('*') && !settings.origins.includes(origin)) {
      return refuse(socket, '403 Forbidden', refusals.origin.rule);
    }
    const stranger = door.stranger(settings.addressOf(request));
    if ('rule' in stranger) return refuse(socket, '503 Service Unavailable', stranger.rule);
    socket.once('close', () => stranger.leave());
    doors.handleUpgrade(request, socket, head, (opened) => {
      welcome(opened, offeredToken(request), () => stranger.leave());
    });
  }

  function welcome(socket: WebSocket, token: string | null, leaveStrangers: () => void): void {
    const session = openSession(lineTo(socket), hub, desk, door, leaveStrangers);
    open.set(socket, session);
    alive.add(socket);
    socket.on('message', (data, isBinary) => {
      // A server of the room takes text; `data` is one Buffer, as ws gives it unless told otherwise.
      if (isBinary || !Buffer.isBuffer(data)) session.drop(noText, null);
      else session.hear(data.toString());
    });
    socket.on('pong', () => alive.add(socket));
    // A frame that breaks the protocol, or is too large: ws closes by itself.
    socket.on('error', () => {});
    socket.on('close', () => {
      open.delete(socket);
      session.gone();
    });
    if (token !== null) session.show(token);
  }

  // LV28: who does not answer is gone, though nobody closed the connection.
  const heartbeat = setInterval(() => {
    for (const socket of open.keys()) {
      if (!alive.has(socket)) socket.terminate();
      else {
        alive.delete(socket);
        socket.ping();
      }
    }
  }, limits.heartbeatMs);
  heartbeat.unref();
  server.on('upgrade', upgrade);

  return {
    async close() {
      server.off('upgrade', upgrade);
      clearInterval(heartbeat);
      const ended = [...open.keys()].map(
        (socket) => new Promise((resolve) => socket.once('close', resolve)),
      );
      let n = 0;
      // Not all of them are to come back in the same moment.
      for (const session of open.values()) session.drop(refusals.closing, 100 + (n++ % 20) * 100);
      await Promise.all(ended);
      doors.close();
    },
  };
}

const noText: Refusal = refusals.malformed('A message is text, and not binary.');

const text = { binary: false, compress: false, fin: true } as const;

function lineTo(socket: WebSocket): Line {
  return {
    send: (frame) => socket.send(frame.json, text),
    buffered: () => socket.bufferedAmount,
    end(code, reason) {
      socket.close(code, reason);
      const timer = setTimeout(() => socket.terminate(), endMs);
      socket.once('close', () => clearTimeout(timer));
    },
  };
}

/** The token may come among the sub-protocols, for pages that want to save a message; never in the address. */
function offeredToken({ headers }: IncomingMessage): string | null {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const bearer = offered.find((one) => one.startsWith(bearerPrefix));
  return bearer === undefined ? null : bearer.slice(bearerPrefix.length);
}

/** An upgrade that is refused has no WebSocket yet: a bare answer of HTTP, with the rule. */
function refuse(socket: Duplex, status: string, rule: string): void {
  const body = JSON.stringify({ type: `/docs/rules#${rule}`, title: status, rule });
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
