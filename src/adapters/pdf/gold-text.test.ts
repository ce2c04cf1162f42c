import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../core/document/layout.ts';
import { canonicalText } from '../../core/text/canonical.ts';
import { pdfReader } from './document-reader.ts';

const folder = new URL('../../../../shared/data/contracts/', import.meta.url);
const exists = existsSync(folder);
if (!exists)
  process.stderr.write('Skipped: no contracts with their gold text to read PDF against.\n');

/** F1 of the words of two canonical texts, each word as often as it stands there. */
function wordF1(read: string, gold: string): number {
  const counts = new Map<string, number>();
  const [ours, theirs] = [read.split(' '), gold.split(' ')];
  for (const word of ours) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of theirs) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (ours.length + theirs.length);
}

describe.runIf(exists)('contracts with their gold text', () => {
  test('word F1 is at least .998 on average and .99 in each file', async () => {
    const reader = pdfReader();
    const scores: { readonly name: string; readonly f1: number }[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf'))) {
      const bytes = Uint8Array.from(readFileSync(new URL(name, folder)));
      const reading = await reader.read({ name, bytes });
      const text = layOut(reading.kind === 'read' ? reading.pages : []).text;
      const gold = readFileSync(new URL(`${basename(name, '.pdf')}.txt`, folder), 'utf8');
      scores.push({ name, f1: wordF1(text, canonicalText(gold)) });
    }
    expect(scores.filter(({ f1 }) => f1 < 0.99)).toEqual([]);
    expect(scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length).toBeGreaterThanOrEqual(
      0.998,
    );
  });
});
