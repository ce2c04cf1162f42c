import type { PageText } from '../core/document/layout.ts';
import type { DocumentFormat } from '../core/document/document.ts';
import type { Refusal } from '../core/refusal.ts';

/** A file as it was filed. */
export type RawFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a reader takes out of a file before the court makes a document of it. */
export type RawDocument = {
  readonly kind: 'read';
  readonly format: DocumentFormat;
  readonly pages: readonly PageText[];
  /** Plain sentences on what a person should know of the reading. */
  readonly warnings: readonly string[];
  /** Files inside the file, as filed with an e-mail. */
  readonly attachments: readonly RawFile[];
};

export type Unreadable = { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Reads one format.
 *
 * Contract (src/ports/document-reader.contract.ts holds every adapter to it):
 * - RD1 the same bytes give the same pages.
 * - RD2 broken bytes give a refusal that names the file, or what could be read; never a throw.
 * - RD3 the bytes handed in are left as they were.
 */
export interface DocumentReader {
  readonly format: DocumentFormat;
  read(file: RawFile): Promise<RawDocument | Unreadable>;
}

export type DocumentReaders = Readonly<Record<DocumentFormat, DocumentReader>>;
