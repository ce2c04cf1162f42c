import { seats, type Seat } from '../gate/proposal.ts';
import type { Finding, ProfileRule } from './finding.ts';
import type { Act, Phase, Profile } from './profile.ts';

/** Acts that a pending matter calls for, and the waiver of a turn: no reason to get the floor. */
const needNoFloor: ReadonlySet<Act> = new Set(['object', 'rule', 'answer', 'pass']);

type PlacedPhase = { readonly phase: Phase; readonly path: readonly (string | number)[] };

const phasesOf = ({ procedures }: Profile): readonly PlacedPhase[] =>
  procedures.flatMap(({ phases }, procedure) =>
    phases.map((phase, at) => ({ phase, path: ['procedures', procedure, 'phases', at] })),
  );

const mayOnFloor = ({ may }: Phase, seat: Seat): boolean =>
  (may[seat] ?? []).some((act) => !needNoFloor.has(act));

const finding = (rule: string, path: Finding['path'], says: string): Finding => ({
  rule,
  file: 'procedures.yaml',
  path,
  says,
});

/** PR8: who gets the floor may do something with it. */
export const seatsAct: ProfileRule = (profile) =>
  phasesOf(profile).flatMap(({ phase, path }) =>
    phase.order.flatMap((seat, at) =>
      mayOnFloor(phase, seat)
        ? []
        : [
            finding(
              'PR8',
              [...path, 'order', at],
              `the ${seat} gets the floor but may do nothing.`,
            ),
          ],
    ),
  );

/** PR9: who may do something on the floor gets it. */
export const seatsGetTheFloor: ProfileRule = (profile) =>
  phasesOf(profile).flatMap(({ phase, path }) =>
    seats
      .filter((seat) => mayOnFloor(phase, seat) && !phase.order.includes(seat))
      .map((seat) => finding('PR9', [...path, 'may', seat], `the ${seat} never gets the floor.`)),
  );

/** PR10: somebody opens the first phase, and the judge drafts in the last one. */
export const theHearingOpensAndEnds: ProfileRule = ({ procedures }) =>
  procedures.flatMap(({ phases }, at) => {
    const path = ['procedures', at, 'phases'];
    const opens = phases.slice(0, 1).some(({ may }) => Object.values(may).flat().includes('open'));
    const drafts = phases.at(-1)?.may.judge?.includes('draft');
    return [
      ...(opens
        ? []
        : [finding('PR10', [...path, 0], 'nobody opens the hearing in the first phase.')]),
      ...(drafts
        ? []
        : [
            finding(
              'PR10',
              [...path, phases.length - 1],
              'the judge does not draft in the last phase.',
            ),
          ]),
    ];
  });

const forTheJudge: ReadonlySet<Act> = new Set(['rule', 'deliberate', 'reweigh', 'draft']);

/** PR11: only the judge rules, deliberates, changes weights and drafts. */
export const onlyTheJudgeDecides: ProfileRule = (profile) =>
  phasesOf(profile).flatMap(({ phase, path }) =>
    seats
      .filter((seat) => seat !== 'judge')
      .flatMap((seat) =>
        (phase.may[seat] ?? [])
          .filter((act) => forTheJudge.has(act))
          .map((act) => finding('PR11', [...path, 'may', seat], `only the judge may ${act}.`)),
      ),
  );

/** PR20: where something may be objected to, the judge rules; where a witness is asked, the witness answers. */
export const othersAreHeard: ProfileRule = (profile) =>
  phasesOf(profile).flatMap(({ phase, path }) => {
    const all = Object.values(phase.may).flat();
    const asks = all.includes('examine') || all.includes('cross-examine');
    const contested = asks || all.includes('object') || all.includes('offer');
    return [
      ...(contested && !phase.may.judge?.includes('rule')
        ? [finding('PR20', [...path, 'may'], 'the judge must be able to rule on objections.')]
        : []),
      ...(asks && !phase.may.witness?.includes('answer')
        ? [finding('PR20', [...path, 'may'], 'the witness must be able to answer.')]
        : []),
    ];
  });

/** PR21: a weight is changed only where the judge deliberates and drafts, so that the draft tells of it. */
export const weightsChangeBeforeTheDraft: ProfileRule = (profile) =>
  phasesOf(profile).flatMap(({ phase, path }) => {
    const own = phase.may.judge ?? [];
    return !own.includes('reweigh') || (own.includes('deliberate') && own.includes('draft'))
      ? []
      : [
          finding(
            'PR21',
            [...path, 'may', 'judge'],
            'the judge may reweigh only where the judge deliberates and drafts.',
          ),
        ];
  });
