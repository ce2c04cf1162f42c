import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresRecordStore } from '../src/adapters/postgres/record-store.ts';
import { systemHashing } from '../src/adapters/system/hashing.ts';
import type { CaseEvent } from '../src/core/case/case-event.ts';
import { recordText } from '../src/core/record/chain.ts';
import { verifyRecord } from '../src/core/record/verify-record.ts';
import { decideDraftOf } from '../src/court/hearing/decide-on-draft.ts';
import { openFor, visit } from '../src/court/hearing/visit.ts';
import { openCase, openCaseAt, theCourt } from '../src/court/open-case.ts';
import { recordAnnouncements } from '../src/ports/record-announcements.ts';
import { courtKey, fileFolder, openTestCourthouse } from './open-courthouse.ts';
import { seedCourt } from './open-test-app.ts';
import { openTestDatabase, person } from './open-test-database.ts';
import { root } from './hear-folder.ts';

const here = '11111111-1111-4111-8111-111111111111';
const heater = '33333333-3333-4333-8333-333333333333';
const hearing = '44444444-4444-4444-8444-444444444444';
const service = { kind: 'service' } as const;
const appends = process.env['LONG'] === undefined ? 400 : 10_000;

const clerk = person(1, { app_metadata: { courts: { [here]: ['clerk'] } } });
const judge = person(2, { app_metadata: { courts: { [here]: ['judge'] } } });

async function opened(size = 5) {
  const base = await openTestDatabase({ size });
  const house = openTestCourthouse(base.database, base.settings.url);
  await seedCourt(base, here, [1, 2]);
  await base.admin(
    `insert into court.cases (id, record, court_id, jurisdiction) values ($1, 'heater', $2, 'model')`,
    [heater, here],
  );
  await base.admin(
    `insert into court.case_members (case_id, person_id, role, court_id) values ($1, $2, 'judge', $3)`,
    [heater, judge.claims.sub, here],
  );
  const readRecord = async () => await house.court.store.read('heater');
  const broken = async () => {
    const record = new TextEncoder().encode(recordText(await readRecord()));
    const rules = verifyRecord({ record }).findings.map(({ rule }) => rule);
    return rules.filter((rule) => rule !== 'RV6' && rule !== 'RV11');
  };
  /** An open sitting that waits for a worker. */
  const sit = async () => {
    await base.admin(
      `insert into court.hearings (id, case_id, court_id, starts_at) values ($1, $2, $3, now())`,
      [hearing, heater, here],
    );
    const diary = house.diaryFor(clerk);
    const row = await diary.hearing(hearing);
    if (row === null) throw new Error('no hearing');
    return await diary.move(row, 1, 'open');
  };
  return { ...base, house, readRecord, broken, sit };
}

