import { chainEvents, type Tip, tipOf } from './chain.ts';
import type { EventDraft, RecordedEvent } from './event.ts';
import { type Hashing, portableHashing } from './hashing.ts';
import { type SaltSource, seal, type StoredText } from './seal.ts';

/** What enters the record at once: all of it or nothing. */
export type Batch = {
  readonly events: readonly RecordedEvent[];
  readonly texts: readonly StoredText[];
};

/** Seals the texts of the drafts and puts the events in their place after `tip`. */
export function batchOf(
  caseId: string,
  tip: Tip,
  drafts: readonly EventDraft[],
  saltFor: SaltSource,
  hashing: Hashing = portableHashing,
): Batch {
  const sealed = drafts.map((draft) => seal(draft, saltFor, hashing));
  return {
    events: chainEvents(
      caseId,
      tip,
      sealed.map(({ event }) => event),
      hashing,
    ),
    texts: sealed.flatMap(({ texts }) => texts),
  };
}

/** The stream of one case as a store holds it open. */
export type CaseStream = {
  readonly events: readonly RecordedEvent[];
  readonly texts: readonly StoredText[];
  /**
   * What becomes of a batch, the same in every store: events known by their ids were appended before,
   * a version that is not the expected one refuses the batch. Changes nothing.
   *
   * @throws TypeError where the batch does not carry on the chain: a bug of the writer.
   */
  admit(batch: Batch, expected: number): 'appended' | 'stale' | 'repeated';
  /** Takes in a batch that was admitted. */
  take(batch: Batch): void;
};

export function caseStream(caseId: string): CaseStream {
  const events: RecordedEvent[] = [];
  const texts: StoredText[] = [];
  const ids = new Set<string>();
  return {
    events,
    texts,
    admit(batch, expected) {
      if (batch.events.length === 0) throw new TypeError('a batch holds at least one event');
      if (batch.events.every(({ id }) => ids.has(id))) return 'repeated';
      if (expected !== events.length) return 'stale';
      refuseBroken(caseId, tipOf(caseId, events), batch.events, ids);
      return 'appended';
    },
    take(batch) {
      for (const event of batch.events) {
        events.push(event);
        ids.add(event.id);
      }
      for (const text of batch.texts) texts.push(text);
    },
  };
}

function refuseBroken(
  caseId: string,
  tip: Tip,
  events: readonly RecordedEvent[],
  taken: ReadonlySet<string>,
): void {
  const fresh = new Set<string>();
  let last = tip;
  for (const event of events) {
    if (taken.has(event.id) || fresh.has(event.id)) {
      throw new TypeError(`event id ${event.id} is taken in case ${caseId}`);
    }
    if (event.case !== caseId || event.seq !== last.seq + 1 || event.prev !== last.hash) {
      throw new TypeError(`event ${event.id} does not follow event ${last.seq} of case ${caseId}`);
    }
    fresh.add(event.id);
    last = event;
  }
}
