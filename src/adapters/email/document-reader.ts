import PostalMime, { type Address, type Email } from 'postal-mime';
import { htmlText } from '../../core/document/html-text.ts';
import type { DocumentReader, RawFile } from '../../ports/document-reader.ts';

/** Deeper nested parts than this refuse the whole e-mail; messages within messages become attachments. */
const deepestParts = 30;
const mostHeaderBytes = 1_000_000;

/** Reads an e-mail: its head in four lines, its text, and the files that came with it. */
export const emailReader: DocumentReader = {
  format: 'email',
  async read({ name, bytes }) {
    let email: Email;
    try {
      email = await PostalMime.parse(bytes, {
        maxNestingDepth: deepestParts,
        maxHeadersSize: mostHeaderBytes,
        forceRfc822Attachments: true,
      });
    } catch {
      return {
        kind: 'refused',
        refusals: [
          {
            rule: 'DOC11',
            at: [name],
            says: `${name} is an e-mail too damaged or too deeply nested to read.`,
          },
        ],
      };
    }
    const attachments = attached(email);
    return {
      kind: 'read',
      format: 'email',
      pages: [{ text: `${head(email)}\n\n${body(email)}` }],
      warnings: warnings(name, email, attachments),
      attachments,
    };
  },
};

function head(email: Email): string {
  const date = email.headers.find(({ key }) => key === 'date')?.value;
  const lines: [string, string | undefined][] = [
    ['From', email.from === undefined ? undefined : written(email.from)],
    ['To', email.to?.map(written).join(', ')],
    ['Cc', email.cc?.map(written).join(', ')],
    ['Date', date],
    ['Subject', email.subject],
  ];
  return lines
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `${label}: ${value?.replace(/\s+/g, ' ')}`)
    .join('\n');
}

function written(address: Address): string {
  if (address.group !== undefined)
    return `${address.name}: ${address.group.map(written).join(', ')}`;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function body(email: Email): string {
  if (email.text !== undefined && email.text.trim() !== '') return email.text;
  return email.html === undefined ? '' : htmlText(email.html).text;
}

function attached(email: Email): RawFile[] {
  return email.attachments
    .filter(
      ({ disposition, mimeType }) => disposition !== 'inline' || !mimeType.startsWith('image/'),
    )
    .map(({ filename, content, mimeType }, index) => ({
      name: fileName(filename, mimeType, index),
      bytes:
        typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    }));
}

/** The last part of the name, since a path in it would point anywhere. */
function fileName(filename: string | null, mimeType: string, index: number): string {
  const last =
    filename
      ?.split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim() ?? '';
  const isMessage = mimeType === 'message/rfc822';
  if (last === '' || last === '.' || last === '..')
    return `attachment-${index + 1}${isMessage ? '.eml' : ''}`;
  return isMessage && !last.endsWith('.eml') ? `${last}.eml` : last;
}

function warnings(name: string, email: Email, attachments: readonly RawFile[]): string[] {
  const left = email.attachments.length - attachments.length;
  return left === 0 ? [] : [`${name}: ${left} image${left === 1 ? '' : 's'} in the text left out.`];
}
