import { addName, emptyTrie, type NameTrie } from './name-trie.ts';
import { editionTable, patternTable } from './reporter-table.ts';

export type Source = 'case' | 'law' | 'journal';

/** One edition of a reporter, a law or a journal; two entries with one `id` are the same edition. */
export type Edition = {
  readonly id: string;
  readonly source: Source;
  /** Reports of the Supreme Court of the United States. */
  readonly supreme: boolean;
  /** First and last year of publication, `end` Infinity while it goes on. */
  readonly start: number;
  readonly end: number;
};

/**
 * What stands before and after the name: two sticky expressions. The first looks back from the name
 * and captures all that belongs to the citation there as `head`.
 */
export type Pattern = {
  readonly before: RegExp;
  readonly after: RegExp;
  /** The same with `at` before the page; `undefined` where the page stands before the name. */
  readonly short: RegExp | undefined;
  /** The expression after the name matches the name too. */
  readonly own: boolean;
};

export type Entry = {
  readonly edition: Edition;
  readonly pattern: Pattern;
  /** The name is the edition's own and not a variation. */
  readonly exact: boolean;
};

/** White space with at most one line break. */
const space = '(?:[^\\S\\n]{1,9}(?:\\n[^\\S\\n]{0,9})?|\\n[^\\S\\n]{0,9})';

/** The table of names, read once by whoever looks for citations. */
export function readReporters(): NameTrie<Entry> {
  const sources = patternTable.slice(1, -1).split('\n');
  const patterns = new Map<string, Pattern>();
  const patternOf = (key: string): Pattern => {
    const known = patterns.get(key);
    if (known !== undefined) return known;
    const own = key.startsWith('=');
    const pattern = readPattern(String(sources[Number(own ? key.slice(1) : key)]), own);
    patterns.set(key, pattern);
    return pattern;
  };
  const trie = emptyTrie<Entry>();
  for (const line of editionTable.slice(1, -1).split('\n')) {
    const [kind = '', years = '', numbers = '', ...names] = line.split('\t');
    const own = numbers.startsWith('=');
    const edition = readEdition(kind, years, String(own ? names.pop() : names[0]));
    for (const number of numbers.split(','))
      for (const [index, name] of names.entries())
        addName(trie, name, { edition, pattern: patternOf(number), exact: index === 0 && !own });
  }
  return trie;
}

function readEdition(kind: string, years: string, name: string): Edition {
  const [start = '', end = ''] = years.split('-');
  return {
    id: `${kind} ${name} ${years}`,
    source: kind === 'L' ? 'law' : kind === 'J' ? 'journal' : 'case',
    supreme: kind === 'S',
    start: Number(start),
    end: end === '' ? Infinity : Number(end),
  };
}

function readPattern(line: string, own: boolean): Pattern {
  const [before = '', after = ''] = line.split('\t');
  const paged = after.includes('(?<page>');
  return {
    before: new RegExp(`(?<=(?<![A-Za-z0-9])(?<head>${open(before)}))`, 'y'),
    after: ending(after),
    short:
      paged && !own
        ? ending(after.replace('(?<page>', 'at ?(?:p(?:\\.|age)?)? (?<page>'))
        : undefined,
    own,
  };
}

function ending(source: string): RegExp {
  return new RegExp(`${open(source)}(?![A-Za-z0-9])`, 'y');
}

/** A blank in the table stands for white space. */
function open(source: string): string {
  return source.replaceAll(' ', space);
}
