import type { FindNorms } from '../../core/document/document-of.ts';
import type { Document } from '../../core/document/document.ts';
import { checkQuote } from '../../core/law/check-quote.ts';
import { importWork } from '../../core/law/import-work.ts';
import { libraryOf, type Library } from '../../core/law/library.ts';
import type { WorkVersion } from '../../core/law/work-version.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { DocumentReaders, RawFile } from '../../ports/document-reader.ts';
import type { LawFile, ProfileSource } from '../../ports/profile-source.ts';
import type {
  FileRead,
  FilingTask,
  FilingWorkedOut,
  No,
  PaperRead,
  QuotesTask,
  RegistryAnswer,
  RegistryTask,
  WorkListed,
} from '../../ports/registry-desk.ts';
import { fileCase } from '../intake/file-case.ts';
import { readPapers } from '../intake/read-papers.ts';

export type RegistryTools = {
  readonly readers: DocumentReaders;
  readonly findNorms: FindNorms;
  readonly profiles: ProfileSource;
};

/** One task of the registry, wherever it is done. Nothing is kept and nothing is written. */
export async function answerTask(
  { task, asked }: RegistryTask,
  tools: RegistryTools,
): Promise<RegistryAnswer> {
  switch (task) {
    case 'read':
      return await readFiled(asked, tools);
    case 'work-out':
      return await workOut(asked, tools);
    case 'read-law': {
      const read = importWork(asked.name, asked.text);
      return read.kind === 'refused' ? read : { kind: 'law', version: listed(read.version) };
    }
    case 'shipped-law': {
      const shipped = await shippedWorks(asked, tools);
      return { kind: 'laws', versions: shipped.map(listed) };
    }
    case 'check-quotes':
      return await checkQuotes(asked, tools);
  }
}

async function readFiled(file: RawFile, tools: RegistryTools): Promise<FileRead | No> {
  const { documents, originals, refusals, leftOut } = await readPapers(
    [file],
    tools.readers,
    tools.findNorms,
  );
  const [whole, ...inside] = documents;
  if (whole === undefined || refusals.length > 0) return { kind: 'refused', refusals };
  return {
    kind: 'read',
    paper: paperOf(whole),
    inside: inside.flatMap((document) =>
      [...originals]
        .filter(([sha256]) => sha256 === document.sha256)
        .map(([, bytes]) => ({ ...paperOf(document), bytes })),
    ),
    leftOut,
  };
}

function paperOf({ name, sha256, kind, language, pages, warnings, ...read }: Document): PaperRead {
  const passages = read.passages.map(({ n, page, start, end, evidential }) => {
    return { n, page, start, end, text: read.text.slice(start, end), evidential };
  });
  return { name, sha256, kind, language, pages: pages.length, warnings, passages };
}

async function workOut(asked: FilingTask, tools: RegistryTools): Promise<FilingWorkedOut | No> {
  const { files, page, jurisdiction, today } = asked;
  const read = await tools.profiles.read(jurisdiction);
  if (read.kind === 'missing') return noSuchJurisdiction(jurisdiction);
  if (read.kind === 'refused') return { kind: 'refused', refusals: read.refusals };
  const papers = await readPapers(files, tools.readers, tools.findNorms);
  if (papers.refusals.length > 0) return { kind: 'refused', refusals: papers.refusals };
  const decision = fileCase({
    documents: papers.documents,
    page,
    profile: read.profile,
    library: await libraryWith(asked, tools),
    today,
    setAside: papers.leftOut,
    jurisdiction: { id: jurisdiction, tier: 'strong', because: { why: 'told' } },
  });
  if (decision.kind === 'refused') return decision;
  const hashes = papers.documents.map(({ sha256 }) => sha256);
  return { kind: 'worked-out', events: decision.events, papers: hashes };
}

function noSuchJurisdiction(id: string): No {
  const says = `There is no jurisdiction «${id}».`;
  const refusal: Refusal = { rule: 'IN5', at: ['jurisdiction'], says };
  return { kind: 'refused', refusals: [refusal] };
}

async function checkQuotes(asked: QuotesTask, tools: RegistryTools): Promise<RegistryAnswer> {
  const library = await libraryWith(asked, tools);
  return { kind: 'checked', found: asked.claims.map((claim) => checkQuote(library, claim)) };
}

/** What the court imported over what its jurisdiction brings along. */
async function libraryWith(
  { jurisdiction, law }: Pick<FilingTask, 'jurisdiction' | 'law'>,
  tools: RegistryTools,
): Promise<Library> {
  return libraryOf([...(await shippedWorks(jurisdiction, tools)), ...worksIn(law)]);
}

const shippedWorks = async (jurisdiction: string, { profiles }: RegistryTools) =>
  worksIn(await profiles.law(jurisdiction));

/** Texts that were read before they were kept; one that is none any more is left out. */
function worksIn(files: readonly LawFile[]): readonly WorkVersion[] {
  return files.flatMap(({ name, text }) => {
    const read = importWork(name, text);
    return read.kind === 'imported' ? [read.version] : [];
  });
}

const listed = ({ work, title, from, standing, articles }: WorkVersion): WorkListed => ({
  work,
  title,
  from,
  standing,
  articles: articles.length,
});
