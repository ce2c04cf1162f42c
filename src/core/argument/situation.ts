import type { Argument, Graph, Issue, Label } from './graph.ts';
import { readsAnswers } from './weigh.ts';

/** Why a statement has its label. */
export type LabelRule =
  | 'assumed'
  /** Another position of its issue is assumed. */
  | 'rival-assumed'
  /** Every argument for it is applicable and weighs nothing, or there is none. */
  | 'unsupported'
  | 'supported'
  | 'issue-resolved'
  /** Nothing decides it: it hangs on a circle. */
  | 'undecided';

/** A statement in the course of evaluation, with everything that looks at it. */
export type StatementNode = {
  readonly id: string;
  pro: Link | null;
  readers: Link | null;
  undercuts: Link | null;
  issue: IssueNode | null;
  label: Label;
  rule: LabelRule;
  /** Arguments for it that are not applicable yet. */
  open: number;
  supported: boolean;
};

/** A list that costs nothing while empty: most statements are read by one argument or none. */
export type Link = { readonly node: ArgumentNode; readonly next: Link | null };

export function* listed(first: Link | null): Generator<ArgumentNode> {
  for (let link = first; link !== null; link = link.next) yield link.node;
}

export type ArgumentNode = {
  readonly id: string;
  readonly argument: Argument;
  readonly conclusion: StatementNode;
  readonly undercutter: StatementNode | null;
  /** Statements and issues it reads that are undecided. */
  waiting: number;
  premisesIn: number;
  applicable: boolean;
  weight: number;
};

export type IssueNode = {
  readonly issue: Issue;
  readonly positions: readonly StatementNode[];
  readers: Link | null;
  /** Arguments for its positions that are not applicable yet. */
  open: number;
  /** Positions without a label yet. */
  undecided: number;
};

export type Situation = {
  readonly statements: ReadonlyMap<string, StatementNode>;
  readonly arguments: readonly ArgumentNode[];
  readonly issues: ReadonlyMap<string, IssueNode>;
};

/** The graph with its references followed and nothing labelled. Throws where one leads nowhere. */
export function situationOf(graph: Graph): Situation {
  const statements = new Map<string, StatementNode>();
  for (const id of graph.statements.keys()) statements.set(id, blankStatement(id));

  const issues = new Map<string, IssueNode>();
  for (const [id, issue] of graph.issues) {
    const positions = issue.positions.map((position) => known(statements, position));
    const node: IssueNode = {
      issue,
      positions,
      readers: null,
      open: 0,
      undecided: positions.length,
    };
    for (const position of positions) position.issue = node;
    issues.set(id, node);
  }

  const nodes: ArgumentNode[] = [];
  for (const [id, argument] of graph.arguments) nodes.push(connect(id, argument, statements));
  return { statements, issues, arguments: nodes };
}

function connect(
  id: string,
  argument: Argument,
  statements: ReadonlyMap<string, StatementNode>,
): ArgumentNode {
  const { premises, undercutter } = argument;
  const conclusion = known(statements, argument.conclusion);
  const node: ArgumentNode = {
    id,
    argument,
    conclusion,
    undercutter: undercutter === null ? null : known(statements, undercutter),
    waiting: premises.length,
    premisesIn: 0,
    applicable: false,
    weight: 0,
  };
  for (const { statement } of premises) {
    const read = known(statements, statement);
    read.readers = { node, next: read.readers };
  }
  if (readsAnswers(argument)) awaitAnswers(node, statements);
  if (node.undercutter !== null) {
    node.undercutter.undercuts = { node, next: node.undercutter.undercuts };
  }
  conclusion.pro = { node, next: conclusion.pro };
  conclusion.open += 1;
  if (conclusion.issue !== null) conclusion.issue.open += 1;
  return node;
}

function awaitAnswers(node: ArgumentNode, statements: ReadonlyMap<string, StatementNode>): void {
  const { premises } = node.argument;
  for (const issue of new Set(
    premises.map(({ statement }) => known(statements, statement).issue),
  )) {
    if (issue === null) continue;
    issue.readers = { node, next: issue.readers };
    node.waiting += 1;
  }
}

/** What is known by that id; an unknown id is a bug of the caller, not a state of the graph. */
export function known<Id, Node>(nodes: ReadonlyMap<Id, Node>, id: Id): Node {
  const node = nodes.get(id);
  if (node === undefined)
    throw new Error(`The argument graph holds nothing called «${String(id)}».`);
  return node;
}

function blankStatement(id: string): StatementNode {
  return {
    id,
    pro: null,
    readers: null,
    undercuts: null,
    issue: null,
    label: 'undecided',
    rule: 'undecided',
    open: 0,
    supported: false,
  };
}