function startChild(url: string, pauseMs: number): ChildProcess {
  const script = fileURLToPath(new URL('hearing-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, url, String(pauseMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

describe('a hearing whose worker is killed', () => {
  test('is gone on with by another process, and nothing is said twice', async () => {
    const { house, settings, sit, readRecord, broken } = await opened();
    await fileFolder(house, 'heater', `${root}cases/greenhouse-heater`);
    const filed = (await readRecord()).length;
    await sit();
    for (let kills = 0, from = filed; kills < 3; kills += 1) {
      const child = startChild(settings.url, 20);
      while ((await readRecord()).length < from + 8) await pause(20);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const stopped = (await readRecord()).length;
      expect((await house.diaryFor(service).hearing(hearing))?.state).toBe('open');
      from = stopped;
    }
    const last = startChild(settings.url, 0);
    const isOpen = async () => (await house.diaryFor(service).hearing(hearing))?.state === 'open';
    while (await isOpen()) await pause(50);
    last.kill('SIGTERM');
    await once(last, 'exit');

    const events = await readRecord();
    expect(await broken()).toEqual([]);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect(count('draft-made')).toBe(1);
    expect(count('seat-taken')).toBe(5);
    expect(count('head-signed')).toBe(2);
    const ids = events.flatMap(({ type, data }) =>
      type === 'statement-made' ? [data['statement']] : [],
    );
    expect(ids).toEqual(ids.map((_, index) => `S${index + 1}`));
  });
});

describe('many that write to one case', () => {
  test(`of 64 with ${appends} appends one wins each version`, async () => {
    const { open, house, readRecord, broken } = await opened();
    const wide = open({ size: 16 });
    const store = postgresRecordStore(wide, service, recordAnnouncements(), systemHashing);
    const court = { ...house.court, store };
    const note = (seat: number, n: number): CaseEvent => ({
      type: 'notes-handed',
      data: { seat: 'defender', notes: { prose: `${seat} ${n}` } },
    });
    let left = appends;
    const won = await Promise.all(
      Array.from({ length: 64 }, async (_, writer) => {
        const own = await openCase(court, 'heater');
        const versions: number[] = [];
        while (left > 0) {
          left -= 1;
          for (;;) {
            const version = own.version();
            const entries = [{ by: theCourt, event: note(writer, versions.length) }];
            if ((await own.record(version, entries)) === 'recorded') {
              versions.push(version + 1);
              break;
            }
          }
        }
        return versions;
      }),
    );
    const all = won.flat().toSorted((one, other) => one - other);
    expect(all).toEqual(Array.from({ length: appends }, (_, index) => index + 1));
    expect(await readRecord()).toHaveLength(appends);
    expect(await broken()).toEqual([]);
  }, 1_800_000);
});

describe('a draft', () => {
  async function drafted() {
    const made = await opened();
    await fileFolder(made.house, 'heater', `${root}cases/greenhouse-heater`);
    await made.sit();
    const worker = await made.house.work();
    while ((await made.house.diaryFor(service).hearing(hearing))?.state === 'open') await pause(50);
    await worker.drain(5_000);
    return made;
  }

  const decision = (name: string): CaseEvent => ({
    type: 'draft-decided',
    data: { decision: 'signed', by: { prose: name }, reason: { prose: '' } },
  });

  test('is signed by no mind and no key: the policies of the record refuse it by whatever road', async () => {
    const { house, admin } = await drafted();
    const forge = async (identity: Parameters<typeof house.writerFor>[0]) => {
      const soFar = await house.cases.at('heater', 1);
      const court = {
        ...house.court,
        store: { ...house.court.store, append: house.writerFor(identity).append },
      };
      const open = openCaseAt(court, soFar);
      await open.refresh();
      return await open.record(open.version(), [{ by: theCourt, event: decision('A mind') }]);
    };
    const denied = { code: '42501' };
    // The court's own workers, a judge who does not sit, a clerk, a judge's key.
    await expect(forge(service)).rejects.toMatchObject(denied);
    await expect(forge(judge)).rejects.toMatchObject(denied);
    await expect(forge(clerk)).rejects.toMatchObject(denied);
    await admin(
      `insert into court.seats (case_id, seat, court_id, person_id, mind) values ($1, 'judge', $2, $3, 'offline')`,
      [heater, here, judge.claims.sub],
    );
    const key = person(2, {
      app_metadata: { courts: { [here]: ['judge'] }, machine: 'a key', scopes: ['cases:write'] },
    });
    await expect(forge(key)).rejects.toMatchObject(denied);
    await admin(`update court.courts set signs_with_second_factor = true`);
    await expect(forge(judge)).rejects.toMatchObject(denied);
    const sure = person(2, { aal: 'aal2', app_metadata: judge.claims.app_metadata });
    await expect(forge(sure)).resolves.toBe('recorded');
  });

  test('is signed by no mind: the core refuses it', async () => {
    const { house } = await drafted();
    const open = await openCase(house.court, 'heater');
    const { decideDraft } = await import('../src/core/case/decide-draft.ts');
    const choice = { act: 'sign', name: 'A mind', reason: '' } as const;
    const asked = decideDraft(open.state(), choice, { seat: 'judge', actor: 'mind' });
    expect(asked).toMatchObject({ kind: 'refused', refusals: [{ rule: 'HR7' }] });
  });

  test('is signed once with its head, by the judge who sits', async () => {
    const { house, admin, readRecord } = await drafted();
    await admin(
      `insert into court.seats (case_id, seat, court_id, person_id, mind) values ($1, 'judge', $2, $3, 'offline')`,
      [heater, here, judge.claims.sub],
    );
    const visits = await Promise.all([1, 2, 3].map(() => visit(house, judge, heater)));
    const choice = { act: 'sign', name: 'Person 2', reason: 'So found.' } as const;
    const outcomes = await Promise.all(
      visits.map(async (one) =>
        one === null ? null : await decideDraftOf(openFor(house, judge, one), choice),
      ),
    );
    expect(outcomes.filter((one) => one?.kind === 'decided')).toHaveLength(1);
    const events = await readRecord();
    expect(events.slice(-3).map(({ type }) => type)).toEqual([
      'draft-decided',
      'hearing-stepped',
      'head-signed',
    ]);
    expect(events.at(-1)?.data['key']).toBe(Buffer.from(courtKey.signer.publicKey).toString('hex'));
  });
});
