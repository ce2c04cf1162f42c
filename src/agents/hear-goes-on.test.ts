import { describe, expect, test } from 'vitest';
import {
  benchOf,
  failingAfter,
  mindThat,
  openSmallCase,
  silent,
  smallCourt,
} from '../../test/world.ts';
import { at, contract, proposing } from '../../test/small-case.ts';
import type { Move } from '../core/case/move.ts';
import { recordText } from '../core/record/chain.ts';
import { verifyRecord } from '../core/record/verify-record.ts';
import { openCase, type Court } from '../court/open-case.ts';
import type { Mind } from '../ports/mind.ts';
import { hear, type Bench } from './hear.ts';

const promised = at(contract, 'The supplier promised delivery on the first of March.');

/** Offers, is refused once, then argues: all that follows from what it sees, as after a restart. */
const counsel: Mind = mindThat(({ lawful, refusals, state }) => {
  const call = {
    mind: 'far',
    model: 'm-1',
    brief: '1',
    promptSha256: '00',
    answer: `{"refused":${refusals.length}}`,
    usage: { input: 1, output: 2 },
  };
  const move = (): Move | null => {
    if (lawful.includes('offer')) {
      if (state.exhibits.get('E2')?.standing.kind !== 'filed') return null;
      const exhibits = refusals.length === 0 ? ['E9'] : ['E2'];
      return { act: 'offer', exhibits, text: 'This one.' };
    }
    const argued = [...state.statements.values()].some(({ act }) => act === 'argue');
    return lawful.includes('argue') && !argued
      ? { act: 'argue', proposal: proposing([promised]) }
      : null;
  };
  return { move: move(), call };
}, 'counsel');

/** Always says what may not be said: loses every turn. */
const stubborn = mindThat(
  ({ lawful }) => ({
    move: lawful.includes('offer') ? { act: 'offer', exhibits: ['E9'], text: 'This.' } : null,
  }),
  'stubborn',
);

const search: Bench['search'] = () =>
  ['promise', 'delivery'].map((element) => {
    const data = { element, words: [], passages: 4, nearest: null };
    return { type: 'search-reported', data };
  });

const minds = { prosecutor: counsel, defender: stubborn, judge: silent };

async function goOn(court: Court, told: string[] = []): Promise<void> {
  const heard: Bench['heard'] = (event) => void told.push(JSON.stringify(event));
  await hear(await openCase(court, 'C-1'), benchOf(minds, { search, heard }));
}

const recordOf = async ({ store }: Court) => recordText(await store.read('C-1'));

describe('a hearing that was broken off', () => {
  for (const when of ['before', 'after'] as const) {
    test(`${when} any event was kept goes on to the same record, and nobody is told twice`, async () => {
      const court = smallCourt();
      await openSmallCase(court);
      const whole: string[] = [];
      await goOn(court, whole);
      const record = await recordOf(court);
      const appends = record.split('\n').length;

      let finished = false;
      for (let kept = 0; !finished; kept += 1) {
        expect(kept).toBeLessThan(appends);
        const again = smallCourt();
        await openSmallCase(again);
        const told: string[] = [];
        const dying = { ...again, store: failingAfter(again.store, kept, when) };
        finished = await goOn(dying, told).then(
          () => true,
          () => false,
        );
        await goOn(again, told);
        expect(await recordOf(again)).toBe(record);
        expect(told.length).toBeLessThanOrEqual(whole.length);
        expect(new Set(told.map((event, place) => whole.indexOf(event, place) >= 0))).toEqual(
          new Set([true]),
        );
      }
    });
  }

  test('again and again, a step at a time, goes on to the same record', async () => {
    const court = smallCourt();
    await openSmallCase(court);
    await goOn(court);
    const slow = smallCourt();
    await openSmallCase(slow);
    for (let runs = 0; ; runs += 1) {
      expect(runs).toBeLessThan(500);
      const dying = { ...slow, store: failingAfter(slow.store, 1) };
      const ended = await goOn(dying).then(
        () => true,
        () => false,
      );
      if (ended) break;
    }
    expect(await recordOf(slow)).toBe(await recordOf(court));
  });

  test('seats the same minds no second time, and another mind where one is asked for', async () => {
    const court = smallCourt();
    await openSmallCase(court);
    const dying = { ...court, store: failingAfter(court.store, 6) };
    await expect(goOn(dying)).rejects.toThrow('killed');
    const other = mindThat(() => ({ move: null }), 'other');
    const open = await openCase(court, 'C-1');
    await hear(open, benchOf({ ...minds, defender: other }));
    const taken = (await court.store.read('C-1')).filter(({ type }) => type === 'seat-taken');
    expect(taken.map(({ data }) => [data['seat'], data['mind']])).toEqual([
      ['prosecutor', 'counsel'],
      ['defender', 'stubborn'],
      ['judge', 'silent'],
      ['defender', 'other'],
    ]);
  });
});

describe('two that hear one case at once', () => {
  test('write one record: of each step one comes first, and the other goes on from there', async () => {
    const alone = smallCourt();
    await openSmallCase(alone);
    await goOn(alone);

    const court = smallCourt();
    await openSmallCase(court);
    // The other has ids and salts of its own, as a server of another make would.
    const { store } = court;
    await Promise.all([goOn(court), goOn({ ...smallCourt(8), store }), goOn(court)]);
    const types = async (of: Court) => (await of.store.read('C-1')).map(({ type }) => type);
    expect(await types(court)).toEqual(await types(alone));
    const record = new TextEncoder().encode(await recordOf(court));
    const rules = verifyRecord({ record }).findings.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule !== 'RV6' && rule !== 'RV11')).toEqual([]);
  });

  test('an answer to a question that another writer has answered meanwhile is void', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    let asked = 0;
    const slow = mindThat(async ({ lawful }) => {
      if (lawful.includes('open')) {
        asked += 1;
        if (asked === 1) await hear(open, benchOf({}));
      }
      return { move: null };
    }, 'slow');
    await hear(open, benchOf({ judge: slow }));
    expect(asked).toBe(1);
    const types = (await court.store.read('C-1')).map(({ type }) => type);
    expect(types.filter((type) => type === 'draft-made')).toHaveLength(1);
  });
});
