import type { Citation, Span } from './citation.ts';
import { matchAt } from './match-at.ts';
import { addName, emptyTrie, namesAt } from './name-trie.ts';
import { known, pinCite } from './surroundings.ts';

/** Parties whose name tells nothing about the case. */
const common = new Set(
  `state|the state|united states|united states of america|people|the people|commonwealth|government|
   commissioner|secretary|department|director|warden|company|corporation|city|county|board`
    .split('|')
    .map((name) => name.trim()),
);

const pin = new RegExp(`\\s{1,9}(?<pin_cite>${pinCite})`, 'y');

type Party = {
  readonly role: 'plaintiff' | 'defendant';
  readonly name: string;
  readonly from: number;
};

/**
 * The name of a party with a pin cite, or in italics, after the full citation that names it:
 * «Northgate at 122», «in *Northgate* the court …».
 *
 * @param cited citations with a reporter in the text, in order
 * @param emphasised spans of the text that are set in italics
 */
export function findReferences(
  text: string,
  cited: readonly Citation[],
  emphasised: readonly Span[],
): Citation[] {
  const parties = emptyTrie<Party>();
  const full = cited.filter(({ type }) => type === 'FullCaseCitation');
  const first = full[0];
  if (first === undefined) return [];
  const starts = new Set(cited.map(({ start }) => start));
  for (const party of full.flatMap(partiesOf)) addName(parties, party.name, party);
  const byStart = new Map(emphasised.map((span) => [span.start, span]));
  const found: Citation[] = [];
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9])[A-Z]/g)) {
    if (index < first.end) continue;
    const citation = referenceAt(text, index, byStart.get(index), namesAt(parties, text, index));
    if (citation !== undefined && !leadsTo(starts, text, citation.end)) found.push(citation);
  }
  return found;
}

function partiesOf({ meta, end }: Citation): Party[] {
  return (['plaintiff', 'defendant'] as const).flatMap((role) => {
    const name = meta[role];
    return name !== undefined && isTelling(name) ? [{ role, name, from: end }] : [];
  });
}

function isTelling(name: string): boolean {
  return (
    /^[A-Z]/.test(name) && name.length > 2 && !name.endsWith('.') && !common.has(name.toLowerCase())
  );
}

function referenceAt(
  text: string,
  start: number,
  emphasis: Span | undefined,
  names: readonly { readonly end: number; readonly values: readonly Party[] }[],
): Citation | undefined {
  for (const { end, values } of names.toReversed()) {
    const party = values.find(({ from }) => from <= start);
    if (party === undefined) continue;
    const match = matchAt(pin, text, end);
    const whole = emphasis !== undefined && /^[\s:;.,]*$/.test(text.slice(end, emphasis.end));
    if ((match === undefined && !whole) || isInFullCitation(text, start, end)) continue;
    const close = match?.end ?? end;
    return {
      type: 'ReferenceCitation',
      groups: {},
      start,
      end: close,
      text: text.slice(start, close),
      meta: known({ [party.role]: party.name, ...match?.groups }),
    };
  }
  return undefined;
}

/** The name is one side of «X v. Y». */
function isInFullCitation(text: string, start: number, end: number): boolean {
  return (
    /^[\s,]{0,9}v(?:\.|s\.|\s)/.test(text.slice(end, end + 15)) ||
    /\sv(?:\.|s\.)?\s{1,9}$/.test(text.slice(Math.max(0, start - 15), start))
  );
}

/** «Northgate at 32, 12 F.3d 3»: the name and the page belong to the citation that follows. */
function leadsTo(starts: ReadonlySet<number>, text: string, end: number): boolean {
  const comma = text[end] === ',' ? 1 : 0;
  return starts.has(end + comma + 1);
}
