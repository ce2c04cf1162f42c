import type { Run } from './numbering.ts';
import type { ReadArticle } from './read-articles.ts';
import type { Article } from './work-version.ts';

/**
 * Gives every article an id of its own within the version. The run with most articles is the work
 * itself; articles of other runs carry the name of their law, or the place of the run (`part-2`); a
 * second text under the same number carries `~2`.
 */
export function nameArticles(read: readonly ReadArticle[]): readonly Article[] {
  const sizes = new Map<Run, number>();
  for (const { run } of read) {
    const owner = run.owner ?? run;
    sizes.set(owner, (sizes.get(owner) ?? 0) + 1);
  }
  const main = [...sizes].reduce<readonly [Run | null, number]>(
    (most, run) => (run[1] > most[1] ? run : most),
    [null, 0],
  )[0];
  const places = new Map([...sizes.keys()].map((run, index) => [run, index + 1]));
  const taken = new Map<string, number>();
  return read.map(({ article, run }) => {
    const owner = run.owner ?? run;
    const law = owner.law ?? `part-${places.get(owner)}`;
    const name = owner === main ? article.key : `${law}:${article.key}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return { id: times === 1 ? name : `${name}~${times}`, ...article };
  });
}
