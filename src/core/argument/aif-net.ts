import type { Refusal } from '../refusal.ts';
import {
  aifArgument,
  aifStatement,
  type AifFile,
  type AifNode,
  type AifWeighing,
} from './aif-schema.ts';
import type { Argument, Weighing } from './graph.ts';
import type { ArgumentRule } from './rules.ts';

type Edge = AifFile['edges'][number];

/** What comes up while a file is read. */
export type Reading = { readonly refusals: Refusal[]; readonly notes: string[] };

/** Nodes by id, with the edges into and out of each. */
export type Net = {
  readonly nodes: ReadonlyMap<string, AifNode>;
  readonly into: ReadonlyMap<string, readonly Edge[]>;
  readonly from: ReadonlyMap<string, readonly Edge[]>;
};

export type NamedStatement = {
  readonly id: string;
  readonly text: string;
  readonly assumed: boolean;
};

export type Inference = { readonly id: string; readonly argument: Argument };

export function netOf({ nodes, edges }: AifFile, reading: Reading): Net {
  const byId = new Map<string, AifNode>();
  for (const [index, node] of nodes.entries()) {
    if (byId.has(node.nodeID)) {
      refuse(reading, 'AG62', ['nodes', index], `Two nodes are called ${node.nodeID}.`);
    }
    byId.set(node.nodeID, node);
  }
  for (const [index, { fromID, toID }] of edges.entries()) {
    const missing = [fromID, toID].find((id) => !byId.has(id));
    if (missing === undefined) continue;
    refuse(reading, 'AG62', ['edges', index], `An edge names the node ${missing}; there is none.`);
  }
  return {
    nodes: byId,
    into: Map.groupBy(edges, ({ toID }) => toID),
    from: Map.groupBy(edges, ({ fromID }) => fromID),
  };
}

/** Statements by node. */
export function statementsOf({ nodes }: Net, reading: Reading): Map<string, NamedStatement> {
  const statements = new Map<string, NamedStatement>();
  const taken = new Set<string>();
  for (const { nodeID, text, type, court } of nodes.values()) {
    if (type !== 'I') continue;
    const read = aifStatement.safeParse(court ?? { id: nodeID, assumed: false });
    if (!read.success) refuseCourt(reading, nodeID);
    const { id, assumed } = read.success ? read.data : { id: nodeID, assumed: false };
    refuseTaken(reading, taken, id);
    statements.set(nodeID, { id, text: text === '' ? id : text, assumed });
  }
  return statements;
}

/** Arguments by node, without their undercutters. */
export function inferencesOf(
  { nodes, into, from }: Net,
  statements: ReadonlyMap<string, NamedStatement>,
  reading: Reading,
): Map<string, Inference> {
  const inferences = new Map<string, Inference>();
  const taken = new Set<string>();
  for (const { nodeID, text, type, court } of nodes.values()) {
    if (type !== 'RA') continue;
    const premises = (into.get(nodeID) ?? []).flatMap(({ fromID, role }) => {
      const premise = statements.get(fromID);
      if (premise === undefined) return [];
      return [role === undefined ? { statement: premise.id } : { role, statement: premise.id }];
    });
    const [conclusion, ...more] = (from.get(nodeID) ?? []).flatMap(
      ({ toID }) => statements.get(toID) ?? [],
    );
    if (conclusion === undefined || more.length > 0) {
      const says = `The inference ${nodeID} concludes ${more.length === 0 ? 'nothing' : 'more than one statement'}.`;
      refuse(reading, 'AG63', ['nodes', nodeID], says);
      continue;
    }
    const usual = { id: nodeID, scheme: text === '' ? null : text, weighing: { kind: 'linked' } };
    const read = aifArgument.safeParse(court ?? usual);
    if (!read.success) {
      refuseCourt(reading, nodeID);
      continue;
    }
    const { id, scheme, weighing, source, because, properties } = read.data;
    refuseTaken(reading, taken, id);
    inferences.set(nodeID, {
      id,
      argument: {
        conclusion: conclusion.id,
        premises,
        undercutter: null,
        scheme,
        weighing: weighingOf(weighing),
        ...(source === undefined ? {} : { source }),
        ...(because === undefined ? {} : { because }),
        ...(properties === undefined ? {} : { properties: new Map(properties) }),
      },
    });
  }
  return inferences;
}

function weighingOf(weighing: AifWeighing): Weighing {
  if (weighing.kind !== 'criteria') return weighing;
  const { hard, soft } = weighing;
  return {
    kind: 'criteria',
    hard,
    soft: new Map(
      soft.map(([name, { factor, values }]) => [name, { factor, values: new Map(values) }]),
    ),
  };
}

function refuseTaken(reading: Reading, taken: Set<string>, id: string): void {
  if (taken.has(id)) refuse(reading, 'AG29', ['nodes', id], `Two nodes stand for «${id}».`);
  taken.add(id);
}

function refuseCourt(reading: Reading, nodeID: string): void {
  const says = `The property «court» of node ${nodeID} has not the shape that this court writes.`;
  refuse(reading, 'AG61', ['nodes', nodeID, 'court'], says);
}

export function refuse(
  reading: Reading,
  rule: ArgumentRule,
  at: Refusal['at'],
  says: string,
): void {
  reading.refusals.push({ rule, at, says });
}
