/** What one connection, one person, one process may cost. Times in milliseconds. */
export type LiveLimits = {
  /** Until a connection must have shown a token that holds. */
  readonly helloMs: number;
  /** Connections that have shown none yet, of one address and altogether. */
  readonly strangersOfAddress: number;
  readonly strangers: number;
  readonly connectionsOfPerson: number;
  readonly followsOfConnection: number;
  /** Acts of a connection that wait for their answer. */
  readonly actsAtOnce: number;
  /** Messages per second of one person, and how many at once. */
  readonly messagesPerSecond: number;
  readonly messagesAtOnce: number;
  readonly messageBytes: number;
  /** How deep the JSON of a message may lie in itself. */
  readonly depth: number;
  /** Bytes that may wait for a reader before it is sent no more until it has read. */
  readonly bufferBytes: number;
  /** How long a reader may leave them unread. */
  readonly slowMs: number;
  readonly heartbeatMs: number;
  /** Rights are asked again at least this often. */
  readonly rightsMs: number;
  /** How long words of a mind are gathered before they go out together. */
  readonly speechMs: number;
  /** How long comings and goings are gathered. */
  readonly presenceMs: number;
  /** People of a room that are listed; the others are counted. */
  readonly listed: number;
  /** A room without readers is kept so long for those who come back. */
  readonly emptyRoomMs: number;
  /** Bytes of ready frames that a room keeps. */
  readonly frameBytes: number;
};

export const usualLimits: LiveLimits = {
  helloMs: 5_000,
  strangersOfAddress: 50,
  strangers: 500,
  connectionsOfPerson: 20,
  followsOfConnection: 20,
  actsAtOnce: 8,
  messagesPerSecond: 10,
  messagesAtOnce: 40,
  messageBytes: 65_536,
  depth: 32,
  bufferBytes: 262_144,
  slowMs: 10_000,
  heartbeatMs: 25_000,
  rightsMs: 60_000,
  speechMs: 40,
  presenceMs: 500,
  listed: 200,
  emptyRoomMs: 30_000,
  frameBytes: 4_194_304,
};
