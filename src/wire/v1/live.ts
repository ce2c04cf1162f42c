import { z } from 'zod';
import { seat } from './seat.ts';

/** Version of the protocol of live rooms; the sub-protocol of the WebSocket carries it too. */
export const liveProtocol = 1;
export const liveSubprotocol = 'first-court.v1';
/** Before a token among the sub-protocols offered; the server never names it back. */
export const bearerPrefix = 'bearer.';

const caseId = z.uuid();
const place = z.int().min(0);

/** `lines`: what the transcript says. `whole`: also the data of each event, with the texts it may show. */
export const detail = z.enum(['lines', 'whole']);

export const act = z
  .strictObject({
    /** Chosen by who acts: the same id again is the same act, and has the same answer. */
    id: z.uuid(),
    case: caseId,
    seat,
    /** Number of events in the record on which the act rests. */
    version: place,
    move: z.unknown(),
  })
  .meta({ id: 'LiveAct' });

/** What a client says. */
export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.int(),
    token: z.string().min(1).max(8_192),
  }),
  z.strictObject({
    type: z.literal('follow'),
    case: caseId,
    after: place.default(0),
    detail: detail.default('lines'),
  }),
  z.strictObject({ type: z.literal('unfollow'), case: caseId }),
  act.extend({ type: z.literal('act') }),
  z.strictObject({ type: z.literal('ping'), n: place }),
]);

const line = z.object({
  kind: z.enum(['phase', 'speech', 'ruling', 'note', 'rejected']),
  speaker: z.string(),
  seat: seat.nullable(),
  label: z.string(),
  text: z.string(),
  places: z.array(z.string()),
});

const refusal = z.object({
  rule: z.string(),
  at: z.array(z.union([z.string(), z.number()])),
  says: z.string(),
});

const someone = z.object({
  who: z.uuid(),
  seats: z.array(seat),
  /** `null` where the reader may not see names. */
  name: z.string().nullable(),
});

/** What the server says. A client passes over types that it does not know. */
export const serverMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    protocol: z.int(),
    person: z.string(),
    /** Seconds since 1970: when the token ends, and the connection unless another `hello` comes before. */
    expires: z.int(),
    /** A client that heard nothing for twice as long is cut off. */
    heartbeatMs: z.int(),
  }),
  z.object({
    type: z.literal('following'),
    case: caseId,
    after: place,
    /** Number of events in the record now. */
    version: place,
    seats: z.array(seat),
  }),
  z.object({
    type: z.literal('event'),
    case: caseId,
    seq: z.int().min(1),
    at: z.string(),
    /** Type of the event: `statement-made`. */
    kind: z.string(),
    by: z.object({ seat: z.string(), kind: z.enum(['person', 'mind', 'court']) }),
    /** The seat to whom alone it is shown. */
    privateTo: seat.nullable(),
    line: line.nullable(),
    /** Only in `whole`. A text that may not be shown, or left, stays `{ sealed }`. */
    data: z.unknown().optional(),
  }),
  z.object({
    type: z.literal('passed'),
    case: caseId,
    /** Events up to this one are not for this reader; an act may rest on it. */
    seq: z.int().min(1),
  }),
  z.object({
    type: z.literal('speech'),
    case: caseId,
    seat,
    /** Number of events when the mind was asked: what it says becomes an event after these, or nothing. */
    turn: place,
    /** Part 0, 1, 2 … of the turn; parts may be lost. */
    n: place,
    words: z.string(),
  }),
  z.object({
    type: z.literal('presence'),
    case: caseId,
    /** How many people are here, listed or not. */
    count: place,
    /** Whether `joined` is all who are here, and not those who came. */
    whole: z.boolean(),
    joined: z.array(someone),
    left: z.array(z.uuid()),
  }),
  z.object({ type: z.literal('acknowledged'), id: z.uuid(), version: place }),
  z.object({
    type: z.literal('refused'),
    /** Id of the act; `null` where it was no act. */
    id: z.uuid().nullable(),
    case: caseId.nullable(),
    refusals: z.array(refusal).min(1),
  }),
  z.object({
    type: z.literal('resync'),
    case: caseId,
    /** Forget what came after this: it comes again. */
    after: place,
    because: z.enum(['rights-changed', 'record-changed']),
  }),
  z.object({
    type: z.literal('dropped'),
    /** `null`: the whole connection. */
    case: caseId.nullable(),
    refusal,
    resume: z.array(z.object({ case: caseId, after: place })),
    /** Whether coming again may help, and after how long. */
    retryAfterMs: place.nullable(),
  }),
  z.object({ type: z.literal('pong'), n: place }),
]);

export type LiveAct = z.infer<typeof act>;
export type LiveDetail = z.infer<typeof detail>;
export type ClientMessage = z.infer<typeof clientMessage>;
export type ServerMessage = z.infer<typeof serverMessage>;
export type EventMessage = Extract<ServerMessage, { type: 'event' }>;
export type SpeechMessage = Extract<ServerMessage, { type: 'speech' }>;
export type PresenceMessage = Extract<ServerMessage, { type: 'presence' }>;
