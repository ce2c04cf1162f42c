import { describe, expect, test } from 'vitest';
import { smallCourt } from '../../../test/world.ts';
import type { DocketRow, DocketRows } from '../../ports/docket-rows.ts';
import { RecordStoreFault } from '../../ports/record-store.ts';
import { openCase } from '../open-case.ts';
import { type Rebuilt, rebuildDocket } from './rebuild-docket.ts';

const empty: DocketRow = {
  caption: 'Larch v. Rowan',
  matter: null,
  cause: null,
  stage: 'filed',
  version: 0,
  head: '',
};

/** Rows in memory; `before` happens right before a row is read. */
function rowsOf(given: Record<string, DocketRow>, before: () => void = () => {}) {
  const kept = new Map(Object.entries(given));
  const rows: DocketRows = {
    records: async () => [...kept.keys()],
    async row(record) {
      before();
      return kept.get(record) ?? null;
    },
    async keep(record, made, was) {
      if (kept.get(record) !== was) return false;
      kept.set(record, made);
      return true;
    },
  };
  return { rows, kept };
}

async function filedCase() {
  const court = smallCourt();
  const { store } = court;
  const open = await openCase(court, 'c');
  await open.signHead('exported');
  const { seq, hash } = open.soFar().tip;
  const live: DocketRow = { ...empty, caption: '', version: seq, head: hash };
  return { store, live };
}

async function all(rebuilt: AsyncIterable<Rebuilt>): Promise<readonly Rebuilt[]> {
  const told: Rebuilt[] = [];
  for await (const one of rebuilt) told.push(one);
  return told;
}

describe('the docket made anew', () => {
  test('a row that is as the record tells stays', async () => {
    const { store, live } = await filedCase();
    const { rows } = rowsOf({ c: live });
    expect(await all(rebuildDocket({ store, rows, mend: true }))).toEqual([
      { record: 'c', kind: 'same' },
    ]);
  });

  test('what differs is named, and made anew only where that is asked', async () => {
    const { store, live } = await filedCase();
    const spoilt: DocketRow = {
      ...live,
      caption: 'Spoilt',
      stage: 'signed',
      version: 9,
      head: 'x',
    };
    const { rows, kept } = rowsOf({ c: spoilt });
    const differs = {
      record: 'c',
      kind: 'differs',
      columns: ['caption', 'stage', 'version', 'head'],
    };
    expect(await all(rebuildDocket({ store, rows, mend: false }))).toEqual([differs]);
    expect(kept.get('c')).toEqual(spoilt);
    expect(await all(rebuildDocket({ store, rows, mend: true }))).toEqual([differs]);
    expect(kept.get('c')).toEqual(live);
  });

  test('a case without an event keeps what was said when it was opened', async () => {
    const { rows, kept } = rowsOf({ c: { ...empty, version: 3 } });
    const [rebuilt] = await all(rebuildDocket({ store: smallCourt().store, rows, mend: true }));
    expect(rebuilt).toEqual({ record: 'c', kind: 'differs', columns: ['version'] });
    expect(kept.get('c')).toEqual(empty);
  });

  test('what is written meanwhile is no difference; who is never first says so', async () => {
    const { store, live } = await filedCase();
    let reads = 0;
    const once = rowsOf({ c: { ...live, version: 0 } }, () => {
      reads += 1;
      if (reads === 2) once.kept.set('c', live);
    });
    expect(await all(rebuildDocket({ store, rows: once.rows, mend: true }))).toEqual([
      { record: 'c', kind: 'same' },
    ]);
    const always = rowsOf({ c: { ...live, version: 0 } }, () => {
      reads += 1;
      always.kept.set('c', { ...live, version: reads });
    });
    expect(await all(rebuildDocket({ store, rows: always.rows, mend: true }))).toEqual([
      { record: 'c', kind: 'busy' },
    ]);
    const overtaken = rowsOf({ c: { ...live, version: 0 } });
    const rows: DocketRows = { ...overtaken.rows, keep: async () => false };
    expect(await all(rebuildDocket({ store, rows, mend: true }))).toEqual([
      { record: 'c', kind: 'busy' },
    ]);
  });

  test('a case that goes while it is looked at has no row to make', async () => {
    const { store, live } = await filedCase();
    const gone = rowsOf({ c: live }, () => gone.kept.delete('c'));
    expect(await all(rebuildDocket({ store, rows: gone.rows, mend: true }))).toEqual([
      { record: 'c', kind: 'same' },
    ]);
    let reads = 0;
    const going = rowsOf({ c: { ...live, version: 0 } }, () => {
      reads += 1;
      if (reads > 1) going.kept.delete('c');
    });
    expect(await all(rebuildDocket({ store, rows: going.rows, mend: true }))).toEqual([
      { record: 'c', kind: 'same' },
    ]);
  });

  test('from a record that does not hold nothing is made; a store that fails is a fault', async () => {
    const { store, live } = await filedCase();
    const { rows, kept } = rowsOf({ c: { ...live, version: 0 } });
    const read = async () => (await store.read('c')).map((event) => ({ ...event, seq: 7 }));
    const broken = { ...store, read };
    expect(await all(rebuildDocket({ store: broken, rows, mend: true }))).toMatchObject([
      { record: 'c', kind: 'broken', says: expect.stringContaining('is broken after event 0') },
    ]);
    expect(kept.get('c')?.version).toBe(0);
    for (const fault of [new RecordStoreFault('The line is cut.', true), new TypeError('bug')]) {
      const failing = { ...store, read: () => Promise.reject(fault) };
      await expect(all(rebuildDocket({ store: failing, rows, mend: true }))).rejects.toBe(fault);
    }
  });
});
