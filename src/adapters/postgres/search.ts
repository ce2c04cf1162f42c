import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import { documentKinds } from '../../core/document/document.ts';
import { excerptOf } from '../../core/search/excerpt.ts';
import { halvesOf, nearestOf, slipsAllowed } from '../../core/search/spelling.ts';
import { searchStem, stemsOf } from '../../core/search/stems.ts';
import { tokens } from '../../core/search/tokens.ts';
import type { SearchQuery } from '../../core/search/read-query.ts';
import {
  type Correction,
  type Found,
  type HitPlace,
  type Search,
  type SearchAsked,
  SearchFault,
  type Suggestion,
} from '../../ports/search.ts';
import { cursorAt, placeOfCursor } from '../../ports/search-cursor.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { type AskedWord, type Ranking, rankingStatement } from './search-statements.ts';
import { sql } from './sql.ts';

const facets = z.array(z.object({ value: z.string(), count: z.number() }));

const hitRow = z.object({
  score: z.number(),
  text: z.string(),
  n: z.int(),
  courtId: z.string(),
  caseId: z.string().nullable(),
  documentId: z.string().nullable(),
  name: z.string().nullable(),
  exhibit: z.string().nullable(),
  kind: z.enum(documentKinds).nullable(),
  page: z.int().nullable(),
  work: z.string().nullable(),
  from: z.string().nullable(),
  article: z.string().nullable(),
  label: z.string().nullable(),
  number: z.string().nullable(),
  caption: z.string().nullable(),
});

const rankedRow = z.object({
  total: z.int(),
  known: z.array(z.int()),
  facets: z.object({ kinds: facets, phases: facets, parties: facets, years: facets }),
  hits: z.array(hitRow),
});

type Ranked = z.infer<typeof rankedRow>;

const wordRow = z.object({ word: z.string() });

const suggestedRow = z.object({
  id: z.string(),
  caption: z.string(),
  number: z.string().nullable(),
});

const stem = searchStem();

/** Search in PostgreSQL, as one identity may see: row security decides, on every table that is asked. */
export function postgresSearch(database: Database, identity: Identity): Search {
  const rank = async (ranking: Ranking): Promise<Ranked> => {
    const ranked = await database.transaction(identity, async (transaction) => {
      // A plan that serves every filter serves none: the sixth use of a prepared one took a minute.
      await transaction.run(
        sql`select where set_config('plan_cache_mode', 'force_custom_plan', true) is null`,
      );
      return transaction.one(rankingStatement(ranking), rankedRow);
    });
    if (ranked === null) throw new RangeError('A ranking is one row.');
    return ranked;
  };

  /** Names and numbers that the caller may see and that may have been meant by a word nothing has. */
  const meant = async (word: string): Promise<Correction | null> => {
    const { head, tail } = halvesOf(word);
    const [first, last] = [`=${head}`, `<${reversed(tail)}`];
    const near = await database.all(
      identity,
      sql`select distinct word from court.search_postings
           where (word >= ${first} and word < ${`${first}\u{10FFFF}`})
              or (word >= ${last} and word < ${`${last}\u{10FFFF}`})
           limit 5000`,
      wordRow,
    );
    const found = nearestOf(
      word,
      near.map(({ word: key }) => wordOfKey(key)),
    );
    return found === null ? null : { asked: word, found };
  };

  return {
    find: (asked) =>
      guarded(async () => {
        const offset = placeOfCursor(asked.cursor);
        const { query, filters, limit } = asked;
        if (offset === null || query.words.length === 0) return nothingFound;
        const ranking: Ranking = {
          words: askedWords(query),
          phrases: query.phrases.map((words) => words.join(' ')),
          filters,
          limit: limit + 1,
          offset,
        };
        const ranked = await rank(ranking);
        const unknown = ranking.words.filter(
          ({ term, word, required }) =>
            !ranked.known.includes(term) && !required && slipsAllowed(word) > 0,
        );
        const corrections: Correction[] = [];
        for (const { word } of unknown.slice(0, mostCorrections)) {
          const correction = await meant(word);
          if (correction !== null) corrections.push(correction);
        }
        if (corrections.length === 0) return foundIn(ranked, asked, query, offset, []);
        const words = ranking.words.map((one) => {
          const correction = corrections.find(({ asked: slip }) => slip === one.word);
          return correction === undefined ? one : { ...one, word: correction.found, exact: true };
        });
        const again = await rank({ ...ranking, words });
        return foundIn(again, asked, query, offset, corrections);
      }),
    suggest: ({ text, courtId, limit }) =>
      guarded(async () => {
        const words = tokens(text.slice(0, 200)).map(({ word }) => word);
        const last = words.at(-1) ?? '';
        if (last.length < 2) return [];
        const prefix = `=${last}`;
        const keys = await database.all(
          identity,
          sql`select p.word from court.search_postings as p
                join court.search_documents as s on s.id = p.doc
               where p.word >= ${prefix} and p.word < ${`${prefix}\u{10FFFF}`}
                 and (${courtId}::uuid is null or s.court_id = ${courtId})
               group by p.word order by count(*) desc, p.word limit ${limit}`,
          wordRow,
        );
        const cases = await database.all(
          identity,
          sql`select c.id, c.caption, c.number
                from court.search_postings as p
                join court.search_documents as s on s.id = p.doc and s.document_id is null
                join court.cases as c on c.id = s.case_id
               where p.word = any (${keys.map(({ word }) => word)}::text[])
                 and (${courtId}::uuid is null or s.court_id = ${courtId})
               group by c.id, c.caption, c.number order by max(c.updated_at) desc, c.id limit 5`,
          suggestedRow,
        );
        const ofCases = cases.map(({ id, caption, number }): Suggestion => ({
          type: 'case',
          text: caption,
          caseId: id,
          number,
        }));
        const ofWords = keys.map(({ word }): Suggestion => ({
          type: 'word',
          text: [...words.slice(0, -1), wordOfKey(word)].join(' '),
        }));
        return [...ofCases, ...ofWords].slice(0, limit);
      }),
  };
}

