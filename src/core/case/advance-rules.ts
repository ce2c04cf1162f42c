import type { Proposal } from '../gate/proposal.ts';
import type { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import { sideHelped, sideOf } from './sides.ts';

/**
 * Whether this seat may advance this conclusion: HR8 counsel speak for their own side and nobody but
 * counsel and witnesses proves anything; HR9 a witness answers only from that person's own statement.
 */
export function advanceRules(state: Case, proposal: Proposal): readonly Refusal[] {
  return [...speaksForItsSide(state, proposal), ...answersFromOwnStatement(state, proposal)];
}

function speaksForItsSide(state: Case, { role, conclusion }: Proposal): readonly Refusal[] {
  if (conclusion.about === 'nothing') return [];
  if (role === 'witness') {
    const says = 'A witness tells facts; it is for counsel to question a statement.';
    return conclusion.about === 'statement' ? [{ rule: 'HR8', at: ['conclusion'], says }] : [];
  }
  const side = sideOf(role);
  if (side === undefined) {
    return [{ rule: 'HR8', at: ['role'], says: `The ${role} proves nothing for anybody.` }];
  }
  const helped = sideHelped(state, conclusion);
  if (helped === undefined || helped === side) return []; // GT8 speaks of what is not in issue

  const about = conclusion.about === 'element' ? conclusion.element : conclusion.statement;
  const says = `The ${role} speaks for the other side on «${about}»; to give it up is to concede.`;
  return [{ rule: 'HR8', at: ['conclusion'], says }];
}

function answersFromOwnStatement(state: Case, { role, anchors }: Proposal): readonly Refusal[] {
  if (role !== 'witness') return [];
  const own = state.questions.at(-1)?.exhibit;
  return anchors.flatMap(({ source }, index) =>
    source === own
      ? []
      : [
          {
            rule: 'HR9',
            at: ['anchors', index, 'source'],
            says: 'A witness answers only from that person’s own statement in the file.',
          },
        ],
  );
}
