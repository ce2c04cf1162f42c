import { Command } from 'commander';
import type {
  ArgumentStep,
  Derivation,
  IssueStep,
  StatementStep,
} from '../core/argument/explain.ts';
import type { FlipSets } from '../core/argument/flip.ts';
import type { Label } from '../core/argument/graph.ts';
import { questionAbout } from '../core/case/sides.ts';
import type { Case } from '../core/case/case.ts';
import { languageOfCase } from '../core/case/language-of-case.ts';
import { granted } from '../core/evidence/graph-of-case.ts';
import { replayDraft } from '../court/replay/replay-draft.ts';
import { why, type Why } from '../court/replay/why.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { openBundle } from './open-bundle.ts';
import { retell } from './retell.ts';
import { whyWords, type WhyWords } from './why-words.ts';
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
    io.err(whyWords(languageOfCase(state)).noIssue(target, known));
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
  const words = whyWords(languageOfCase(state));
  const lines = [
    words.headline(words.node(target), words.label[label]),
    '',
    ...derivationLines(state, derivation, words),
    '',
    flipLine(target, 'exhibits', exhibits, words),
    flipLine(target, 'passages', premises, words),
  ];
  for (const line of lines) io.out(line);
  const asked = state.criticalQuestions.map(({ statement, question }) => {
    const { asks } = questionAbout(state, statement, question) ?? { asks: question };
    return `${statement} ${asks}`;
  });
  if (asked.length > 0) io.out(words.asked(asked.join('; ')));
}

function derivationLines(
  { constitution }: Case,
  { statements, arguments: steps, issues }: Derivation,
  words: WhyWords,
): readonly string[] {
  const schemes = new Map(constitution?.profile.schemes.map(({ id, name }) => [id, name]));
  return [...statements].flatMap(([id, step]) => [
    ...statementLines(id, step, issues, words),
    ...step.pro.flatMap((name) => {
      const argument = steps.get(name);
      const scheme = argument?.scheme ?? '';
      return argument === undefined
        ? []
        : [argumentLine(name, schemes.get(scheme) ?? scheme, argument, words)];
    }),
  ]);
}

function statementLines(
  id: string,
  { text, label, rule, issue }: StatementStep,
  issues: ReadonlyMap<string, IssueStep>,
  words: WhyWords,
): readonly string[] {
  const position =
    issue === null ? undefined : issues.get(issue)?.positions.find((one) => one.position === id);
  const weight = position === undefined ? '' : words.weight(words.decimal(position.weight));
  return [
    `${words.node(id)}: ${words.label[label]} (${words.rule[rule]}${weight}) ${text}`,
    ...(position?.tests ?? []).map(
      ({ test, met, by }) =>
        `    ${words.tested(met, words.test[test], words.decimal(Math.abs(by)))}`,
    ),
  ];
}

function argumentLine(
  name: string,
  scheme: string,
  { applicable, weight, because, premises, undercutter }: ArgumentStep,
  words: WhyWords,
): string {
  const labelled = ({ statement, label }: { statement: string; label: Label }) =>
    `${words.node(statement)} (${words.label[label]})`;
  const told = words.argument(
    words.node(name),
    scheme,
    words.decimal(weight),
    premises.map(labelled).join(', '),
  );
  const cut = undercutter === null ? '' : words.unless(labelled(undercutter));
  const origin = because === null ? '' : ` ${because}`;
  return `  ${applicable ? '←' : '✗'} ${told}${cut}.${origin}`;
}

function flipLine(
  target: string,
  what: 'exhibits' | 'passages',
  { sets, cut }: FlipSets,
  words: WhyWords,
): string {
  const more = cut ? ` ${words.cut}` : '';
  const lost = words.lost[what];
  const name = words.node(target);
  if (sets.length === 0) return `${words.noTurn(name, lost)}${more}`;
  const named = sets
    .map((set) => `{${set.map((one) => words.node(one)).join(', ')}}`)
    .join(` ${words.or} `);
  return `${words.turns(name, named, lost)}${more}`;
}
