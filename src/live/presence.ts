import type { Present } from '../ports/room-bus.ts';
import type { PresenceMessage } from '../wire/v1/live.ts';

/** Who is in one room, over all replicas. */
export type Presence = {
  /** Who is in the part of the room that this replica holds. */
  here(people: readonly Present[]): void;
  /** Who is in the part of another one, until it tells again or is silent for too long; whether it is new. */
  there(hub: string, people: readonly Present[], count: number, now: number): boolean;
  /** Leaves out the replicas that were last heard of before this. */
  forgetBefore(instant: number): void;
  /** All who were here when changes were last told, for one who enters: the next changes go on from there. */
  whole(names: boolean): PresenceMessage;
  /** What changed since the last time, for who sees names and for who does not; `null`: nothing. */
  changes(): { readonly named: PresenceMessage; readonly plain: PresenceMessage } | null;
};

/**
 * LV26: who may see names is told who is here; others are told who sits in a seat, which the case shows
 * them anyhow, and how many people there are.
 */
export function presenceOf(caseId: string, listed: number): Presence {
  let own: readonly Present[] = [];
  const others = new Map<string, { people: readonly Present[]; count: number; heard: number }>();
  let told = { named: new Map<string, Present>(), plain: new Map<string, Present>(), count: 0 };

  function now() {
    const people = new Map<string, Present>();
    for (const part of [own, ...[...others.values()].map((other) => other.people)]) {
      for (const one of part) {
        const before = people.get(one.person);
        const seats = [...new Set([...(before?.seats ?? []), ...one.seats])];
        people.set(one.person, { ...one, seats });
      }
    }
    const ranked = [...people.values()].toSorted(
      (one, other) => other.seats.length - one.seats.length,
    );
    const unlisted = [...others.values()].reduce(
      (sum, { people: list, count }) => sum + count - list.length,
      0,
    );
    const named = byPerson(ranked.slice(0, listed));
    const plain = byPerson(ranked.slice(0, listed).filter(({ seats }) => seats.length > 0));
    return { named, plain, count: people.size + unlisted };
  }

  return {
    here(people) {
      own = people;
    },
    there(hub, people, count, heard) {
      const isNew = count > 0 && !others.has(hub);
      if (count === 0) others.delete(hub);
      else others.set(hub, { people, count, heard });
      return isNew;
    },
    forgetBefore(instant) {
      for (const [hub, { heard }] of others) if (heard < instant) others.delete(hub);
    },
    whole(names) {
      const joined = [...(names ? told.named : told.plain).values()];
      const people = joined.map((one) => shown(one, names));
      const { count } = told;
      return { type: 'presence', case: caseId, count, whole: true, joined: people, left: [] };
    },
    changes() {
      const before = told;
      told = now();
      const named = difference(caseId, before.named, told.named, told.count, true);
      const plain = difference(caseId, before.plain, told.plain, told.count, false);
      const isSame = [named, plain].every(({ joined, left }) => joined.length + left.length === 0);
      return isSame && before.count === told.count ? null : { named, plain };
    },
  };
}

const byPerson = (people: readonly Present[]) => new Map(people.map((one) => [one.person, one]));

const shown = ({ person, name, seats }: Present, names: boolean) => ({
  who: person,
  seats: [...seats],
  name: names ? name : null,
});

function difference(
  caseId: string,
  before: ReadonlyMap<string, Present>,
  after: ReadonlyMap<string, Present>,
  count: number,
  names: boolean,
): PresenceMessage {
  const isSame = (one: Present): boolean => {
    const other = before.get(one.person);
    return other !== undefined && other.seats.join() === one.seats.join();
  };
  return {
    type: 'presence',
    case: caseId,
    count,
    whole: false,
    joined: [...after.values()].filter((one) => !isSame(one)).map((one) => shown(one, names)),
    left: [...before.keys()].filter((person) => !after.has(person)),
  };
}
