import type { Draft, DraftGround, DraftNorm } from './draft.ts';
import type { DraftWords } from './draft-words.ts';
import { groundWords, type GroundWords } from './ground-words.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';

/** What the disposition says of the law: that it fails for want of it, or its condition, or nothing. */
export function groundOfDisposition(draft: Draft): readonly string[] {
  const { ground } = draft;
  if (ground === null) return [];
  const words = groundWords(draft.language);
  if (ground.standing === 'fails') return [failure(draft, ground, words)];
  return ground.standing === 'on-condition' && draft.disposition.granted
    ? [condition(draft, ground, words)]
    : [];
}

/** The head of the reasoning: where some article was not in force, or is not known to have been. */
export function groundLines(draft: Draft, { tiers }: DraftWords): readonly string[] {
  const { ground } = draft;
  if (ground === null || ground.norms.every(({ standing }) => standing === 'in-force')) return [];
  const words = groundWords(draft.language);
  return [
    verdict(draft, ground, words),
    '',
    ...ground.norms.map((norm) => {
      const { rule, because, standing } = norm;
      const name = rule === null ? '' : `${rule}, `;
      const reason = because === '' ? '' : ` (${name}${plain(because)})`;
      return `- ${named([norm], words)}: ${words.standing[standing]}${reason}.`;
    }),
    ...draft.workedOut
      .filter(({ what }) => what === 'dates')
      .map(({ tier, because }) => `- ${words.dateWorkedOut(tiers[tier], plain(because))}`),
  ];
}

function verdict(draft: Draft, ground: DraftGround, words: GroundWords): string {
  switch (ground.standing) {
    case 'fails':
      return failure(draft, ground, words);
    case 'stands':
      return words.standsOnOthers;
    case 'on-condition':
      return draft.disposition.granted
        ? condition(draft, ground, words)
        : words.deniedAnyway(named(of(ground, 'not-known'), words));
  }
}

function failure({ matter }: Draft, ground: DraftGround, words: GroundWords): string {
  const legality = ground.legality.map(plain).join('; ');
  return words.fails[matter](named(of(ground, 'not-in-force'), words), legality);
}

function condition({ matter }: Draft, ground: DraftGround, words: GroundWords): string {
  const open = of(ground, 'not-known');
  const [only, ...more] = open;
  return only === undefined || more.length > 0
    ? words.conditions[matter](named(open, words))
    : words.condition(articleOf(only), String(only.on));
}

const of = ({ norms }: DraftGround, wanted: DraftNorm['standing']) =>
  norms.filter(({ standing }) => standing === wanted);

const named = (norms: readonly DraftNorm[], words: GroundWords) =>
  norms.map((norm) => words.norm(articleOf(norm), norm.on)).join('; ');

const articleOf = ({ title, article }: DraftNorm) => `${plain(title)}, art. ${plain(article)}`;
