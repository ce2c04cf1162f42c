import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { postgresRecordStore } from '../../adapters/postgres/record-store.ts';
import { recordAnnouncements } from '../../ports/record-announcements.ts';
import { profileFolder } from '../../adapters/profiles/profile-folder.ts';
import { documentReaders } from '../../adapters/reading/document-readers.ts';
import { casePage } from '../../core/case/case-page.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { importWork } from '../../core/law/import-work.ts';
import { libraryOf } from '../../core/law/library.ts';
import { verifyBundle } from '../../core/record/bundle.ts';
import { exportCase } from '../../court/hearing/export-case.ts';
import { fileCase } from '../../court/intake/file-case.ts';
import { normsIn } from '../../court/intake/norms-in.ts';
import { readPapers } from '../../court/intake/read-papers.ts';
import { openCase } from '../../court/open-case.ts';
import { readCase } from '../../court/read-case.ts';
import {
  caseFolder,
  clerk,
  complaint,
  counsel,
  type Files,
  here,
  observer,
  openRegistryApp,
  other,
  processSettings,
  receipt,
  type RegistryApp,
} from '../../../test/registry-app.ts';
import { exporting, smallCourt } from '../../../test/world.ts';

const papers = [
  ['complaint.md', complaint],
  ['receipt.txt', receipt],
] as const;

const service = { kind: 'service' } as const;
const storeOf = ({ opened }: RegistryApp) =>
  postgresRecordStore(opened.database, service, recordAnnouncements());

/** The events of the record, as they were decided. */
async function recorded(app: RegistryApp, id: string): Promise<readonly CaseEvent[]> {
  const store = storeOf(app);
  return readCase(await store.read(id), await store.texts(id)).events;
}

/** What `court hear` files of these papers in this jurisdiction. */
async function heard(folder: { files: Files; page: object }, id: string) {
  const files = folder.files
    .map(([name, content]) => ({ name, bytes: new Uint8Array(Buffer.from(content)) }))
    .toSorted((one, another) => (one.name < another.name ? -1 : 1));
  const { documents, leftOut } = await readPapers(files, documentReaders(), normsIn);
  const profiles = profileFolder(processSettings.words[0] ?? '');
  const read = await profiles.read(id);
  if (read.kind !== 'read') throw new Error(`no jurisdiction ${id}`);
  const works = (await profiles.law(id)).flatMap(({ name, text }) => {
    const work = importWork(name, text);
    return work.kind === 'imported' ? [work.version] : [];
  });
  const decision = fileCase({
    documents,
    page: casePage.parse(folder.page),
    profile: read.profile,
    library: libraryOf(works),
    today: '2026-03-02',
    setAside: leftOut,
    jurisdiction: { id, tier: 'strong', because: { why: 'told' } },
  });
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
  return decision.events;
}

