import { documentOf } from '../src/core/document/document-of.ts';
import type { Document, DocumentKind } from '../src/core/document/document.ts';

/** A paper of a case as the court reads it; `kind` where the test is not about telling kinds. */
export function paper(name: string, text: string, kind?: DocumentKind): Document {
  const reading = {
    name,
    format: 'text' as const,
    sha256: '0'.repeat(64),
    size: text.length,
    pages: [{ text }],
    warnings: [],
  };
  const document = documentOf(reading, () => []);
  return kind === undefined ? document : { ...document, kind };
}
