import type { Position, Proposal, Side } from '../gate/proposal.ts';
import type { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import { sideOf } from './courtroom-of.ts';

/** The position of an element that helps this side: who bears the burden of persuasion wants it proved. */
export const positionFor = (side: Side, persuade: Side): Position =>
  side === persuade ? 'proved' : 'not-proved';

/**
 * Whether this seat may advance this conclusion: HR8 counsel speak for their own side and nobody but
 * counsel and witnesses proves anything; HR9 a witness answers only from that person's own statement.
 */
export function advanceRules(state: Case, proposal: Proposal): readonly Refusal[] {
  return [...speaksForItsSide(state, proposal), ...answersFromOwnStatement(state, proposal)];
}

function speaksForItsSide(state: Case, { role, conclusion }: Proposal): readonly Refusal[] {
  if (conclusion.about === 'nothing' || role === 'witness') return [];
  const side = sideOf(role);
  if (side === undefined) {
    return [{ rule: 'HR8', at: ['role'], says: `The ${role} proves nothing for anybody.` }];
  }
  if (conclusion.about === 'statement') return [];
  const issue = state.issues.get(conclusion.element);
  if (issue === undefined) return []; // GT8 speaks of what is not in issue

  return positionFor(side, issue.persuade) === conclusion.position
    ? []
    : [
        {
          rule: 'HR8',
          at: ['conclusion', 'position'],
          says: `The ${role} speaks for the other side on «${conclusion.element}»; to give it up is to concede.`,
        },
      ];
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
