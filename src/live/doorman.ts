import type { Refusal } from '../core/refusal.ts';
import type { LiveLimits } from './limits.ts';
import { refusals } from './refusals.ts';

/** What one person has in use, over all connections of this process. */
export type Guest = {
  /** Whether another message is within what a person may send. */
  mayTalk(): boolean;
  leave(): void;
};

/** LV3, LV6, LV7: who may come in, and how much a person may say. */
export type Doorman = {
  /** Somebody who has shown no token yet; `leave` is called when one was shown, or the connection ended. */
  stranger(address: string): { leave(): void } | Refusal;
  guest(person: string): Guest | Refusal;
};

type Person = { connections: number; left: number; since: number };

export function doorman(limits: LiveLimits, now: () => number): Doorman {
  const ofAddress = new Map<string, number>();
  const people = new Map<string, Person>();
  let strangers = 0;

  return {
    stranger(address) {
      const held = ofAddress.get(address) ?? 0;
      if (held >= limits.strangersOfAddress || strangers >= limits.strangers) {
        return refusals.tooManyConnections;
      }
      ofAddress.set(address, held + 1);
      strangers += 1;
      let isIn = true;
      return {
        leave() {
          if (!isIn) return;
          isIn = false;
          strangers -= 1;
          const left = (ofAddress.get(address) ?? 1) - 1;
          if (left === 0) ofAddress.delete(address);
          else ofAddress.set(address, left);
        },
      };
    },
    guest(name) {
      const person = people.get(name) ?? {
        connections: 0,
        left: limits.messagesAtOnce,
        since: now(),
      };
      if (person.connections >= limits.connectionsOfPerson) return refusals.tooManyConnections;
      person.connections += 1;
      people.set(name, person);
      let isIn = true;
      return {
        mayTalk() {
          const instant = now();
          const refilled = ((instant - person.since) / 1_000) * limits.messagesPerSecond;
          person.left = Math.min(limits.messagesAtOnce, person.left + refilled);
          person.since = instant;
          if (person.left < 1) return false;
          person.left -= 1;
          return true;
        },
        leave() {
          if (!isIn) return;
          isIn = false;
          person.connections -= 1;
          if (person.connections === 0) people.delete(name);
        },
      };
    },
  };
}
