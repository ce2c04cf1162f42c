import type { RowReader } from './rows.ts';

/** Most statements that stay prepared on one connection; later ones are sent in full each time. */
const mostPrepared = 300;

type Prepared = { readonly name: string; readonly reader: RowReader };

/**
 * What is prepared on one connection.
 *
 * A name is known once the statement that it was made for is done. Where that failed nobody can tell whether
 * the server has the name, so it is given up and never used again.
 */
export type PreparedStatements = {
  find(text: string): Prepared | undefined;
  /** A fresh name for a text, or none where it is to be sent without one. */
  nameFor(text: string): string | undefined;
  learn(text: string, prepared: Prepared): void;
  giveUp(text: string, name: string): void;
  /** Names to close with the next message. */
  takeGivenUp(): readonly string[];
};

/**
 * `allowed` is off where a pooler hands every transaction another connection of the server. `prefix` tells the
 * names of several of these on one connection apart.
 */
export function preparedStatements(allowed: boolean, prefix = 'court'): PreparedStatements {
  const known = new Map<string, Prepared>();
  let last = 0;
  let givenUp: string[] = [];
  return {
    find: (text) => known.get(text),
    nameFor() {
      if (!allowed || known.size >= mostPrepared) return undefined;
      last += 1;
      return `${prefix}_${last}`;
    },
    learn(text, prepared) {
      known.set(text, prepared);
    },
    giveUp(text, name) {
      known.delete(text);
      givenUp.push(name);
    },
    takeGivenUp() {
      const names = givenUp;
      if (names.length > 0) givenUp = [];
      return names;
    },
  };
}
