import { noCase, type Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import { batchOf } from '../core/record/batch.ts';
import { tipOf, type Tip } from '../core/record/chain.ts';
import type { Author, EventDraft } from '../core/record/event.ts';
import { headAfter, type HeadPurpose } from '../core/record/head.ts';
import type { JsonObject } from '../core/record/prose.ts';
import { decided, refused, type Decision } from '../core/refusal.ts';
import type { Entropy } from '../ports/entropy.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { Signer } from '../ports/signer.ts';
import { readCase } from './read-case.ts';

/** What the court needs of the world. */
export type Court = {
  readonly store: RecordStore;
  readonly signer: Signer;
  readonly entropy: Entropy;
  /** ISO 8601, UTC, with milliseconds. */
  now(): string;
};

/** A case in hand. */
export type OpenCase = {
  readonly id: string;
  state(): Case;
  /** Number of events in the record. */
  version(): number;
  /** The one road of every write: decide, seal, append. A refusal leaves the record as it was. */
  act(by: Author, decide: (state: Case) => Decision<CaseEvent>): Promise<Decision<CaseEvent>>;
  /** Signs the record up to here. */
  signHead(purpose: HeadPurpose): Promise<Decision<never>>;
};

/** How often an act is decided anew because another writer was faster. */
const mostTries = 5;

/** Opens a case as its record tells it; a case without a record is a new one. */
export async function openCase(court: Court, id: string): Promise<OpenCase> {
  let { state, tip } = await load(court, id);

  /**
   * Appends at the version in hand and takes up what follows; where another writer was faster, takes up
   * what that one made of the case instead.
   */
  async function append(drafts: readonly EventDraft[], following: Case): Promise<boolean> {
    const batch = batchOf(id, tip, drafts, () => court.entropy.bytes(16));
    const appended = (await court.store.append(id, batch, tip.seq)) === 'appended';
    ({ state, tip } = appended
      ? { state: following, tip: tipOf(id, batch.events) }
      : await load(court, id));
    return appended;
  }

  const stamp = (by: Author) => ({ id: idFrom(court.entropy), at: court.now(), by });

  return {
    id,
    state: () => state,
    version: () => tip.seq,
    async act(by, decide) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const decision = decide(state);
        if (decision.kind === 'refused' || decision.events.length === 0) return decision;
        const drafts = decision.events.map((event) => ({ ...stamp(by), ...asDraft(event) }));
        const following = decision.events.reduce(evolveCase, state);
        if (await append(drafts, following)) return decision;
      }
      return refused(busy);
    },
    async signHead(purpose) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const { publicKey } = court.signer;
        const head = headAfter(id, tip, purpose, publicKey, { ...stamp(theCourt), by: theCourt });
        const signature = await court.signer.sign(head.statement);
        if (await append([head.signed(signature)], state)) return decided();
      }
      return refused(busy);
    },
  };
}

/**
 * What the court does by itself cannot be refused by its rules: where it is, the record failed.
 *
 * @throws Error with the sentence of the refusal
 */
export function certain(decision: Decision<unknown>): void {
  if (decision.kind === 'refused') {
    throw new Error(decision.refusals.map(({ rule, says }) => `${rule}: ${says}`).join(' '));
  }
}

/** CT1: of several tries none came first. */
const busy = { rule: 'CT1', at: [], says: 'Others keep writing to this case; try again.' };

/** The court acting by its rules, and not by anybody's will. */
export const theCourt = { seat: 'court', kind: 'court' } as const;

async function load({ store }: Court, id: string): Promise<{ state: Case; tip: Tip }> {
  const [events, texts] = await Promise.all([store.read(id), store.texts(id)]);
  const read = events.length === 0 ? { state: noCase } : readCase(events, texts);
  return { state: read.state, tip: tipOf(id, events) };
}

function idFrom(entropy: Entropy): string {
  return [...entropy.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The events of a case are JSON by their types; the record asks for it by a wider one. */
function asDraft({ type, data }: CaseEvent): Pick<EventDraft, 'type' | 'data'> {
  return { type, data: data as unknown as JsonObject };
}
