import type { Case } from '../case/case.ts';
import type { Anchor } from '../gate/proposal.ts';

/** How people name a place: `E3 ¶2`, or the title of a work and its article. */
export function placeOf(
  { exhibits, law }: Case,
  { source, start }: Pick<Anchor, 'source' | 'start'>,
): string {
  const exhibit = exhibits.get(source);
  if (exhibit !== undefined) {
    const passage = exhibit.numbered.findLast((one) => one.start <= start) ?? exhibit.numbered[0];
    return passage === undefined ? source : `${source} ¶${passage.n}`;
  }
  const article = law.get(source);
  return article === undefined ? source : `${article.title}, art. ${article.article}`;
}
