import { describe, expect, test } from 'vitest';
import { specFor } from '../../../test/given.ts';
import type { Seat } from '../gate/proposal.ts';
import type { Act, Phase, Procedure } from '../jurisdiction/profile.ts';
import { courseAfter, evolveHearing, type HearingEvent } from './course.ts';
import { decideAct, type Doing } from './decide-act.ts';
import { notOpened, type Hearing } from './hearing.ts';
import { lawfulActs, phaseOf, type HearingAct } from './lawful-acts.ts';

function phase(
  id: string,
  order: readonly Seat[],
  may: Partial<Record<Seat, readonly Act[]>>,
): Phase {
  return { id, name: id, order, may, limit: 2, law: [] };
}

const procedure: Procedure = {
  id: 'court-of-three-phases',
  matter: 'civil',
  name: 'A court of three phases',
  titles: {
    judge: 'Judge',
    prosecutor: 'Claimant’s counsel',
    defender: 'Respondent’s counsel',
    secretary: 'Clerk',
    witness: 'Witness',
  },
  phases: [
    phase('opening', ['judge', 'secretary'], { judge: ['open'], secretary: ['appear'] }),
    phase('evidence', ['prosecutor', 'defender'], {
      prosecutor: ['offer', 'examine', 'object'],
      defender: ['cross-examine', 'object', 'rule'],
      judge: ['rule'],
      witness: ['answer'],
    }),
    phase('deliberation', ['judge'], { judge: ['deliberate', 'reweigh', 'draft'] }),
  ],
};

const person = (seat: Seat, act: HearingAct, overruled = false): Doing => ({
  seat,
  act,
  actor: 'person',
  overruled,
});

const { given } = specFor<Hearing, HearingEvent>(notOpened, evolveHearing);

/** The events that these acts leave behind, each lawful when it is done. */
function after(...doings: readonly Doing[]): HearingEvent[] {
  let hearing = notOpened;
  return doings.flatMap((doing) => {
    const decision = decideAct(hearing, procedure, doing);
    if (decision.kind === 'refused') throw new Error(decision.refusals[0]?.says);
    hearing = decision.events.reduce(evolveHearing, hearing);
    return decision.events;
  });
}

const at = (...doings: readonly Doing[]) => after(...doings).reduce(evolveHearing, notOpened);

const when = (past: readonly Doing[], doing: Doing) =>
  given(...after(...past)).when((hearing) => decideAct(hearing, procedure, doing));

const says = (past: readonly Doing[], doing: Doing) => {
  const decision = decideAct(at(...past), procedure, doing);
  return decision.kind === 'refused' ? decision.refusals[0]?.says : undefined;
};

const opened = [person('judge', 'open')];
const toEvidence = [
  ...opened,
  person('secretary', 'appear'),
  person('judge', 'pass'),
  person('secretary', 'pass'),
];
const offered = [...toEvidence, person('prosecutor', 'offer')];
const asked = [...toEvidence, person('prosecutor', 'examine')];
const toDeliberation = [...toEvidence, person('prosecutor', 'pass'), person('defender', 'pass')];
const closed = [
  ...toDeliberation,
  person('judge', 'deliberate'),
  person('judge', 'draft'),
  person('judge', 'pass'),
];

describe('HR1 the state of the hearing', () => {
  test('nobody argues before it is opened', () => {
    when([], person('prosecutor', 'offer')).refuses('HR1');
    expect(says([], person('prosecutor', 'offer'))).toBe(
      'The hearing is not opened yet: nobody may offer now.',
    );
  });

  test('a draft is not signed while it is in session', () => {
    when(opened, person('judge', 'sign')).refuses('HR1');
  });

  test.each(['sign', 'reject'] as const)('after a person chose to %s, nothing is done', (act) => {
    const over = [...closed, person('judge', act)];
    expect(lawfulActs(at(...over), procedure)).toEqual([]);
    when(over, person('judge', 'sign')).refuses('HR1');
    when(over, person('judge', 'open')).refuses('HR1');
  });

  test('the opening begins the first phase and passes the floor on', () => {
    when([], person('judge', 'open')).records(
      { type: 'hearing-opened', by: 'judge' },
      { type: 'phase-begun', phase: 0, floor: 'judge' },
      { type: 'act-done', seat: 'judge', act: 'open', leaves: { kind: 'nothing' } },
      { type: 'floor-given', to: 'secretary' },
    );
  });
});

describe('HR2 the floor', () => {
  test('only the first seat named for it opens', () => {
    when([], person('secretary', 'open')).refuses('HR2');
    expect(says([], person('secretary', 'open'))).toBe('It is for the judge to open the hearing.');
  });

  test('who has not the floor waits', () => {
    when(toEvidence, person('defender', 'cross-examine')).refuses('HR2');
    when(toEvidence, person('judge', 'rule')).refuses('HR2');
  });
});

