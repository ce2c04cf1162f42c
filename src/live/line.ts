import type { ServerMessage } from '../wire/v1/live.ts';

/** A message made ready once, for however many it goes to. */
export type Frame = {
  readonly json: Buffer;
  /** Where a reader of server-sent events may go on from: the sequence number of an event. */
  readonly id: number | null;
};

/** One way to one reader: a WebSocket, a stream of server-sent events, a list in a test. */
export type Line = {
  send(frame: Frame): void;
  /** Bytes that were sent and not yet taken. */
  buffered(): number;
  /** Ends it, after what was sent, with a close code of RFC 6455. */
  end(code: number, reason: string): void;
};

export function frameOf(message: ServerMessage): Frame {
  const id = message.type === 'event' ? message.seq : null;
  return { json: Buffer.from(JSON.stringify(message)), id };
}
