import type { Argument, Graph, Issue, Premise, Standard } from '../argument/graph.ts';
import type { AnchorEntry, IssueFramed, StatementMade } from '../case/case-event.ts';
import type { Case } from '../case/case.ts';
import type { CriticalQuestion } from '../jurisdiction/profile.ts';
import type { Position } from '../gate/proposal.ts';

/** Statement of the graph that says: what is claimed is granted. */
export const granted = 'granted';

/** Statement of the graph: a position of an issue. */
export const positionNode = (element: string, position: Position) => `${element}:${position}`;

/** Statement of the graph: a passage says what it says. */
export const passageNode = ({
  source,
  start,
  end,
}: Pick<AnchorEntry, 'source' | 'start' | 'end'>) => `${source}@${start}-${end}`;

/**
 * The argument graph of a case, built from the record alone: admitted passages are assumptions, each
 * admitted statement is an argument with the weight of its class, asked and unanswered questions are
 * premises that nothing supports, proved exceptions are undercutters, and the disposition is an argument
 * from the decisive elements, defeated by any exception that is proved.
 */
export function graphOfCase(state: Case): Graph {
  const build: Build = {
    statements: new Map(),
    assumptions: new Set(),
    issues: new Map(),
    arguments: new Map(),
  };
  for (const issue of state.issues.values()) addIssue(build, state, issue);
  for (const made of state.statements.values()) addStatement(build, state, made);
  for (const [index, { element, position, text, by }] of state.concessions.entries()) {
    const conceded = `concession${index + 1}`;
    build.statements.set(conceded, { text: text.prose });
    build.assumptions.add(conceded);
    build.arguments.set(`C${index + 1}`, {
      conclusion: positionNode(element, position),
      premises: [{ statement: conceded }],
      undercutter: null,
      scheme: 'concession',
      weighing: { kind: 'constant', weight: weightOfConcession(state) },
      source: conceded,
      because: `conceded by the ${by}`,
    });
  }
  addDisposition(build, state);
  return { ...build, accrual: state.constitution?.profile.accrual ?? 'strongest' };
}

type Build = {
  readonly statements: Map<string, { readonly text: string }>;
  readonly assumptions: Set<string>;
  readonly issues: Map<string, Issue>;
  readonly arguments: Map<string, Argument>;
};

function addIssue(
  build: Build,
  state: Case,
  { element, text, standard }: IssueFramed['data'],
): void {
  const proved = positionNode(element, 'proved');
  const notProved = positionNode(element, 'not-proved');
  build.statements.set(proved, { text: text.prose });
  build.statements.set(notProved, { text: `Not: ${text.prose}` });
  build.issues.set(element, {
    positions: [proved, notProved],
    standard: standardNamed(state, standard),
  });
}

/** The thresholds of the jurisdiction; the kind with all three tests reads each of them. */
function standardNamed(state: Case, id: string): Standard {
  const found = state.constitution?.profile.standards.find((one) => one.id === id);
  const { least, margin, contrary } = found ?? { least: 0, margin: 0, contrary: 1 };
  return { kind: 'BRD', least, margin, contrary };
}

function weightOfConcession(state: Case): number {
  const classes = state.constitution?.profile.evidenceClasses ?? [];
  return classes.find(({ id }) => id === 'stipulation')?.weight ?? 1;
}

function addStatement(build: Build, state: Case, made: StatementMade['data']): void {
  const { statement, conclusion, anchors, scheme, weight } = made;
  if (conclusion.about === 'nothing') return;
  const passages = anchors.map((anchor) => addPassage(build, state, anchor));
  const asked = askedAndUnproved(build, state, made);
  const undercutter = `${statement}:undercut`;
  build.statements.set(undercutter, { text: `${statement} does not count.` });
  const [first] = anchors;
  build.arguments.set(statement, {
    conclusion: concluded(build, state, made),
    premises: [...passages, ...asked],
    undercutter,
    scheme,
    weighing: weight === null ? { kind: 'linked' } : { kind: 'constant', weight: weight.value },
    ...(first === undefined ? {} : { source: first.source }),
    ...(weight === null ? {} : { because: weight.because }),
  });
}

/** A passage is assumed while its exhibit stands admitted, or its article is in force. */
function addPassage(build: Build, state: Case, anchor: AnchorEntry): Premise {
  const node = passageNode(anchor);
  build.statements.set(node, { text: anchor.quote.prose });
  const admitted = state.exhibits.get(anchor.source)?.standing.kind === 'admitted';
  if (admitted || state.law.get(anchor.source)?.inForce === true) build.assumptions.add(node);
  return { statement: node };
}

const questionNode = (statement: string, question: string) => `${statement}?${question}`;

/** Questions that the proponent must answer once asked: premises, open until an answer supports them. */
function askedAndUnproved(
  build: Build,
  state: Case,
  { statement, scheme }: StatementMade['data'],
): readonly Premise[] {
  return state.criticalQuestions
    .filter(
      (asked) =>
        asked.statement === statement &&
        questionOf(state, scheme, asked.question)?.burden === 'proponent',
    )
    .map(({ question, text }) => {
      const node = questionNode(statement, question);
      build.statements.set(node, { text: text.prose });
      return { role: question, statement: node };
    });
}

function questionOf(state: Case, scheme: string, question: string): CriticalQuestion | undefined {
  return state.constitution?.profile.schemes
    .find(({ id }) => id === scheme)
    ?.questions.find(({ id }) => id === question);
}

/** What the argument is for: a position, an answer to an asked question, or an exception. */
function concluded(build: Build, state: Case, { conclusion }: StatementMade['data']): string {
  switch (conclusion.about) {
    case 'element':
      return positionNode(conclusion.element, conclusion.position);
    case 'statement': {
      const { statement, question } = conclusion;
      const target = state.statements.get(statement);
      const burden = questionOf(state, target?.scheme ?? '', question)?.burden;
      if (burden !== 'proponent') return `${statement}:undercut`;
      const node = questionNode(statement, question);
      build.statements.set(
        node,
        build.statements.get(node) ?? { text: `${statement}: ${question}` },
      );
      return node;
    }
    case 'nothing':
      throw new Error('a statement without a conclusion is no argument');
  }
}

function addDisposition(build: Build, { issues, cause, law }: Case): void {
  const decisive = [...issues.values()].filter((issue) => issue.decisive);
  const elements = decisive.filter(({ nature }) => nature !== 'exception');
  const exceptions = decisive.filter(({ nature }) => nature === 'exception');
  build.statements.set(granted, { text: cause?.disposition.granted ?? '' });
  build.statements.set('defeated', { text: 'An exception defeats the cause.' });
  for (const { element } of exceptions) {
    build.arguments.set(`defeat:${element}`, {
      conclusion: 'defeated',
      premises: [{ statement: positionNode(element, 'proved') }],
      undercutter: null,
      scheme: 'rule',
      weighing: { kind: 'linked' },
    });
  }
  const rests = [...law.values()].filter(({ work, article }) =>
    cause?.law.some((named) => named.work === work && named.article === article),
  );
  for (const { source, title, article, inForce } of rests) {
    build.statements.set(source, { text: `${title}, art. ${article}` });
    if (inForce) build.assumptions.add(source);
  }
  if (elements.length === 0) return;
  build.arguments.set('disposition', {
    conclusion: granted,
    premises: [
      ...elements.map(({ element }) => ({ statement: positionNode(element, 'proved') })),
      ...rests.map(({ source }) => ({ statement: source })),
    ],
    undercutter: 'defeated',
    scheme: 'rule',
    weighing: { kind: 'linked' },
  });
}