describe('HR3 the acts of a phase', () => {
  test('what the phase does not know for the seat is refused by the name of the phase', () => {
    when(toEvidence, person('prosecutor', 'argue')).refuses('HR3');
    expect(says(toEvidence, person('prosecutor', 'argue'))).toBe(
      'In the phase «evidence» the prosecutor may not argue.',
    );
  });

  test('even where the seat has used all its acts', () => {
    const used = [
      ...toEvidence,
      person('prosecutor', 'pass'),
      ...[1, 2].flatMap(() => [
        person('defender', 'cross-examine'),
        person('prosecutor', 'pass'),
        person('witness', 'answer'),
        person('prosecutor', 'pass'),
      ]),
    ];
    when(used, person('defender', 'offer')).refuses('HR3');
    when(used, person('defender', 'cross-examine')).refuses('HR6');
  });

  test('a phase without objections lets an offer be passed and no more', () => {
    const silent = {
      ...procedure,
      phases: [
        phase('opening', ['judge'], { judge: ['open'] }),
        phase('evidence', ['prosecutor'], { prosecutor: ['offer'], judge: ['rule'] }),
      ],
    };
    let hearing = notOpened;
    const acts = [
      person('judge', 'open'),
      person('judge', 'pass'),
      person('prosecutor', 'offer'),
    ] as const;
    for (const doing of acts) {
      hearing = courseAfter(hearing, silent, doing).reduce(evolveHearing, hearing);
    }
    expect(lawfulActs(hearing, silent)).toEqual([{ seat: 'defender', act: 'pass' }]);
  });

  test('a seat without acts passes when the floor comes to it', () => {
    const idle = { ...procedure, phases: [phase('opening', ['witness'], { judge: ['open'] })] };
    const course = courseAfter(notOpened, idle, person('judge', 'open'));
    const hearing = course.reduce(evolveHearing, notOpened);
    expect(lawfulActs(hearing, idle)).toEqual([{ seat: 'witness', act: 'pass' }]);
    expect(decideAct(hearing, idle, person('witness', 'answer'))).toMatchObject({
      refusals: [{ rule: 'HR3' }],
    });
  });
});

describe('HR4 what must be dealt with first', () => {
  test('an offer lies open to the other side', () => {
    when(offered, person('prosecutor', 'offer')).refuses('HR4');
    expect(says(offered, person('prosecutor', 'offer'))).toBe(
      'First the defender may object to the offer.',
    );
    expect(lawfulActs(at(...offered), procedure)).toEqual([
      { seat: 'defender', act: 'object' },
      { seat: 'defender', act: 'pass' },
    ]);
  });

  test('an objection waits for the judge, and an offer stays open after the ruling', () => {
    const objected = [...offered, person('defender', 'object')];
    when(objected, person('defender', 'pass')).refuses('HR4');
    expect(says(objected, person('defender', 'pass'))).toBe(
      'First the judge must rule on the objection to the offer.',
    );
    when(objected, person('judge', 'rule', true)).records({
      type: 'act-done',
      seat: 'judge',
      act: 'rule',
      leaves: { kind: 'objection-open', to: 'offer', seat: 'defender' },
    });
  });

  test('a question let pass waits for the witness', () => {
    const passed = [...asked, person('defender', 'pass')];
    when(passed, person('defender', 'cross-examine')).refuses('HR4');
    expect(says(passed, person('judge', 'rule'))).toBe('First the witness must answer.');
    when(passed, person('witness', 'answer')).records(
      { type: 'act-done', seat: 'witness', act: 'answer', leaves: { kind: 'nothing' } },
      { type: 'floor-given', to: 'defender' },
    );
  });

  test('a question is answered where the objection is overruled, and not where it is sustained', () => {
    const objected = [...asked, person('defender', 'object')];
    expect(at(...objected, person('judge', 'rule', true))).toMatchObject({
      pending: { kind: 'answer-due' },
    });
    expect(at(...objected, person('judge', 'rule', false))).toMatchObject({
      pending: { kind: 'nothing' },
      floor: 'defender',
    });
    const { overruled: _, ...silent } = person('judge', 'rule');
    expect(at(...objected, silent)).toMatchObject({ pending: { kind: 'nothing' } });
  });

  test('the prosecutor answers to what the defender asks', () => {
    const defence = [
      ...toEvidence,
      person('prosecutor', 'pass'),
      person('defender', 'cross-examine'),
    ];
    expect(lawfulActs(at(...defence), procedure)[0]).toEqual({ seat: 'prosecutor', act: 'object' });
  });

  test('nobody objects where nothing lies open', () => {
    when(toEvidence, person('prosecutor', 'object')).refuses('HR4');
    expect(says(toEvidence, person('prosecutor', 'object'))).toBe(
      'Nothing calls for the prosecutor to object now.',
    );
  });
});

describe('HR5 duties', () => {
  test('the judge deliberates before drafting, and passes neither by', () => {
    when(toDeliberation, person('judge', 'draft')).refuses('HR5');
    when(toDeliberation, person('judge', 'pass')).refuses('HR5');
    expect(says(toDeliberation, person('judge', 'pass'))).toBe('First the judge must deliberate.');
  });
});

