import { performance } from 'node:perf_hooks';
import { evaluate } from '../src/core/argument/evaluate.ts';
import type { Argument, Graph } from '../src/core/argument/graph.ts';
import { seededOrder } from '../src/core/argument/seeded-order.ts';

/** Labelling of chains of statements, each the only ground of the next, listed in no order. */
export async function benchLabelling(): Promise<
  { name: string; value: number; unit: string; limit: number; against: string }[]
> {
  const [short, long, longest] = [chain(2000), chain(10_000), chain(100_000)];
  const rescanning = median(3, () => rescan(short));
  const worklist = median(9, () => evaluate(short));
  return [
    {
      name: 'labelling 10,000 chained statements',
      value: median(9, () => evaluate(long)),
      unit: 'ms',
      limit: 25,
      against: 'the limit',
    },
    {
      name: 'labelling 100,000 chained statements',
      value: median(5, () => evaluate(longest)),
      unit: 'ms',
      limit: 250,
      against: 'the limit',
    },
    {
      name: 'labelling 2,000 chained statements: time of the worklist over that of rescanning',
      value: worklist / rescanning,
      unit: 'ratio',
      limit: 0.1,
      against: 'an engine that looks at all statements again until nothing changes',
    },
  ];
}

function chain(length: number): Graph {
  const order = seededOrder(length);
  const numbers = Array.from({ length }, (_, number) => number);
  const shuffled: number[] = [];
  for (let last = numbers.pop(); last !== undefined; last = numbers.pop()) {
    const place = order(numbers.length + 1);
    shuffled.push(numbers[place] ?? last);
    if (place < numbers.length) numbers[place] = last;
  }
  const ground = (number: number): Argument => ({
    conclusion: `s${number}`,
    premises: [{ statement: `s${number - 1}` }],
    undercutter: null,
    scheme: null,
    weighing: { kind: 'linked' },
  });
  return {
    statements: new Map(shuffled.map((number) => [`s${number}`, { text: `Statement ${number}` }])),
    assumptions: new Set(['s0']),
    issues: new Map(),
    arguments: new Map(
      shuffled.filter((number) => number > 0).map((number) => [`a${number}`, ground(number)]),
    ),
    accrual: 'strongest',
  };
}

/** The peer: the same rules for linked arguments, by looking at everything again and again. */
function rescan(graph: Graph): ReadonlyMap<string, boolean> {
  const labels = new Map([...graph.assumptions].map((id) => [id, true]));
  const pro = Map.groupBy(graph.arguments.values(), ({ conclusion }) => conclusion);
  for (let changed = true; changed;) {
    changed = false;
    for (const id of graph.statements.keys()) {
      if (labels.has(id)) continue;
      const grounds = pro.get(id) ?? [];
      const isKnown = ({ premises }: Argument) =>
        premises.every(({ statement }) => labels.has(statement));
      if (!grounds.every(isKnown)) continue;
      const holds = ({ premises }: Argument) =>
        premises.every(({ statement }) => labels.get(statement) === true);
      labels.set(id, grounds.some(holds));
      changed = true;
    }
  }
  return labels;
}

/** Median time in milliseconds. */
function median(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}
