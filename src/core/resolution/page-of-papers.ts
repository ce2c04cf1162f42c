import type { Draft } from './draft.ts';
import type { DraftWords } from './draft-words.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';

export function exhibitLines({ exhibits }: Draft, words: DraftWords): readonly string[] {
  return exhibits.map(({ exhibit, name, use, statements, detail }) => {
    const cited = statements.length === 0 ? '' : ` (${statements.join(', ')})`;
    const reason = detail === '' ? '' : `: ${plain(detail)}`;
    return `- **${exhibit}** ${plain(name)}: ${words.use[use]}${cited}${reason}`;
  });
}

export function flipLines({ flips }: Draft, words: DraftWords): readonly string[] {
  return flips.map(({ target, sets, cut }) => {
    const what = target === 'granted' ? words.theDisposition : target;
    const named = sets.map((set) => set.join(` ${words.and} `)).join(`, ${words.or} `);
    const line = sets.length === 0 ? words.noFlip(what) : words.flip(what, named);
    return `- ${line}${cut ? ` ${words.flipCut}` : ''}`;
  });
}

export function lawLines({ law }: Draft, words: DraftWords): readonly string[] {
  return law.map(({ title, article, from, status, inForce, because }) => {
    const standing = inForce ? '' : `; ${words.notInForce}`;
    const reason = because === '' ? '' : `: ${plain(because)}`;
    return `- ${plain(title)}, art. ${plain(article)}, ${words.version(from)} (${words[status]})${standing}${reason}`;
  });
}

export function objectionLines(
  { objections, titles }: Draft,
  words: DraftWords,
): readonly string[] {
  return objections.map(
    ({ objection, by, against, ground, overruled, reason }) =>
      `- ${objection} (${titles[by]}, ${against}, ${ground}): ${words.ruled[overruled ? 'overruled' : 'sustained']}. ${plain(reason)}`,
  );
}
