import type { Refusal } from '../core/refusal.ts';
import { type ClientMessage, liveProtocol, type ServerMessage } from '../wire/v1/live.ts';
import type { Caller, LiveDesk } from './desk.ts';
import type { Doorman, Guest } from './doorman.ts';
import type { Following, Hub } from './hub.ts';
import { frameOf, type Line } from './line.ts';
import { readMessage } from './read-message.ts';
import { refusals } from './refusals.ts';

/** One connection of a client, from its first message to its end. */
export type Session = {
  /** A text of the client. Messages are taken one after the other. */
  hear(text: string): void;
  /** A token that came with the request for the connection. */
  show(token: string): void;
  /** The court ends it, and says where to go on. */
  drop(refusal: Refusal, retryAfterMs: number | null): void;
  /** The connection is gone. */
  gone(): void;
};

/** Refused messages after which nobody is listening who reads what is answered. */
const mostRefused = 20;

/** Messages that wait until those before are done. */
const mostWaiting = 100;

/** What somebody may send who has not been greeted yet, in UTF-16 code units. */
const mostOfStranger = 32_768;

/** Close codes of RFC 6455: broken rules, going away, come again later. */
const codes = { policy: 1008, away: 1001, later: 1013 } as const;

/** The longest wait that a timer can hold, in milliseconds. */
const longestTimer = 2_147_483_647;

