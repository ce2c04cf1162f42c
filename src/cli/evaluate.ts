import { readFile, stat } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { evaluate, type Labelling } from '../core/argument/evaluate.ts';
import type { Label } from '../core/argument/graph.ts';
import { seededOrder } from '../core/argument/seeded-order.ts';
import { graphFromYaml, type GraphFile } from '../core/argument/yaml.ts';
import type { Refusal } from '../core/refusal.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { whyUnreadable } from './why-unreadable.ts';

type EvaluateOptions = { readonly orders: number; readonly seed?: number; readonly json: boolean };

/** `court evaluate GRAPH.yml…`: labels of argument graphs, checked against their `tests:`. */
export function evaluateCommand(context: CommandContext): Command {
  return new Command('evaluate')
    .description('Labels of argument graphs (YAML), checked against their tests.')
    .argument('<graph...>', 'graph files, as those of Carneades')
    .option('--orders <n>', 'evaluate in so many random orders too', wholeNumber, 0)
    .option('--seed <n>', 'seed of the random orders', wholeNumber)
    .option('--json', 'print JSON', false)
    .action(async (files: string[], options: EvaluateOptions) => {
      context.done(await evaluateFiles(context.io, files, options));
    });
}

/** Most bytes of a file that are read at all; a character takes at most four. */
const mostBytes = 128_000_000;

type Failure = { readonly statement: string; readonly expected: Label; readonly got: Label };

type Outcome =
  | { readonly file: string; readonly refusals: readonly Refusal[] }
  | {
      readonly file: string;
      readonly title: string | null;
      readonly labels: ReadonlyMap<string, Label>;
      readonly texts: ReadonlyMap<string, string>;
      readonly tests: number;
      readonly failures: readonly Failure[];
      readonly orders: number;
      readonly seed: number;
      /** Statements whose label another order changed: none, or the engine is broken. */
      readonly unstable: readonly string[];
      readonly notes: readonly string[];
    };

async function evaluateFiles(
  io: Io,
  files: readonly string[],
  { orders, seed = Math.floor(Math.random() * 2 ** 31), json }: EvaluateOptions,
): Promise<ExitCode> {
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await evaluateFile(file, orders, seed);
    outcomes.push(outcome);
    if (!json) print(io, outcome);
  }
  if (json) io.out(JSON.stringify(outcomes.map(plain), null, 2));

  if (outcomes.some((outcome) => 'refusals' in outcome)) return 2;
  return outcomes.every(holds) ? 0 : 1;
}

async function evaluateFile(file: string, orders: number, seed: number): Promise<Outcome> {
  const text = await textOf(file);
  if (typeof text !== 'string') return { file, refusals: [text] };
  const read = graphFromYaml(text);
  if ('refusals' in read) return { file, refusals: read.refusals };

  const labelling = evaluate(read.graph);
  const unstable = new Set<string>();
  for (let run = 0; run < orders; run += 1) {
    const again = evaluate(read.graph, seededOrder(seed + run));
    for (const [id, label] of labelling.labels()) if (again.label(id) !== label) unstable.add(id);
  }
  return {
    file,
    title: read.title,
    labels: labelling.labels(),
    texts: new Map([...read.graph.statements].map(([id, { text: words }]) => [id, words])),
    tests: read.tests.length,
    failures: failuresOf(read, labelling),
    orders,
    seed,
    unstable: [...unstable],
    notes: read.notes,
  };
}

function failuresOf({ tests }: GraphFile, labelling: Labelling): Failure[] {
  return tests
    .map(({ statement, label }) => ({
      statement,
      expected: label,
      got: labelling.label(statement),
    }))
    .filter(({ expected, got }) => expected !== got);
}

function plain(outcome: Outcome): unknown {
  if ('refusals' in outcome) return outcome;
  const { texts: _, labels, ...rest } = outcome;
  return { ...rest, labels: Object.fromEntries(labels) };
}

function holds(outcome: Outcome): boolean {
  return 'labels' in outcome && outcome.failures.length === 0 && outcome.unstable.length === 0;
}

function print(io: Io, outcome: Outcome): void {
  const { file } = outcome;
  if ('refusals' in outcome) {
    for (const { rule, says } of outcome.refusals) io.err(`${file}: ${rule} ${says}`);
    return;
  }
  const { title, labels, texts, tests, failures, orders, seed, unstable, notes } = outcome;
  io.out(title === null ? file : `${file}: ${title}`);
  for (const [id, label] of labels) {
    const text = texts.get(id) ?? id;
    io.out(`  ${label.padEnd(9)}  ${id}${text === id ? '' : `  ${text}`}`);
  }
  for (const { statement, expected, got } of failures) {
    io.out(`  FAILS      ${statement} should be ${expected} and is ${got}`);
  }
  for (const id of unstable) io.out(`  UNSTABLE   ${id} has another label in another order`);
  const tried = orders === 0 ? '' : `, in ${orders} random orders (seed ${seed})`;
  io.out(`  ${tests - failures.length} of ${tests} tests hold${tried}`);
  for (const note of notes) io.err(`${file}: ${note}`);
}

async function textOf(file: string): Promise<string | Refusal> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return unreadable(`it has ${size} bytes, and ${mostBytes} are the most`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    return unreadable(whyUnreadable(error));
  }
}

function unreadable(why: string): Refusal {
  return { rule: 'AG20', at: [], says: `The file cannot be read: ${why}.` };
}

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('a whole number is wanted.');
}
