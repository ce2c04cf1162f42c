import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../test/argument-graphs.ts';
import { standardOf, type StandardKind } from './graph.ts';
import { testPosition, winners } from './standard.ts';

function win(kind: StandardKind, ...weights: number[]): string[] {
  const named = new Map(weights.map((weight, index) => [`p${index}`, weight]));
  return [...winners(standardOf(kind), named)];
}

describe('standards of proof', () => {
  // prettier-ignore
  const cases: { kind: StandardKind; weights: number[]; wins: string[] }[] = [
    { kind: 'scintilla',            weights: [0.1, 0.9],      wins: ['p0', 'p1'] },
    { kind: 'scintilla',            weights: [0, 0],          wins: [] },
    { kind: 'dialectical-validity', weights: [0.1, 0],        wins: ['p0'] },
    { kind: 'dialectical-validity', weights: [0.9, 0.1],      wins: [] },
    { kind: 'PE',                   weights: [0.5, 0.4],      wins: ['p0'] },
    { kind: 'PE',                   weights: [0.5, 0.5],      wins: [] },
    { kind: 'PE',                   weights: [0.4, 0.5, 0.3], wins: ['p1'] },
    { kind: 'PE',                   weights: [0.4, 0.5, 0.5], wins: [] },
    { kind: 'CCE',                  weights: [0.9, 0.3],      wins: ['p0'] },
    { kind: 'CCE',                  weights: [0.8, 0.3],      wins: [] },
    { kind: 'BRD',                  weights: [0.9, 0.2],      wins: ['p0'] },
    { kind: 'BRD',                  weights: [1, 0.3],        wins: [] },
    { kind: 'BRD',                  weights: [0.2],           wins: ['p0'] },
    { kind: 'BRD',                  weights: [],              wins: [] },
  ];
  test.each(cases)('$kind over $weights: $wins', ({ kind, weights, wins }) => {
    expect(win(kind, ...weights)).toEqual(wins);
  });

  test('thresholds are those of the issue', () => {
    const weights = new Map([
      ['p', 0.4],
      ['q', 0.3],
    ]);
    const strict = { kind: 'PE', least: 0.4, margin: 0.5, contrary: 0.3 } as const;
    const mild = { kind: 'BRD', least: 0.1, margin: 0, contrary: 0.5 } as const;
    expect(winners(strict, weights)).toEqual(new Set());
    expect(winners(mild, weights)).toEqual(new Set(['p']));
  });

  test('a difference in the last bits of a number decides nothing', () => {
    expect(0.1 + 0.2).toBeGreaterThan(0.3);
    const weights = new Map([
      ['p', 0.1 + 0.2],
      ['q', 0.3],
    ]);
    expect(winners(standardOf('PE'), weights)).toEqual(new Set());
  });

  test('each requirement says by how much it was met or missed', () => {
    expect(testPosition(standardOf('BRD'), 0.9, 0.45)).toEqual([
      { test: 'above-least', met: true, by: 0.9 },
      { test: 'ahead', met: true, by: 0.45 },
      { test: 'margin', met: false, by: -0.05 },
      { test: 'contrary', met: false, by: -0.15 },
    ]);
    expect(testPosition(standardOf('dialectical-validity'), 0.9, 0.45)).toContainEqual({
      test: 'unopposed',
      met: false,
      by: -0.45,
    });
  });

  test('what is proved beyond reasonable doubt is proved by every lower standard', () => {
    const weight = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
    const thresholds = fc.record({ least: weight, margin: weight, contrary: weight });
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 5 }), thresholds, (weights, bar) => {
        const named = new Map(weights.map((value, index) => [`p${index}`, value]));
        const kinds = ['BRD', 'CCE', 'PE', 'scintilla'] as const;
        const won = kinds.map((kind) => winners({ kind, ...bar }, named));
        for (const [index, winning] of won.entries()) {
          const lower = won.slice(index + 1);
          for (const winner of winning) for (const set of lower) expect(set).toContain(winner);
        }
      }),
      runs(500, 20_000),
    );
  });
});