export function openSession(
  line: Line,
  hub: Hub,
  desk: LiveDesk,
  door: Doorman,
  leaveStrangers: () => void,
): Session {
  const { limits } = desk;
  const followed = new Map<string, Following>();
  let caller: Caller | null = null;
  let guest: Guest | null = null;
  let isOver = false;
  let acts = 0;
  let refused = 0;
  let waiting = 0;
  let unread = 0;
  let last = Promise.resolve();
  let expiry: NodeJS.Timeout | null = null;
  const hello = setTimeout(() => drop(refusals.noToken, null), limits.helloMs);

  const say = (message: ServerMessage): void => {
    if (!isOver) line.send(frameOf(message));
  };

  function refuse(
    all: readonly [Refusal, ...Refusal[]],
    of: { readonly id?: string; readonly case?: string } = {},
  ): void {
    const told = all.map((refusal) => ({ ...refusal, at: [...refusal.at] }));
    say({ type: 'refused', id: of.id ?? null, case: of.case ?? null, refusals: told });
    if (of.id !== undefined) return;
    refused += 1;
    if (refused >= mostRefused) drop(all[0], null);
  }

  function drop(refusal: Refusal, retryAfterMs: number | null, code: number = codes.policy): void {
    if (isOver) return;
    const resume = [...followed].map(([caseId, { at }]) => ({ case: caseId, after: at() }));
    const told = { ...refusal, at: [...refusal.at] };
    say({ type: 'dropped', case: null, refusal: told, resume, retryAfterMs });
    gone();
    line.end(code, refusal.rule);
  }

  function gone(): void {
    isOver = true;
    clearTimeout(hello);
    if (expiry !== null) clearTimeout(expiry);
    for (const following of followed.values()) following.leave();
    followed.clear();
    guest?.leave();
    leaveStrangers();
  }

  async function greet(token: string, protocol: number): Promise<void> {
    if (protocol !== liveProtocol) return drop(refusals.otherProtocol, null);
    const known = await desk.identify(token);
    if (isOver) return;
    if (known === null) return drop(refusals.noToken, null);
    if (caller !== null && caller.claims.sub !== known.claims.sub) {
      return drop(refusals.otherPerson, null);
    }
    if (guest === null) {
      const admitted = door.guest(known.claims.sub);
      if ('rule' in admitted) return drop(admitted, 30_000, codes.later);
      guest = admitted;
    }
    caller = known;
    clearTimeout(hello);
    leaveStrangers();
    endWith(known);
    const { sub, exp } = known.claims;
    const { heartbeatMs } = limits;
    const expires = Math.floor(exp);
    say({ type: 'welcome', protocol: liveProtocol, person: sub, expires, heartbeatMs });
  }

  /** LV9 */
  function endWith({ claims }: Caller): void {
    if (expiry !== null) clearTimeout(expiry);
    const left = Math.min(longestTimer, Math.max(0, claims.exp * 1_000 - desk.now()));
    expiry = setTimeout(() => drop(refusals.expired, 0), left);
  }

  async function follow(by: Caller, asked: Extract<ClientMessage, { type: 'follow' }>) {
    const { case: caseId } = asked;
    followed.get(caseId)?.leave();
    followed.delete(caseId);
    if (followed.size >= limits.followsOfConnection) {
      return refuse([refusals.tooManyFollows], { case: caseId });
    }
    const following = await hub.follow(line, by, asked, (refusal, at) => {
      followed.delete(caseId);
      // A reader that is too slow in one room is so in all.
      if (refusal.rule === refusals.slow.rule) return dropSlow(caseId, at);
      const told = { ...refusal, at: [...refusal.at] };
      const resume = [{ case: caseId, after: at }];
      const retryAfterMs = refusal.rule === refusals.trouble.rule ? 1_000 : null;
      say({ type: 'dropped', case: caseId, refusal: told, resume, retryAfterMs });
    });
    if ('rule' in following) return refuse([following], { case: caseId });
    if (isOver) following.leave();
    else followed.set(caseId, following);
  }

  function dropSlow(caseId: string, at: number): void {
    followed.set(caseId, { at: () => at, leave() {} });
    drop(refusals.slow, 1_000, codes.later);
  }

  /** LV27: not awaited by the messages after it; its answer carries its id. */
  function act(by: Caller, message: Extract<ClientMessage, { type: 'act' }>): void {
    const { id, case: caseId, seat, version, move } = message;
    if (acts >= limits.actsAtOnce) return refuse([refusals.tooManyActs], { id });
    acts += 1;
    desk
      .act(by, { id, case: caseId, seat, version, move })
      .then((answer) => {
        if (answer.kind === 'acknowledged') {
          say({ type: 'acknowledged', id, version: answer.version });
        } else refuse(answer.refusals, { id, case: caseId });
      })
      .catch((error: unknown) => {
        desk.fault(error, 'an act failed');
        refuse([refusals.trouble], { id, case: caseId });
      })
      .finally(() => {
        acts -= 1;
      });
  }

  async function take(message: ClientMessage): Promise<void> {
    if (message.type === 'hello') return await greet(message.token, message.protocol);
    if (caller === null) return drop(refusals.noToken, null);
    switch (message.type) {
      case 'follow':
        return await follow(caller, message);
      case 'unfollow':
        followed.get(message.case)?.leave();
        followed.delete(message.case);
        return;
      case 'act':
        act(caller, message);
        return;
      case 'ping':
        say({ type: 'pong', n: message.n });
    }
  }

  function inTurn(work: () => Promise<void>): void {
    waiting += 1;
    last = last
      .then(async () => {
        if (!isOver) await work();
      })
      .catch((error: unknown) => {
        desk.fault(error, 'a message of a room could not be taken');
        drop(refusals.trouble, 1_000, codes.later);
      })
      .finally(() => {
        waiting -= 1;
      });
  }

  return {
    hear(text) {
      if (isOver) return;
      if (waiting >= mostWaiting || guest?.mayTalk() === false) {
        return refuse([refusals.tooManyMessages]);
      }
      if (guest === null && (unread += text.length) > mostOfStranger) {
        return drop(refusals.noToken, null);
      }
      const read = readMessage(text, limits.depth);
      if (read.kind === 'refused') {
        if (caller === null) return drop(refusals.noToken, null);
        return refuse(read.refusals);
      }
      inTurn(() => take(read.message));
    },
    show: (token) => inTurn(() => greet(token, liveProtocol)),
    drop,
    gone() {
      if (!isOver) gone();
    },
  };
}
