import { noCase, type Case } from '../core/case/case.ts';
import { evolveCase } from '../core/case/evolve-case.ts';
import { privateTo } from '../core/case/private-to.ts';
import type { Seat } from '../core/gate/proposal.ts';
import { encodeEvent, genesis, type Tip, tipOf } from '../core/record/chain.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import { headSigned } from '../core/record/head.ts';
import { type Hashing, portableHashing } from '../core/record/hashing.ts';
import { hashOfText, type StoredText } from '../core/record/seal.ts';
import { transcriptLine, type TranscriptLine } from '../core/transcript/transcript-line.ts';
import { RecordStoreFault, type RecordStore } from '../ports/record-store.ts';
import { turnAfter, untried, type TurnSoFar } from './hearing/turn-so-far.ts';
import { withWords, type Happened } from './read-case.ts';

/** What a record comes to, up to an event. Never changed: what comes after makes a new one. */
export type CaseSoFar = {
  readonly id: string;
  readonly state: Case;
  readonly tip: Tip;
  /** What was tried of the turn that is open. */
  readonly turn: TurnSoFar;
  /** Purposes of the heads. */
  readonly signed: ReadonlySet<unknown>;
  readonly said: readonly Said[];
  /** The case right before its draft was made. */
  readonly beforeDraft: Case | null;
  /** When the draft was signed or rejected, ISO 8601. */
  readonly decidedAt: string | null;
  /** UTF-16 code units that were read for it, or about so many. */
  readonly size: number;
};

/** A line of the transcript, in its place. */
export type Said = Omit<Happened, 'event'> & {
  /** The seat that alone may read it, or null. */
  readonly privateTo: Seat | null;
  readonly line: TranscriptLine;
};

/** A case of which nothing is on record. */
export function nothingYet(id: string): CaseSoFar {
  return {
    id,
    state: noCase,
    tip: genesis(id),
    turn: untried,
    signed: new Set(),
    said: [],
    beforeDraft: null,
    decidedAt: null,
    size: 0,
  };
}

/**
 * The case with what came onto the record since: only that is read, and its chain is checked.
 *
 * @throws RecordStoreFault where an event does not follow the one before, or a text is not the one whose hash
 * the record holds
 */
export async function readOn(
  store: Pick<RecordStore, 'read' | 'texts'>,
  before: CaseSoFar,
  hashing: Hashing = portableHashing,
): Promise<CaseSoFar> {
  const from = before.tip.seq + 1;
  const recorded = await store.read(before.id, from);
  if (recorded.length === 0) return before;
  // Texts are read after the events that hold them: what was appended meanwhile brings too many, never too few.
  const texts = await store.texts(before.id, from);
  const size = checkedSize(before, recorded, hashing);
  const happened = withWords(recorded, checkedTexts(before.id, texts, hashing));
  const heads = recorded.filter(({ type }) => type === headSigned);
  return {
    ...goneOn(before, happened),
    tip: tipOf(before.id, recorded),
    signed: new Set([...before.signed, ...heads.map(({ data }) => data['purpose'])]),
    size: texts.reduce((sum, { text }) => sum + text.length, before.size + size),
  };
}

/** The case after these events; where the record ends is the caller's to say. */
export function goneOn(before: CaseSoFar, happened: readonly Happened[]): CaseSoFar {
  let { state, turn, beforeDraft, decidedAt } = before;
  const said = [...before.said];
  for (const { event, ...place } of happened) {
    if (event.type === 'draft-made') beforeDraft = state;
    if (event.type === 'draft-decided') decidedAt = place.at;
    state = evolveCase(state, event);
    turn = turnAfter(turn, event);
    const line = transcriptLine(event, state);
    if (line !== null) said.push({ ...place, privateTo: privateTo(event), line });
  }
  return { ...before, state, turn, said, beforeDraft, decidedAt };
}

/** Checks that each event follows the one before, and says how long they are. */
function checkedSize(
  { id, tip }: CaseSoFar,
  recorded: readonly RecordedEvent[],
  hashing: Hashing,
): number {
  let last = tip;
  let size = 0;
  for (const event of recorded) {
    const { line, hash } = encodeEvent(event, hashing);
    const follows = event.seq === last.seq + 1 && event.prev === last.hash && event.hash === hash;
    if (!follows) {
      throw new RecordStoreFault(
        `The record of case ${id} is broken after event ${last.seq}.`,
        false,
      );
    }
    size += line.length;
    last = event;
  }
  return size;
}

function checkedTexts(id: string, texts: readonly StoredText[], hashing: Hashing) {
  const byHash = new Map(texts.map((stored) => [stored.hash, stored]));
  return (hash: string): string | undefined => {
    const stored = byHash.get(hash);
    if (stored !== undefined && hashOfText(stored.salt, stored.text, hashing) !== hash) {
      throw new RecordStoreFault(
        `A text of case ${id} is not the one whose hash ${hash} the record holds.`,
        false,
      );
    }
    return stored?.text;
  };
}
