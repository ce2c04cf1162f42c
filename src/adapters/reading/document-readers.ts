import type { DocumentReaders } from '../../ports/document-reader.ts';
import { docxReader } from '../docx/document-reader.ts';
import { emailReader } from '../email/document-reader.ts';
import { pdfReader } from '../pdf/document-reader.ts';
import { textReader } from '../text/document-reader.ts';

/** The reader of each format that the court takes. */
export function documentReaders(): DocumentReaders {
  return {
    pdf: pdfReader(),
    docx: docxReader(),
    email: emailReader,
    text: textReader('text'),
    markdown: textReader('markdown'),
  };
}
