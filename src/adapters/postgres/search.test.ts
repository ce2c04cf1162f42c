import { expect, test } from 'vitest';
import { type OpenedDatabase, openTestDatabase, person } from '../../../test/open-test-database.ts';
import type { Identity } from '../../core/person/claims.ts';
import {
  type ContractCase,
  type ContractLaw,
  searchContract,
  type SearchWorld,
  type Seer,
} from '../../ports/search.contract.ts';
import { indexLaw, reindexSearch } from './search-law.ts';
import { postgresSearch } from './search.ts';
import { sql } from './sql.ts';

const here = '11111111-1111-4111-8111-111111111111';
const elsewhere = '22222222-2222-4222-8222-222222222222';

const identities: Readonly<Record<Seer, Identity>> = {
  clerk: person(1, { app_metadata: { courts: { [here]: ['clerk'] } } }),
  observer: person(2, { app_metadata: { courts: { [here]: ['observer'] } } }),
  stranger: person(3, { app_metadata: { courts: { [elsewhere]: ['clerk'] } } }),
};

searchContract('PostgreSQL', async (cases, law) => {
  const opened = await openTestDatabase();
  return worldIn(opened, cases, law);
});

async function worldIn(
  opened: OpenedDatabase,
  cases: readonly ContractCase[],
  law: readonly ContractLaw[],
): Promise<SearchWorld> {
  const { admin, database } = opened;
  for (const id of [here, elsewhere]) {
    await admin(
      `insert into court.courts (id, slug, name, jurisdiction, language)
       values ($1, $2, 'Small Court', 'model', 'en')`,
      [id, `c-${id.slice(0, 8)}`],
    );
  }
  for (const { number, caption, phase, sealed, papers } of cases) {
    const [made] = await admin(
      `insert into court.cases (record, court_id, number, caption, jurisdiction, stage, sealed)
       values ($1, $2, $1, $3, 'model', $4, $5) returning id`,
      [number, here, caption, phase, sealed],
    );
    for (const paper of papers) {
      const [document] = await admin(
        `insert into court.documents (case_id, court_id, name, kind, media_type, size, sha256, storage_key,
           wrapped_key, key_version, chunk_size, language, sealed, filed_at)
         values ($1, $2, $3, $4, 'text/plain', 1, repeat('0', 64), $3, '\\x00', 1, 1024, $5, $6, $7)
         returning id`,
        [made?.['id'], here, paper.name, paper.kind, paper.language, paper.sealed, paper.filed],
      );
      await admin(
        `insert into court.passages (document_id, n, case_id, court_id, starts, ends, text, evidential, sealed)
         select $1, t.n, $2, $3, 0, 1, t.text, true, $4 from unnest($5::text[]) with ordinality as t (text, n)`,
        [document?.['id'], made?.['id'], here, paper.sealed, paper.passages],
      );
    }
  }
  for (const [work, articles] of Map.groupBy(law, (article) => article.work)) {
    await admin(
      `insert into court.law_works (court_id, work, version_date, source, text)
       values ($1, $2, '2020-01-01', $3, $4)`,
      [here, work, `${work}@2020-01-01.md`, articles.map(({ text }) => text).join('\n\n')],
    );
  }
  expect(await indexLaw(database)).toBe(1);
  return {
    as: (seer) => postgresSearch(database, identities[seer]),
    seal: async (name) => {
      await admin('update court.documents set sealed = true where name = $1', [name]);
    },
    erase: async (name) => {
      const [gone] = await admin('select id from court.documents where name = $1', [name]);
      await database.run(
        { kind: 'service' },
        sql`update court.documents set erased_at = now(), name = null, sha256 = null, wrapped_key = null,
              key_version = null where id = ${String(gone?.['id'])}`,
      );
      await admin('delete from court.passages where document_id = $1', [gone?.['id']]);
    },
  };
}

test('[SR6] an erased document leaves no word in the index', async () => {
  const opened = await openTestDatabase();
  const paper = { kind: 'other', language: 'en', filed: '2024-01-01', sealed: false } as const;
  const passages = ['Quillfeather spoke of xylophones.'];
  const papers = [{ ...paper, name: 'gone.txt', passages }];
  const one = { number: 'C-1', caption: '', sides: [], phase: 'filed', sealed: false } as const;
  const article = {
    work: 'codigo-de-arriendo',
    article: '1',
    text: 'Artículo 1. La renta.',
  } as const;
  const world = await worldIn(opened, [{ ...one, papers }], [article]);
  const words = () =>
    opened.admin("select word from court.search_postings where word ~ 'quillfeather|xyloph'");
  expect(await words()).not.toEqual([]);
  await world.erase('gone.txt');
  expect(await words()).toEqual([]);
  const before = await opened.admin('select word, places from court.search_postings order by 1, 2');
  expect(await reindexSearch(opened.database)).toBe(2);
  const after = await opened.admin('select word, places from court.search_postings order by 1, 2');
  expect(after).toEqual(before);
});