describe('a case filed over HTTP', () => {
  test.each([
    ['greenhouse-heater', 'model'],
    ['bodega-nocturna', 'cl'],
  ])('%s has the events that the command files', async (name, jurisdiction) => {
    const app = await openRegistryApp();
    await app.admin('update court.courts set jurisdiction = $1 where id = $2', [
      jurisdiction,
      here,
    ]);
    const folder = caseFolder(name);
    const id = await app.begin();
    const half = Math.ceil(folder.files.length / 2);
    expect(await app.upload(counsel, id, folder.files.slice(0, half))).toMatchObject({
      status: 201,
    });
    expect(await app.upload(counsel, id, folder.files.slice(half))).toMatchObject({ status: 201 });
    const filed = await app.ask(counsel, 'POST', `/v1/cases/${id}/filing`, { page: folder.page });
    expect(filed.status).toBe(201);
    const expected = await heard(folder, jurisdiction);
    expect(await recorded(app, id)).toEqual(expected);
    expect(filed.body.case).toMatchObject({ version: expected.length, stage: 'filed' });
    expect(filed.body.case.caption).toBe(filed.body.filing.caption);

    const { body } = await app.ask(counsel, 'GET', `/v1/cases/${id}/documents?limit=200`);
    const shelf = new Map(body.items.map((one: { exhibit: string }) => [one.exhibit, one]));
    const exhibits = expected.filter((event) => event.type === 'exhibit-filed');
    expect(shelf.size).toBe(exhibits.length);
    for (const { data } of exhibits) {
      expect(shelf.get(data.exhibit)).toMatchObject({
        name: data.name.prose,
        sha256: data.bytes.prose,
        kind: data.kind,
      });
    }
    const passages = await app.admin('select count(*)::int as n from court.passages');
    expect(passages).toEqual([
      {
        n: exhibits.reduce((sum, { data }) => sum + data.passages.length, 0),
      },
    ]);
  });

  test('is shown before it is filed, and showing it writes nothing', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    await app.upload(counsel, id, papers);
    const url = `/v1/cases/${id}/filing`;
    const seen = await app.ask(counsel, 'POST', `${url}?preview=true`);
    expect(seen).toMatchObject({
      status: 200,
      body: {
        jurisdiction: 'model',
        exhibits: [
          { exhibit: 'E1', name: 'complaint.md', kind: 'complaint' },
          { exhibit: 'E2', name: 'receipt.txt', kind: 'receipt' },
        ],
      },
    });
    expect(seen.body.workedOut.map(({ what }: { what: string }) => what)).toContain('parties');
    expect(await recorded(app, id)).toEqual([]);
    expect((await app.ask(counsel, 'GET', `/v1/cases/${id}`)).body.version).toBe(0);
    const filed = await app.ask(counsel, 'POST', url);
    expect(filed.status).toBe(201);
    expect(filed.headers).toMatchObject({
      location: `/v1/cases/${id}`,
      etag: `"${filed.body.case.version}"`,
    });
    expect(filed.body.filing).toEqual(seen.body);
    const [{ person_id: who }] = (await app.admin(
      'select distinct person_id from court.events',
    )) as [{ person_id: string }];
    expect(who).toMatch(/0002$/);
  });

  test('[FL1] is filed once, and its papers stand from then on', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    const { body } = await app.upload(counsel, id, papers);
    const url = `/v1/cases/${id}/filing`;
    expect((await app.ask(counsel, 'POST', url, {})).status).toBe(201);
    const refused = { status: 409, body: { rule: 'FL1' } };
    expect(await app.ask(counsel, 'POST', url, {})).toMatchObject(refused);
    expect(await app.upload(counsel, id, [['late.txt', 'Too late.']])).toMatchObject(refused);
    expect(await app.upload(counsel, id, papers, '?replace=true')).toMatchObject(refused);
    const first = `/v1/documents/${body.documents[0].id}`;
    expect(await app.ask(counsel, 'DELETE', first)).toMatchObject(refused);
    expect((await app.ask(counsel, 'GET', first)).body.exhibit).toBe('E1');
  });

  test('[FL1] eight file it at once: one comes first', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    await app.upload(counsel, id, papers);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        app.ask(n % 2 === 0 ? counsel : clerk, 'POST', `/v1/cases/${id}/filing`, {}),
      ),
    );
    const told = all.map(({ status, body }) => `${status} ${body.rule ?? ''}`).toSorted();
    expect(told).toEqual(['201 ', ...Array.from({ length: 7 }, () => '409 FL1')]);
    const events = await recorded(app, id);
    expect(events.filter(({ type }) => type === 'case-filed')).toHaveLength(1);
    expect((await app.ask(counsel, 'GET', `/v1/cases/${id}`)).body.version).toBe(events.length);
  });

  test('no paper slips in between: it is in the record, or it is refused', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    await app.upload(counsel, id, papers);
    const [filed, ...late] = await Promise.all([
      app.ask(counsel, 'POST', `/v1/cases/${id}/filing`, {}),
      ...['x.txt', 'y.txt', 'z.txt'].map((name) =>
        app.upload(counsel, id, [[name, `Paper ${name}.`]]),
      ),
    ]);
    expect(['201 ', '409 FL2']).toContain(`${filed.status} ${filed.body.rule ?? ''}`);
    // Where it was overtaken it is filed now; where it was not, once is enough.
    const again = await app.ask(counsel, 'POST', `/v1/cases/${id}/filing`, {});
    expect(again.status).toBe(filed.status === 409 ? 201 : 409);
    const kept = late.filter(({ status }) => status === 201).length;
    expect(late.filter(({ body }) => body.rule === 'FL1')).toHaveLength(3 - kept);
    const { body } = await app.ask(counsel, 'GET', `/v1/cases/${id}/documents`);
    const exhibits = (await recorded(app, id)).filter(({ type }) => type === 'exhibit-filed');
    expect(exhibits).toHaveLength(2 + kept);
    expect(
      body.items.filter(({ exhibit }: { exhibit: string | null }) => exhibit === null),
    ).toEqual([]);
  });

  test('is refused where the page or the shelf does not hold', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    const url = `/v1/cases/${id}/filing`;
    expect(await app.ask(counsel, 'POST', url, {})).toMatchObject({
      status: 422,
      body: { rule: 'IN4' },
    });
    await app.upload(counsel, id, papers);
    const pages: readonly [object, string][] = [
      [{ jurisdiction: 'cl' }, 'FL5'],
      [{ documents: [{ file: 'nothing.md' }] }, 'IN3'],
      [{ dates: { facts: '2026-01-02', filed: '2026-01-01' } }, 'IN8'],
      [{ cause: 'no-such-cause' }, 'IN5'],
      [{ captoin: 'x' }, 'SV1'],
    ];
    for (const [page, rule] of pages) {
      const refused = await app.ask(counsel, 'POST', url, { page });
      expect([refused.body.rule, refused.body.errors[0].at.slice(0, 2)]).toEqual([
        rule,
        rule === 'IN5' ? ['cause'] : ['body', 'page'],
      ]);
    }
    for (const as of [observer]) {
      expect((await app.ask(as, 'POST', url, {})).body).toMatchObject({ rule: 'SV4' });
    }
    expect((await app.ask(other, 'POST', url, {})).status).toBe(404);
    expect(await recorded(app, id)).toEqual([]);
  });
});