const mostCorrections = 4;

const nothingFound: Found = {
  hits: [],
  total: 0,
  next: null,
  facets: { kinds: [], phases: [], parties: [], years: [] },
  corrections: [],
};

function askedWords({ words, phrases, numbers }: SearchQuery): readonly AskedWord[] {
  const inPhrases = new Set(phrases.flat());
  return [
    ...words.map((word) => ({ word, exact: false, required: inPhrases.has(word) })),
    ...numbers.map((word) => ({ word, exact: true, required: false })),
  ].map((word, term) => ({ ...word, term }));
}

const wordOfKey = (key: string): string =>
  key.startsWith('<') ? reversed(key.slice(1)) : key.slice(1);

/** By code points, as `reverse` of the database. */
const reversed = (word: string): string => Array.from(word).toReversed().join('');

function foundIn(
  { total, facets: counted, hits }: Ranked,
  { limit }: SearchAsked,
  { words, numbers }: SearchQuery,
  offset: number,
  corrections: readonly Correction[],
): Found {
  const meant = [...words, ...corrections.map(({ found }) => found)];
  const stems = new Set(meant.flatMap((word) => stemsOf(stem, word)));
  const exact = new Set([...meant, ...numbers]);
  const isFound = (word: string): boolean =>
    (exact.has(word) && stemsOf(stem, word).length > 0) ||
    stemsOf(stem, word).some((one) => stems.has(one));
  return {
    hits: hits.slice(0, limit).map((row) => ({
      ...placeOf(row),
      courtId: row.courtId,
      score: row.score,
      excerpt: excerptOf(row.text, isFound),
    })),
    total,
    next: hits.length > limit ? cursorAt(offset + limit) : null,
    facets: counted,
    corrections,
  };
}

const ofDocument = z.object({ caseId: z.string(), documentId: z.string(), name: z.string() });
const ofLaw = z.object({
  work: z.string(),
  from: z.string(),
  article: z.string(),
  label: z.string(),
});
const ofCase = z.object({ caseId: z.string(), caption: z.string() });

function placeOf(row: z.infer<typeof hitRow>): HitPlace {
  if (row.documentId !== null) {
    const { exhibit, kind, n: passage, page } = row;
    return { type: 'document', ...ofDocument.parse(row), exhibit, kind, passage, page };
  }
  if (row.work !== null) return { type: 'law', ...ofLaw.parse(row) };
  return { type: 'case', ...ofCase.parse(row), number: row.number };
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new SearchFault(error.message, error.retryable, error);
  }
}
