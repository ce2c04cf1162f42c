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

/** An event of the case where it stands in the record, and who did it. */
export type Happened = {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly by: { readonly kind: 'person' | 'mind' | 'court'; readonly name: string | null };
  readonly event: CaseEvent;
};

/**
 * The state of a case from its record. A text that left the record is read as a mark with the beginning
 * of its hash, and counted in `missing`.
 */
export function readCase(events: readonly RecordedEvent[], texts: readonly StoredText[]): ReadCase {
  const byHash = new Map(texts.map(({ hash, text }) => [hash, text]));
  let missing = 0;
  const read = withWords(events, (hash) => {
    const text = byHash.get(hash);
    if (text === undefined) missing += 1;
    return text;
  }).map(({ event }) => event);
  return { state: read.reduce(evolveCase, noCase), events: read, missing };
}

/** What happened, each text in its place; the heads are left out. */
export function withWords(
  recorded: readonly RecordedEvent[],
  textOf: (hash: string) => string | undefined,
): readonly Happened[] {
  return recorded
    .filter(({ type }) => type !== headSigned)
    .map((event) => unseal(event, (hash) => textOf(hash) ?? `[withheld ${hash.slice(0, 8)}]`))
    .map(({ seq, at, by: { kind, name }, type, data }) => ({
      seq,
      at,
      by: { kind, name: name !== undefined && 'prose' in name ? name.prose : null },
      // The chain vouches that these are the events which this court wrote.
      event: { type, data } as unknown as CaseEvent,
    }));
}
