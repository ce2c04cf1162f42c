import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { pdfReader } from '../src/adapters/pdf/document-reader.ts';
import type { Figure } from './figure.ts';

type Sample = { readonly name: string; readonly bytes: Uint8Array };

/** Comes with the system where it comes at all. */
const poppler = 'pdftotext';
const leastPagesPerSecond = 40;

/** Pages of PDF read in a second on one core, beside poppler's `pdftotext` where it is installed. */
export async function benchPdf(): Promise<Figure[]> {
  const samples = contracts() ?? [generated()];
  const reader = pdfReader();
  const [first] = samples;
  if (first !== undefined) await reader.read(first);
  let pages = 0;
  const start = performance.now();
  for (const sample of samples) {
    const reading = await reader.read(sample);
    if (reading.kind === 'read') pages += reading.pages.length;
  }
  const ours = pages / ((performance.now() - start) / 1_000);
  const theirs = popplerRate(samples, pages);
  const what = samples.length > 1 ? `${samples.length} contracts` : 'a generated file';
  return [
    {
      name: 'PDF reading',
      value: ours,
      unit: 'pages/s',
      limit: leastPagesPerSecond,
      against: `at least ${leastPagesPerSecond} pages/s on one core; ${pages} pages of ${what}`,
    },
    ...(theirs === null
      ? []
      : [
          {
            name: 'PDF reading, pdftotext',
            value: theirs,
            unit: 'pages/s',
            limit: 0,
            against: `the same files in the same run, a process each; ours is ${(ours / theirs).toFixed(2)} of it`,
          },
        ]),
  ];
}

function contracts(): Sample[] | null {
  const folder = fileURLToPath(new URL('../../shared/data/contracts/', import.meta.url));
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => ({ name, bytes: Uint8Array.from(readFileSync(join(folder, name))) }));
}

function generated(): Sample {
  const page = `= Clause\n${'#lorem(90)\n\n'.repeat(5)}#pagebreak()\n`;
  const bytes = NodeCompiler.create().pdf({ mainFileContent: page.repeat(200) });
  return { name: 'generated.pdf', bytes: Uint8Array.from(bytes) };
}

function popplerRate(samples: readonly Sample[], pages: number): number | null {
  if (spawnSync(poppler, ['-v']).error !== undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'));
  try {
    const paths = samples.map(({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const start = performance.now();
    for (const path of paths) spawnSync(poppler, [path, '-']);
    return pages / ((performance.now() - start) / 1_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
