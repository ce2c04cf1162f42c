import type { Refusal } from '../core/refusal.ts';

const no = (rule: string, says: string, at: Refusal['at'] = []): Refusal => ({ rule, at, says });

/** What the rooms themselves say no to. */
export const refusals = {
  malformed: (says: string, at: Refusal['at'] = []) => no('LV1', says, at),
  otherProtocol: no('LV2', 'This server speaks version 1 of the protocol.', ['protocol']),
  noToken: no('LV3', 'Show a token that holds, in a hello, before anything else.', ['token']),
  noSuchCase: no('LV4', 'There is no such case.', ['case']),
  tooManyFollows: no('LV5', 'This connection follows as many cases as it may.', ['case']),
  tooManyMessages: no('LV6', 'Too many messages; wait a moment.'),
  tooManyConnections: no('LV7', 'Too many connections; close one of them.'),
  slow: no('LV8', 'Too much was sent and not read; go on from the last event that was read.'),
  expired: no('LV9', 'The token has ended; show another one.', ['token']),
  otherPerson: no('LV9', 'Another token of a connection is of the same person.', ['token']),
  origin: no('LV10', 'Pages of this origin may not come in here.', ['origin']),
  tooManyActs: no('LV11', 'Too many acts wait for their answer.'),
  rightsLost: no('LV12', 'This case is no longer open to you.', ['case']),
  closing: no('LV13', 'The server is closing; come again in a moment.'),
  trouble: no('LV14', 'The service failed; try again in a moment.'),
} as const;
