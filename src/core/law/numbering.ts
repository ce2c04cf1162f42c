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
type Counts = { readonly innermost: Count; readonly enclosing: readonly Count[] };

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
  const run: Run = { law: null, transitory: false, owner: null };
  let counts: Counts = { innermost: { run, last: 0 }, enclosing: [] };
  return (number, underTransitory, before) => {
    counts = counted(counts, number, underTransitory, before);
    return counts.innermost.run;
  };
}

function counted(
  { innermost, enclosing }: Counts,
  { n, key, transitory }: ArticleNumber,
  underTransitory: boolean,
  before: string,
): Counts {
  const { run, last } = innermost;
  // `final` and `segundo transitorio` carry their own name and count for nothing.
  if (n === null || transitory) return { innermost, enclosing };

  const goesOn = n === last + 1 || (n === last && (n > 1 || key !== '1'));
  const outer = goesOn ? undefined : enclosing.findLast((count) => n === count.last + 1);
  if (outer !== undefined) {
    const around = enclosing.slice(0, enclosing.indexOf(outer));
    return { innermost: { run: outer.run, last: n }, enclosing: around };
  }
  if (goesOn || n > 1) return { innermost: { run, last: n }, enclosing };

  const begun = underTransitory
    ? { law: null, transitory: true, owner: run.owner ?? run }
    : { law: lawNamedIn(before), transitory: false, owner: null };
  return {
    innermost: { run: begun, last: n },
    enclosing: [...enclosing, innermost].slice(-deepest),
  };
}

/** «Fíjase el siguiente texto … de la Ley Nº 4.808» brings in `ley-4808`. */
function lawNamedIn(before: string): string | null {
  const found = /\b(ley|act)\s+n?[°º.o]*\s*(\d[\d.]*)/iu.exec(before.slice(0, 600));
  if (found === null) return null;
  return `${found[1]?.toLowerCase()}-${found[2]?.replaceAll('.', '')}`;
}
