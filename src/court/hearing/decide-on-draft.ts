import { bytesToHex } from '@noble/hashes/utils.js';
import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { decideDraft, type DraftChoice } from '../../core/case/decide-draft.ts';
import type { BundleParts } from '../../core/record/bundle.ts';
import { readHead } from '../../core/record/head.ts';
import { refused, type Decision, type Refusal } from '../../core/refusal.ts';
import { openCase, type Court, type OpenCase } from '../open-case.ts';
import { draftAgain } from '../replay/replay-draft.ts';
import { exportBundle, type Export } from './export-case.ts';

/** A case as a bundle that was verified holds it. */
export type BundledCase = { readonly id: string; readonly parts: BundleParts };

export type DecidedDraft =
  /** The record as it now stands, exported: a new bundle, and the number of its events. */
  | { readonly kind: 'decided'; readonly bundle: Uint8Array; readonly events: number }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * A person in the judge's seat signs or rejects the draft of a bundle: the record goes on from where it
 * stood, under the same key, and is exported anew. `court` has an empty store.
 *
 * Refusals: CT2 the court has another key than the record; what decideDraftOf refuses.
 */
export async function decideOnDraft(
  court: Court,
  { id, parts }: BundledCase,
  choice: DraftChoice,
  tools: Omit<Export, 'originals'>,
): Promise<DecidedDraft> {
  const { events, texts, files } = parts;
  const strange = keyRule(court, parts);
  if (strange.length > 0) return { kind: 'refused', refusals: strange };

  await court.store.append(id, { events, texts }, 0);
  const open = await openCase(court, id);
  const decision = await decideDraftOf(open, choice);
  if (decision.kind === 'refused') return decision;
  const originals = new Map(
    [...files]
      .filter(([file]) => file.startsWith(documents))
      .map(([file, bytes]) => [file.slice(documents.length), bytes]),
  );
  const { bundle, events: all } = await exportBundle(court, open, { ...tools, originals });
  return { kind: 'decided', bundle, events: all.length };
}

/**
 * A person in the judge's seat signs or rejects the draft in which the hearing of a case ended. The decision
 * and, of a signed draft, the head by which the court signs the record up to there enter it in one piece.
 *
 * Refusals: CT3 the draft does not follow from the record; what decideDraft refuses.
 */
export async function decideDraftOf(
  open: OpenCase,
  choice: DraftChoice,
): Promise<Decision<CaseEvent>> {
  const { act, name } = choice;
  const judge = { seat: 'judge', kind: 'person', name: { prose: name } } as const;
  const mover = { seat: 'judge', actor: 'person' } as const;
  const { beforeDraft, state } = open.soFar();
  const untold = act === 'sign' ? replayRule(beforeDraft, state.draft) : [];
  if (untold.length > 0) return refused(...untold);
  const head = act === 'sign' ? 'draft-signed' : undefined;
  return open.act(judge, (now) => decideDraft(now, choice, mover), head);
}

const documents = 'documents/';

/** CT2: one key per record. */
function keyRule({ signer }: Court, { events }: BundleParts): readonly Refusal[] {
  const own = bytesToHex(signer.publicKey);
  if (events.some((event) => readHead(event)?.key === own)) return [];
  const says =
    'Only the key that signed the record carries it on: name it with --key. ' +
    'A key that was made for the hearing alone is gone; hear the case with --key to sign its draft.';
  return [{ rule: 'CT2', at: ['key'], says }];
}

/** CT3: nobody signs what cannot be told from the record again. */
function replayRule(before: Case | null, draft: Case['draft']): readonly Refusal[] {
  if (before === null || draft === null || draftAgain(before, draft).kind === 'same') return [];
  const says =
    'The draft computed from the record differs from the recorded one: it is not signed.';
  return [{ rule: 'CT3', at: ['act'], says }];
}
