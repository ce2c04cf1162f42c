import type { Draft } from './draft.ts';
import { draftWords, type DraftWords } from './draft-words.ts';
import { groundWords } from './ground-words.ts';
import { groundLines, groundOfDisposition } from './page-of-ground.ts';
import { allegationLines, factLines, issueLines } from './page-of-issues.ts';
import { completenessLines, mindLines, rejectedLines, workedOutLines } from './page-of-making.ts';
import { exhibitLines, flipLines, lawLines, objectionLines } from './page-of-papers.ts';
import { plainMarkdown as plain } from './plain-markdown.ts';

/** The draft for a reader, in the language of the jurisdiction. The same draft gives the same bytes. */
export function draftMarkdown(draft: Draft): string {
  const words = draftWords(draft.language);
  const sections = [
    head(draft, words),
    section(words.disposition, disposition(draft, words)),
    section(groundWords(draft.language).title, groundLines(draft, words)),
    section(words.allegations, allegationLines(draft, words)),
    section(words.issues, issueLines(draft, words)),
    section(words.facts, factLines(draft, words)),
    section(words.exhibits, exhibitLines(draft, words)),
    section(words.flips, flipLines(draft, words)),
    section(words.law, lawLines(draft, words)),
    section(words.objections, objectionLines(draft, words)),
    section(words.rejected, rejectedLines(draft, words)),
    section(words.workedOut, workedOutLines(draft, words)),
    section(words.minds, mindLines(draft, words)),
    section(words.completeness, completenessLines(draft, words)),
  ];
  const written = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

/** A section that has nothing to say is left out. */
const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines];

function head(draft: Draft, words: DraftWords): readonly string[] {
  const { court, procedure, parties, actOn, filedOn, factsOn, cause, caption } = draft;
  const dates = [
    words.hearing(actOn),
    ...(filedOn === null ? [] : [words.filedOn(filedOn)]),
    ...(factsOn === null ? [] : [words.factsOn(factsOn)]),
  ];
  const named = parties.map(({ name, role }) => `${plain(name)} (${plain(words.role(role))})`);
  return [
    `# ${words.title}: ${plain(caption)}`,
    '',
    `*${words.notSigned}*`,
    '',
    `- ${words.court}: ${court.name} (${court.profile} ${court.version})`,
    `- ${words.procedure}: ${procedure}`,
    `- ${dates.join('. ')}`,
    `- ${words.parties}: ${named.length === 0 ? words.noParties : named.join('; ')}`,
    `- ${cause.id === null ? words.noCause : words.cause(cause.name, words.tiers[cause.tier])}`,
  ];
}

function disposition(draft: Draft, words: DraftWords): readonly string[] {
  const { granted, text } = draft.disposition;
  const decisive = draft.issues.filter((issue) => issue.decisive);
  const named = (wanted: boolean) =>
    decisive
      .filter(({ outcome }) => (outcome === 'proved') === wanted)
      .map(({ element }) => element)
      .join(', ');
  return [
    `**${words.dispositionText[granted ? 'granted' : 'denied']}** ${text}`,
    ...groundOfDisposition(draft).flatMap((line) => ['', `**${line}**`]),
    '',
    ...[words.proved(named(true) || '—'), words.failed(named(false) || '—')].map(
      (line) => `- ${line}`,
    ),
  ];
}
