import type { Labelling } from '../argument/evaluate.ts';
import type { IssueFramed, PassageTold, SearchReported } from '../case/case-event.ts';
import type { Case } from '../case/case.ts';
import { positionNode } from '../evidence/graph-of-case.ts';
import type { Position } from '../gate/proposal.ts';
import type { DraftArgument, DraftIssue, DraftSearch, Means, Outcome } from './draft.ts';
import type { FateOfArgument } from './fate.ts';
import { placeOf } from './place.ts';

/** The labels of the graph of a case, and what became of each argument in it. */
export type Evaluated = {
  readonly labelling: Labelling;
  readonly fates: ReadonlyMap<string, FateOfArgument>;
};

/** Every issue with its label, the arguments for and against, and what became of each. */
export function draftIssues(state: Case, evaluated: Evaluated): readonly DraftIssue[] {
  return [...state.issues.values()].map((issue) => draftIssue(state, evaluated, issue));
}

function draftIssue(state: Case, evaluated: Evaluated, issue: IssueFramed['data']): DraftIssue {
  const { element, persuade } = issue;
  const pleas = [
    ...draftArguments(state, evaluated, element, 'proved'),
    ...draftArguments(state, evaluated, element, 'not-proved'),
  ];
  const conceded = state.concessions.some((concession) => concession.element === element);
  const outcome = outcomeOf(evaluated, element, pleas.length === 0 && !conceded);
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
      proved: weightFor(evaluated, element, 'proved'),
      notProved: weightFor(evaluated, element, 'not-proved'),
    },
    arguments: pleas,
    conceded,
    search: search === undefined ? null : draftSearch(state, search),
    noted: (state.noted.get(element) ?? []).map((passage) => meansOf(state, passage)),
    usuallyProvedBy: issue.usuallyProvedBy,
    law: issue.law.map(({ work, article }) => `${work} ${article}`),
  };
}

function outcomeOf({ labelling }: Evaluated, element: string, silent: boolean): Outcome {
  if (labelling.label(positionNode(element, 'proved')) === 'in') return 'proved';
  return silent ? 'no-evidence' : 'not-proved';
}

const weightFor = ({ labelling }: Evaluated, element: string, position: Position): number =>
  Number(labelling.weights(element).get(positionNode(element, position)));

/** The statements that argue for a position, in the order in which they were made. */
function draftArguments(
  state: Case,
  { labelling, fates }: Evaluated,
  element: string,
  position: Position,
): readonly DraftArgument[] {
  const node = positionNode(element, position);
  return [...fates].flatMap(([id, { conclusion, fate, open }]) => {
    const made = state.statements.get(id);
    if (made === undefined || conclusion !== node) return [];
    const { statement, seat, text, anchors, scheme, weight } = made;
    return [
      {
        statement,
        by: seat,
        position,
        text: text.prose,
        means: anchors.map((anchor) => meansOf(state, anchor)),
        scheme,
        class: weight?.class ?? '',
        weight: labelling.weight(id),
        because: weight?.because ?? '',
        fate,
        open,
        questions: state.criticalQuestions
          .filter((asked) => asked.statement === statement)
          .map((asked) => ({ question: asked.question, text: asked.text.prose })),
      },
    ];
  });
}

function draftSearch(
  state: Case,
  { words, passages, nearest }: SearchReported['data'],
): DraftSearch {
  return {
    words,
    passages,
    nearest: nearest === null ? null : meansOf(state, nearest),
  };
}

function meansOf(state: Case, passage: PassageTold): Means {
  return { place: placeOf(state, passage), quote: passage.quote.prose };
}
