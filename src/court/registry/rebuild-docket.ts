import { docketEntry } from '../../core/case/docket-entry.ts';
import type { Hashing } from '../../core/record/hashing.ts';
import type { DocketRow, DocketRows } from '../../ports/docket-rows.ts';
import { RecordStoreFault, type RecordStore } from '../../ports/record-store.ts';
import { nothingYet, readOn } from '../case-so-far.ts';

/** What became of the docket's row of one case. */
export type Rebuilt = { readonly record: string } & (
  | { readonly kind: 'same' }
  /** Names of the columns that told something else than the record. */
  | { readonly kind: 'differs'; readonly columns: readonly (keyof DocketRow)[] }
  /** The record itself does not hold, so no row is made from it. */
  | { readonly kind: 'broken'; readonly says: string }
  /** Others kept writing to the case. */
  | { readonly kind: 'busy' }
);

export type RebuildDocket = {
  readonly store: Pick<RecordStore, 'read' | 'texts'>;
  readonly rows: DocketRows;
  /** Whether a row that differs is written anew, or only told. */
  readonly mend: boolean;
  readonly hashing?: Hashing;
};

/** How often a case is read anew because somebody wrote to it meanwhile. */
const mostTries = 5;

/** Makes the docket's row of every case anew from its record, one after the other. */
export async function* rebuildDocket(of: RebuildDocket): AsyncGenerator<Rebuilt> {
  for (const record of await of.rows.records()) yield await rebuildOne(of, record);
}

async function rebuildOne(of: RebuildDocket, record: string): Promise<Rebuilt> {
  const { rows, mend } = of;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const was = await rows.row(record);
    // Cases are never deleted by the court; one that is gone has no row to make.
    if (was === null) return { record, kind: 'same' };
    const made = await madeFrom(of, record, was);
    if (typeof made === 'string') return { record, kind: 'broken', says: made };
    const columns = columnsThatDiffer(made, was);
    if (columns.length === 0) return { record, kind: 'same' };
    const now = await rows.row(record);
    // What was appended between reading the row and the record is no difference.
    if (now === null || columnsThatDiffer(now, was).length > 0) continue;
    if (!mend || (await rows.keep(record, made, was))) return { record, kind: 'differs', columns };
  }
  return { record, kind: 'busy' };
}

/** The row by the record, or the sentence of why the record makes none. */
async function madeFrom(
  { store, hashing }: RebuildDocket,
  record: string,
  was: DocketRow,
): Promise<DocketRow | string> {
  try {
    const { state, tip } = await readOn(store, nothingYet(record), hashing);
    // Before the first event the row holds what was said when the case was opened.
    if (tip.seq === 0) return { ...was, version: 0, head: '' };
    return { ...docketEntry(state), version: tip.seq, head: tip.hash };
  } catch (error) {
    if (error instanceof RecordStoreFault && !error.retryable) return error.message;
    throw error;
  }
}

const columnsOfRow = ['caption', 'matter', 'cause', 'stage', 'version', 'head'] as const;

function columnsThatDiffer(one: DocketRow, other: DocketRow): readonly (keyof DocketRow)[] {
  return columnsOfRow.filter((column) => one[column] !== other[column]);
}
