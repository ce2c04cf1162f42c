import type { Language } from '../../core/document/document.ts';
import { type Collection, rarity, tuned, weight } from '../../core/search/bm25.ts';
import { excerptOf } from '../../core/search/excerpt.ts';
import type { SearchQuery } from '../../core/search/read-query.ts';
import { nearestOf } from '../../core/search/spelling.ts';
import { searchStem, stemsOf } from '../../core/search/stems.ts';
import { joinedNumbers, tokens } from '../../core/search/tokens.ts';
import {
  type Correction,
  type Facet,
  type Found,
  type FoundKind,
  type HitPlace,
  mostFacets,
  type Search,
  type SearchFilters,
  type Suggestion,
} from '../../ports/search.ts';
import { cursorAt, placeOfCursor } from '../../ports/search-cursor.ts';

/** One passage, article or caption, with what the filters ask about. */
export type MemoryPassage = {
  readonly place: HitPlace;
  readonly courtId: string;
  readonly text: string;
  readonly language: Language;
  readonly sides: readonly string[];
  readonly phase: string | null;
  /** ISO date. */
  readonly day: string;
};

type Indexed = MemoryPassage & {
  readonly length: number;
  /** How often each key stands there: stems, and after `=` names and numbers as written. */
  readonly keys: ReadonlyMap<string, number>;
};

const stem = searchStem();

/**
 * Search in a list of passages, read anew for each question: the reference that other adapters are held to.
 * `seen` gives what the caller may see, and search knows of nothing else.
 */
export function memorySearch(seen: () => readonly MemoryPassage[]): Search {
  return {
    find: async ({ query, filters, limit, cursor }) => {
      const offset = placeOfCursor(cursor);
      if (offset === null || query.words.length === 0) return answer([], [], 0, limit, query, []);
      const all = seen()
        .filter((passage) => passes(passage, filters))
        .map(indexed);
      const { terms, corrections } = termsOf(query, all);
      const scored = rankedBy(terms, all).filter(({ passage }) => hasPhrases(passage.text, query));
      return answer(scored, corrections, offset, limit, query, terms);
    },
    suggest: async ({ text, courtId, limit }) => {
      const words = tokens(text.slice(0, 200)).map(({ word }) => word);
      const last = words.at(-1) ?? '';
      if (last.length < 2) return [];
      const all = seen()
        .filter((passage) => courtId === null || passage.courtId === courtId)
        .map(indexed);
      const starts = ({ keys }: Indexed): string[] =>
        [...keys.keys()].filter((key) => key.startsWith(`=${last}`));
      const ofCases = all.flatMap((passage): Suggestion[] => {
        const { place } = passage;
        if (place.type !== 'case' || starts(passage).length === 0) return [];
        const { caseId, caption, number } = place;
        return [{ type: 'case', text: caption, caseId, number }];
      });
      const counts = counted(all.flatMap(starts));
      const ofWords = counts.map(({ value }): Suggestion => ({
        type: 'word',
        text: [...words.slice(0, -1), value.slice(1)].join(' '),
      }));
      return [...ofCases.slice(0, 5), ...ofWords].slice(0, limit);
    },
  };
}

function kindOf({ place }: MemoryPassage): FoundKind {
  return place.type === 'document' ? (place.kind ?? 'paper') : place.type;
}

function passes(passage: MemoryPassage, filters: SearchFilters): boolean {
  const { courtId, caseId, language, kind, party, phase, from, to } = filters;
  const { place, day } = passage;
  return (
    (courtId === null || passage.courtId === courtId) &&
    (caseId === null || (place.type !== 'law' && place.caseId === caseId)) &&
    (language === null || passage.language === language) &&
    (kind === null || kindOf(passage) === kind) &&
    (party === null || passage.sides.includes(party)) &&
    (phase === null || passage.phase === phase) &&
    (from === null || day >= from) &&
    (to === null || day <= to)
  );
}

