import type { Refusal } from '../refusal.ts';
import { attacksOf } from './aif-attacks.ts';
import { inferencesOf, netOf, statementsOf, type Reading } from './aif-net.ts';
import type { Inference } from './aif-net.ts';
import { aifFile, type AifFile } from './aif-schema.ts';
import { checkGraph } from './graph-rules.ts';
import { standardOf } from './graph.ts';
import type { Argument, Graph, Issue, Statement } from './graph.ts';
import { known } from './situation.ts';
import type { ArgumentRule } from './rules.ts';

/** AIF as read: the graph, and what in it was left out. */
export type AifGraph = { readonly graph: Graph; readonly notes: readonly string[] };

const mostCharacters = 16_000_000;

/**
 * Reads AIF. Without the property `court`, arguments are linked, nothing is assumed, and statements in
 * conflict are positions of one issue by preponderance. Nodes of other kinds (locutions, transitions,
 * preferences) are left out.
 */
export function graphFromAif(text: string): AifGraph | { refusals: readonly Refusal[] } {
  const file = readFile(text);
  if ('refusals' in file) return file;
  const reading: Reading = { refusals: [], notes: [] };
  const net = netOf(file, reading);
  const statements = statementsOf(net, reading);
  const inferences = inferencesOf(net, statements, reading);
  const attacks = attacksOf(net, statements, inferences, reading);
  if (reading.refusals.length > 0) return { refusals: reading.refusals };

  const named = new Map(
    [...statements.values()].map(({ id, text: words }) => [id, { text: words }]),
  );
  const assumed = [...statements.values()].filter(({ assumed: isAssumed }) => isAssumed);
  const graph: Graph = {
    ...undercut(named, inferences, attacks.onArguments),
    assumptions: new Set(assumed.map(({ id }) => id)),
    issues:
      file.court === undefined
        ? issuesAmong(attacks.onStatements)
        : new Map(file.court.issues.map(({ id, ...issue }) => [id, issue])),
    accrual: file.court?.accrual ?? 'strongest',
  };
  const refusals = checkGraph(graph);
  return refusals.length > 0 ? { refusals } : { graph, notes: reading.notes };
}

function readFile(text: string): AifFile | { refusals: Refusal[] } {
  const no = (rule: ArgumentRule, at: Refusal['at'], says: string) => ({
    refusals: [{ rule, at, says }],
  });
  if (text.length > mostCharacters) {
    return no(
      'AG21',
      [],
      `The file has ${text.length} characters; ${mostCharacters} are the most.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return no('AG61', [], `The file is not JSON: ${String(error)}.`);
  }
  const parsed = aifFile.safeParse(value);
  if (parsed.success) return parsed.data;
  return { refusals: parsed.error.issues.map(({ path, message }) => shapeRefusal(path, message)) };
}

function shapeRefusal(path: readonly PropertyKey[], message: string): Refusal {
  const at = path.map((step) => (typeof step === 'number' ? step : String(step)));
  return { rule: 'AG61', at, says: `${at.join(' › ') || 'The file'}: ${message}.` };
}

/**
 * The arguments with their undercutters. One attack by one statement is the undercutter itself; several
 * become arguments for an undercutter of their own.
 */
function undercut(
  named: ReadonlyMap<string, Statement>,
  inferences: ReadonlyMap<string, Inference>,
  attacks: ReadonlyMap<string, readonly (readonly string[])[]>,
): Pick<Graph, 'statements' | 'arguments'> {
  const statements = new Map(named);
  const all = new Map<string, Argument>();
  for (const [node, { id, argument }] of inferences) {
    const [attack = [], ...more] = attacks.get(node) ?? [];
    const [only = null, ...others] = attack;
    if (more.length === 0 && others.length === 0) {
      all.set(id, { ...argument, undercutter: only });
      continue;
    }
    let undercutter = `undercut(${id})`;
    while (statements.has(undercutter)) undercutter += '′';
    statements.set(undercutter, { text: `${id} does not apply.` });
    all.set(id, { ...argument, undercutter });
    for (const [index, premises] of [attack, ...more].entries()) {
      all.set(`${id} attack ${index + 1}`, {
        conclusion: undercutter,
        premises: premises.map((statement) => ({ statement })),
        undercutter: null,
        scheme: null,
        weighing: { kind: 'linked' },
      });
    }
  }
  return { statements, arguments: all };
}

/** Statements in conflict, directly or by way of others, are positions of one issue. */
function issuesAmong(conflicts: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Issue> {
  const issues = new Map<string, Issue>();
  const seen = new Set<string>();
  for (const first of conflicts.keys()) {
    if (seen.has(first)) continue;
    const positions = new Set([first]);
    for (const position of positions) {
      seen.add(position);
      for (const rival of known(conflicts, position)) positions.add(rival);
    }
    const id = `issue ${issues.size + 1}`;
    issues.set(id, { positions: [...positions], standard: standardOf('PE') });
  }
  return issues;
}
