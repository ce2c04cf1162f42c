import { readFile } from 'node:fs/promises';
import type { CaseEvent } from '../core/case/case-event.ts';
import { bundleParts, verifyBundle, type BundleParts } from '../core/record/bundle.ts';
import { describeFinding } from '../core/record/finding.ts';
import type { RecordedEvent } from '../core/record/event.ts';
import { readCase } from '../court/read-case.ts';
import { retell } from './retell.ts';
import { whyUnreadable } from './why-unreadable.ts';
import type { World } from './world.ts';

export type OpenedBundle =
  | {
      readonly kind: 'opened';
      /** Id of the case. */
      readonly id: string;
      /** All of the bundle, however far it was asked for. */
      readonly parts: BundleParts;
      readonly recorded: readonly RecordedEvent[];
      readonly events: readonly CaseEvent[];
      /** Texts that left the record: without them not all can be told again. */
      readonly missing: number;
    }
  /** `code` 1: it is a bundle and does not verify; 2: it is no bundle, or cannot be read. */
  | { readonly kind: 'refused'; readonly code: 1 | 2; readonly says: readonly string[] };

/** Opens a bundle and checks it first: what does not verify is not replayed. `upTo`: number of events. */
export async function openBundle(
  world: Pick<World, 'archive' | 'hashing'>,
  path: string,
  upTo?: number,
): Promise<OpenedBundle> {
  const bytes = await readFile(path).catch(whyUnreadable);
  if (typeof bytes === 'string') {
    return { kind: 'refused', code: 2, says: [`${path} cannot be read: ${bytes}.`] };
  }
  const opened = await world.archive.open(new Uint8Array(bytes));
  if (opened.kind === 'refused') {
    const says = opened.refusals.map((refusal) => `${path}: ${refusal.says}`);
    return { kind: 'refused', code: 2, says };
  }
  const verdict = verifyBundle(opened.files, undefined, world.hashing);
  if (verdict.kind === 'broken') {
    const says = verdict.findings.map((finding) => `${path}: ${describeFinding(finding, 'en')}`);
    return { kind: 'refused', code: 1, says };
  }
  if (verdict.case === null) {
    return { kind: 'refused', code: 2, says: [`${path} holds no record.`] };
  }
  const parts = bundleParts(opened.files);
  const recorded = parts.events.slice(0, upTo);
  const read = retell(path, () => readCase(recorded, parts.texts));
  if (read.kind === 'refused') return { kind: 'refused', code: 2, says: [read.says] };
  const { events, missing } = read.told;
  return { kind: 'opened', id: verdict.case, parts, recorded, events, missing };
}
