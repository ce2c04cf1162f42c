import type { FindNorms } from '../../core/document/document-of.ts';
import type { Document } from '../../core/document/document.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { DocumentReaders, RawFile } from '../../ports/document-reader.ts';
import { readDocument } from './read-document.ts';

/** Most papers of one filing, what came inside e-mails counted. */
export const mostPapers = 1_000;

/** How deep files may lie in files: an e-mail in an e-mail in an e-mail. */
export const deepest = 3;

/** What became of the files of a filing. */
export type ReadPapers = {
  readonly documents: readonly Document[];
  /** The bytes of each document, by SHA-256. */
  readonly originals: ReadonlyMap<string, Uint8Array>;
  /** Why files could not be read. The filer mends them, or has them set aside. */
  readonly refusals: readonly Refusal[];
  /** Why what came inside a file was left out: a logo in an e-mail stops no filing. */
  readonly leftOut: readonly Refusal[];
};

/**
 * Reads the files of a filing in their order, and after each what came inside it. Refusals: DOC rules of
 * the reading, IN6 too many papers or too deep.
 */
export async function readPapers(
  files: readonly RawFile[],
  readers: DocumentReaders,
  findNorms: FindNorms,
): Promise<ReadPapers> {
  const documents: Document[] = [];
  const originals = new Map<string, Uint8Array>();
  const refusals: Refusal[] = [];
  const leftOut: Refusal[] = [];
  let full = false;

  async function take(file: RawFile, depth: number): Promise<void> {
    if (full) return;
    if (depth > deepest) {
      refusals.push(tooMuch(file, `lies more than ${deepest} files deep.`));
      return;
    }
    if (documents.length === mostPapers) {
      refusals.push(tooMuch(file, `is one too many: a filing has at most ${mostPapers} papers.`));
      full = true;
      return;
    }
    const read = await readDocument(file, readers, findNorms);
    if (read.kind === 'refused') {
      (depth === 0 ? refusals : leftOut).push(...read.refusals);
      return;
    }
    documents.push(read.document);
    originals.set(read.document.sha256, file.bytes);
    const freeName = namesOnce();
    for (const { name, bytes } of read.attachments) {
      await take({ name: freeName(`${file.name}/${name}`), bytes }, depth + 1);
    }
  }

  for (const file of files) await take(file, 0);
  return { documents, originals, refusals, leftOut };
}

const tooMuch = ({ name }: RawFile, why: string): Refusal => ({
  rule: 'IN6',
  at: [name],
  says: `${name} ${why}`,
});

/** Two files of one name inside a file go by two names, so that a name says which. */
function namesOnce(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}
