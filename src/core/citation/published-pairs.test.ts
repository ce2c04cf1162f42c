import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Groups } from './citation.ts';
import type { CleaningStep } from './cleaning.ts';
import { findCitations } from './find-citations.ts';

type Named = { readonly type: string; readonly groups: Groups };
type Pair = { readonly q: string; readonly clean: CleaningStep[]; readonly exp: readonly Named[] };

const file = new URL('../../../../shared/data/citations-us/pairs.json', import.meta.url);
const there = existsSync(file);
if (!there)
  process.stderr.write(`Skipped: the pairs of citations are missing (${file.pathname}).\n`);

const keyOf = ({ type, groups }: Named): string =>
  `${type} ${JSON.stringify(Object.entries(groups).toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;

test.runIf(there)('F1 on type and groups of the published pairs is at least .97', () => {
  const pairs: readonly Pair[] = JSON.parse(readFileSync(file, 'utf8'));
  const misses: string[] = [];
  let right = 0;
  let wrong = 0;
  for (const { q, clean, exp } of pairs) {
    const got = findCitations(q, { clean }).map(keyOf);
    for (const key of exp.map(keyOf)) {
      const at = got.indexOf(key);
      if (at < 0) misses.push(`missed ${key} in ${JSON.stringify(q)}`);
      else got.splice(at, 1);
      if (at < 0) wrong += 1;
      else right += 1;
    }
    wrong += got.length;
    misses.push(...got.map((key) => `extra ${key} in ${JSON.stringify(q)}`));
  }
  const enough = (2 * right) / (2 * right + wrong) >= 0.97;
  expect({ enough, misses: enough ? [] : misses }).toEqual({ enough: true, misses: [] });
});
