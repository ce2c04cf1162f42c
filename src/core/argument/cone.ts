import { known } from './situation.ts';
import type { Argument, Graph, Issue } from './graph.ts';

/** The part of the graph that the label of a statement can depend on; it evaluates the same alone. */
export function coneOf(graph: Graph, target: string): Graph {
  const pro = Map.groupBy(graph.arguments, ([, { conclusion }]) => conclusion);
  const issueOf = new Map(
    [...graph.issues].flatMap(([id, issue]) =>
      issue.positions.map((position) => [position, { id, issue }] as const),
    ),
  );

  const reached = new Set([target]);
  const issues = new Map<string, Issue>();
  const kept = new Map<string, Argument>();
  for (const statement of reached) {
    const question = issueOf.get(statement);
    if (question !== undefined && !issues.has(question.id)) {
      issues.set(question.id, question.issue);
      for (const position of question.issue.positions) reached.add(position);
    }
    for (const [id, argument] of pro.get(statement) ?? []) {
      kept.set(id, argument);
      for (const premise of argument.premises) reached.add(premise.statement);
      if (argument.undercutter !== null) reached.add(argument.undercutter);
    }
  }
  return {
    statements: new Map([...reached].map((id) => [id, known(graph.statements, id)])),
    assumptions: new Set([...reached].filter((id) => graph.assumptions.has(id))),
    issues,
    arguments: kept,
    accrual: graph.accrual,
  };
}
