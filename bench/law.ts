import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { checkQuote, type QuoteClaim } from '../src/core/law/check-quote.ts';
import { importWork } from '../src/core/law/import-work.ts';
import { libraryOf } from '../src/core/law/library.ts';
import type { WorkVersion } from '../src/core/law/work-version.ts';
import type { Figure } from './figure.ts';

const folder = new URL('../../shared/data/law-cl/', import.meta.url);

/** How fast codes are imported and quotes are checked: real codes where they are there, else one made up. */
export async function benchLaw(): Promise<Figure[]> {
  const texts = existsSync(folder) ? realCodes() : madeUpCodes();
  const against = existsSync(folder)
    ? 'the limit, on codes of Chile'
    : 'the limit, on a code made up';
  const characters = texts.reduce((sum, [, text]) => sum + text.length, 0);

  const versions: WorkVersion[] = [];
  const importing = seconds(() => {
    for (const [name, text] of texts) {
      const read = importWork(name, text);
      if (read.kind === 'imported') versions.push(read.version);
    }
  });
  const claims = claimsFrom(versions, 1_000);
  let inForce = 0;
  const checking = seconds(() => {
    const library = libraryOf(versions);
    inForce = claims.filter((claim) => checkQuote(library, claim).status === 'in force').length;
  });
  if (inForce !== claims.length) throw new Error(`${inForce} of ${claims.length} quotes in force.`);
  return [
    {
      name: 'import of works of law, per million characters',
      value: (importing * 1_000) / (characters / 1_000_000),
      unit: 'ms',
      limit: 500,
      against,
    },
    {
      name: `check of ${claims.length} quotes, indexing included`,
      value: checking * 1_000,
      unit: 'ms',
      limit: 200,
      against,
    },
  ];
}

function realCodes(): readonly (readonly [string, string])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
}

function madeUpCodes(): readonly (readonly [string, string])[] {
  return [1990, 2000, 2010, 2020].map((year) => {
    const articles = Array.from({ length: 800 }, (_, index) => {
      const words = Array.from({ length: 70 }, (__, at) => `palabra${(index * at + year) % 97}`);
      return `Artículo ${index + 1}.- En el año ${year}, ${words.join(' ')}.\n`;
    });
    return [`codigo-inventado@${year}-01-01.md`, articles.join('\n')] as const;
  });
}

/** Twelve words each out of the middle of articles, on the first day of their version. */
function claimsFrom(versions: readonly WorkVersion[], count: number): readonly QuoteClaim[] {
  const articles = versions.flatMap(({ work, from, articles: all }) =>
    all.map(({ id, text }) => ({ work, on: from, article: id, words: text.split(' ') })),
  );
  const long = articles.filter(({ words }) => words.length > 30);
  return Array.from({ length: count }, (_, index) => long[(index * 7_919) % long.length])
    .filter((article) => article !== undefined)
    .map(({ work, on, article, words }) => ({
      work,
      on,
      article,
      quote: words.slice(15, 27).join(' '),
    }));
}

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1_000;
}
