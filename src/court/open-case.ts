import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { docketEntry } from '../core/case/docket-entry.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import { batchOf } from '../core/record/batch.ts';
import { tipOf, type Tip } from '../core/record/chain.ts';
import type { Author, EventDraft } from '../core/record/event.ts';
import { headAfter, headSigned, type HeadPurpose } from '../core/record/head.ts';
import type { JsonObject } from '../core/record/prose.ts';
import { decided, refused, type Decision, type Refusal } from '../core/refusal.ts';
import type { Entropy } from '../ports/entropy.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { Signer } from '../ports/signer.ts';
import { turnAfter, untried, type TurnSoFar } from './hearing/turn-so-far.ts';
import { readCase } from './read-case.ts';

/** What the court needs of the world. */
export type Court = {
  readonly store: RecordStore;
  readonly signer: Signer;
  readonly entropy: Entropy;
  /** ISO 8601, UTC, with milliseconds. */
  now(): string;
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
  /**
   * The one road of every write: decide, seal, append, all of it or nothing. A refusal leaves the record as
   * it was; where another writer was faster, it is decided anew on what that one made of the case.
   */
  act(by: Author, decide: (state: Case) => Decision<CaseEvent>): Promise<Decision<CaseEvent>>;
  /**
   * Appends, all of it or nothing, what was decided on this version and holds for no other. `overtaken`:
   * another writer was faster, and the case in hand is now what that one made of it.
   */
  record(version: number, entries: readonly Entry[]): Promise<'recorded' | 'overtaken'>;
  /** Signs the record up to here. */
  signHead(purpose: HeadPurpose): Promise<Decision<never>>;
};

/** How often an act is decided anew because another writer was faster. */
const mostTries = 5;

/** Opens a case as its record tells it; a case without a record is a new one. */
export async function openCase(court: Court, id: string): Promise<OpenCase> {
  let hand = await load(court, id);

  /** Appends after the tip in hand what `draft` makes of bytes for ids; else takes up what others wrote. */
  async function append(
    draft: (bytes: (count: number) => Uint8Array) => readonly EventDraft[],
    following: Omit<InHand, 'tip'>,
  ): Promise<boolean> {
    const { tip } = hand;
    const bytes = court.entropy.after(tip.hash);
    const batch = batchOf(id, tip, draft(bytes), () => bytes(16));
    const shown = docketEntry(following.state);
    const appended = (await court.store.append(id, batch, tip.seq, shown)) === 'appended';
    hand = appended ? { ...following, tip: tipOf(id, batch.events) } : await load(court, id);
    return appended;
  }

  async function record(version: number, entries: readonly Entry[]) {
    if (version !== hand.tip.seq) return 'overtaken';
    const at = court.now();
    const following = entries.reduce((before, { event }) => afterEvent(before, event), hand);
    const appended = await append(
      (bytes) =>
        entries.map(({ by, event }) => ({ id: hex(bytes(16)), at, by, ...asDraft(event) })),
      following,
    );
    return appended ? 'recorded' : 'overtaken';
  }

  return {
    id,
    state: () => hand.state,
    version: () => hand.tip.seq,
    turn: () => hand.turn,
    isSigned: (purpose) => hand.signed.has(purpose),
    record,
    async act(by, decide) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const decision = decide(hand.state);
        if (decision.kind === 'refused' || decision.events.length === 0) return decision;
        const entries = decision.events.map((event) => ({ by, event }));
        if ((await record(hand.tip.seq, entries)) === 'recorded') return decision;
      }
      return refused(busy);
    },
    async signHead(purpose) {
      const { publicKey } = court.signer;
      const wasSigned = hand.signed.has(purpose);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const { tip } = hand;
        const stamp = { id: hex(court.entropy.after(tip.hash)(16)), at: court.now(), by: theCourt };
        const head = headAfter(id, tip, purpose, publicKey, stamp);
        const signature = await court.signer.sign(head.statement);
        const signed = new Set([...hand.signed, purpose]);
        if (await append(() => [head.signed(signature)], { ...hand, signed })) return decided();
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

/** What a record comes to. */
type InHand = {
  readonly state: Case;
  readonly tip: Tip;
  readonly turn: TurnSoFar;
  /** Purposes of the heads. */
  readonly signed: ReadonlySet<unknown>;
};

async function load({ store }: Court, id: string): Promise<InHand> {
  const [recorded, texts] = await Promise.all([store.read(id), store.texts(id)]);
  const { state, events } = readCase(recorded, texts);
  const heads = recorded.filter(({ type }) => type === headSigned);
  return {
    state,
    tip: tipOf(id, recorded),
    turn: events.reduce(turnAfter, untried),
    signed: new Set(heads.map(({ data }) => data['purpose'])),
  };
}

function afterEvent(before: InHand, event: CaseEvent): InHand {
  const { state, turn } = before;
  return { ...before, state: evolveCase(state, event), turn: turnAfter(turn, event) };
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The events of a case are JSON by their types; the record asks for it by a wider one. */
function asDraft({ type, data }: CaseEvent): Pick<EventDraft, 'type' | 'data'> {
  return { type, data: data as unknown as JsonObject };
}
