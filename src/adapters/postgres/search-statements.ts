import type { SearchFilters } from '../../ports/search.ts';
import { mostFacets } from '../../ports/search.ts';
import { tuned } from '../../core/search/bm25.ts';
import type { Statement } from './sql.ts';

/** A word to look for: its stems, or exactly so where it is a name or a number. */
export type AskedWord = {
  readonly term: number;
  readonly word: string;
  readonly exact: boolean;
  /** Part of a phrase: a passage without it is not meant. */
  readonly required: boolean;
};

export type Ranking = {
  readonly words: readonly AskedWord[];
  /** Folded, one space between words. */
  readonly phrases: readonly string[];
  readonly filters: SearchFilters;
  readonly limit: number;
  readonly offset: number;
};

/**
 * Passages that only the commonest words of a question would bring in are not looked at once the rarer ones
 * bring this many.
 */
const enough = 20_000;

/** Up to so many documents, each is asked by itself. */
const few = 1_000;

/** What the caller may see under the filters, as row security and the filters leave it. */
const visible = `dockets as materialized (
  select id, stage, sides, filed_at from court.cases where $2::uuid is null or court_id = $2
), papers as materialized (
  select id, kind, filed_at from court.documents
   where erased_at is null and ($2::uuid is null or court_id = $2) and ($3::uuid is null or case_id = $3)
), visible as materialized (
  select s.id, s.case_id, s.document_id, s.law_id, s.court_id, s.passages, s.words, c.stage, c.sides,
         case when s.law_id is not null then 'law' when s.document_id is null then 'case'
              else coalesce(d.kind, 'paper') end as kind,
         coalesce((d.filed_at at time zone 'UTC')::date, l.version_date, (c.filed_at at time zone 'UTC')::date) as day
    from court.search_documents as s
    left join dockets as c on c.id = s.case_id
    left join papers as d on d.id = s.document_id
    left join court.law_works as l on l.id = s.law_id
   where (s.document_id is null or d.id is not null)
     and (s.case_id is null or c.id is not null)
     and ($2::uuid is null or s.court_id = $2)
     and ($3::uuid is null or s.case_id = $3)
     and ($4::text is null or s.language = $4)
     and ($5::text is null or $5 = case when s.law_id is not null then 'law'
       when s.document_id is null then 'case' else coalesce(d.kind, 'paper') end)
     and ($6::text is null or $6 = any (c.sides))
     and ($7::text is null or c.stage = $7)
     and ($8::date is null or coalesce((d.filed_at at time zone 'UTC')::date, l.version_date, (c.filed_at at time zone 'UTC')::date) >= $8)
     and ($9::date is null or coalesce((d.filed_at at time zone 'UTC')::date, l.version_date, (c.filed_at at time zone 'UTC')::date) <= $9)
)`;

/** BM25 over what is visible: rarity and length are taken from nothing else. */
const scored = `asked as materialized (
  -- A word that says nothing in one of the languages is in no list of that language.
  select distinct t.term, k.word,
         t.required and court.search_stem(t.word, 'en') <> '' and court.search_stem(t.word, 'es') <> ''
           as required
    from jsonb_to_recordset($1::jsonb) as t (term integer, word text, exact boolean, required boolean)
   cross join lateral (
     select '=' || t.word as word where t.exact
     union all
     select court.search_stem(t.word, language) from unnest('{en,es}'::text[]) as language where not t.exact
   ) as k
   where k.word <> ''
), lists as materialized (
  select a.term, a.required, p.doc, p.places
    from asked as a
   -- Few documents: look-ups in those alone, so that the time tells nothing of others. Many: the whole list of
   -- the word, under row security. «offset 0» keeps the planner from reading all words of what is visible.
   cross join lateral (
     (select doc, places from court.search_postings
       where (select count(*) from visible) <= ${few}
         and word = a.word and doc = any (array(select id from visible)) offset 0)
     union all
     (select doc, places from court.search_postings
       where (select count(*) from visible) > ${few} and word = a.word offset 0)
   ) as p
   where p.doc in (select id from visible)
), whole as materialized (
  select greatest(sum(passages), 1)::float8 as passages,
         greatest(sum(words) / greatest(sum(passages), 1), 1)::float8 as average_words
    from visible
), frequency as materialized (
  select term, sum(cardinality(places))::float8 as found from lists group by term
), chosen as materialized (
  select term, ln(1 + (greatest(passages - found, 0) + 0.5) / (found + 0.5)) as rarity,
         sum(found) over (order by found, term) <= ${enough} or row_number() over (order by found, term) = 1
           as essential
    from frequency, whole
), scored as materialized (
  select l.doc, (place >> 32)::integer as n,
         sum(c.rarity * ((place >> 20) & 4095) * ${(tuned.k1 + 1).toFixed(3)}::float8
           / (((place >> 20) & 4095)
             + ${tuned.k1}::float8
               * (${(1 - tuned.b).toFixed(3)}::float8 + ${tuned.b}::float8 * (place & 1048575) / w.average_words))) as score
    from lists as l
    join chosen as c using (term)
   cross join whole as w
   cross join lateral unnest(l.places) as place
   where l.doc in (select doc from lists join chosen using (term) where essential)
   group by l.doc, place >> 32
  having bool_or(c.essential)
     -- No fewer than the phrases need; the phrases themselves are looked for after.
     and count(*) filter (where l.required) >= (select count(distinct term) from asked where required)
)`;

