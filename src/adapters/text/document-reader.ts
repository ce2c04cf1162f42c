import { htmlText } from '../../core/document/html-text.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { decode } from './decode.ts';

/** Reads plain text and Markdown; a form feed begins a page. */
export function textReader(format: 'text' | 'markdown'): DocumentReader {
  return {
    format,
    async read({ name, bytes }) {
      const decoded = decode(bytes);
      if (decoded === null) {
        return {
          kind: 'refused',
          refusals: [
            {
              rule: 'DOC4',
              at: [name],
              says: `${name} is not what its name says: its bytes are no text.`,
            },
          ],
        };
      }
      const isMarkup = /^\s*<(?:!doctype html|html)\b/i.test(decoded.text.slice(0, 1_000));
      const doubt = `${name} does not say how it is encoded; it was read as ${decoded.encoding}.`;
      return {
        kind: 'read',
        format,
        pages: isMarkup
          ? [htmlText(decoded.text)]
          : decoded.text.split('\f').map((text) => ({ text })),
        warnings: [
          ...(decoded.sure ? [] : [doubt]),
          ...(isMarkup ? [`${name} is a page of HTML; its text was taken.`] : []),
        ],
        attachments: [],
      };
    },
  };
}
