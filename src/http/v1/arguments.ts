import { z } from 'zod';
import { evaluate } from '../../core/argument/evaluate.ts';
import type { Graph } from '../../core/argument/graph.ts';
import type { Case } from '../../core/case/case.ts';
import { granted, graphOfCase } from '../../core/evidence/graph-of-case.ts';
import type { CaseSoFar } from '../../court/case-so-far.ts';
import { visit, type CourtHouse } from '../../court/hearing/visit.ts';
import { why, type Why } from '../../court/replay/why.ts';
import { argumentGraph, derivation } from '../../wire/v1/arguments.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { etag, problems, there } from './answers.ts';

const ofCase = z.object({ case: z.uuid() });
const tags = ['arguments'];

/** What was argued, how it stands, and what would turn it. */
export function registerArguments(app: App, house: CourtHouse): void {
  const graphs = onceFor(graphOf);
  const whys = onceFor(() => new Map<string, Why | undefined>());

  app.get(
    '/v1/cases/:case/arguments',
    { schema: { tags, params: ofCase, response: { ...problems, 200: argumentGraph } } },
    async ({ identity, params }, reply) => {
      const { soFar } = there(await visit(house, identity, params.case), 'case');
      return reply.header('etag', etag(soFar.tip.seq)).send({
        version: soFar.tip.seq,
        ...graphs(filed(soFar)),
      });
    },
  );

  app.get(
    '/v1/cases/:case/arguments/:element/why',
    {
      schema: {
        tags,
        params: ofCase.extend({ element: z.string().min(1).max(200) }),
        response: { ...problems, 200: derivation },
      },
    },
    async ({ identity, params }, reply) => {
      const { soFar } = there(await visit(house, identity, params.case), 'case');
      const state = filed(soFar);
      const known = whys(state);
      const answer = known.get(params.element) ?? why(state, params.element, inPassing);
      if (answer === undefined) {
        const issues = [granted, ...state.issues.keys()].join(', ');
        const says = `This case has no issue «${params.element}»; it has: ${issues}.`;
        throw new Refused({ rule: 'SV2', at: ['path', 'element'], says });
      }
      known.set(params.element, answer);
      return reply.header('etag', etag(soFar.tip.seq)).send(toldWhy(answer));
    },
  );
}

/** Others wait while sets are searched: fewer are tried than by `court why`, and `cut` says so. */
const inPassing = { most: 10, size: 3, tries: 300 };

/** CA1 */
function filed({ state }: CaseSoFar): Case {
  if (state.constitution !== null) return state;
  throw new Refused({ rule: 'CA1', at: [], says: 'This case has no court yet: file it first.' });
}

/** Worked out once for each moment of a case, and forgotten with it. */
function onceFor<Made>(make: (state: Case) => Made): (state: Case) => Made {
  const made = new WeakMap<Case, { readonly made: Made }>();
  return (state) => {
    const known = made.get(state) ?? { made: make(state) };
    made.set(state, known);
    return known.made;
  };
}

function graphOf(state: Case) {
  const graph: Graph = graphOfCase(state);
  const labelling = evaluate(graph);
  return {
    accrual: graph.accrual,
    statements: Array.from(graph.statements, ([id, { text }]) => ({
      id,
      text,
      label: labelling.label(id),
      assumed: graph.assumptions.has(id),
    })),
    arguments: Array.from(graph.arguments, ([id, one]) => ({
      id,
      conclusion: one.conclusion,
      scheme: one.scheme,
      premises: one.premises.map(({ role = null, statement }) => ({ role, statement })),
      undercutter: one.undercutter,
      because: one.because ?? null,
    })),
    issues: Array.from(graph.issues, ([id, { positions, standard }]) => ({
      id,
      positions: [...positions],
      standard,
    })),
  };
}

function toldWhy({ target, label, derivation: told, exhibits, premises }: Why) {
  const flips = ({ sets, cut }: Why['exhibits']) => ({ sets: sets.map((set) => [...set]), cut });
  return {
    target,
    label,
    statements: mapped(told.statements, (one) => ({ ...one, pro: [...one.pro] })),
    arguments: mapped(told.arguments, (one) => ({ ...one, premises: [...one.premises] })),
    issues: mapped(told.issues, ({ positions, ...one }) => ({
      ...one,
      positions: positions.map((each) => ({ ...each, tests: [...each.tests] })),
    })),
    flips: { exhibits: flips(exhibits), passages: flips(premises) },
  };
}

function mapped<From, To>(map: ReadonlyMap<string, From>, to: (from: From) => To) {
  return Object.fromEntries([...map].map(([id, one]) => [id, to(one)]));
}
