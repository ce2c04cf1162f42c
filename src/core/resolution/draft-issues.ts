import type { Graph } from '../argument/graph.ts';
import type { Labelling } from '../argument/evaluate.ts';
import type { IssueFramed, StatementMade } from '../case/case-event.ts';
import type { Case } from '../case/case.ts';
import { positionNode } from '../evidence/graph-of-case.ts';
import type { DraftArgument, DraftIssue, Fate, Outcome } from './draft.ts';
import { placeOf } from './place.ts';

/** Every issue with its label, the arguments for and against, and what became of each. */
export function draftIssues(
  state: Case,
  graph: Graph,
  labelling: Labelling,
): readonly DraftIssue[] {
  return [...state.issues.values()].map((issue) => draftIssue(state, graph, labelling, issue));
}

function draftIssue(
  state: Case,
  graph: Graph,
  labelling: Labelling,
  issue: IssueFramed['data'],
): DraftIssue {
  const { element, persuade } = issue;
  const about = [...state.statements.values()].filter(
    ({ conclusion }) => conclusion.about === 'element' && conclusion.element === element,
  );
  const conceded = state.concessions.some((concession) => concession.element === element);
  const silent = about.length === 0 && !conceded;
  const outcome = outcomeOf(labelling, element, silent);
  const weights = labelling.weights(element);
  const search = state.searches.get(element);
  return {
    element,
    nature: issue.nature,
    decisive: issue.decisive,
    text: issue.text.prose,
    outcome,
    standard: issue.standard,
    persuade,
    goesAgainst: outcome === 'proved' ? null : persuade,
    weights: {
      proved: weights.get(positionNode(element, 'proved')) ?? 0,
      notProved: weights.get(positionNode(element, 'not-proved')) ?? 0,
    },
    arguments: about.map((made) => draftArgument(state, graph, labelling, made)),
    conceded,
    search:
      search === undefined
        ? null
        : {
            words: search.words,
            passages: search.passages,
            nearest:
              search.nearest === null
                ? null
                : { place: placeOf(state, search.nearest), quote: search.nearest.quote.prose },
          },
    usuallyProvedBy: issue.usuallyProvedBy,
    law: issue.law.map(({ work, article }) => `${work} ${article}`),
  };
}

function outcomeOf(labelling: Labelling, element: string, silent: boolean): Outcome {
  const label = labelling.label(positionNode(element, 'proved'));
  if (label === 'in') return 'proved';
  if (silent) return 'no-evidence';
  return label === 'out' ? 'not-proved' : 'undecided';
}

function draftArgument(
  state: Case,
  graph: Graph,
  labelling: Labelling,
  made: StatementMade['data'],
): DraftArgument {
  const { statement, seat, text, anchors, scheme, weight, conclusion } = made;
  const open = (graph.arguments.get(statement)?.premises ?? []).flatMap((premise) =>
    premise.role !== undefined && labelling.label(premise.statement) !== 'in' ? [premise.role] : [],
  );
  const position = conclusion.about === 'element' ? conclusion.position : 'proved';
  return {
    statement,
    by: seat,
    position,
    text: text.prose,
    places: anchors.map((anchor) => placeOf(state, anchor)),
    quotes: anchors.map(({ quote }) => quote.prose),
    scheme,
    class: weight?.class ?? '',
    weight: labelling.weight(statement),
    because: weight?.because ?? '',
    fate: fateOf(labelling, graph, made, open),
    open,
  };
}

function fateOf(
  labelling: Labelling,
  graph: Graph,
  { statement }: StatementMade['data'],
  open: readonly string[],
): Fate {
  const argument = graph.arguments.get(statement);
  if (labelling.label(`${statement}:undercut`) === 'in') return 'undercut';
  if (open.length > 0) return 'unanswered';
  if (labelling.weight(statement) === 0) return 'weightless';
  return argument !== undefined && labelling.label(argument.conclusion) === 'in'
    ? 'relied-on'
    : 'outweighed';
}
