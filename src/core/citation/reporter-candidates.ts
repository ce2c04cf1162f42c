import type { Groups, Span } from './citation.ts';
import { matchAt } from './match-at.ts';
import { namesAt, type NameTrie } from './name-trie.ts';
import type { Edition, Entry, Pattern } from './reporters.ts';

/** A place where a reporter stands with its volume and page, and every edition that it may be. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
  /** `1 U.S., at 2` and not `1 U.S. 1`. */
  readonly short: boolean;
  /** Editions of just this name, and editions of which it is a variation. */
  readonly exact: Edition[];
  readonly variations: Edition[];
};

/**
 * Every reading of every name in the text, in no order; they may overlap. Each place at which a word
 * begins is looked up once, and each pattern reads a bounded stretch around the name.
 */
export function reporterCandidates(text: string, names: NameTrie<Entry>): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!mayBegin(text, at)) continue;
    const here = new Map<string, Candidate>();
    for (const { end, values } of namesAt(names, text, at)) {
      const readings = new Map<Pattern, Reading[]>();
      for (const { edition, pattern, exact } of values) {
        const known = readings.get(pattern) ?? readPattern(text, { start: at, end }, pattern);
        readings.set(pattern, known);
        for (const reading of known) addEdition(here, reading, edition, exact);
      }
    }
    found.push(...here.values());
  }
  return found;
}

/** Names begin with a capital, a bracket or a small letter, never within a word. */
function mayBegin(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at))
    ? at === 0 || !isLetter(text.charCodeAt(at - 1))
    : text.charCodeAt(at) === 0x28;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

type Reading = Omit<Candidate, 'exact' | 'variations'>;

function readPattern(text: string, name: Span, pattern: Pattern): Reading[] {
  const before = matchAt(pattern.before, text, name.start);
  if (before === undefined) return [];
  const { head, ...heading } = before.groups;
  const rest = pattern.own ? name.start : name.end;
  const reporter = text.slice(name.start, name.end);
  const readings: Reading[] = [];
  for (const expression of [pattern.after, pattern.short]) {
    const after = expression && matchAt(expression, text, rest);
    if (after === undefined) continue;
    readings.push({
      start: name.start - String(head).length,
      end: after.end,
      groups: readGroups({ ...heading, reporter, ...after.groups }),
      short: expression === pattern.short,
    });
  }
  return readings;
}

/** White space folded; `null` for a blank page and for a group that the text leaves out. */
function readGroups(groups: { readonly [name: string]: string | undefined }): Groups {
  const read: { [name: string]: string | null } = {};
  for (const [name, value] of Object.entries(groups))
    read[name] =
      value === undefined || /^_+$/.test(value) ? null : value.replaceAll(/\s+/g, ' ').trim();
  return read;
}

function addEdition(
  here: Map<string, Candidate>,
  reading: Reading,
  edition: Edition,
  exact: boolean,
): void {
  const key = JSON.stringify(reading);
  const candidate = here.get(key) ?? { ...reading, exact: [], variations: [] };
  here.set(key, candidate);
  const editions = exact ? candidate.exact : candidate.variations;
  if (editions.every(({ id }) => id !== edition.id)) editions.push(edition);
}