function indexed(passage: MemoryPassage): Indexed {
  const keys = new Map<string, number>();
  const add = (key: string) => keys.set(key, (keys.get(key) ?? 0) + 1);
  const found = tokens(passage.text);
  for (const { word, isName } of found) {
    const key = stem(word, passage.language);
    if (key !== '') add(key);
    if (isName && (key !== '' || /\d/.test(word))) add(`=${word}`);
  }
  for (const { word } of joinedNumbers(passage.text)) add(`=${word}`);
  return { ...passage, length: found.length, keys };
}

/** The keys of each word of the question, and what a word was taken for that nothing has. */
function termsOf(
  { words, phrases, numbers }: SearchQuery,
  all: readonly Indexed[],
): { readonly terms: readonly (readonly string[])[]; readonly corrections: readonly Correction[] } {
  const names = [...new Set(all.flatMap(({ keys }) => [...keys.keys()]))]
    .filter((key) => key.startsWith('='))
    .map((key) => key.slice(1));
  const corrections: Correction[] = [];
  const asked = [
    ...words.map((word) => ({ word, keys: stemsOf(stem, word) })),
    ...numbers.map((word) => ({ word, keys: [`=${word}`] })),
  ];
  const terms = asked.map(({ word, keys }) => {
    const isKnown = all.some((passage) => keys.some((key) => passage.keys.has(key)));
    if (isKnown || phrases.flat().includes(word)) return keys;
    const found = nearestOf(word, names);
    if (found === null) return keys;
    corrections.push({ asked: word, found });
    return [`=${found}`];
  });
  return { terms, corrections };
}

type Scored = { readonly passage: Indexed; readonly score: number };

function rankedBy(terms: readonly (readonly string[])[], all: readonly Indexed[]): Scored[] {
  const words = all.reduce((sum, { length }) => sum + length, 0);
  const collection: Collection = { passages: all.length, averageWords: words / all.length };
  const scores = new Map<Indexed, number>();
  for (const keys of terms) {
    const times = ({ keys: own }: Indexed) =>
      keys.reduce((sum, key) => sum + (own.get(key) ?? 0), 0);
    const having = all.filter((passage) => times(passage) > 0);
    const rare = rarity(collection, having.length);
    for (const passage of having) {
      const more = rare * weight(tuned, collection, times(passage), passage.length);
      scores.set(passage, (scores.get(passage) ?? 0) + more);
    }
  }
  return [...scores]
    .map(([passage, score]) => ({ passage, score }))
    .toSorted((one, other) => other.score - one.score);
}

function hasPhrases(text: string, { phrases }: SearchQuery): boolean {
  const plain = ` ${tokens(text)
    .map(({ word }) => word)
    .join(' ')} `;
  return phrases.every((words) => plain.includes(` ${words.join(' ')} `));
}

function counted(values: readonly string[]): Facet[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, { length: count }]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, mostFacets);
}

function answer(
  scored: readonly Scored[],
  corrections: readonly Correction[],
  offset: number,
  limit: number,
  { words, numbers }: SearchQuery,
  terms: readonly (readonly string[])[],
): Found {
  const exact = new Set([...words, ...numbers, ...corrections.map(({ found }) => found)]);
  const stems = new Set([...terms.flat(), ...[...exact].flatMap((word) => stemsOf(stem, word))]);
  const isFound = (word: string): boolean => {
    const own = stemsOf(stem, word);
    return (exact.has(word) && own.length > 0) || own.some((one) => stems.has(one));
  };
  const passages = scored.map(({ passage }) => passage);
  return {
    hits: scored.slice(offset, offset + limit).map(({ passage, score }) => ({
      ...passage.place,
      courtId: passage.courtId,
      score,
      excerpt: excerptOf(passage.text, isFound),
    })),
    total: scored.length,
    next: scored.length > offset + limit ? cursorAt(offset + limit) : null,
    facets: {
      kinds: counted(passages.map(kindOf)),
      phases: counted(passages.flatMap(({ phase }) => phase ?? [])),
      parties: counted(passages.flatMap(({ sides }) => sides)),
      years: counted(passages.map(({ day }) => day.slice(0, 4))),
    },
    corrections,
  };
}