describe('a document that is erased', () => {
  test('leaves nothing of its words, and the record still holds', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    const { body } = await app.upload(counsel, id, papers);
    const [first, second] = body.documents;
    const url = `/v1/documents/${first.id}`;
    const asked = { reason: 'Order of the court of 3 March.' };
    expect((await app.ask(clerk, 'POST', `${url}/erasure`, asked)).body).toMatchObject({
      rule: 'FL6',
    });
    await app.ask(counsel, 'POST', `/v1/cases/${id}/filing`, {});
    for (const as of [counsel, observer]) {
      const refused = await app.ask(as, 'POST', `${url}/erasure`, asked);
      expect(refused.body).toMatchObject({ rule: 'SV4' });
    }
    const erased = await app.ask(clerk, 'POST', `${url}/erasure`, asked);
    expect(erased.body).toMatchObject({ exhibit: 'E1', name: null, sha256: null });
    expect(erased.body.erasedAt).not.toBeNull();
    expect((await app.ask(clerk, 'POST', `${url}/erasure`, asked)).status).toBe(200);
    expect(await app.ask(counsel, 'GET', `${url}/content`)).toMatchObject({
      status: 410,
      body: { rule: 'VT5' },
    });
    expect((await app.ask(counsel, 'GET', `${url}/passages`)).body.items).toEqual([]);
    expect((await app.ask(counsel, 'GET', `/v1/documents/${second.id}/content`)).status).toBe(200);

    const words = await app.admin(
      `select text from court.texts union all select text from court.passages`,
    );
    expect(JSON.stringify(words)).not.toContain('forty larch boards');
    expect(JSON.stringify(words)).not.toContain(first.sha256);
    expect(await app.admin('select action, target, detail from court.audit')).toEqual([
      {
        action: 'document-erased',
        target: first.id,
        detail: { case: id, exhibit: 'E1', reason: asked.reason },
      },
    ]);
    const left: string[] = [];
    for await (const { key } of app.vault.storage.list('')) left.push(key);
    expect(left).toHaveLength(1);

    const court = { ...smallCourt(), store: storeOf(app) };
    const open = await openCase(court, id);
    await open.signHead('hearing-closed');
    const bytes = new TextEncoder().encode(receipt);
    const originals = new Map([[createHash('sha256').update(bytes).digest('hex'), bytes]]);
    const exported = await exportCase(court, open, { ...exporting, originals });
    const bundle = exported.get('bundle.zip');
    if (typeof bundle !== 'object') throw new Error('no bundle');
    const read = await exporting.archive.open(bundle);
    if (read.kind === 'refused') throw new Error('the bundle cannot be read');
    const verdict = verifyBundle(read.files);
    expect(verdict).toMatchObject({ kind: 'consistent-signer-unknown', findings: [] });
    expect(verdict.missing?.length).toBeGreaterThan(3);
  });
});

