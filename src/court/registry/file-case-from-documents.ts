import { type CasePage, troublesOfPage } from '../../core/case/case-page.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { RawFile } from '../../ports/document-reader.ts';
import type { DocumentShelf, FiledPaper, ShelvedPaper } from '../../ports/document-shelf.ts';
import type { LawFile } from '../../ports/profile-source.ts';
import type { FilingWorkedOut, RegistryDesk } from '../../ports/registry-desk.ts';
import type { Vault } from '../documents/kept-document.ts';
import { readDocument } from '../documents/read-document.ts';
import { type Court, openCase } from '../open-case.ts';
import { gathered } from '../vault/in-pieces.ts';
import { filingShown, type FilingShown } from './filing-shown.ts';
import { filed, notYours } from './take-in-documents.ts';

export type FilingDesk = {
  readonly shelf: DocumentShelf;
  readonly vault: Omit<Vault, 'scanner'>;
  readonly desk: RegistryDesk;
  readonly court: Omit<Court, 'store'>;
};

export type FilingAsked = {
  readonly caseId: string;
  /** The name that its events carry. */
  readonly record: string;
  /** Of the court in which it is filed. */
  readonly jurisdiction: string;
  readonly page: CasePage;
  /** Works of law that the court imported. */
  readonly law: readonly LawFile[];
  /** To see what would be worked out, and write nothing. */
  readonly preview: boolean;
};

export type Filed =
  | { readonly kind: 'previewed' | 'filed'; readonly shown: FilingShown }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Files the case that lies on the shelf: the secretary reads its papers and works out what they are, and the
 * first events of the record, with what the shelf learns of them, are written in one append.
 *
 * Refusals: FL1 it is filed already; FL2 its papers changed meanwhile; FL5 it belongs to another jurisdiction;
 * FL7 the work took too much; IN rules of the intake; VT rules of the stored documents; SV4.
 */
export async function fileCaseFromDocuments(asked: FilingAsked, desk: FilingDesk): Promise<Filed> {
  const standing = await desk.shelf.standing(asked.caseId);
  if (standing !== 'open') return no(standing === 'filed' ? filed : notYours);
  const papers = await desk.shelf.papers(asked.caseId);
  const whole = papers.filter(({ inside }) => inside === null);
  const troubles = troublesOf(asked, whole);
  if (troubles.length > 0) return no(...troubles);

  const files: RawFile[] = [];
  for (const document of whole) {
    const file = await fetch(document, desk.vault);
    if (file.kind === 'refused') return no(file.refusal);
    files.push(file.file);
  }
  const { page, jurisdiction, law } = asked;
  const today = desk.court.now().slice(0, 10);
  const worked = await desk.desk.workOut({ files, page, jurisdiction, today, law });
  if (worked.kind === 'refused') return worked;
  const shown = filingShown(worked.events);
  if (asked.preview) return { kind: 'previewed', shown };

  const matched = matchExhibits(papers, worked, shown);
  if (matched === null) return no(changed);
  const store = desk.shelf.filing(asked.caseId, matched);
  const open = await openCase({ ...desk.court, store }, asked.record);
  const entries = worked.events.map((event) => ({ by: secretary, event }));
  if ((await open.record(0, entries)) === 'recorded') return { kind: 'filed', shown };
  return no(open.version() > 0 ? filed : changed);
}

const secretary = { seat: 'secretary', kind: 'court' } as const;

function troublesOf(
  { page, jurisdiction }: FilingAsked,
  papers: readonly ShelvedPaper[],
): readonly Refusal[] {
  if (papers.length === 0) {
    const says = 'No paper lies on the shelf of this case; put them there first.';
    return [{ rule: 'IN4', at: ['documents'], says }];
  }
  if (page.jurisdiction !== undefined && page.jurisdiction !== jurisdiction) {
    const says = `This court decides by «${jurisdiction}», and not by «${page.jurisdiction}».`;
    return [{ rule: 'FL5', at: ['body', 'page', 'jurisdiction'], says }];
  }
  const names = papers.map(({ name }) => name);
  return troublesOfPage(page, names).map(({ rule, at, what }) => ({
    rule,
    at: ['body', 'page', ...at],
    says: `${at.join('.')}: ${what}.`,
  }));
}

async function fetch(
  document: ShelvedPaper,
  vault: FilingDesk['vault'],
): Promise<
  | { readonly kind: 'fetched'; readonly file: RawFile }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
> {
  const read = await readDocument(document, vault);
  if (read.kind === 'refused') return read;
  const bytes = await gathered(read.content);
  return { kind: 'fetched', file: { name: document.name, bytes } };
}

/**
 * Which paper is which exhibit; `null` where what was read is not what lies on the shelf. Two papers of one
 * content are told apart by their names, or are as good as each other.
 */
function matchExhibits(
  papers: readonly ShelvedPaper[],
  worked: FilingWorkedOut,
  { exhibits }: FilingShown,
): readonly FiledPaper[] | null {
  const left = new Set(papers);
  const matched = exhibits.flatMap(({ exhibit, name, sha256, kind }) => {
    const same = [...left].filter((paper) => paper.sha256 === sha256);
    const paper = same.find((one) => one.name === name) ?? same[0];
    if (paper === undefined) return [];
    left.delete(paper);
    return [{ id: paper.id, sha256, exhibit, kind }];
  });
  const isRead = papers.map(({ sha256 }) => sha256).join() === worked.papers.join();
  return isRead && left.size === 0 && matched.length === exhibits.length ? matched : null;
}

const no = (...refusals: readonly Refusal[]): Filed => ({ kind: 'refused', refusals });

/** FL2 */
const changed: Refusal = {
  rule: 'FL2',
  at: ['path', 'case'],
  says: 'The papers of the case changed while they were read; file it again.',
};
