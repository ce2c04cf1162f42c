import type { Draft, DraftArgument, DraftIssue } from './draft.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';
import { draftWords, type DraftWords } from './draft-words.ts';

/** The draft for a reader, in the language of the jurisdiction. The same draft gives the same bytes. */
export function draftMarkdown(draft: Draft): string {
  const words = draftWords(draft.language);
  const sections = [
    head(draft, words),
    disposition(draft, words),
    allegations(draft, words),
    issues(draft, words),
    facts(draft, words),
    exhibits(draft, words),
    flips(draft, words),
    law(draft, words),
    objections(draft, words),
    rejected(draft, words),
    workedOut(draft, words),
    minds(draft, words),
    completeness(draft, words),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head(draft: Draft, words: DraftWords): readonly string[] {
  const { court, procedure, parties, actOn, factsOn, cause, caption } = draft;
  return [
    `# ${words.title}: ${plain(caption)}`,
    '',
    `*${words.notSigned}*`,
    '',
    `- ${words.court}: ${court.name} (${court.profile} ${court.version})`,
    `- ${words.procedure}: ${procedure}`,
    `- ${words.hearing} ${actOn}${factsOn === null ? '' : `. ${words.factsOn(factsOn)}`}`,
    `- ${words.parties}: ${parties.length === 0 ? words.noParties : parties.map(({ name, role }) => `${plain(name)} (${role})`).join('; ')}`,
    `- ${cause.id === null ? words.noCause : words.cause(cause.name, tier(words, cause.tier))}`,
  ];
}

const tier = (words: DraftWords, name: string) => words.tiers[name] ?? name;

function disposition(draft: Draft, words: DraftWords): readonly string[] {
  const { granted, text } = draft.disposition;
  const decisive = draft.issues.filter((issue) => issue.decisive);
  const named = (wanted: boolean) =>
    decisive
      .filter(({ outcome }) => (outcome === 'proved') === wanted)
      .map(({ element }) => element)
      .join(', ');
  return [
    `## ${words.disposition}`,
    '',
    `**${words.dispositionText[granted ? 'granted' : 'denied']}** ${text}`,
    '',
    ...[words.proved(named(true) || '—'), words.failed(named(false) || '—')].map(
      (line) => `- ${line}`,
    ),
  ];
}

function allegations(draft: Draft, words: DraftWords): readonly string[] {
  if (draft.allegations.length === 0) return [];
  return [
    `## ${words.allegations}`,
    '',
    ...draft.allegations.map(({ n, text, place, answers }) => {
      const answered = answers
        .map(({ element, outcome }) => `${element} (${words.outcome[outcome]})`)
        .join(', ');
      return `${n}. ${plain(text)} (${place}). ${words.answeredUnder}: ${answered || words.unanswered}.`;
    }),
  ];
}

function issues(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.issues}`,
    '',
    words.accrual[draft.accrual],
    ...draft.issues.flatMap((one) => ['', ...issue(draft, one, words)]),
  ];
}

function issue(draft: Draft, one: DraftIssue, words: DraftWords): readonly string[] {
  const sides = words.side[draft.matter];
  const standard = draft.standards.find(({ id }) => id === one.standard);
  const { proved, notProved } = one.weights;
  return [
    `### ${words.nature[one.nature]} ${one.element}: ${words.outcome[one.outcome]}`,
    '',
    `> ${plain(one.text)}`,
    '',
    ...(standard === undefined
      ? []
      : [
          `- ${words.standard(standard.name, words.thresholds(standard.least, standard.margin, standard.contrary))} ${words.burden(sides[one.persuade])}`,
        ]),
    `- ${words.weights(decimal(proved), decimal(notProved))}`,
    ...(one.goesAgainst === null ? [] : [`- ${words.goesAgainst(sides[one.goesAgainst])}`]),
    ...(one.conceded ? [`- ${words.conceded}`] : []),
    ...(one.outcome === 'no-evidence' ? silence(one, words) : pleas(one, words)),
  ];
}

function silence(one: DraftIssue, words: DraftWords): readonly string[] {
  const { search } = one;
  const searched =
    search === null
      ? []
      : [
          `- ${words.nothingSays(plain(one.text), search.passages, search.words.join(', ') || '—')}`,
          `- ${search.nearest === null ? words.noNearest : words.nearest(search.nearest.place, plain(search.nearest.quote))}`,
        ];
  return [...searched, `- ${words.usually(one.usuallyProvedBy)}`];
}

