import type { PageText } from '../../core/document/layout.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { RawDocument, RawFile, Unreadable } from '../../ports/document-reader.ts';
import { pageText, type Run } from './page-text.ts';

export type PdfLimits = {
  readonly pages: number;
  /** Time for the whole file, in milliseconds. */
  readonly milliseconds: number;
};

type Opened = Awaited<ReturnType<typeof open>>;

/** Reads a PDF with PDF.js, in the thread that calls. The bytes are copied, since PDF.js takes them over. */
export async function readPdf(
  { name, bytes }: RawFile,
  limits: PdfLimits,
): Promise<RawDocument | Unreadable> {
  const deadline = performance.now() + limits.milliseconds;
  const task = await open(bytes);
  try {
    const opened = await within(task.promise, deadline);
    if (opened === 'late') return refusal(name, slow(limits));
    if (opened.numPages > limits.pages) {
      return refusal(name, {
        rule: 'DOC7',
        says: `has ${opened.numPages} pages; the limit is ${limits.pages}.`,
      });
    }
    return await readPages(name, bytes, opened, deadline, limits);
  } catch (error) {
    return refusal(name, unopened(error));
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** The library is large, so it is loaded with the first PDF and not before. */
async function open(bytes: Uint8Array) {
  const { getResolvedPDFJS } = await import('unpdf');
  const { getDocument } = await getResolvedPDFJS();
  return getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    verbosity: 0,
  });
}

async function readPages(
  name: string,
  bytes: Uint8Array,
  opened: Awaited<Opened['promise']>,
  deadline: number,
  limits: PdfLimits,
): Promise<RawDocument | Unreadable> {
  const pages: PageText[] = [];
  const silent: number[] = [];
  const broken: number[] = [];
  for (let n = 1; n <= opened.numPages; n += 1) {
    const runs = await within(readRuns(opened, n), deadline);
    if (runs === 'late') return refusal(name, slow(limits));
    if (runs === 'broken') broken.push(n);
    const page = runs === 'broken' ? { text: '' } : pageText(runs);
    if (runs !== 'broken' && page.text.trim() === '') silent.push(n);
    pages.push(page);
  }
  if (broken.length === pages.length) return refusal(name, unopened(null));
  return {
    kind: 'read',
    format: 'pdf',
    pages,
    warnings: [...silence(silent, pages.length, holdsImages(bytes)), ...damage(broken)],
    attachments: [],
  };
}

async function readRuns(opened: Awaited<Opened['promise']>, n: number): Promise<Run[] | 'broken'> {
  try {
    const page = await opened.getPage(n);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.flatMap((item): Run[] => {
      if (!('str' in item)) return [];
      const [, , skew = 0, height = 0, x = 0, y = 0] = item.transform.map(Number);
      const size = Math.hypot(skew, height);
      return [{ words: item.str, x, y, width: item.width, size, endsLine: item.hasEOL }];
    });
  } catch {
    return 'broken';
  }
}

async function within<Value>(work: Promise<Value>, deadline: number): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), Math.max(0, deadline - performance.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Images are streams, and streams never lie inside a compressed object, so their bytes show them. */
function holdsImages(bytes: Uint8Array): boolean {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return source.includes('/Subtype/Image') || source.includes('/Subtype /Image');
}

function silence(silent: readonly number[], pages: number, images: boolean): string[] {
  if (silent.length === 0) return [];
  const which = silent.length === pages ? 'No page' : `${numbered(silent)}: no text there. It`;
  if (!images) return [`${numbered(silent)} without text.`];
  return silent.length === pages
    ? [`${which} holds text, only images: it is a scan and needs OCR before it can be read.`]
    : [`${numbered(silent)} without text in a file with images: if scanned, this needs OCR.`];
}

function damage(broken: readonly number[]): string[] {
  return broken.length === 0 ? [] : [`${numbered(broken)} damaged and left out.`];
}

const mostNamed = 20;

function numbered(pages: readonly number[]): string {
  const named = pages.slice(0, mostNamed).join(', ');
  const more = pages.length > mostNamed ? ` and ${pages.length - mostNamed} more` : '';
  return `Page${pages.length === 1 ? '' : 's'} ${named}${more}`;
}

type Reason = { readonly rule: string; readonly says: string };

export function slow(limits: PdfLimits): Reason {
  return { rule: 'DOC8', says: `took longer than ${limits.milliseconds / 1_000} s to read.` };
}

export function unopened(error: unknown): Reason {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked
    ? { rule: 'DOC6', says: 'is locked with a password; file it unlocked.' }
    : { rule: 'DOC5', says: 'is a PDF too damaged to read.' };
}

export function refusal(name: string, { rule, says }: Reason): Unreadable {
  const refused: Refusal = { rule, at: [name], says: `${name} ${says}` };
  return { kind: 'refused', refusals: [refused] };
}
