import type { DocumentFormat } from '../../core/document/document.ts';

export type FileFormat =
  | { readonly kind: 'known'; readonly format: DocumentFormat }
  /** Something the court does not read; `what` completes «is …». */
  | { readonly kind: 'foreign'; readonly what: string };

type Magic = { readonly bytes: readonly number[]; readonly at: number; readonly what: string };

const foreign: readonly Magic[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], at: 0, what: 'a picture (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], at: 0, what: 'a picture (JPEG)' },
  { bytes: [0x47, 0x49, 0x46, 0x38], at: 0, what: 'a picture (GIF)' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], at: 0, what: 'a picture (TIFF)' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], at: 0, what: 'a picture (TIFF)' },
  { bytes: [0x52, 0x49, 0x46, 0x46], at: 0, what: 'a picture, a sound or a film (RIFF)' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a film, a sound or a picture (MP4 family)' },
  { bytes: [0x49, 0x44, 0x33], at: 0, what: 'a sound (MP3)' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], at: 0, what: 'a sound (Ogg)' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], at: 0, what: 'a program (ELF)' },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], at: 0, what: 'a program' },
  { bytes: [0x1f, 0x8b], at: 0, what: 'an archive (gzip)' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], at: 0, what: 'an archive (7z)' },
  { bytes: [0x52, 0x61, 0x72, 0x21], at: 0, what: 'an archive (RAR)' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], at: 0, what: 'an old or locked Office file' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], at: 0, what: 'an RTF file' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], at: 0, what: 'a database (SQLite)' },
];
const pdf = '%PDF-';
/** A PDF may have rubbish before its header (ISO 32000-1, implementation note 13). */
const longestPdfLead = 1_024;
const mailHead = 8_192;

/** Told by the bytes; the name only tells Markdown from plain text and helps with e-mail. */
export function formatOf(name: string, bytes: Uint8Array): FileFormat {
  const known = (format: DocumentFormat): FileFormat => ({ kind: 'known', format });
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.subarray(0, longestPdfLead).includes(pdf)) return known('pdf');
  if (source.subarray(0, 2).toString('latin1') === 'PK') return zipped(source);
  const magic = foreign.find((one) =>
    one.bytes.every((byte, index) => bytes[one.at + index] === byte),
  );
  if (magic !== undefined) return { kind: 'foreign', what: magic.what };
  if (isProgram(source)) return { kind: 'foreign', what: 'a program (Windows)' };
  if (isMail(name, source.subarray(0, mailHead).toString('latin1'))) return known('email');
  return known(/\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text');
}

/** File names stand unpacked in the directory of an archive. */
function zipped(source: Buffer): FileFormat {
  if (source.includes('word/document.xml')) return { kind: 'known', format: 'docx' };
  const what = source.includes('xl/workbook.xml')
    ? 'a spreadsheet'
    : source.includes('ppt/presentation.xml')
      ? 'a presentation'
      : 'an archive (ZIP)';
  return { kind: 'foreign', what };
}

function isProgram(source: Buffer): boolean {
  return source.subarray(0, 2).toString('latin1') === 'MZ' && source.subarray(0, 512).includes(0);
}

/** RFC 5322 header fields; without the ending `.eml` only fields that no letter typed by hand has. */
function isMail(name: string, start: string): boolean {
  const [head = ''] = start.replace(/^\uFEFF|^\u00EF\u00BB\u00BF/, '').split(/\r?\n\r?\n/, 1);
  if (!/^(?:From |[A-Za-z][A-Za-z\d-]*:)/.test(head)) return false;
  return /\.eml$/i.test(name)
    ? /^(?:From|To|Subject|Date|Received|Message-ID|MIME-Version):/im.test(head)
    : /^(?:Received|Message-ID|MIME-Version|Return-Path|Delivered-To|DKIM-Signature):/im.test(head);
}
