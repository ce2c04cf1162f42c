import { evaluate } from '../argument/evaluate.ts';
import { flipSets } from '../argument/flip.ts';
import type { Graph } from '../argument/graph.ts';
import type { Case } from '../case/case.ts';
import { granted, graphOfCase, passageNode, positionNode } from '../evidence/graph-of-case.ts';
import { decided, refused, type Decision } from '../refusal.ts';
import { completenessOf } from './completeness.ts';
import { draftExhibits } from './draft-exhibits.ts';
import { draftGround } from './draft-ground.ts';
import { draftIssues } from './draft-issues.ts';
import { fatesOf } from './fate.ts';
import type {
  Draft,
  DraftAllegation,
  DraftIssue,
  DraftMind,
  DraftObjection,
  Fact,
  Flip,
} from './draft.ts';
import { placeOf } from './place.ts';

/** Bounds of the search for flip sets, so that a large file gets an answer and not a wait. */
const flipBounds = { most: 6, size: 3 };

/**
 * Computes the draft resolution from the record alone; no mind is asked. The same record gives the same
 * draft. Refusal DR1: the case was not filed with a court.
 */
export function makeDraft(state: Case): Decision<Draft> {
  const { constitution, filing, cause } = state;
  if (constitution === null || filing === null || cause === null) {
    const says = 'There is no draft before a court, a filing and the issues.';
    return refused({ rule: 'DR1', at: [], says });
  }
  const graph = graphOfCase(state);
  const labelling = evaluate(graph);
  const fates = fatesOf(graph, labelling);
  const issues = draftIssues(state, { labelling, fates });
  const isGranted = labelling.label(granted) === 'in';
  const { profile, procedure } = constitution;
  const partial = {
    format: 'first-court-draft/1' as const,
    court: { profile: profile.id, version: profile.version, name: profile.name },
    language: profile.language,
    matter: filing.matter,
    procedure: procedure.name,
    titles: procedure.titles,
    caption: filing.caption.prose,
    factsOn: filing.factsOn,
    filedOn: filing.filedOn,
    actOn: filing.actOn,
    parties: state.parties.map(({ name, role, side }) => ({ name: name.prose, role, side })),
    cause: { id: cause.cause, name: cause.name, tier: cause.tier, because: cause.because.prose },
    accrual: profile.accrual,
    standards: profile.standards
      .filter(({ id }) => issues.some(({ standard }) => standard === id))
      .map(({ id, name, least, margin, contrary }) => ({ id, name, least, margin, contrary })),
    classes: profile.evidenceClasses
      .filter(({ id }) => issues.some((issue) => issue.arguments.some((one) => one.class === id)))
      .map(({ id, name, weight }) => ({ id, name, weight })),
    workedOut: filing.workedOut.map(({ what, tier, because }) => ({
      what,
      tier,
      because: because.prose,
    })),
    allegations: draftAllegations(state, issues),
    issues,
    factsFound: factsFound(issues),
    exhibits: draftExhibits(state, fates),
    law: [...state.law.values()].map(
      ({ source, title, article, from, status, inForce, because }) => ({
        source,
        title,
        article,
        from,
        status,
        inForce,
        because,
      }),
    ),
    ground: draftGround(state),
    disposition: {
      granted: isGranted,
      text: isGranted ? cause.disposition.granted : cause.disposition.denied,
    },
    flips: flipsOf(state, graph, issues),
    objections: draftObjections(state),
    rejected: state.rejections.map(({ seat, act, refusals }) => ({
      seat,
      act,
      refusals: refusals.map(({ rule, says }) => ({ rule, says: says.prose })),
    })),
    minds: draftMinds(state),
  };
  return decided({ ...partial, completeness: completenessOf(partial) });
}

function draftAllegations(state: Case, issues: readonly DraftIssue[]): readonly DraftAllegation[] {
  const outcomes = new Map(issues.map(({ element, outcome }) => [element, outcome]));
  return state.allegations.map(({ n, text, exhibit, start, elements }) => ({
    n,
    text: text.prose,
    place: placeOf(state, { source: exhibit, start }),
    answers: elements.flatMap((element) => {
      const outcome = outcomes.get(element);
      return outcome === undefined ? [] : [{ element, outcome }];
    }),
  }));
}

/** A fact is found where its element is proved, and then in the words of each statement relied on. */
function factsFound(issues: readonly DraftIssue[]): readonly Fact[] {
  return issues.flatMap(({ element, outcome, arguments: all }) =>
    outcome !== 'proved'
      ? []
      : all
          .filter(({ fate }) => fate === 'relied-on')
          .map(({ statement, text, means }) => ({ element, statement, text, means })),
  );
}

/** What would turn the disposition and each decisive issue: the exhibits whose loss is enough. */
function flipsOf(state: Case, graph: Graph, issues: readonly DraftIssue[]): readonly Flip[] {
  const removable = new Map(
    [...state.exhibits.values()].map(
      ({ exhibit }) => [exhibit, passagesOf(state, exhibit)] as const,
    ),
  );
  const used = new Map([...removable].filter(([, passages]) => passages.length > 0));
  const targets = [
    { target: 'granted', node: granted },
    ...issues
      .filter(({ decisive }) => decisive)
      .map(({ element }) => ({ target: element, node: positionNode(element, 'proved') })),
  ];
  return targets.map(({ target, node }) => {
    const { sets, cut } = flipSets(graph, node, used, flipBounds);
    return { target, sets, cut };
  });
}

/** The passages of an exhibit that stand in the graph as assumptions. */
export function passagesOf(state: Case, exhibit: string): readonly string[] {
  if (state.exhibits.get(exhibit)?.standing.kind !== 'admitted') return [];
  const nodes = [...state.statements.values()]
    .filter(({ conclusion }) => conclusion.about !== 'nothing')
    .flatMap(({ anchors }) => anchors.filter(({ source }) => source === exhibit).map(passageNode));
  return [...new Set(nodes)];
}

function draftObjections({ objections, constitution }: Case): readonly DraftObjection[] {
  const names = new Map(constitution?.profile.objections.map(({ id, name }) => [id, name]));
  return objections.flatMap(({ objection, by, against, ground, ruling }) =>
    ruling === null
      ? []
      : [
          {
            objection,
            by,
            against: against.kind === 'exhibit' ? against.exhibit : against.question,
            ground: names.get(ground) ?? ground,
            overruled: ruling.overruled,
            reason: ruling.reason,
          },
        ],
  );
}

function draftMinds({ seats, calls }: Case): readonly DraftMind[] {
  return [...seats.values()].map(({ seat, mind, actor }) => {
    const own = calls.filter((call) => call.seat === seat);
    const models = [...new Set(own.map(({ model }) => model))];
    return { seat, mind, actor, models, calls: own.length };
  });
}
