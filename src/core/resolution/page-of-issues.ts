import type { Draft, DraftArgument, DraftIssue, Means } from './draft.ts';
import type { DraftWords } from './draft-words.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';

export function allegationLines(draft: Draft, words: DraftWords): readonly string[] {
  const lines = draft.allegations.map(({ n, text, place, answers }) => {
    const answered = answers
      .map(({ element, outcome }) => `${element} (${words.outcome[outcome]})`)
      .join(', ');
    return `${n}. ${withoutStop(text)} (${place}). ${words.answeredUnder}: ${answered || words.unanswered}.`;
  });
  return lines.length === 0 ? [] : [words.underIssues, '', ...lines];
}

export function issueLines(draft: Draft, words: DraftWords): readonly string[] {
  return [
    words.accrual[draft.accrual],
    ...draft.issues.flatMap((one) => ['', ...issue(draft, one, words)]),
  ];
}

function issue(draft: Draft, one: DraftIssue, words: DraftWords): readonly string[] {
  const sides = words.side[draft.matter];
  const { proved, notProved } = one.weights;
  return [
    `### ${words.nature[one.nature]} ${one.element}: ${words.outcome[one.outcome]}`,
    '',
    `> ${plain(one.text)}`,
    '',
    ...draft.standards
      .filter(({ id }) => id === one.standard)
      .map(({ name, least, margin, contrary }) => {
        const thresholds = words.thresholds(least, margin, contrary);
        return `- ${words.standard(name, thresholds)} ${words.burden(sides[one.persuade])}`;
      }),
    `- ${words.weights(words.decimal(proved), words.decimal(notProved))}`,
    ...(one.goesAgainst === null ? [] : [`- ${words.goesAgainst(sides[one.goesAgainst])}`]),
    ...(one.conceded ? [`- ${words.conceded}`] : []),
    ...(one.outcome === 'no-evidence' ? silence(one, words) : pleas(draft, one, words)),
    ...(one.noted.length === 0 ? [] : [`- ${words.noted(shown(one.noted))}`]),
  ];
}

/** Why there is nothing to weigh: what was looked for, and what came nearest. */
function silence({ search, text, usuallyProvedBy }: DraftIssue, words: DraftWords) {
  const usually = `- ${words.usually(usuallyProvedBy)}`;
  if (search === null) return [usually];
  const { passages, nearest } = search;
  const sought = search.words.map(plain).join(', ') || '—';
  return [
    `- ${words.nothingSays(plain(text), passages, sought)}`,
    `- ${nearest === null ? words.noNearest : words.nearest(nearest.place, plain(nearest.quote))}`,
    usually,
  ];
}

function pleas(draft: Draft, one: DraftIssue, words: DraftWords): readonly string[] {
  const of = (position: DraftArgument['position']) =>
    one.arguments.filter((argument) => argument.position === position);
  const list = (title: string, all: readonly DraftArgument[]) => [
    `- ${title}:${all.length === 0 ? ` ${words.nothingOffered}` : ''}`,
    ...all.flatMap((argument) => [
      `  - ${plea(draft, argument, words)}`,
      ...argument.questions.map(({ text }) => `    - ${words.doubted(withoutStop(text))}`),
    ]),
  ];
  return [...list(words.forIt, of('proved')), ...list(words.againstIt, of('not-proved'))];
}

function plea({ classes }: Draft, argument: DraftArgument, words: DraftWords): string {
  const { statement, text, means, weight, because, fate, open } = argument;
  const places = means.map(({ place }) => place).join('; ');
  const [name = ''] = classes.filter(({ id }) => id === argument.class).map((one) => one.name);
  const origin = because === '' ? '' : ` (${plain(because)})`;
  const unanswered = argument.questions.filter(({ question }) => open.includes(question));
  const left =
    unanswered.length === 0
      ? ''
      : ` ${words.open(unanswered.map((one) => withoutStop(one.text)).join('; '))}`;
  return `${statement} [${places}] ${plain(text)} — ${words.weight(words.decimal(weight), name)}${origin}; ${words.fate[fate]}.${left}`;
}

export function factLines({ factsFound }: Draft, words: DraftWords): readonly string[] {
  if (factsFound.length === 0) return [words.noFacts];
  return factsFound.map(({ element, statement, means }, index) => {
    return `${index + 1}. ${element}, ${statement}. ${words.means}: ${shown(means)}.`;
  });
}

const withoutStop = (text: string) => plain(text).replace(/\.$/u, '');

const shown = (means: readonly Means[]) =>
  means.map(({ place, quote }) => `${place} «${plain(quote)}»`).join('; ');
