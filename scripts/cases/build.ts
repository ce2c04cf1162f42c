/**
 * Writes the PDF, DOCX and e-mail files of the case folders from their sources: each
 * `scripts/cases/sources/CASE/NAME.pdf.typ`, `NAME.docx.md` or `NAME.eml.txt` becomes
 * `cases/CASE/NAME.pdf`, `.docx` or `.eml`. The same sources give the same bytes.
 *
 * Run: `node scripts/cases/build.ts`
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docxOf } from './docx.ts';
import { emailOf } from './email.ts';
import { pdfOf } from './pdf.ts';

type BuiltFile = {
  /** Path below `cases/`, as in `greenhouse-heater/emails.eml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

const sources = fileURLToPath(new URL('./sources/', import.meta.url));
const cases = fileURLToPath(new URL('../../cases/', import.meta.url));

/** Every generated file of every case folder, in the order of their paths. */
export async function buildCases(): Promise<readonly BuiltFile[]> {
  const paths = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  const built: BuiltFile[] = [];
  for (const path of paths.toSorted()) {
    const file = await fileOf(path);
    if (file !== null) built.push(file);
  }
  return built;
}

async function fileOf(path: string): Promise<BuiltFile | null> {
  const read = () => readFileSync(join(sources, path), 'utf8');
  if (path.endsWith('.pdf.typ')) return { path: path.slice(0, -4), bytes: pdfOf(read()) };
  if (path.endsWith('.docx.md')) return { path: path.slice(0, -3), bytes: await docxOf(read()) };
  if (path.endsWith('.eml.txt')) return { path: path.slice(0, -4), bytes: emailOf(read()) };
  return null;
}

if (import.meta.main) {
  for (const file of await buildCases()) {
    const target = join(cases, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, file.bytes);
    process.stdout.write(`${file.path}\n`);
  }
}
