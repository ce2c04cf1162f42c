import { describe, expect, test } from 'vitest';
import { cueMatches } from '../cue.ts';
import { compileCue } from '../cue-pattern.ts';
import { inventories } from './inventories.ts';
import { manner } from './manner.ts';
import { matter } from './matter.ts';
import { speech } from './speech.ts';

const names = { actor: ['Ana'], other: ['Luis'] };
const all = Object.entries({ ...speech, ...manner, ...matter }).flatMap(([name, cues]) =>
  cues.map(([pattern, fires, not]) => ({ name, pattern, fires, not })),
);

describe('every cue of the inventories fires on its example and not on its counter-example', () => {
  test.each(all)('$name: $pattern', ({ pattern, fires, not }) => {
    expect(compileCue(pattern).kind).toBe('compiled');
    expect(cueMatches(pattern, fires, names)).not.toBeNull();
    expect(cueMatches(pattern, not, names)).toBeNull();
  });
});

test('every cue of the tables is compiled', () => {
  expect(Object.values(inventories).flat()).toHaveLength(all.length);
});
