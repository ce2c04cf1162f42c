import type { AifFile, AifNode } from './aif-schema.ts';
import type { Argument, Graph, Weighing } from './graph.ts';
import { known } from './situation.ts';

type Edge = AifFile['edges'][number] & { edgeID: string };

/**
 * The graph as AIF. An undercutter is a conflict (CA) with the argument; each position of an issue is in
 * conflict with its neighbours alone, so that a long issue does not square the file.
 */
export function graphToAif(graph: Graph): string {
  const nodes: AifNode[] = [];
  const edges: Edge[] = [];
  const add = (type: string, text: string, court?: unknown) => {
    const nodeID = String(nodes.length + 1);
    nodes.push(court === undefined ? { nodeID, text, type } : { nodeID, text, type, court });
    return nodeID;
  };
  const join = (fromID: string, toID: string, role?: string) => {
    const edgeID = String(edges.length + 1);
    edges.push(role === undefined ? { edgeID, fromID, toID } : { edgeID, fromID, toID, role });
  };
  const attack = (from: string, to: string) => {
    const conflict = add('CA', 'Default Conflict');
    join(from, conflict);
    join(conflict, to);
  };

  const statements = new Map<string, string>();
  for (const [id, { text }] of graph.statements) {
    statements.set(id, add('I', text, { id, assumed: graph.assumptions.has(id) }));
  }
  for (const [id, argument] of graph.arguments) {
    const name = argument.scheme ?? 'Default Inference';
    const inference = add('RA', name, courtArgument(id, argument));
    for (const { statement, role } of argument.premises) {
      join(known(statements, statement), inference, role);
    }
    join(inference, known(statements, argument.conclusion));
    if (argument.undercutter !== null) attack(known(statements, argument.undercutter), inference);
  }
  for (const { positions } of graph.issues.values()) {
    let previous: string | null = null;
    for (const node of positions.map((position) => known(statements, position))) {
      if (previous !== null) {
        attack(previous, node);
        attack(node, previous);
      }
      previous = node;
    }
  }
  const issues = Array.from(graph.issues, ([id, issue]) => ({ id, ...issue }));
  const file = { nodes, edges, locutions: [], court: { accrual: graph.accrual, issues } };
  return JSON.stringify(file);
}

function courtArgument(id: string, { scheme, weighing, source, because, properties }: Argument) {
  return {
    id,
    scheme,
    weighing: plainWeighing(weighing),
    source,
    because,
    properties: properties === undefined ? undefined : [...properties],
  };
}

function plainWeighing(weighing: Weighing): unknown {
  if (weighing.kind !== 'criteria') return weighing;
  const soft = Array.from(weighing.soft, ([name, { factor, values }]) => [
    name,
    { factor, values: [...values] },
  ]);
  return { ...weighing, soft };
}
