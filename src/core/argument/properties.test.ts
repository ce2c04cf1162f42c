import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyGraph,
  argument,
  contest,
  graphOf,
  layeredGraph,
  runs,
} from '../../../test/argument-graphs.ts';
import { evaluate } from './evaluate.ts';
import { checkGraph } from './graph-rules.ts';
import type { Argument, Graph, Label } from './graph.ts';
import { seededOrder } from './seeded-order.ts';

describe('labels (CAES 2016)', () => {
  test('the order of evaluation does not matter', () => {
    fc.assert(
      fc.property(anyGraph, fc.integer(), (graph, seed) => {
        const labels = [...evaluate(graph).labels()];
        for (let run = 0; run < 8; run += 1) {
          expect([...evaluate(graph, seededOrder(seed + run)).labels()]).toEqual(labels);
        }
      }),
      runs(400, 8000),
    );
  });

  test('nor does it matter for reasons, weights and winners', () => {
    const everything = (graph: Graph, seed: number) => {
      const labelling = evaluate(graph, seededOrder(seed));
      return [
        [...graph.statements.keys()].map((id) => labelling.rule(id)),
        [...graph.arguments.keys()].map((id) => [labelling.applicable(id), labelling.weight(id)]),
        [...graph.issues.keys()].map((id) => [[...labelling.weights(id)], labelling.winner(id)]),
      ];
    };
    fc.assert(
      fc.property(anyGraph, fc.integer(), (graph, seed) => {
        expect(everything(graph, seed + 1)).toEqual(everything(graph, seed));
      }),
      runs(300, 5000),
    );
  });

  test('the worklist labels as rescanning by the letter of the rules does', () => {
    fc.assert(
      fc.property(fc.oneof(anyGraph, contest), (graph) => {
        expect(checkGraph(graph)).toEqual([]);
        expect(new Map(evaluate(graph).labels())).toEqual(rescan(graph));
      }),
      runs(1000, 20_000),
    );
  });

  test('a Dung framework, embedded, gets its grounded extension', () => {
    const attacks = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 14 });
    fc.assert(
      fc.property(attacks, (pairs) => {
        expect(new Map(evaluate(embed(pairs)).labels())).toMatchObject(grounded(pairs));
      }),
      runs(500, 10_000),
    );
  });

  test('without cycles everything is decided, and one more argument never harms its conclusion', () => {
    const more = fc.record({
      layer: fc.integer({ min: 1, max: 4 }),
      below: fc.array(fc.tuple(fc.nat(100), fc.constantFrom('p', 'q')), { maxLength: 3 }),
      weight: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(layeredGraph, more, (graph, { layer, below, weight }) => {
        const target = `p${layer}`;
        fc.pre(graph.statements.has(target));
        const before = evaluate(graph);
        expect([...before.labels().values()]).not.toContain('undecided');

        const premises = below.map(([depth, side]) => `${side}${depth % layer}`);
        const weighing = { kind: 'constant', weight: weight / 10 } as const;
        const added: Graph = {
          ...graph,
          arguments: new Map([
            ...graph.arguments,
            ['more', argument(target, premises, { weighing })],
          ]),
        };
        const harmed = before.label(target) === 'in' && evaluate(added).label(target) !== 'in';
        expect(harmed).toBe(false);
      }),
      runs(500, 10_000),
    );
  });

  test('a loop never convicts: what is in rests on assumptions or on arguments without premises', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const founded = foundedStatements(graph);
        const found = [...evaluate(graph).labels()].filter(([, label]) => label === 'in');
        expect(found.filter(([id]) => !founded.has(id))).toEqual([]);
      }),
      runs(500, 10_000),
    );
  });
});

/** Statements that can be reached from assumptions and empty arguments, attacks left aside. */
function foundedStatements(graph: Graph): Set<string> {
  const founded = new Set(graph.assumptions);
  const carries = ({ premises, weighing }: Argument) => {
    const isFounded = premises.map(({ statement }) => founded.has(statement));
    const all = isFounded.every(Boolean);
    if (weighing.kind === 'convergent' || weighing.kind === 'cumulative') {
      return all || isFounded.includes(true);
    }
    // A criterion may take its value from another position of the premise's issue.
    return weighing.kind === 'criteria' ? true : all;
  };
  for (let before = -1; before < founded.size;) {
    before = founded.size;
    for (const one of graph.arguments.values()) if (carries(one)) founded.add(one.conclusion);
  }
  return founded;
}

