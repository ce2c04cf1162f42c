import { findIds, findSupras } from './back-references.ts';
import type { Citation, CitationType, Meta, Span } from './citation.ts';
import type { NameTrie } from './name-trie.ts';
import { withoutOverlaps } from './overlaps.ts';
import { antecedentBefore, nameBefore, partiesBefore } from './party-names.ts';
import { findReferences } from './reference-citations.ts';
import { reporterCandidates, type Candidate } from './reporter-candidates.ts';
import type { Edition, Entry, Source } from './reporters.ts';
import { afterCase, afterLaw, afterShort, known } from './surroundings.ts';

/**
 * Citations of the United States: reporters, laws, journals, their short forms and what refers back
 * to them. A citation whose reporter may be several, and whose year does not tell them apart, is
 * left out.
 *
 * @param emphasised spans of the text in italics, where the text came with markup
 */
export function findCaseCitations(
  text: string,
  names: NameTrie<Entry>,
  emphasised: readonly Span[],
): Citation[] {
  const resources: Citation[] = [];
  const italics = new Map(emphasised.map(({ start, end }) => [end, text.slice(start, end)]));
  for (const candidate of withoutOverlaps(reporterCandidates(text, names))) {
    const citation = readCandidate(text, candidate, resources.at(-1), italics);
    if (citation !== undefined) resources.push(citation);
  }
  return withoutOverlaps([
    ...resources,
    ...findIds(text),
    ...findSupras(text),
    ...findReferences(text, resources, emphasised),
  ]);
}

function readCandidate(
  text: string,
  candidate: Candidate,
  before: Citation | undefined,
  italics: ReadonlyMap<number, string>,
): Citation | undefined {
  const { source, meta, end } = candidate.short
    ? readShort(text, candidate, before)
    : readFull(text, candidate, before, italics);
  const edition = onlyEdition(candidate, meta['year']);
  if (edition === undefined) return undefined;
  const court: Meta = edition.supreme ? { court: 'scotus' } : {};
  const { start, groups } = candidate;
  return {
    type: typeOf[source],
    groups,
    start,
    end,
    text: text.slice(start, end),
    meta: { ...court, ...meta },
  };
}

type Reading = { readonly source: Source | 'short'; readonly meta: Meta; readonly end: number };

const typeOf: { readonly [source in Source | 'short']: CitationType } = {
  case: 'FullCaseCitation',
  law: 'FullLawCitation',
  journal: 'FullJournalCitation',
  short: 'ShortCaseCitation',
};

function readShort(
  text: string,
  { start, end, groups }: Candidate,
  before: Citation | undefined,
): Reading {
  const after = afterShort(text, end - String(groups['page']).length);
  const guess = antecedentBefore(text, start, before?.end ?? 0);
  return {
    source: 'short',
    end: Math.max(end, after.end),
    meta: { ...known({ antecedent_guess: guess }), ...after.meta },
  };
}

function readFull(
  text: string,
  candidate: Candidate,
  before: Citation | undefined,
  italics: ReadonlyMap<number, string>,
): Reading {
  const { start, end } = candidate;
  const sources = new Set(namedEditions(candidate).map((edition) => edition.source));
  if (sources.has('law') && !sources.has('case'))
    return { source: 'law', end, meta: afterLaw(text, end).meta };
  const after = afterCase(text, end).meta;
  if (!sources.has('case')) return { source: 'journal', end, meta: after };
  return {
    source: 'case',
    end,
    meta: { ...readParties(text, start, before, italics), ...after },
  };
}

/** The parties stand before the first of several parallel citations and belong to all of them. */
function readParties(
  text: string,
  start: number,
  before: Citation | undefined,
  italics: ReadonlyMap<number, string>,
): Meta {
  const parallel = before !== undefined && /^[\s,\d–-]{1,60}$/.test(text.slice(before.end, start));
  if (parallel) {
    const { plaintiff, defendant } = before.meta;
    return known({ plaintiff, defendant });
  }
  const parties = partiesBefore(text, start, before?.end ?? 0);
  if (parties['defendant'] !== undefined) return parties;
  const italic = [1, 2, 3]
    .map((gap) => italics.get(start - gap))
    .find((name) => name !== undefined);
  return known({
    ...parties,
    defendant: italic && nameBefore(italic.replace(/[\s,.;:]{1,9}$/, '')),
  });
}

/** Names that are an edition's own come before variations of others. */
function namedEditions({ exact, variations }: Candidate): readonly Edition[] {
  return exact.length > 0 ? exact : variations;
}

function onlyEdition(candidate: Candidate, year: string | undefined): Edition | undefined {
  const editions = namedEditions(candidate);
  const published =
    editions.length > 1 && year !== undefined
      ? editions.filter(({ start, end }) => start <= Number(year) && Number(year) <= end)
      : editions;
  return published.length === 1 ? published[0] : undefined;
}
