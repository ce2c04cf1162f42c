import { expect, test } from 'vitest';
import { postgresDocketRows } from '../src/adapters/postgres/docket-rows.ts';
import { postgresRecordStore } from '../src/adapters/postgres/record-store.ts';
import { rebuildDocket } from '../src/court/registry/rebuild-docket.ts';
import { recordAnnouncements } from '../src/ports/record-announcements.ts';
import { hearFolder, root } from './hear-folder.ts';
import { openTestDatabase } from './open-test-database.ts';

test('what the docket shows of a case that was heard is what its record makes, and spoilt it is mended', async () => {
  const { admin, database } = await openTestDatabase();
  const court = '00000000-0000-4000-8000-0000000000aa';
  await admin(
    `insert into court.courts (id, slug, name, jurisdiction, language)
     values ($1, 'small', 'Small Court', 'model', 'en')`,
    [court],
  );
  await admin(
    `insert into court.cases (record, court_id, jurisdiction)
     values ('case-test', $1, 'model'), ('opened only', $1, 'model')`,
    [court],
  );
  const store = postgresRecordStore(database, { kind: 'service' }, recordAnnouncements());
  await hearFolder(`${root}cases/greenhouse-heater`, () => undefined, store);
  const shown = () =>
    admin(`select caption, matter, cause, stage, version, head from court.cases order by record`);
  const live = await shown();
  expect(live[0]).toMatchObject({ stage: 'drafted' });
  const rebuild = async (mend: boolean) => {
    const told = [];
    const rows = postgresDocketRows(database);
    for await (const one of rebuildDocket({ store, rows, mend })) told.push(one);
    return told;
  };
  const same = [
    { record: 'case-test', kind: 'same' },
    { record: 'opened only', kind: 'same' },
  ];
  expect(await rebuild(true)).toEqual(same);
  expect(await shown()).toEqual(live);
  await admin(`update court.cases set caption = 'Spoilt', stage = 'filed', head = 'x', version = 3
                where record = 'case-test'`);
  const columns = ['caption', 'stage', 'version', 'head'];
  expect(await rebuild(false)).toMatchObject([{ kind: 'differs', columns }, { kind: 'same' }]);
  expect(await rebuild(true)).toMatchObject([{ kind: 'differs', columns }, { kind: 'same' }]);
  expect(await shown()).toEqual(live);
  const rows = postgresDocketRows(database);
  expect(await rows.row('of nobody')).toBeNull();
  const old = {
    caption: '',
    matter: null,
    cause: null,
    stage: 'filed',
    version: 0,
    head: 'x',
  } as const;
  expect(await rows.keep('case-test', old, old)).toBe(false);
});