const everything = 'matched as materialized (select doc, n, score from scored)';

/** Phrases are looked for in the texts themselves, among the passages that have all their words. */
const withPhrases = `matched as materialized (
  select r.doc, r.n, r.score
    from scored as r
   cross join lateral (
     select document_id, law_id, case_id from court.search_documents where id = r.doc offset 0
   ) as v
    left join court.passages as p on p.document_id = v.document_id and p.n = r.n
    left join court.law_articles as a on a.law_id = v.law_id and a.n = r.n
    left join court.cases as c on c.id = v.case_id and v.document_id is null
   where case
       -- Folding a text costs a hundred times what this costs.
       when lower(coalesce(p.text, a.text, c.caption)) like all ($13::text[]) then (
         select bool_and(position(' ' || phrase || ' ' in
                  ' ' || lower(court.search_plain(coalesce(p.text, a.text, c.caption))) || ' ') > 0)
           from unnest($12::text[]) as phrase)
       else false
     end
)`;

const answer = `counted as materialized (
  select v.kind, v.stage, v.sides, extract(year from v.day)::integer::text as year, m.count
    from (select doc, count(*) from matched group by doc) as m join visible as v on v.id = m.doc
), page as materialized (
  select doc, n, score from matched order by score desc, doc, n limit $10 offset $11
)
select
  coalesce((select sum(count) from counted), 0)::integer as total,
  (select coalesce(jsonb_agg(term), '[]') from frequency) as known,
  jsonb_build_object(
    'kinds', ${facet('kind', 'select kind as value, sum(count) as count from counted group by kind')},
    'phases', ${facet('stage', 'select stage as value, sum(count) as count from counted where stage is not null group by stage')},
    'parties', ${facet('side', 'select side as value, sum(count) as count from counted, unnest(sides) as side group by side')},
    'years', ${facet('year', 'select year as value, sum(count) as count from counted group by year')}
  ) as facets,
  (select coalesce(jsonb_agg(h order by h.score desc, h.doc, h.n), '[]') from (
    select r.doc, r.n, r.score, v.court_id as "courtId", v.case_id as "caseId",
           coalesce(p.text, a.text, concat_ws(' · ', c.number, c.caption)) as text,
           d.id as "documentId", d.name, d.exhibit, d.kind, p.page,
           l.work, l.version_date as "from", a.article, a.label,
           c.number, c.caption
      from page as r
      join visible as v on v.id = r.doc
      left join court.documents as d on d.id = v.document_id
      left join court.passages as p on p.document_id = v.document_id and p.n = r.n
      left join court.law_works as l on l.id = v.law_id
      left join court.law_articles as a on a.law_id = v.law_id and a.n = r.n
      left join court.cases as c on c.id = v.case_id and v.document_id is null
     where coalesce(p.n, a.n, case when c.id is not null then 1 end) is not null
  ) as h) as hits`;

function facet(value: string, rows: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('value', ${value}s.value, 'count', ${value}s.count)), '[]')
    from (select * from (${rows}) as all_of_them order by count desc, value limit ${mostFacets}) as ${value}s)`;
}

const ranking = `with ${visible}, ${scored}, ${everything}, ${answer}`;
const rankingWithPhrases = `with ${visible}, ${scored}, ${withPhrases}, ${answer}`;

export function rankingStatement({ words, phrases, filters, limit, offset }: Ranking): Statement {
  const { courtId, caseId, language, kind, party, phase, from, to } = filters;
  const values = [
    JSON.stringify(words),
    courtId,
    caseId,
    language,
    kind,
    party,
    phase,
    from,
    to,
    limit,
    offset,
  ];
  return phrases.length === 0
    ? { text: ranking, values }
    : { text: rankingWithPhrases, values: [...values, phrases, phrases.map(patternOf)] };
}

/** A pattern that every text with the phrase passes, accents or none, and few others. */
function patternOf(phrase: string): string {
  return `%${phrase.replaceAll(/[^bdfghjklmpqrstvwxz0-9]+/g, '%')}%`;
}