function pleas(one: DraftIssue, words: DraftWords): readonly string[] {
  const of = (position: DraftArgument['position']) =>
    one.arguments.filter((argument) => argument.position === position);
  const list = (title: string, all: readonly DraftArgument[]) => [
    `- ${title}:${all.length === 0 ? ` ${words.nothingOffered}` : ''}`,
    ...all.map((argument) => `  - ${plea(argument, words)}`),
  ];
  return [...list(words.forIt, of('proved')), ...list(words.againstIt, of('not-proved'))];
}

function plea(argument: DraftArgument, words: DraftWords): string {
  const { statement, text, places, weight, class: name, because, fate, open } = argument;
  const origin = because === '' ? '' : ` (${because})`;
  const left = open.length === 0 ? '' : ` ${words.open(open.join(', '))}`;
  return `${statement} [${places.join('; ')}] ${plain(text)} — ${words.weight(decimal(weight), name)}${origin}; ${words.fate[fate]}.${left}`;
}

function facts(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.facts}`,
    '',
    ...(draft.factsFound.length === 0 ? [words.noFacts] : []),
    ...draft.factsFound.map(
      ({ element, statement, means }, index) =>
        `${index + 1}. ${element}, ${statement}. ${words.means}: ${means.map(({ place, quote }) => `${place} «${plain(quote)}»`).join('; ')}.`,
    ),
  ];
}

function exhibits(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.exhibits}`,
    '',
    ...draft.exhibits.map(({ exhibit, name, use, statements, detail }) => {
      const cited = statements.length === 0 ? '' : ` (${statements.join(', ')})`;
      const reason = detail === '' ? '' : `: ${plain(detail)}`;
      return `- **${exhibit}** ${plain(name)}: ${words.use[use]}${cited}${reason}`;
    }),
  ];
}

function flips(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.flips}`,
    '',
    ...draft.flips.map(({ target, sets, cut }) => {
      const what = target === 'granted' ? words.theDisposition : target;
      const named = sets.map((set) => set.join(` ${words.and} `)).join(`, ${words.or} `);
      const line = sets.length === 0 ? words.noFlip(what) : words.flip(what, named);
      return `- ${line}${cut ? ` ${words.flipCut}` : ''}`;
    }),
  ];
}

function law(draft: Draft, words: DraftWords): readonly string[] {
  if (draft.law.length === 0) return [];
  return [
    `## ${words.law}`,
    '',
    ...draft.law.map(
      ({ title, article, from, status, inForce, because }) =>
        `- ${title}, art. ${article}, ${from} (${words[status]})${inForce ? '' : `; ${words.notInForce}: ${because}`}`,
    ),
  ];
}

function objections(draft: Draft, words: DraftWords): readonly string[] {
  if (draft.objections.length === 0) return [];
  return [
    `## ${words.objections}`,
    '',
    ...draft.objections.map(
      ({ objection, by, against, ground, overruled, reason }) =>
        `- ${objection} (${by}, ${against}, ${ground}): ${words.ruled[overruled ? 'overruled' : 'sustained']}. ${plain(reason)}`,
    ),
  ];
}

function rejected(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.rejected}`,
    '',
    ...(draft.rejected.length === 0 ? [words.noRejected] : []),
    ...draft.rejected.map(
      ({ seat, act, rules, says }) =>
        `- ${seat}, ${act}: ${rules.map((rule, index) => `${rule} ${plain(says[index] ?? '')}`).join('; ')}`,
    ),
  ];
}

function workedOut(draft: Draft, words: DraftWords): readonly string[] {
  if (draft.workedOut.length === 0) return [];
  return [
    `## ${words.workedOut}`,
    '',
    ...draft.workedOut.map(
      ({ what, tier: sure, because }) =>
        `- ${words.workedOutWhat[what] ?? what} (${tier(words, sure)}): ${plain(because)}`,
    ),
  ];
}

function minds(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.minds}`,
    '',
    ...draft.minds.map(({ seat, mind, actor, models, calls }) => {
      const who = actor === 'person' ? words.person : mind;
      const called = calls === 0 ? '' : `; ${words.calls(calls, models.join(', '))}`;
      return `- ${seat}: ${who}${called}`;
    }),
    '',
    words.computed,
  ];
}

function completeness(draft: Draft, words: DraftWords): readonly string[] {
  return [
    `## ${words.completeness}`,
    '',
    ...(draft.completeness.length === 0 ? [words.complete] : []),
    ...draft.completeness.map((gap) => `- ${gap}`),
  ];
}

const decimal = (value: number) => value.toFixed(2);
