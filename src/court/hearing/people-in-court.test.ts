import { describe, expect, test } from 'vitest';
import { openSmallCase, smallCourt } from '../../../test/world.ts';
import { phase } from '../../../test/small-case.ts';
import { person } from '../../../test/open-test-database.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { HearingDiary, SeatMoved, Standing } from '../../ports/hearing-diary.ts';
import { nothingYet } from '../case-so-far.ts';
import { openCase, theCourt } from '../open-case.ts';
import { decided } from '../../core/refusal.ts';
import { actOfPerson } from './act-of-person.ts';
import { casesInHand } from './cases-in-hand.ts';
import { changeSeat } from './change-seat.ts';
import { courtFor, openFor, visit, type CourtHouse } from './visit.ts';

const standing: Standing = {
  caseId: 'case',
  courtId: 'court',
  record: 'C-1',
  version: 0,
  person: person(1).claims.sub,
  name: 'Flo',
  roles: ['defender'],
  isClerk: false,
  seats: ['defender'],
  isKeptFrom: false,
  signsWithSecondFactor: false,
};

const desk = { caseId: 'case', courtId: 'court', seat: 'defender' } as const;
const sitDown = { ...desk, to: 'caller' } as const;
const toMind = (mind: string) => ({ ...desk, to: 'mind', mind }) as const;

const ownWords = (seat: 'defender' | 'prosecutor'): readonly CaseEvent[] => [
  { type: 'notes-handed', data: { seat, notes: { prose: `Notes of the ${seat}.` } } },
  {
    type: 'mind-called',
    data: {
      seat,
      mind: 'far',
      model: 'm-1',
      brief: '1',
      promptSha256: '00',
      answer: { prose: 'Hm.' },
      usage: { input: 1, output: 2 },
    },
  },
  {
    type: 'proposal-rejected',
    data: { seat, act: 'argue', text: { prose: 'So.' }, refusals: [] },
  },
];

/** A court house in memory, in whose diary the seats answer as they are told. */
async function opened({
  moved = 'appended',
  found = standing,
}: { moved?: SeatMoved; found?: Standing | null } = {}) {
  const court = smallCourt();
  const events = [...ownWords('defender'), ...ownWords('prosecutor'), phase(1, 'defender')];
  const open = await openSmallCase(court, ...events);
  const appends: string[] = [];
  const diary: Pick<HearingDiary, 'standing' | 'moveSeat'> = {
    standing: async () => found && { ...found, version: open.version() },
    async moveSeat(_, { record, batch, expected }) {
      if (moved === 'occupied' || moved === 'refused') return moved;
      return await court.store.append(record, batch, expected);
    },
  };
  const house: CourtHouse = {
    court,
    cases: casesInHand(court.store, 1_000_000),
    openly: casesInHand(
      { read: (id, from) => court.store.read(id, from), texts: async () => [] },
      1_000_000,
    ),
    diaryFor: () => ({ ...unasked, ...diary }),
    writerFor: (identity) => ({
      async append(...batch) {
        appends.push(identity.kind);
        return await court.store.append(...batch);
      },
    }),
  };
  const usher = { court, diary, standing: { name: 'Flo' } };
  return { court, open, house, usher, appends };
}

const never = async () => {
  throw new Error('nobody asked for this');
};
const unasked: HearingDiary = {
  standing: never,
  hearings: never,
  calendar: never,
  hearing: never,
  schedule: never,
  reschedule: never,
  move: never,
  seats: never,
  moveSeat: never,
  workspace: never,
  write: never,
  events: never,
  heads: never,
};

