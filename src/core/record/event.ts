import type { JsonObject, Prose, Sealed } from './prose.ts';

/** Who did it: a person, a mind of the court, or the court itself by its rules. */
export type Author<Text = Prose> = {
  readonly seat: string;
  readonly kind: 'person' | 'mind' | 'court';
  readonly name?: Text;
};

/** An event before it enters the record; `data` may hold `{ prose }` anywhere. */
export type EventDraft = {
  /** Chosen by the writer, unique in the case: the same id again is the same event. */
  readonly id: string;
  /** ISO 8601, UTC, with milliseconds: `2026-03-02T09:00:00.000Z`. */
  readonly at: string;
  readonly by: Author<Prose | Sealed>;
  /** Past tense: `exhibit-offered`. */
  readonly type: string;
  readonly data: JsonObject;
};

/** An event whose texts are sealed. */
export type SealedDraft = Omit<EventDraft, 'by'> & { readonly by: Author<Sealed> };

/** An event in its place in the chain. Its line in the record is its canonical JSON. */
export type RecordedEvent = SealedDraft & {
  /** Version of this format. */
  readonly v: 1;
  readonly case: string;
  /** 1-based, without gaps. */
  readonly seq: number;
  /** `hash` of the event before; of the first, the hash of the case's genesis. */
  readonly prev: string;
  /** Lower-case hex SHA-256 of the canonical JSON of the event without this member. */
  readonly hash: string;
};
