import { createHash } from 'node:crypto';
import { documentOf, type FindNorms } from '../../core/document/document-of.ts';
import type { Document, DocumentFormat } from '../../core/document/document.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { DocumentReaders, RawFile, Unreadable } from '../../ports/document-reader.ts';
import { formatOf } from './format-of.ts';

/** In bytes. */
export const largestFile = 50_000_000;

export type ReadFile =
  | {
      readonly kind: 'read';
      readonly document: Document;
      /** Files that came inside this one, as filed with an e-mail. */
      readonly attachments: readonly RawFile[];
    }
  | Unreadable;

/** DOC2, to be asked with the size alone before a file is read into memory. */
export function tooLarge(name: string, size: number, limit = largestFile): Refusal | null {
  return size <= limit
    ? null
    : refusal(
        'DOC2',
        name,
        `is too large: ${megabytes(size)} MB; the limit is ${megabytes(limit)} MB.`,
      );
}

/** From the bytes of a file to the document that the court works with, or the reason why not. */
export async function readDocument(
  file: RawFile,
  readers: DocumentReaders,
  findNorms: FindNorms,
  limit = largestFile,
): Promise<ReadFile> {
  const { name, bytes } = file;
  const size = bytes.byteLength;
  if (size === 0) return refused(refusal('DOC1', name, 'is empty.'));
  const large = tooLarge(name, size, limit);
  if (large !== null) return refused(large);
  const told = formatOf(name, bytes);
  if (told.kind === 'foreign') return refused(foreign(name, told.what));
  const raw = await readers[told.format].read(file);
  if (raw.kind === 'refused') return raw;
  const document = documentOf(
    {
      name,
      format: raw.format,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size,
      pages: raw.pages,
      warnings: [...misnamed(name, raw.format), ...raw.warnings],
    },
    findNorms,
  );
  return { kind: 'read', document, attachments: raw.attachments };
}

function foreign(name: string, what: string): Refusal {
  const isMisnamed = endings.some(({ pattern }) => pattern.test(name));
  const says = isMisnamed ? `is not what its name says: it is ${what}.` : `is ${what}`;
  return refusal(
    'DOC3',
    name,
    isMisnamed ? says : `${says}; the court reads PDF, DOCX, e-mail, Markdown and text.`,
  );
}

const endings: readonly {
  readonly pattern: RegExp;
  readonly formats: readonly DocumentFormat[];
}[] = [
  { pattern: /\.pdf$/i, formats: ['pdf'] },
  { pattern: /\.docx$/i, formats: ['docx'] },
  { pattern: /\.eml$/i, formats: ['email'] },
  { pattern: /\.(?:md|markdown|txt|text)$/i, formats: ['markdown', 'text', 'email'] },
];

function misnamed(name: string, format: DocumentFormat): string[] {
  const ending = endings.find(({ pattern }) => pattern.test(name));
  return ending === undefined || ending.formats.includes(format)
    ? []
    : [`${name} is not what its name says: it was read as ${format}.`];
}

function megabytes(size: number): string {
  return (size / 1_000_000).toFixed(1);
}

function refused(...refusals: Refusal[]): Unreadable {
  return { kind: 'refused', refusals };
}

function refusal(rule: string, name: string, says: string): Refusal {
  return { rule, at: [name], says: `${name} ${says}` };
}