describe('a visit', () => {
  test('shows what was heard, and of what is private to a seat that of one’s own', async () => {
    const { house } = await opened();
    const visited = await visit(house, person(1), 'case');
    expect([...(visited?.seen.state.notes.keys() ?? [])]).toEqual(['defender']);
    expect(visited?.seen.state.calls.map(({ seat }) => seat)).toEqual(['defender']);
    expect(visited?.seen.state.rejections.map(({ seat }) => seat)).toEqual(['defender']);
    const rejected = visited?.seen.said.filter(({ line }) => line.kind === 'rejected');
    expect(rejected?.map(({ line }) => line.seat)).toEqual(['defender']);
    expect(visited?.seen.said.some(({ privateTo }) => privateTo === null)).toBe(true);
  });

  test('of somebody who may not read what is sealed is to the case without it', async () => {
    const { house } = await opened({ found: { ...standing, seats: [], isKeptFrom: true } });
    const visited = await visit(house, person(1), 'case');
    expect(visited?.soFar.state.filing?.caption.prose).toMatch(/^\[withheld/);
    expect(visited?.seen.state.notes.size).toBe(0);
  });

  test('is none where the case is not there for the caller', async () => {
    const { house } = await opened({ found: null });
    expect(await visit(house, person(1), 'case')).toBeNull();
  });

  test('lets the caller write as themselves, and read as the court', async () => {
    const { house, appends } = await opened();
    const visited = await visit(house, person(1), 'case');
    if (visited === null) throw new Error('no visit');
    const open = openFor(house, person(1), visited);
    await open.act(theCourt, () => decided(...ownWords('defender')));
    expect(appends).toEqual(['person']);
    expect(courtFor(house, person(1)).signer).toBe(house.court.signer);
  });
});

describe('an act of a person', () => {
  const pass = { seat: 'defender', move: { act: 'pass' } } as const;

  test('enters the record under their name', async () => {
    const { open, court } = await opened();
    const version = open.version();
    const done = await actOfPerson(open, standing, { ...pass, version });
    expect(done).toEqual({ kind: 'done', version: open.version() });
    const [event] = await court.store.read('C-1', version + 1);
    expect(event?.by).toMatchObject({ seat: 'defender', kind: 'person' });
    expect(open.version()).toBeGreaterThan(version);
  });

  test('of somebody without a name enters it without one', async () => {
    const { open, court } = await opened();
    const version = open.version();
    await actOfPerson(open, { ...standing, name: '' }, { ...pass, version });
    const [event] = await court.store.read('C-1', version + 1);
    expect(event?.by).toEqual({ seat: 'defender', kind: 'person' });
  });

  test('[SV4] is only for who holds the seat', async () => {
    const { open } = await opened();
    const asked = { ...pass, version: open.version() };
    const done = await actOfPerson(open, { ...standing, seats: ['judge'] }, asked);
    expect(done).toMatchObject({ kind: 'refused', refusals: [{ rule: 'SV4' }] });
  });

  test('that rests on a version that is past, or is overtaken as it is written, is void', async () => {
    const { open, court } = await opened();
    const version = open.version();
    const early = { ...pass, version: version - 1 };
    expect(await actOfPerson(open, standing, early)).toEqual({ kind: 'overtaken' });
    const other = await openCase(court, 'C-1');
    await other.act(theCourt, () => decided(...ownWords('defender')));
    expect(await actOfPerson(open, standing, { ...pass, version })).toEqual({ kind: 'overtaken' });
    expect(open.version()).toBe(other.version());
  });

  test('that is no move, or none that is lawful now, leaves no trace', async () => {
    const { open } = await opened();
    const version = open.version();
    const ask = (move: unknown) => actOfPerson(open, standing, { seat: 'defender', move, version });
    expect(await ask({ act: 'sing' })).toMatchObject({ refusals: [{ rule: 'MV1' }] });
    expect(await ask({ act: 'close', proposal: {} })).toMatchObject({ kind: 'refused' });
    expect(await ask({ act: 'draft' })).toMatchObject({ refusals: [{ rule: 'HR3' }] });
    expect(open.version()).toBe(version);
  });
});

describe('a change of seats', () => {
  test('is told by the record: a person sits down, a mind goes on', async () => {
    const { open, usher } = await opened();
    const taken = await changeSeat(usher, open.soFar(), sitDown);
    expect(taken).toMatchObject({ events: [{ data: { actor: 'person', mind: 'human' } }] });
    await open.refresh();
    const left = await changeSeat(usher, open.soFar(), toMind('offline'));
    expect(left).toMatchObject({ events: [{ data: { actor: 'mind', mind: 'offline' } }] });
    await open.refresh();
    expect(open.state().seats.get('defender')).toEqual({
      seat: 'defender',
      actor: 'mind',
      mind: 'offline',
    });
    const again = await changeSeat(usher, open.soFar(), toMind('offline'));
    expect(again).toEqual({ kind: 'decided', events: [] });
    const other = await changeSeat(usher, open.soFar(), toMind('far'));
    expect(other).toMatchObject({ events: [{ data: { mind: 'far' } }] });
  });

  test('is decided anew where another writer was faster', async () => {
    const { open, court, usher } = await opened();
    const old = open.soFar();
    const other = await openCase(court, 'C-1');
    await other.act(theCourt, () => decided(...ownWords('defender')));
    expect(await changeSeat(usher, old, sitDown)).toMatchObject({ kind: 'decided' });
  });

  test('[SV6] [SV4] is refused where somebody sits there, or it is not the caller’s', async () => {
    for (const [moved, rule] of [
      ['occupied', 'SV6'],
      ['refused', 'SV4'],
    ] as const) {
      const { open, usher, court } = await opened({ moved });
      const before = (await court.store.read('C-1')).length;
      expect(await changeSeat(usher, open.soFar(), sitDown)).toMatchObject({
        kind: 'refused',
        refusals: [{ rule }],
      });
      expect(await court.store.read('C-1')).toHaveLength(before);
    }
  });

  test('[CA1] has to wait for a court', async () => {
    const { usher } = await opened();
    const none = await changeSeat(usher, nothingYet('C-9'), sitDown);
    expect(none).toMatchObject({ refusals: [{ rule: 'CA1' }] });
  });

  test('a fault of the diary stays a fault', async () => {
    const { open, usher } = await opened();
    const broken = { ...usher, diary: { moveSeat: never } };
    await expect(changeSeat(broken, open.soFar(), sitDown)).rejects.toThrow('nobody asked');
  });
});
