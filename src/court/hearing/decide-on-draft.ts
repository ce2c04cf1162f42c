import { bytesToHex } from '@noble/hashes/utils.js';
import { decideDraft, type DraftChoice } from '../../core/case/decide-draft.ts';
import type { BundleParts } from '../../core/record/bundle.ts';
import { readHead } from '../../core/record/head.ts';
import type { Refusal } from '../../core/refusal.ts';
import { certain, openCase, type Court } from '../open-case.ts';
import { readCase } from '../read-case.ts';
import { replayDraft } from '../replay/replay-draft.ts';
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
 * Refusals: CT2 the court has another key than the record; CT3 the draft does not follow from the record;
 * what decideDraft refuses.
 */
export async function decideOnDraft(
  court: Court,
  { id, parts }: BundledCase,
  choice: DraftChoice,
  tools: Omit<Export, 'originals'>,
): Promise<DecidedDraft> {
  const { events, texts, files } = parts;
  const unfit = [...keyRule(court, parts), ...replayRule(parts, choice)];
  if (unfit.length > 0) return { kind: 'refused', refusals: unfit };

  await court.store.append(id, { events, texts }, 0);
  const open = await openCase(court, id);
  const { act, name } = choice;
  const judge = { seat: 'judge', kind: 'person', name: { prose: name } } as const;
  const mover = { seat: 'judge', actor: 'person' } as const;
  const decision = await open.act(judge, (state) => decideDraft(state, choice, mover));
  if (decision.kind === 'refused') return decision;
  if (act === 'sign') certain(await open.signHead('draft-signed'));
  const originals = new Map(
    [...files]
      .filter(([file]) => file.startsWith(documents))
      .map(([file, bytes]) => [file.slice(documents.length), bytes]),
  );
  const { bundle, events: all } = await exportBundle(court, open, { ...tools, originals });
  return { kind: 'decided', bundle, events: all.length };
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
function replayRule({ events, texts }: BundleParts, { act }: DraftChoice): readonly Refusal[] {
  const { draft } = replayDraft(readCase(events, texts).events);
  if (act === 'reject' || draft.kind !== 'differs') return [];
  const says =
    'The draft computed from the record differs from the recorded one: it is not signed.';
  return [{ rule: 'CT3', at: ['act'], says }];
}
