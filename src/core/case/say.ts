import { advanceRules } from './advance-rules.ts';
import type { AnchorEntry, CaseEvent, StatementMade } from './case-event.ts';
import type { Case } from './case.ts';
import { courtroomOf } from './courtroom-of.ts';
import { weigh } from '../evidence/weigh.ts';
import { gate, type Passed } from '../gate/gate.ts';
import type { Proposal } from '../gate/proposal.ts';
import { decided, type Decision } from '../refusal.ts';

/** Puts a statement before the gate; what passes is heard, with the weight that the rules give it. */
export function say(
  state: Case,
  act: StatementMade['data']['act'],
  proposal: Proposal,
): Decision<CaseEvent> {
  const courtroom = courtroomOf(state, (advanced) => advanceRules(state, advanced));
  const answer = gate(proposal, courtroom);
  return answer.kind === 'refused' ? answer : decided(statementMade(state, act, answer));
}

function statementMade(
  state: Case,
  act: StatementMade['data']['act'],
  passed: Passed,
): StatementMade {
  const { proposal, support } = passed;
  const { role, kind, text, scheme, bindings, conclusion, sureness = 'fair' } = proposal;
  return {
    type: 'statement-made',
    data: {
      statement: `S${state.statements.size + 1}`,
      seat: role,
      act,
      kind,
      text: { prose: text },
      anchors: anchorEntries(passed),
      scheme,
      bindings: Object.fromEntries(
        Object.entries(bindings).map(([name, value]) => [name, { prose: value }]),
      ),
      conclusion,
      sureness,
      support: { tier: support.tier, because: support.because.map((prose) => ({ prose })) },
      weight: weigh(state, proposal, support),
    },
  };
}

/** Anchors as they passed the gate, for the record. */
export function anchorEntries({ proposal, repaired }: Passed): readonly AnchorEntry[] {
  return proposal.anchors.map(({ quote, ...place }, index) => ({
    ...place,
    quote: { prose: quote },
    repaired: repaired.includes(index),
  }));
}