describe('a sealed document', () => {
  test('keeps its words wherever they are quoted later', async () => {
    const app = await openRegistryApp();
    const id = await app.begin();
    await app.upload(counsel, id, [['complaint.md', complaint]]);
    await app.upload(counsel, id, [['receipt.txt', receipt]], '?sealed=true');
    await app.ask(counsel, 'POST', `/v1/cases/${id}/filing`, {});
    const open = await openCase({ ...smallCourt(), store: storeOf(app) }, id);
    const anchor = (source: string, prose: string) => {
      return { source, start: 0, end: 7, quote: { prose }, repaired: false };
    };
    const event: CaseEvent = {
      type: 'critical-question-raised',
      data: {
        statement: 'S1',
        question: 'bias',
        by: 'defender',
        text: { prose: 'Who wrote this?' },
        anchors: [anchor('E1', 'Complaint'), anchor('E2', 'Receipt no. 12')],
      },
    };
    await open.record(open.version(), [{ by: { seat: 'defender', kind: 'court' }, event }]);
    const texts = await app.admin(
      `select text, sealed from court.texts where seq = $1 order by n`,
      [open.version()],
    );
    expect(texts).toEqual([
      { text: 'Who wrote this?', sealed: false },
      { text: 'Complaint', sealed: false },
      { text: 'Receipt no. 12', sealed: true },
    ]);
  });
});

describe('work that is too much', () => {
  test('[FL7] a paper that takes too long is refused, and the next one is read', async () => {
    const { processRegistryDesk } = await import('../../adapters/processes/registry-desk.ts');
    const desk = processRegistryDesk({ ...processSettings, milliseconds: 1 });
    const app = await openRegistryApp({ desk });
    const put = await app.upload(counsel, await app.begin(), papers);
    expect(put).toMatchObject({ status: 422, body: { rule: 'FL7' } });
    desk.close();
  });

  test('[SV8] a registry with too much to do says so', async () => {
    const { processRegistryDesk } = await import('../../adapters/processes/registry-desk.ts');
    const desk = processRegistryDesk({ ...processSettings, waiting: 0, processes: 0 });
    const app = await openRegistryApp({ desk });
    const put = await app.upload(counsel, await app.begin(), papers);
    expect(put).toMatchObject({ status: 503, body: { rule: 'SV8' } });
  });

  test('a small file that unpacks to much is refused before it is unpacked', async () => {
    const app = await openRegistryApp();
    const zeros = new Uint8Array(50_000_000);
    const bomb = zipSync({ 'word/document.xml': zeros });
    expect(bomb.length).toBeLessThan(100_000);
    const put = await app.upload(counsel, await app.begin(), [['bomb.docx', bomb]]);
    expect(put).toMatchObject({ status: 422, body: { rule: 'DOC9' } });
  });
});
