import { noCase, type Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import { headSigned } from '../core/record/head.ts';
import { unseal, type StoredText } from '../core/record/seal.ts';

export type ReadCase = {
  readonly state: Case;
  /** The events of the case, heads left out. */
  readonly events: readonly CaseEvent[];
  /** Number of texts that left the record. */
  readonly missing: number;
};

/**
 * The state of a case from its record. A text that left the record is read as a mark with the beginning
 * of its hash, and counted in `missing`.
 */
export function readCase(events: readonly RecordedEvent[], texts: readonly StoredText[]): ReadCase {
  const byHash = new Map(texts.map(({ hash, text }) => [hash, text]));
  let missing = 0;
  const textOf = (hash: string) => {
    const text = byHash.get(hash);
    if (text !== undefined) return text;
    missing += 1;
    return `[withheld ${hash.slice(0, 8)}]`;
  };
  const read = events
    .filter(({ type }) => type !== headSigned)
    .map((event) => unseal(event, textOf))
    // The chain vouches that these are the events which this court wrote.
    .map(({ type, data }) => ({ type, data }) as unknown as CaseEvent);
  return { state: read.reduce(evolveCase, noCase), events: read, missing };
}
