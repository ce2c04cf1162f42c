import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestApp, seedCourt } from '../../../test/open-test-app.ts';
import { type OpenedDatabase, person } from '../../../test/open-test-database.ts';
import { postgresSearch } from '../../adapters/postgres/search.ts';
import { sql } from '../../adapters/postgres/sql.ts';
import { registerSearch } from './search.ts';

const here = '11111111-1111-4111-8111-111111111111';
const [clerk, observer, party, judge, outsider] = [1, 2, 3, 4, 5] as const;
const everybody = [clerk, observer, party, judge, outsider];
const rolesOf = (n: number): Record<string, string[]> => {
  if (n === clerk) return { [here]: ['clerk'] };
  if (n === observer) return { [here]: ['observer'] };
  return n === judge ? { [here]: ['judge'] } : {};
};

async function opened() {
  const { app, opened: stand } = await openTestApp(rolesOf, (made, { database }) =>
    registerSearch(made, (identity) => postgresSearch(database, identity)),
  );
  await seedCourt(stand, here, everybody);
  const ask = async (as: number, path: string, query: Record<string, string>) => {
    const response = await app.inject({
      method: 'GET',
      url: `${path}?${new URLSearchParams(query)}`,
      headers: { 'x-as': String(as) },
    });
    return { status: response.statusCode, body: response.json() };
  };
  return { ask, stand };
}

let count = 0;

async function file(
  { admin }: OpenedDatabase,
  paper: {
    sealedCase: boolean;
    sealed: boolean;
    sealedPassage: boolean;
    member: boolean;
    text: string;
  },
) {
  count += 1;
  const [made] = await admin(
    `insert into court.cases (record, court_id, caption, jurisdiction, sealed)
     values ($1, $2, 'Larch v. Rowan', 'model', $3) returning id`,
    [`case-${count}`, here, paper.sealedCase],
  );
  if (paper.member) {
    await admin(
      `insert into court.case_members (case_id, person_id, role, court_id) values ($1, $2, 'party', $3)`,
      [made?.['id'], person(party).claims.sub, here],
    );
  }
  const [document] = await admin(
    `insert into court.documents (case_id, court_id, name, media_type, size, sha256, storage_key,
       wrapped_key, key_version, chunk_size, language, sealed)
     values ($1, $2, 'a.txt', 'text/plain', 1, repeat('0', 64), 'a', '\\x00', 1, 1024, 'en', $3) returning id`,
    [made?.['id'], here, paper.sealed],
  );
  await admin(
    `insert into court.passages (document_id, n, case_id, court_id, starts, ends, text, evidential, sealed)
     values ($1, 1, $2, $3, 0, 1, $4, true, $5)`,
    [document?.['id'], made?.['id'], here, paper.text, paper.sealedPassage],
  );
}

test('finds what the caller may see, with highlights, facets and pages', async () => {
  const { ask, stand } = await opened();
  const open = { sealedCase: false, sealed: false, sealedPassage: false, member: false };
  await file(stand, { ...open, text: 'The rent of the mill was paid.' });
  await file(stand, { ...open, text: 'He paid for the mill.' });
  const { status, body } = await ask(observer, '/v1/search', { text: 'mill paying', limit: '1' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ total: 2, facets: { kinds: [{ value: 'paper', count: 2 }] } });
  const [hit] = body.items;
  const { text, highlights } = hit.excerpt;
  const shown = highlights.map(({ start, end }: { start: number; end: number }) =>
    text.slice(start, end),
  );
  expect(shown).toEqual(['paid', 'mill'].filter((word) => shown.includes(word)));
  const more = await ask(observer, '/v1/search', {
    text: 'mill paying',
    limit: '1',
    cursor: body.next,
  });
  expect(more.body.items).toHaveLength(1);
  expect(more.body.items[0].documentId).not.toBe(hit.documentId);
  const named = await ask(observer, '/v1/search/suggestions', { text: 'row' });
  expect(named.body[0]).toMatchObject({ type: 'case', text: 'Larch v. Rowan' });
});

test('[SQ1] refuses a question that is too long, and says how long it may be', async () => {
  const { ask } = await opened();
  const { status, body } = await ask(clerk, '/v1/search', { text: 'a '.repeat(5_000) });
  expect(status).toBe(422);
  expect(body).toMatchObject({ rule: 'SQ1', errors: [{ at: ['query', 'text'] }] });
});

test.each([
  { text: 'x', kind: 'spell' },
  { text: 'x', kind: "'; drop table" },
  { text: 'x', from: '2024-02-31' },
  { text: 'x', limit: '0' },
  { text: 'x', case: 'mine' },
  { text: 'a\0b' },
])('[SV1] refuses %o', async (query) => {
  const { ask } = await opened();
  expect(await ask(clerk, '/v1/search', query)).toMatchObject({
    status: 400,
    body: { rule: 'SV1' },
  });
});

test('[SR7] answers any text with a page, never with a failure', async () => {
  const { ask, stand } = await opened();
  const open = { sealedCase: false, sealed: false, sealedPassage: false, member: false };
  await file(stand, { ...open, text: 'The rent of the mill was paid to Peñaloza in C-1-2024.' });
  const strange = [
    '"',
    '""',
    "' or 1=1 --",
    '%',
    '\\',
    ':*',
    '<->',
    '!(',
    '\u202E',
    '\uFEFF',
    'ﬁ',
    'İ',
    '𝕬',
    '= <',
    '٣',
    '-1/2.3',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom(...strange, 'mill', 'Penalosa', 'C-1-2042'), { maxLength: 12 })
      .map((parts) => parts.join(' ')),
    fc.array(fc.constantFrom(...strange), { maxLength: 12 }).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (asked) => {
      const { status } = await ask(clerk, '/v1/search', { text: asked });
      expect([200, 400]).toContain(status);
      const named = await ask(clerk, '/v1/search/suggestions', { text: asked });
      expect([200, 400]).toContain(named.status);
    }),
    { numRuns: 60 },
  );
});

test('[SR4] the hits of a caller are among the passages that the caller may read, and all of them', async () => {
  const { ask, stand } = await opened();
  const paper = fc.record({
    sealedCase: fc.boolean(),
    sealed: fc.boolean(),
    sealedPassage: fc.boolean(),
    member: fc.boolean(),
    text: fc.constantFrom('The mill burned.', 'A mill and a mule.', 'Nothing of the kind.'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 4 }), async (papers) => {
      for (const one of papers) await file(stand, one);
      for (const n of everybody) {
        const identity = person(n, { app_metadata: { courts: rolesOf(n) } });
        const { rows } = await stand.database.run(
          identity,
          sql`select p.document_id::text as id from court.passages as p
                join court.documents as d on d.id = p.document_id
               where not (p.sealed and not d.sealed) and p.text ~* 'mill'`,
        );
        const readable = new Set(rows.map(({ id }) => id));
        const { rows: all } = await stand.database.run(
          identity,
          sql`select document_id::text as id from court.passages where text ~* 'mill'`,
        );
        const { body } = await ask(n, '/v1/search', { text: 'mill', limit: '50' });
        const seen = new Set(all.map(({ id }) => id));
        expect(
          body.items.filter((hit: { documentId: string }) => !seen.has(hit.documentId)),
        ).toEqual([]);
        expect(body.total).toBeLessThanOrEqual(seen.size);
        expect(body.total).toBeGreaterThanOrEqual(readable.size);
        const kinds = body.facets.kinds.reduce(
          (sum: number, one: { count: number }) => sum + one.count,
          0,
        );
        expect(kinds).toBe(body.total);
      }
    }),
    { numRuns: 6 },
  );
});
