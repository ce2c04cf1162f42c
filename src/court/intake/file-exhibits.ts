import type { Aliases, WorkedOut } from '../../core/complaint/complaint.ts';
import type { CaseEvent, ExhibitFiled } from '../../core/case/case-event.ts';
import type { Document } from '../../core/document/document.ts';
import { authorOf } from '../../core/finding/author.ts';
import type { CasePage } from '../../core/case/case-page.ts';
import { sideOfRole } from './facts-of-page.ts';
import type { IntakeWords } from './intake-words.ts';

/**
 * The papers in the order of the exhibits, the complaint first. What the page says of their kinds goes
 * before any reading, and what is taken for the complaint is a pleading and proves nothing.
 */
export function exhibitsInOrder(
  documents: readonly Document[],
  complaint: WorkedOut<Document> | null,
  page: CasePage,
): readonly Document[] {
  const told = new Map((page.documents ?? []).map(({ file, kind }) => [file, kind]));
  const first = complaint === null ? [] : [complaint];
  const rest = documents.filter((document) => document !== complaint?.value);
  return [
    ...first.map(({ value, confidence }): Document => ({
      ...value,
      kind: 'complaint',
      kindConfidence: confidence,
    })),
    ...rest,
  ].map((document): Document => {
    const kind = told.get(document.name);
    return kind === undefined ? document : { ...document, kind, kindConfidence: 'strong' };
  });
}

const seatOfSide = { claimant: 'prosecutor', respondent: 'defender' } as const;

export function exhibitFiled(
  document: Document,
  index: number,
  page: CasePage,
  aliases: Aliases,
): ExhibitFiled {
  const entry = page.documents?.find(({ file }) => file === document.name);
  const author = authorOf({ ...document, kind: entry?.kind ?? document.kind }, aliases);
  const party = page.parties?.find(({ id }) => id === entry?.by);
  const side = party === undefined ? undefined : sideOfRole[party.role];
  const { name, format, language, size, text } = document;
  return {
    type: 'exhibit-filed',
    data: {
      exhibit: `E${index + 1}`,
      name: { prose: name },
      format,
      kind: document.kind,
      kindTier: document.kindConfidence,
      language,
      by: side === undefined || side === 'none' ? 'court' : side,
      author: {
        name: author.name === null ? null : { prose: author.name },
        side: author.side === null ? null : seatOfSide[author.side],
      },
      bytes: { prose: document.sha256 },
      size,
      text: { prose: text },
      pages: document.pages.map(({ start, end }) => [start, end]),
      passages: document.passages.map(({ start, end, page: on, speaker, saidAt, evidential }) => ({
        start,
        end,
        page: on,
        speaker: speaker === null ? null : { prose: speaker },
        saidAt,
        evidential,
      })),
      warnings: document.warnings.map((prose) => ({ prose })),
    },
  };
}

/**
 * As the page lists them, but for those whose paper was set aside; else everybody who wrote a statement or a
 * report of the file.
 */
export function witnessesListed(
  page: CasePage,
  ordered: readonly Document[],
  aliases: Aliases,
  words: IntakeWords,
): readonly CaseEvent[] {
  const papers = ordered.map((document, index) => ({ document, exhibit: `E${index + 1}` }));
  const listed = (witness: string, name: string, exhibit: string): CaseEvent => ({
    type: 'witness-listed',
    data: { witness, name: { prose: name }, exhibit },
  });
  if (page.witnesses !== undefined) {
    return page.witnesses.flatMap(({ id, name, statement }) =>
      papers
        .filter(({ document }) => document.name === statement)
        .map(({ exhibit }) => listed(id, name, exhibit)),
    );
  }
  return papers
    .filter(({ document: { kind } }) => kind === 'witness-statement' || kind === 'expert-report')
    .map(({ document, exhibit }, index) =>
      listed(`W${index + 1}`, authorOf(document, aliases).name ?? words.authorOf(exhibit), exhibit),
    );
}
