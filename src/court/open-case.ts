import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { docketEntry } from '../core/case/docket-entry.ts';
import { type Batch, batchOf } from '../core/record/batch.ts';
import { chainEvents, tipOf, type Tip } from '../core/record/chain.ts';
import type { Author, EventDraft } from '../core/record/event.ts';
import { headAfter, type HeadPurpose } from '../core/record/head.ts';
import type { Hashing } from '../core/record/hashing.ts';
import type { JsonObject } from '../core/record/prose.ts';
import { decided, refused, type Decision, type Refusal } from '../core/refusal.ts';
import type { Entropy } from '../ports/entropy.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { Signer } from '../ports/signer.ts';
import { type CaseSoFar, goneOn, nothingYet, readOn } from './case-so-far.ts';
import type { TurnSoFar } from './hearing/turn-so-far.ts';

/** What the court needs of the world. */
export type Court = {
  readonly store: RecordStore;
  readonly signer: Signer;
  readonly entropy: Entropy;
  /** ISO 8601, UTC, with milliseconds. */
  now(): string;
  /** SHA-256 of the platform, where there is one that is faster. */
  readonly hashing?: Hashing;
};

/** An event with who did it. */
export type Entry = { readonly by: Author; readonly event: CaseEvent };

/** A case in hand. */
export type OpenCase = {
  readonly id: string;
  state(): Case;
  /** Number of events in the record. */
  version(): number;
  /** What was tried of the turn that is open. */
  turn(): TurnSoFar;
  /** Whether the record holds a head that was signed for this. */
  isSigned(purpose: HeadPurpose): boolean;
  /** All that is known of it. */
  soFar(): CaseSoFar;
  /** Takes up what others wrote meanwhile. */
  refresh(): Promise<void>;
  /**
   * The one road of every write: decide, seal, append, all of it or nothing. A refusal leaves the record as
   * it was; where another writer was faster, it is decided anew on what that one made of the case. `sign`: the
   * court signs the record up to there in the same piece.
   */
  act(
    by: Author,
    decide: (state: Case) => Decision<CaseEvent>,
    sign?: HeadPurpose,
  ): Promise<Decision<CaseEvent>>;
  /**
   * Appends, all of it or nothing, what was decided on this version and holds for no other. `overtaken`:
   * another writer was faster, and the case in hand is now what that one made of it.
   */
  record(
    version: number,
    entries: readonly Entry[],
    sign?: HeadPurpose,
  ): Promise<'recorded' | 'overtaken'>;
  /** Signs the record up to here. */
  signHead(purpose: HeadPurpose): Promise<Decision<never>>;
};

/** How often an act is decided anew because another writer was faster. */
const mostTries = 5;

/** Opens a case as its record tells it; a case without a record is a new one. */
export async function openCase(court: Court, id: string): Promise<OpenCase> {
  return openCaseAt(court, await readOn(court.store, nothingYet(id), court.hashing));
}

/** Opens a case that was read already, up to some event or to the end. */
export function openCaseAt(court: Court, from: CaseSoFar): OpenCase {
  const { id } = from;
  let hand = from;

  async function refresh(): Promise<void> {
    const read = await readOn(court.store, hand, court.hashing);
    if (read.tip.seq > hand.tip.seq) hand = read;
  }

  /** What comes after the tip in hand; the head is made for the tip that the entries lead to. */
  async function batchAfter(
    tip: Tip,
    at: string,
    entries: readonly Entry[],
    sign: HeadPurpose | undefined,
  ): Promise<Batch> {
    const bytes = court.entropy.after(tip.hash);
    const drafts = entries.map(({ by, event }) => ({
      id: hex(bytes(16)),
      at,
      by,
      ...asDraft(event),
    }));
    const batch = batchOf(id, tip, drafts, () => bytes(16));
    if (sign === undefined) return batch;
    const end = batch.events.at(-1) ?? tip;
    const { publicKey } = court.signer;
    const stamp = { id: hex(court.entropy.after(end.hash)(16)), at, by: theCourt };
    const head = headAfter(id, end, sign, publicKey, stamp);
    const signed = head.signed(await court.signer.sign(head.statement));
    return { ...batch, events: [...batch.events, ...chainEvents(id, end, [signed])] };
  }

  async function record(version: number, entries: readonly Entry[], sign?: HeadPurpose) {
    if (version !== hand.tip.seq) return 'overtaken';
    const before = hand;
    const at = court.now();
    const batch = await batchAfter(before.tip, at, entries, sign);
    const happened = entries.map(({ by: { kind, name }, event }, index) => ({
      seq: version + 1 + index,
      at,
      by: { kind, name: name?.prose ?? null },
      event,
    }));
    const after = goneOn(before, happened);
    const shown = docketEntry(after.state);
    const appended = (await court.store.append(id, batch, version, shown)) === 'appended';
    // Whoever shares this hand may have taken up the very same events while they were appended.
    if (!appended || hand !== before) await refresh();
    else {
      const signed = sign === undefined ? before.signed : new Set([...before.signed, sign]);
      hand = { ...after, signed, tip: tipOf(id, batch.events), size: before.size + sizeOf(batch) };
    }
    return appended ? 'recorded' : 'overtaken';
  }

  return {
    id,
    state: () => hand.state,
    version: () => hand.tip.seq,
    turn: () => hand.turn,
    isSigned: (purpose) => hand.signed.has(purpose),
    soFar: () => hand,
    refresh,
    record,
    async act(by, decide, sign) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const decision = decide(hand.state);
        if (decision.kind === 'refused' || decision.events.length === 0) return decision;
        const entries = decision.events.map((event) => ({ by, event }));
        if ((await record(hand.tip.seq, entries, sign)) === 'recorded') return decision;
      }
      return refused(busy);
    },
    async signHead(purpose) {
      const wasSigned = hand.signed.has(purpose);
      for (let tries = 0; tries < mostTries; tries += 1) {
        if ((await record(hand.tip.seq, [], purpose)) === 'recorded') return decided();
        // Who was faster may have signed for the very same thing.
        if (!wasSigned && hand.signed.has(purpose)) return decided();
      }
      return refused(busy);
    },
  };
}

/**
 * The events of a decision that cannot be a refusal: what the court does by itself its rules allow, and
 * where they do not, the record failed.
 *
 * @throws Error with the sentence of the refusal
 */
export function certain<Event>(decision: Decision<Event>): readonly Event[] {
  if (decision.kind === 'decided') return decision.events;
  throw new Error(decision.refusals.map(({ rule, says }) => `${rule}: ${says}`).join(' '));
}

/** CT1: of several tries none came first. */
export const busy: Refusal = {
  rule: 'CT1',
  at: [],
  says: 'Others keep writing to this case; try again.',
};

/** The court acting by its rules, and not by anybody's will. */
export const theCourt = { seat: 'court', kind: 'court' } as const;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sizeOf = ({ events, texts }: Batch): number =>
  texts.reduce((sum, { text }) => sum + text.length, 300 * events.length);

/** The events of a case are JSON by their types; the record asks for it by a wider one. */
function asDraft({ type, data }: CaseEvent): Pick<EventDraft, 'type' | 'data'> {
  return { type, data: data as unknown as JsonObject };
}