function embed(attacks: readonly (readonly [number, number])[]): Graph {
  const nodes = Array.from({ length: 7 }, (_, node) => node);
  return graphOf({
    arguments: Object.fromEntries([
      ...nodes.map((x) => [`a${x}`, argument(`x${x}`, [], { undercutter: `u${x}` })] as const),
      ...attacks.map(([y, x], index) => [`b${index}`, argument(`u${x}`, [`x${y}`])] as const),
    ]),
  });
}

/** Dung 1995: in once all attackers are out, out once an attacker is in. */
function grounded(attacks: readonly (readonly [number, number])[]): Map<string, Label> {
  const labels = new Map<number, Label>();
  for (let before = -1; before < labels.size;) {
    before = labels.size;
    for (let x = 0; x < 7; x += 1) {
      const attackers = attacks.filter(([, to]) => to === x).map(([from]) => labels.get(from));
      if (labels.has(x)) continue;
      if (attackers.every((label) => label === 'out')) labels.set(x, 'in');
      else if (attackers.includes('in')) labels.set(x, 'out');
    }
  }
  return new Map(
    Array.from({ length: 7 }, (_, x) => {
      const label = labels.get(x) ?? 'undecided';
      const attacked = { in: 'out', out: 'in', undecided: 'undecided' } as const;
      return [
        [`x${x}`, label],
        [`u${x}`, attacked[label]],
      ] as const;
    }).flat(),
  );
}

