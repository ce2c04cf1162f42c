import type { App } from '../http/app.ts';
import type { LiveDesk, Speech } from './desk.ts';
import { doorman } from './doorman.ts';
import { registerEventStream } from './event-stream.ts';
import { liveHub, type Hub } from './hub.ts';
import { liveSockets, type SocketSettings } from './socket.ts';

/** The live rooms of one server. */
export type Live = {
  /** Words of a mind, to all who follow its case on any replica. */
  say(speech: Speech): void;
  /** Members, seats or the seal of a case changed, where the database does not tell it by itself. */
  changed(caseId: string, people?: readonly string[]): void;
  figures: Hub['figures'];
  /** Sends everybody away politely; before the server stops listening. */
  close(): Promise<void>;
};

/** Opens the rooms on a server: WebSocket at `/v1/live`, server-sent events at `/v1/cases/{case}/live`. */
export function attachLive(app: App, desk: LiveDesk, settings: SocketSettings): Live {
  const hub = liveHub(desk);
  const door = doorman(desk.limits, () => desk.now());
  const sockets = liveSockets(app.server, hub, desk, door, settings);
  const streams = registerEventStream(app, hub, desk, door);
  return {
    say: (speech) => hub.say(speech),
    changed: (caseId, people) => hub.changed(caseId, people),
    figures: () => hub.figures(),
    async close() {
      streams.close();
      await sockets.close();
      hub.close();
    },
  };
}
