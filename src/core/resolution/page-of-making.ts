import type { Draft } from './draft.ts';
import type { DraftWords } from './draft-words.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';

/** What was refused at the gate or by the hearing, with the rule; the refused words stay out. The same once. */
export function rejectedLines({ rejected, titles }: Draft, words: DraftWords): readonly string[] {
  if (rejected.length === 0) return [words.noRejected];
  const lines = rejected.map(({ seat, act, refusals }) => {
    const rules = refusals.map(({ rule, says }) => `${rule} ${plain(says)}`).join('; ');
    return `- ${titles[seat]}, ${plain(words.act(act))}: ${rules}`;
  });
  return [...new Set(lines)].map((line) => {
    const times = lines.filter((one) => one === line).length;
    return times === 1 ? line : `${line} (${words.times(times)})`;
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
      const who = actor === 'person' ? words.person : words.mind(plain(mind));
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
