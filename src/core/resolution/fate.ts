import type { Labelling } from '../argument/evaluate.ts';
import type { Argument, Graph } from '../argument/graph.ts';
import { undercutNode } from '../evidence/graph-of-case.ts';
import type { Fate } from './draft.ts';

/** What became of an argument, and which questions put to it stayed open. */
export type FateOfArgument = {
  readonly conclusion: string;
  readonly fate: Fate;
  readonly open: readonly string[];
};

/** By the id of the statement that made it. */
export function fatesOf(graph: Graph, labelling: Labelling): ReadonlyMap<string, FateOfArgument> {
  return new Map(
    [...graph.arguments].map(([id, argument]) => {
      const open = openQuestions(argument, labelling);
      const fate = fateOf(labelling, id, argument, open);
      return [id, { conclusion: argument.conclusion, fate, open }];
    }),
  );
}

function openQuestions({ premises }: Argument, labelling: Labelling): readonly string[] {
  return premises.flatMap(({ role, statement }) =>
    role !== undefined && labelling.label(statement) !== 'in' ? [role] : [],
  );
}

function fateOf(
  labelling: Labelling,
  id: string,
  { conclusion, undercutter }: Argument,
  open: readonly string[],
): Fate {
  if (undercutter === undercutNode(id) && labelling.label(undercutter) === 'in') return 'undercut';
  if (open.length > 0) return 'unanswered';
  if (labelling.weight(id) === 0) return 'weightless';
  return labelling.label(conclusion) === 'in' ? 'relied-on' : 'outweighed';
}
