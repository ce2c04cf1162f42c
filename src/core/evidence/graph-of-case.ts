import type { Argument, Graph, Issue, Premise, Standard } from '../argument/graph.ts';
import { questionAbout } from '../case/sides.ts';
import type { AnchorEntry, IssueFramed, StatementMade } from '../case/case-event.ts';
import type { Case } from '../case/case.ts';
import { languageOfCase } from '../case/language-of-case.ts';
import type { Conclusion, Position } from '../gate/proposal.ts';
import { evidenceWords, type EvidenceWords } from './evidence-words.ts';
import { founded, groundOf } from './ground.ts';

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

/** Statement of the graph: something is so for which the argument of a statement does not count. */
export const undercutNode = (statement: string) => `${statement}:undercut`;

/** A graph that is being built. */
type Build = {
  readonly words: EvidenceWords;
  readonly statements: Map<string, { readonly text: string }>;
  readonly assumptions: Set<string>;
  readonly issues: Map<string, Issue>;
  readonly arguments: Map<string, Argument>;
};

/**
 * The argument graph of a case, built from the record alone: admitted passages are assumptions, each
 * admitted statement is an argument with the weight of its class, asked and unanswered questions are
 * premises that nothing supports, proved exceptions are undercutters, and the disposition is an argument
 * from the decisive elements, defeated by any exception that is proved.
 */
export function graphOfCase(state: Case): Graph {
  const build: Build = {
    words: evidenceWords(languageOfCase(state)),
    statements: new Map(),
    assumptions: new Set(),
    issues: new Map(),
    arguments: new Map(),
  };
  for (const issue of state.issues.values()) addIssue(build, state, issue);
  for (const made of state.statements.values()) addStatement(build, state, made);
  addConcessions(build, state);
  addDisposition(build, state);
  const { statements, assumptions, issues, arguments: made } = build;
  const accrual = state.constitution?.profile.accrual ?? 'strongest';
  return { statements, assumptions, issues, arguments: made, accrual };
}

function addIssue(
  build: Build,
  state: Case,
  { element, text, standard }: IssueFramed['data'],
): void {
  const proved = positionNode(element, 'proved');
  const notProved = positionNode(element, 'not-proved');
  build.statements.set(proved, { text: text.prose });
  build.statements.set(notProved, { text: build.words.not(text.prose) });
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

function addConcessions(build: Build, { concessions, constitution }: Case): void {
  const agreed = constitution?.profile.evidenceClasses.find(({ id }) => id === 'stipulation');
  for (const [index, { element, position, text, by }] of concessions.entries()) {
    const conceded = `concession${index + 1}`;
    build.statements.set(conceded, { text: text.prose });
    build.assumptions.add(conceded);
    build.arguments.set(`C${index + 1}`, {
      conclusion: positionNode(element, position),
      premises: [{ statement: conceded }],
      undercutter: null,
      scheme: 'concession',
      weighing: { kind: 'constant', weight: agreed?.weight ?? 1 },
      source: conceded,
      because: build.words.concededBy(constitution?.procedure.titles[by] ?? by),
    });
  }
}

type Concluding = Exclude<Conclusion, { about: 'nothing' }>;

function addStatement(build: Build, state: Case, made: StatementMade['data']): void {
  const { statement, conclusion, anchors, scheme, weight } = made;
  if (conclusion.about === 'nothing') return;
  const passages = anchors.map((anchor) => addPassage(build, state, anchor));
  const asked = openQuestions(build, state, statement);
  const undercutter = undercutNode(statement);
  build.statements.set(undercutter, { text: build.words.doesNotCount(statement) });
  const [first] = anchors;
  build.arguments.set(statement, {
    conclusion: addConclusion(build, state, conclusion),
    premises: [...passages, ...asked],
    undercutter,
    scheme,
    weighing: weighingOf(made),
    ...(first === undefined ? {} : { source: first.source }),
    ...(weight === null ? {} : { because: weight.because }),
  });
}

/**
 * What has no weight of its own (law, a class that the court does not know) proves no element. Answers and
 * exceptions hold or do not; on a passage that supports them weakly they do not.
 */
function weighingOf({ conclusion, weight, support }: StatementMade['data']): Argument['weighing'] {
  if (conclusion.about === 'element') return { kind: 'constant', weight: weight?.value ?? 0 };
  return support.tier === 'strong' ? { kind: 'linked' } : { kind: 'constant', weight: 0 };
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
function openQuestions(build: Build, state: Case, statement: string): readonly Premise[] {
  return state.criticalQuestions
    .filter(
      (asked) =>
        asked.statement === statement &&
        questionAbout(state, statement, asked.question)?.burden === 'proponent',
    )
    .map(({ question, text }) => {
      const node = questionNode(statement, question);
      build.statements.set(node, { text: text.prose });
      return { role: question, statement: node };
    });
}

/** What the argument is for: a position, an answer to a question, or an exception. */
function addConclusion(build: Build, state: Case, conclusion: Concluding): string {
  if (conclusion.about === 'element') {
    return positionNode(conclusion.element, conclusion.position);
  }
  const { statement, question } = conclusion;
  if (questionAbout(state, statement, question)?.burden !== 'proponent') {
    return undercutNode(statement);
  }
  const node = questionNode(statement, question);
  if (!build.statements.has(node)) {
    build.statements.set(node, { text: `${statement}: ${question}` });
  }
  return node;
}

/**
 * The disposition follows from the decisive elements and from the law of the cause, and from nothing
 * else; a decisive exception that is proved defeats it.
 */
function addDisposition(build: Build, state: Case): void {
  const { issues, cause } = state;
  const decisive = [...issues.values()].filter((issue) => issue.decisive);
  const elements = decisive.filter(({ nature }) => nature !== 'exception');
  const exceptions = decisive.filter(({ nature }) => nature === 'exception');
  build.statements.set(granted, { text: cause?.disposition.granted ?? '' });
  build.statements.set('defeated', { text: build.words.defeated });
  for (const { element } of exceptions) {
    build.arguments.set(`defeat:${element}`, {
      conclusion: 'defeated',
      premises: [{ statement: positionNode(element, 'proved') }],
      undercutter: null,
      scheme: 'rule',
      weighing: { kind: 'linked' },
    });
  }
  const ground = groundOf(state);
  for (const [id, statement] of ground.statements) build.statements.set(id, statement);
  for (const id of ground.assumptions) build.assumptions.add(id);
  for (const [id, argument] of ground.arguments) build.arguments.set(id, argument);
  if (elements.length === 0) return;
  build.arguments.set('disposition', {
    conclusion: granted,
    premises: [
      ...elements.map(({ element }) => ({ statement: positionNode(element, 'proved') })),
      ...(ground.statements.has(founded) ? [{ statement: founded }] : []),
    ],
    undercutter: 'defeated',
    scheme: 'rule',
    weighing: { kind: 'linked' },
  });
}