describe('a change of weight', () => {
  const deliberated = [...toDeliberation, person('judge', 'deliberate')];
  const drafted = [...deliberated, person('judge', 'draft')];

  test('[HR5] comes after deliberation', () => {
    when(toDeliberation, person('judge', 'reweigh')).refuses('HR5');
    expect(lawfulActs(at(...deliberated), procedure)).toEqual([
      { seat: 'judge', act: 'draft' },
      { seat: 'judge', act: 'reweigh' },
    ]);
  });

  test('[HR6] is done as often as the phase allows, and the draft can always be made', () => {
    const used = [...deliberated, person('judge', 'reweigh')];
    when(used, person('judge', 'reweigh')).refuses('HR6');
    expect(says(used, person('judge', 'reweigh'))).toBe(
      'The judge has used its 2 acts of this phase.',
    );
    expect(lawfulActs(at(...used), procedure)).toEqual([{ seat: 'judge', act: 'draft' }]);
  });

  test('[HR1] is not made when the draft is', () => {
    when(drafted, person('judge', 'reweigh')).refuses('HR1');
    expect(says(drafted, person('judge', 'reweigh'))).toBe(
      'The draft is made: nobody may reweigh now.',
    );
    expect(lawfulActs(at(...drafted), procedure)).toEqual([{ seat: 'judge', act: 'pass' }]);
  });

  test('[HR3] [HR5] is not for a court whose procedure does not know it', () => {
    const strict = {
      ...procedure,
      phases: procedure.phases.with(
        -1,
        phase('deliberation', ['judge'], { judge: ['deliberate', 'draft'] }),
      ),
    };
    const refusal = decideAct(at(...deliberated), strict, person('judge', 'reweigh'));
    expect(refusal).toMatchObject({ refusals: [{ rule: 'HR5' }] });
    const after = decideAct(at(...drafted), strict, person('judge', 'reweigh'));
    expect(after).toMatchObject({ refusals: [{ rule: 'HR3' }] });
  });
});

describe('HR6 limits', () => {
  test('what is done once is not done twice', () => {
    const appeared = [...opened, person('secretary', 'appear'), person('judge', 'pass')];
    when(appeared, person('secretary', 'appear')).refuses('HR6');
    expect(says(appeared, person('secretary', 'appear'))).toBe(
      'The secretary did appear already, and does so once in a phase.',
    );
  });

  test('after its acts are used up a seat can only pass, and objections count', () => {
    const objectedTwice = [
      ...offered,
      person('defender', 'object'),
      person('judge', 'rule'),
      person('defender', 'object'),
      person('judge', 'rule'),
    ];
    expect(lawfulActs(at(...objectedTwice), procedure)).toEqual([
      { seat: 'defender', act: 'pass' },
    ]);
    const floor = [...objectedTwice, person('defender', 'pass')];
    when(floor, person('defender', 'cross-examine')).refuses('HR6');
    expect(says(floor, person('defender', 'cross-examine'))).toBe(
      'The defender has used its 2 acts of this phase.',
    );
  });
});

describe('HR7 the signature', () => {
  test.each(['sign', 'reject'] as const)('a mind in the seat of the judge does not %s', (act) => {
    when(closed, { seat: 'judge', act, actor: 'mind' }).refuses('HR7');
  });

  test('nobody but the judge signs', () => {
    when(closed, person('secretary', 'sign')).refuses('HR7');
  });

  test('a person who judges signs or rejects', () => {
    when(closed, person('judge', 'sign')).records({ type: 'draft-signed' });
    when(closed, person('judge', 'reject')).records({ type: 'draft-rejected' });
  });

  test('nothing else is done when the hearing is closed', () => {
    when(closed, person('judge', 'open')).refuses('HR1');
  });
});

describe('the course of a hearing', () => {
  test('events of a session leave a hearing alone that is in none', () => {
    const done: HearingEvent = {
      type: 'act-done',
      seat: 'judge',
      act: 'open',
      leaves: { kind: 'nothing' },
    };
    expect(evolveHearing(notOpened, done)).toBe(notOpened);
    expect(evolveHearing(notOpened, { type: 'floor-given', to: 'judge' })).toBe(notOpened);
  });

  test('a procedure without phases opens for nobody', () => {
    expect(lawfulActs(notOpened, { ...procedure, phases: [] })).toEqual([]);
  });

  test('what the rules cannot let happen is a bug and thrown', () => {
    expect(() => courseAfter({ state: 'closed' }, procedure, person('judge', 'open'))).toThrow(
      'a closed hearing has no floor',
    );
    const session = {
      state: 'in-session',
      phase: 7,
      floor: 'judge',
      done: {},
      passes: 0,
      pending: { kind: 'nothing' },
    } as const;
    expect(() => phaseOf(session, procedure)).toThrow('court-of-three-phases has no phase 7');
    const toNobody = {
      ...procedure,
      phases: [phase('opening', [], { judge: ['open'] }), phase('void', [], {})],
    };
    expect(() => courseAfter(notOpened, toNobody, person('judge', 'open'))).toThrow('to nobody');
  });
});
