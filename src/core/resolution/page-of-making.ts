import type { Draft } from './draft.ts';
import type { DraftWords } from './draft-words.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';

/** What was refused at the gate or by the hearing, with the rule; the refused words stay out. */
export function rejectedLines({ rejected, titles }: Draft, words: DraftWords): readonly string[] {
  if (rejected.length === 0) return [words.noRejected];
  return rejected.map(({ seat, act, refusals }) => {
    const rules = refusals.map(({ rule, says }) => `${rule} ${plain(says)}`).join('; ');
    return `- ${titles[seat]}, ${plain(act)}: ${rules}`;
  });
}

export function workedOutLines({ workedOut }: Draft, words: DraftWords): readonly string[] {
  return workedOut.map(
    ({ what, tier, because }) =>
      `- ${words.workedOutWhat[what]} (${words.tiers[tier]}): ${plain(because)}`,
  );
}

export function mindLines({ minds, titles }: Draft, words: DraftWords): readonly string[] {
  return [
    ...minds.map(({ seat, mind, actor, models, calls }) => {
      const who = actor === 'person' ? words.person : plain(mind);
      const called = calls === 0 ? '' : `; ${words.calls(calls, models.map(plain).join(', '))}`;
      return `- ${titles[seat]}: ${who}${called}`;
    }),
    '',
    words.computed,
  ];
}

export function completenessLines({ completeness }: Draft, words: DraftWords): readonly string[] {
  if (completeness.length === 0) return [words.complete];
  return completeness.map(({ kind, about }) => `- ${words.gap[kind](about)}`);
}
