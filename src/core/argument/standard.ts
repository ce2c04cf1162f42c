import type { Standard } from './graph.ts';
import { round } from './round.ts';

/** One requirement of a standard: whether a position met it, and by how much (negative: missed). */
export type StandardTest = {
  readonly test: 'above-least' | 'unopposed' | 'ahead' | 'margin' | 'contrary';
  readonly met: boolean;
  readonly by: number;
};

/**
 * What a standard asks of a position that weighs `own` while its strongest rival weighs `rival`
 * (null: it has none). Gordon, Prakken and Walton 2007 for scintilla and dialectical validity, CAES
 * 2016 for the rest.
 */
export function testPosition(
  { kind, least, margin, contrary }: Standard,
  own: number,
  rival: number | null,
): StandardTest[] {
  const tests = [above('above-least', own, least)];
  if (rival === null || kind === 'scintilla') return tests;
  if (kind === 'dialectical-validity') {
    return [...tests, { test: 'unopposed', met: rival <= 0, by: round(-rival) }];
  }

  tests.push(above('ahead', own, rival));
  if (kind === 'PE') return tests;
  tests.push(above('margin', round(own - rival), margin));
  if (kind === 'BRD') tests.push(above('contrary', contrary, rival));
  return tests;
}

function above(test: StandardTest['test'], value: number, bar: number): StandardTest {
  const by = round(value - bar);
  return { test, met: by > 0, by };
}

/** The positions that meet the standard: at most one, but for scintilla. */
export function winners(standard: Standard, weights: ReadonlyMap<string, number>): Set<string> {
  const rival = strongestRival(weights);
  return new Set(
    [...weights]
      .filter(([position, own]) =>
        testPosition(standard, own, rival(position)).every((test) => test.met),
      )
      .map(([position]) => position),
  );
}

/** For each position the weight of its strongest rival, null where it stands alone. */
export function strongestRival(
  weights: ReadonlyMap<string, number>,
): (position: string) => number | null {
  let first: string | null = null;
  let best: number | null = null;
  let second: number | null = null;
  for (const [position, weight] of weights) {
    if (best === null || weight > best) [first, best, second] = [position, weight, best];
    else if (second === null || weight > second) second = weight;
  }
  return (position) => (position === first ? second : best);
}