/** The rules as they are written, statement after statement until nothing changes. */
function rescan(graph: Graph): Map<string, Label> {
  const labels = new Map<string, Label>(
    [...graph.statements.keys()].map((id) => [id, 'undecided']),
  );
  const of = (id: string): Label => labels.get(id) ?? 'undecided';
  const issueOf = (id: string) =>
    [...graph.issues.values()].find(({ positions }) => positions.includes(id));
  const pro = (id: string) => [...graph.arguments].filter(([, one]) => one.conclusion === id);
  const undercut = (one: Argument) => (one.undercutter === null ? 'out' : of(one.undercutter));

  const applicable = (one: Argument) => {
    const read = one.premises.map(({ statement }) => statement);
    if (one.weighing.kind === 'criteria') {
      read.push(...read.flatMap((id) => issueOf(id)?.positions ?? []));
    }
    return (
      undercut(one) === 'in' ||
      (undercut(one) === 'out' && read.every((id) => of(id) !== 'undecided'))
    );
  };
  const weight = (one: Argument): number =>
    !applicable(one) || undercut(one) === 'in' ? 0 : weightByScheme(one);

  const weightByScheme = (one: Argument): number => {
    const { premises, weighing } = one;
    const ins = premises.filter(({ statement }) => of(statement) === 'in');
    const all = ins.length === premises.length;
    const about = (issueOf(one.conclusion)?.positions ?? [one.conclusion]).flatMap(pro);
    const named = (name: string) =>
      premises.filter(({ role, statement }) => role === name || statement.startsWith(`${name}(`));
    switch (weighing.kind) {
      case 'linked':
        return all ? 1 : 0;
      case 'convergent':
        return ins.length > 0 ? 1 : 0;
      case 'cumulative':
        return premises.length === 0 ? 1 : ins.length / premises.length;
      case 'factorized': {
        const every = new Set(about.flatMap(([, { premises: p }]) => p.map((x) => x.statement)));
        if (!all) return 0;
        return every.size === 0 ? 1 : new Set(premises.map((x) => x.statement)).size / every.size;
      }
      case 'constant':
        return all ? weighing.weight : 0;
      case 'criteria': {
        const hard = weighing.hard.every((name) => {
          const constraints = named(String(name));
          return (
            constraints.length > 0 && constraints.every(({ statement }) => of(statement) === 'in')
          );
        });
        if (!hard) return 0;
        let sum = 0;
        let total = 0;
        for (const [name, { factor, values }] of weighing.soft) {
          const answer = named(name)
            .flatMap(({ statement }) => [statement, ...(issueOf(statement)?.positions ?? [])])
            .find((id) => of(id) === 'in');
          if (answer === undefined) return 0;
          sum += factor * (values.get(/,(.*)\)$/u.exec(answer)?.[1] ?? '') ?? 0);
          total += factor;
        }
        return total === 0 ? 1 : sum / total;
      }
      case 'preference': {
        if (!all) return 0;
        if (issueOf(one.conclusion) === undefined) return 1;
        const worth = (other: Argument) =>
          weighing.by.map(({ property, order }) => {
            const value = other.properties?.get(property);
            if (typeof order !== 'string') return order.indexOf(String(value));
            if (value === undefined) return Number.NEGATIVE_INFINITY;
            const numbers = new Map([
              ['3', 1],
              ['7', 2],
              ['10', 3],
              ['2001-02-03', 4],
              ['high', 5],
              ['low', 6],
            ]);
            const place = numbers.get(String(value)) ?? 0;
            return order === 'ascending' ? place : -place;
          });
        const compare = (a: Argument, b: Argument) => {
          const [x, y] = [worth(a), worth(b)];
          const index = x.findIndex((value, at) => value !== y[at]);
          return index < 0 ? 0 : (x[index] ?? 0) - (y[index] ?? 0);
        };
        const ranks = new Set(about.map(([, other]) => JSON.stringify(worth(other), infinite)));
        const below = about.filter(([, other]) => compare(other, one) <= 0);
        const atMost = new Set(below.map(([, other]) => JSON.stringify(worth(other), infinite)));
        return atMost.size / ranks.size;
      }
    }
  };

  const massOf = (id: string) => {
    const weights = pro(id).map(([name, one]) => ({
      key: one.source ?? `#${name}`,
      w: weight(one),
    }));
    const best = new Map<string, number>();
    for (const { key, w } of weights) best.set(key, Math.max(best.get(key) ?? 0, w));
    const mass =
      graph.accrual === 'strongest'
        ? Math.max(0, ...best.values())
        : 1 - [...best.values()].reduce((doubt, w) => doubt * (1 - w), 1);
    return Number(mass.toFixed(12));
  };
  const beats = (
    { kind, margin, contrary }: { kind: string; margin: number; contrary: number },
    p: number,
    q: number,
  ) => {
    const ahead = Number((p - q).toFixed(12));
    if (kind === 'scintilla') return true;
    if (kind === 'dialectical-validity') return q === 0;
    if (kind === 'PE') return p > q;
    if (kind === 'CCE') return p > q && ahead > margin;
    return p > q && ahead > margin && q < contrary;
  };

  for (const id of graph.assumptions) labels.set(id, 'in');
  for (const { positions } of graph.issues.values()) {
    if (!positions.some((id) => of(id) === 'in')) continue;
    for (const id of positions) if (of(id) === 'undecided') labels.set(id, 'out');
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const id of graph.statements.keys()) {
      if (of(id) !== 'undecided') continue;
      const mine = pro(id).map(([, one]) => one);
      const issue = issueOf(id);
      if (mine.every((one) => applicable(one) && weight(one) <= 0)) {
        labels.set(id, 'out');
      } else if (issue === undefined && mine.some((one) => applicable(one) && weight(one) > 0)) {
        labels.set(id, 'in');
      } else if (issue?.positions.flatMap(pro).every(([, one]) => applicable(one))) {
        const masses = issue.positions.map((position) => ({ position, m: massOf(position) }));
        for (const { position, m } of masses) {
          const rivals = masses.filter((other) => other.position !== position);
          const wins =
            m > issue.standard.least && rivals.every((q) => beats(issue.standard, m, q.m));
          if (of(position) === 'undecided') labels.set(position, wins ? 'in' : 'out');
        }
      } else {
        continue;
      }
      changed = true;
    }
  }
  return labels;
}

function infinite(_: string, value: unknown): unknown {
  return value === Number.NEGATIVE_INFINITY ? 'none' : value;
}
