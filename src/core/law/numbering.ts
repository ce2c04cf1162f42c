import type { ArticleNumber } from './article-number.ts';

/**
 * A run of article numbers. A work may hold other laws whole, each counting from 1 again, and goes on
 * with its own numbers behind them; transitory provisions count from 1 as well.
 */
export type Run = {
  /** The law as the article before it names it, `ley-4808`. */
  readonly law: string | null;
  readonly transitory: boolean;
  /** The run whose law this one belongs to: itself, but for transitory provisions. */
  readonly owner: Run | null;
};

type Count = { readonly run: Run; readonly last: number };

/** How many enclosing runs are remembered: no law encloses laws deeper than this. */
const deepest = 6;

/**
 * Gives each article, in the order of the text, the run that it belongs to. `before` is the text of
 * the article that precedes it, which names the law that begins here.
 */
export function numbering(): (
  number: ArticleNumber,
  underTransitory: boolean,
  before: string,
) => Run {
  let counts: readonly Count[] = [{ run: { law: null, transitory: false, owner: null }, last: 0 }];
  return (number, underTransitory, before) => {
    counts = counted(counts, number, underTransitory, before).slice(-deepest);
    return innermost(counts).run;
  };
}

function counted(
  counts: readonly Count[],
  { n, key, transitory }: ArticleNumber,
  underTransitory: boolean,
  before: string,
): readonly Count[] {
  const { run, last } = innermost(counts);
  // `final` and `segundo transitorio` carry their own name and count for nothing.
  if (n === null || transitory) return counts;

  const goesOn = n === last + 1 || (n === last && (n > 1 || key !== '1'));
  if (goesOn) return [...counts.slice(0, -1), { run, last: n }];

  const outer = counts.slice(0, -1).findLastIndex((count) => n === count.last + 1);
  if (outer >= 0) {
    return [...counts.slice(0, outer), { run: innermost(counts.slice(0, outer + 1)).run, last: n }];
  }
  if (n > 1) return [...counts.slice(0, -1), { run, last: n }];
  const begun = underTransitory
    ? { law: null, transitory: true, owner: run.owner ?? run }
    : { law: lawNamedIn(before), transitory: false, owner: null };
  return [...counts, { run: begun, last: n }];
}

const start: Count = { run: { law: null, transitory: false, owner: null }, last: 0 };

function innermost(counts: readonly Count[]): Count {
  return counts.at(-1) ?? start;
}

/** «Fíjase el siguiente texto … de la Ley Nº 4.808» brings in `ley-4808`. */
function lawNamedIn(before: string): string | null {
  const found = /\b(ley|act)\s+n?[°º.o]*\s*(\d[\d.]*)/iu.exec(before.slice(0, 600));
  if (found === null) return null;
  return `${found[1]?.toLowerCase()}-${found[2]?.replaceAll('.', '')}`;
}
