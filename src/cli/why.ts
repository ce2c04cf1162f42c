import { Command } from 'commander';
import type {
  ArgumentStep,
  Derivation,
  IssueStep,
  StatementStep,
} from '../core/argument/explain.ts';
import type { FlipSets } from '../core/argument/flip.ts';
import type { Case } from '../core/case/case.ts';
import { granted } from '../core/evidence/graph-of-case.ts';
import { replayDraft } from '../court/replay/replay-draft.ts';
import { why, type Why } from '../court/replay/why.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { openBundle } from './open-bundle.ts';
import { retell } from './retell.ts';
import type { World } from './world.ts';

type Tools = Pick<World, 'archive' | 'hashing'>;

/** `court why BUNDLE [ELEMENT]`: how a label came about, and what would turn it. */
export function whyCommand(context: CommandContext, tools: Tools): Command {
  return new Command('why')
    .description('The derivation of a label, and the smallest losses that would flip it.')
    .argument('<bundle>')
    .argument('[element]', 'an issue of the case; without it, the disposition')
    .option('--json', 'print JSON', false)
    .action(async (bundle: string, element: string | undefined, { json }: { json: boolean }) => {
      context.done(await tell(context.io, tools, bundle, element ?? granted, json));
    });
}

async function tell(
  io: Io,
  tools: Tools,
  path: string,
  target: string,
  json: boolean,
): Promise<ExitCode> {
  const opened = await openBundle(tools, path);
  if (opened.kind === 'refused') {
    for (const line of opened.says) io.err(line);
    return opened.code;
  }
  const retold = retell(path, () => {
    const { state } = replayDraft(opened.events);
    return { state, answer: why(state, target) };
  });
  if (retold.kind === 'refused') {
    io.err(retold.says);
    return 2;
  }
  const { state, answer } = retold.told;
  if (answer === undefined) {
    const known = [granted, ...state.issues.keys()].join(', ');
    io.err(`This case has no issue «${target}»; there are: ${known}.`);
    return 2;
  }
  if (json) io.out(JSON.stringify(asJson(answer), null, 2));
  else print(io, state, answer);
  return 0;
}

function asJson({ target, label, derivation, exhibits, premises }: Why) {
  return {
    target,
    label,
    statements: Object.fromEntries(derivation.statements),
    arguments: Object.fromEntries(derivation.arguments),
    issues: Object.fromEntries(derivation.issues),
    flips: { exhibits, premises },
  };
}

function print(io: Io, state: Case, { target, label, derivation, exhibits, premises }: Why): void {
  io.out(`${target} is ${label}.`);
  io.out('');
  for (const line of derivationLines(derivation)) io.out(line);
  io.out('');
  io.out(flipLine(target, 'exhibits', exhibits));
  io.out(flipLine(target, 'passages', premises));
  const left = state.criticalQuestions.map(({ statement, question }) => `${statement}?${question}`);
  if (left.length > 0) io.out(`Questions that were put: ${left.join(', ')}.`);
}

function derivationLines({ statements, arguments: steps, issues }: Derivation): readonly string[] {
  return [...statements].flatMap(([id, step]) => [
    ...statementLines(id, step, issues),
    ...step.pro.flatMap((name) => {
      const argument = steps.get(name);
      return argument === undefined ? [] : argumentLines(name, argument);
    }),
  ]);
}

function statementLines(
  id: string,
  { text, label, rule, issue }: StatementStep,
  issues: ReadonlyMap<string, IssueStep>,
): readonly string[] {
  const position =
    issue === null ? undefined : issues.get(issue)?.positions.find((one) => one.position === id);
  const weight = position === undefined ? '' : `, weight ${position.weight.toFixed(2)}`;
  return [
    `${id}: ${label} (${rule}${weight}) ${text}`,
    ...(position?.tests ?? []).map(
      ({ test, met, by }) => `    ${met ? 'met' : 'missed'}: ${test} by ${Math.abs(by).toFixed(2)}`,
    ),
  ];
}

function argumentLines(
  name: string,
  { scheme, applicable, weight, because, premises, undercutter }: ArgumentStep,
): readonly string[] {
  const used = premises.map(({ statement, label }) => `${statement} (${label})`).join(', ');
  const cut =
    undercutter === null ? '' : `; unless ${undercutter.statement} (${undercutter.label})`;
  const origin = because === null ? '' : ` ${because}`;
  return [
    `  ${applicable ? '←' : '✗'} ${name} [${scheme ?? ''}] weight ${weight.toFixed(2)} from ${used}${cut}.${origin}`,
  ];
}

function flipLine(target: string, what: string, { sets, cut }: FlipSets): string {
  const more = cut ? ' The search stopped at its bound.' : '';
  if (sets.length === 0) return `No loss of ${what} turns ${target}.${more}`;
  const named = sets.map((set) => `{${set.join(', ')}}`).join(' or ');
  return `${target} turns without ${named} (${what}).${more}`;
}
