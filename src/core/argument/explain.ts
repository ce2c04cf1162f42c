import { known, type LabelRule } from './situation.ts';
import type { Labelling } from './evaluate.ts';
import type { Argument, Graph, Label, Standard } from './graph.ts';
import { strongestRival, testPosition, type StandardTest } from './standard.ts';

/**
 * Why a statement has its label. Everything that the label hangs on is told once, by id, nearest
 * first, so shared grounds are shared and circles end where they began.
 */
export type Derivation = {
  readonly statement: string;
  readonly statements: ReadonlyMap<string, StatementStep>;
  readonly arguments: ReadonlyMap<string, ArgumentStep>;
  readonly issues: ReadonlyMap<string, IssueStep>;
};

export type StatementStep = {
  readonly text: string;
  readonly label: Label;
  readonly rule: LabelRule;
  /** Ids of the arguments that conclude it. */
  readonly pro: readonly string[];
  readonly issue: string | null;
};

export type ArgumentStep = {
  readonly conclusion: string;
  readonly scheme: string | null;
  readonly applicable: boolean;
  readonly weight: number;
  /** Where the weight comes from, if the graph says it. */
  readonly because: string | null;
  readonly premises: readonly {
    readonly role: string | null;
    readonly statement: string;
    readonly label: Label;
  }[];
  readonly undercutter: { readonly statement: string; readonly label: Label } | null;
};

export type IssueStep = {
  readonly standard: Standard;
  readonly winner: string | null;
  readonly positions: readonly PositionStep[];
};

export type PositionStep = {
  readonly position: string;
  readonly label: Label;
  readonly weight: number;
  /** What the standard asks, and by how much each requirement was met or missed. */
  readonly tests: readonly StandardTest[];
};

export function explain(graph: Graph, labelling: Labelling, statement: string): Derivation {
  const pro = Map.groupBy(graph.arguments, ([, { conclusion }]) => conclusion);
  const issueOf = new Map(
    [...graph.issues].flatMap(([id, { positions }]) => positions.map((position) => [position, id])),
  );
  const steps = new Map<string, StatementStep>();
  const argumentSteps = new Map<string, ArgumentStep>();
  const issueSteps = new Map<string, IssueStep>();

  const reached = new Set([statement]);
  for (const id of reached) {
    const issue = issueOf.get(id) ?? null;
    const found = pro.get(id) ?? [];
    steps.set(id, {
      text: known(graph.statements, id).text,
      label: labelling.label(id),
      rule: labelling.rule(id),
      pro: found.map(([argument]) => argument),
      issue,
    });
    for (const [name, argument] of found) {
      const step = argumentStep(name, argument, labelling);
      argumentSteps.set(name, step);
      for (const premise of step.premises) reached.add(premise.statement);
      if (step.undercutter !== null) reached.add(step.undercutter.statement);
    }
    if (issue === null || issueSteps.has(issue)) continue;
    const step = issueStep(issue, graph, labelling);
    issueSteps.set(issue, step);
    for (const { position } of step.positions) reached.add(position);
  }
  return { statement, statements: steps, arguments: argumentSteps, issues: issueSteps };
}

/** The arguments for other positions of the statement's issue. */
export function argumentsAgainst(derivation: Derivation, statement: string): readonly string[] {
  const { issue } = known(derivation.statements, statement);
  if (issue === null) return [];
  return known(derivation.issues, issue)
    .positions.filter(({ position }) => position !== statement)
    .flatMap(({ position }) => known(derivation.statements, position).pro);
}

function argumentStep(id: string, argument: Argument, labelling: Labelling): ArgumentStep {
  const { conclusion, scheme, because = null, undercutter } = argument;
  return {
    conclusion,
    scheme,
    applicable: labelling.applicable(id),
    weight: labelling.weight(id),
    because,
    premises: argument.premises.map(({ role = null, statement }) => ({
      role,
      statement,
      label: labelling.label(statement),
    })),
    undercutter:
      undercutter === null ? null : { statement: undercutter, label: labelling.label(undercutter) },
  };
}

function issueStep(id: string, graph: Graph, labelling: Labelling): IssueStep {
  const { standard } = known(graph.issues, id);
  const weights = labelling.weights(id);
  const rival = strongestRival(weights);
  return {
    standard,
    winner: labelling.winner(id),
    positions: Array.from(weights, ([position, weight]) => ({
      position,
      label: labelling.label(position),
      weight,
      tests: testPosition(standard, weight, rival(position)),
    })),
  };
}
