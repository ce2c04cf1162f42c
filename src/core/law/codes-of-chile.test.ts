import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleKey } from './article-number.ts';
import { checkQuote, type QuoteClaim } from './check-quote.ts';
import { importWork } from './import-work.ts';
import { libraryOf } from './library.ts';
import type { WorkVersion } from './work-version.ts';

const folder = new URL('../../../../shared/data/law-cl/', import.meta.url);
const there = existsSync(folder);
if (!there) process.stderr.write('SKIPPED: shared/data/law-cl is missing, no code is read.\n');

type Quote = Omit<QuoteClaim, 'on'> & { readonly valid_on: string; readonly stale_on: string };

const names = there ? readdirSync(folder) : [];
const texts = new Map(
  names
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
const versions: readonly WorkVersion[] = [...texts].map(([name, text]) => {
  const imported = importWork(name, text);
  if (imported.kind === 'refused') throw new Error(imported.refusals[0]?.says);
  return imported.version;
});
const library = libraryOf(versions);
const quotes: readonly Quote[] = names
  .filter((name) => name.startsWith('quotes-'))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Quote[]);

/**
 * The one quote that names a wrong article: its words stand in the next one, whose number follows
 * «ART.» without a space (`ART.499.`).
 */
const misplaced = 'las hubiere mostrado. 2.° Las bebidas i comestibles deteriorados i nocivos. 3.°';

const placed = quotes.filter(({ quote }) => quote !== misplaced);
const onValid = ({ valid_on: on, ...quote }: Quote): QuoteClaim => ({ ...quote, on });
const isInForce = (claim: QuoteClaim) => checkQuote(library, claim).status === 'in force';

describe.runIf(there)('the codes of Chile', () => {
  test('every number up to the last has its article, and no article stands twice', () => {
    for (const { work, from, articles } of versions) {
      const own = articles.filter(({ id }) => !id.includes(':'));
      const numbers = new Set(own.map(({ key }) => Number.parseInt(key, 10)));
      const last = Math.max(...[...numbers].filter((n) => !Number.isNaN(n)));
      const missing = Array.from({ length: last }, (_, n) => n + 1).filter((n) => !numbers.has(n));
      expect([work, from, missing]).toEqual([work, from, []]);
      expect(articles.filter(({ id }) => id.includes('~'))).toEqual([]);
    }
  });

  test('paragraphs lie in order within the text and cover it', () => {
    for (const { text, paragraphs } of versions.flatMap(({ articles }) => articles)) {
      expect(paragraphs.map(({ start, end }) => text.slice(start, end).trim()).join(' ')).toBe(
        text,
      );
    }
  });

  test('every quote is in force on valid_on', () => {
    expect(placed.filter((quote) => !isInForce(onValid(quote)))).toEqual([]);
    expect(quotes.length - placed.length).toBeLessThanOrEqual(1);
  });

  test('every quote is stale on stale_on, since that day', () => {
    const wrong = placed.filter(({ stale_on: on, ...quote }) => {
      const found = checkQuote(library, { ...quote, on });
      return found.status !== 'stale' || found.since !== on;
    });
    expect(wrong).toEqual([]);
    const inForce = quotes.filter(({ stale_on: on, ...quote }) => isInForce({ ...quote, on }));
    expect(inForce).toEqual([]);
  });

  test('no quote with one word changed, dropped, doubled or swapped stands anywhere', () => {
    const changes: ReadonlyArray<(words: string[], at: number) => string[]> = [
      (words, at) => words.with(at, 'jamás'),
      (words, at) => words.with(at, `${words[at]}s`),
      (words, at) => words.with(at, `x${words[at]}`),
      (words, at) => words.toSpliced(at, 0, 'no'),
      // Without its first or last word a quote is still true.
      (words, at) => (at > 0 && at < words.length - 1 ? words.toSpliced(at, 1) : ['no', ...words]),
      (words, at) => words.with(at, words[at + 1] ?? 'no').with(at + 1, words[at] ?? 'no'),
    ];
    const wrong: string[] = [];
    for (const [index, quote] of placed.entries()) {
      const words = quote.quote.split(' ');
      for (const change of changes) {
        const changed = change(words, (index * 7) % (words.length - 1)).join(' ');
        if (changed === quote.quote || stillTrue(changed, quote)) continue;
        if (checkQuote(library, { ...onValid(quote), quote: changed }).status !== 'absent') {
          wrong.push(changed);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('no quote stands in another article', () => {
    const wrong: string[] = [];
    for (const [index, quote] of placed.entries()) {
      for (const step of [1, 2, 3, 17, 101, placed.length - 1]) {
        const other = placed[(index + step) % placed.length];
        if (other === undefined || articleKey(other.article) === articleKey(quote.article))
          continue;
        if (isInForce({ ...onValid(quote), article: other.article })) {
          wrong.push(`${other.article}: ${quote.quote}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('white space and typographic variants do not matter', () => {
    const wrong = placed.filter((quote) => {
      const varied = ` ${quote.quote.replaceAll(' ', ' \n ').replaceAll('-', '–')}\u00A0`
        .replaceAll('"', '“')
        .replaceAll('°', 'º')
        .normalize('NFD');
      return !isInForce({ ...onValid(quote), quote: varied });
    });
    expect(wrong.map(({ quote }) => quote)).toEqual([]);
  });
});

/** Whether the changed words happen to stand in some version of the work, white space folded. */
function stillTrue(changed: string, { work }: Quote): boolean {
  return [...folded].some(([name, text]) => name.startsWith(`${work}@`) && text.includes(changed));
}

const folded = new Map([...texts].map(([name, text]) => [name, text.replaceAll(/\s+/g, ' ')]));
