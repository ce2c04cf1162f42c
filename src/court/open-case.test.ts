import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admitted, at, contract, said } from '../../test/small-case.ts';
import { openSmallCase, smallCourt } from '../../test/world.ts';
import { noCase } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { recordText } from '../core/record/chain.ts';
import { verifyRecord } from '../core/record/verify-record.ts';
import { decided, refused } from '../core/refusal.ts';
import { certain, openCase, theCourt } from './open-case.ts';
import { readCase } from './read-case.ts';

const note = (text: string): CaseEvent => ({
  type: 'notes-handed',
  data: { seat: 'defender', notes: { prose: text } },
});

describe('a case in hand', () => {
  test('a case without a record is a new one', async () => {
    const open = await openCase(smallCourt(), 'C-1');
    expect(open.state()).toEqual(noCase);
    expect(open.version()).toBe(0);
  });

  test('what was decided is in the record, with who did it and when, and whoever opens it next sees it', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    const [first] = await court.store.read('C-1');
    expect(first).toMatchObject({
      seq: 1,
      at: '2026-03-02T09:00:00.000Z',
      by: { seat: 'court', kind: 'court' },
      type: 'court-constituted',
    });
    const again = await openCase(court, 'C-1');
    expect(again.state()).toEqual(open.state());
    expect(again.version()).toBe(open.version());
  });

  test('a refusal, and nothing to do, leave the record as it was', async () => {
    const open = await openSmallCase(smallCourt());
    const version = open.version();
    const refusal = { rule: 'HR2', at: [], says: 'No.' };
    expect(await open.act(theCourt, () => refused(refusal))).toEqual(refused(refusal));
    expect(await open.act(theCourt, () => decided())).toEqual(decided());
    expect(open.version()).toBe(version);
  });

  test('who comes late decides anew on what the other made of the case', async () => {
    const court = smallCourt();
    const one = await openSmallCase(court);
    const other = await openCase(court, 'C-1');
    await one.act(theCourt, () => decided(note('First.')));
    const seen: (string | undefined)[] = [];
    await other.act(theCourt, (state) => {
      seen.push(state.notes.get('defender'));
      return decided(note('Second.'));
    });
    expect(seen).toEqual([undefined, 'First.']);
    expect((await openCase(court, 'C-1')).state().notes.get('defender')).toBe('Second.');
  });

  test('of many writers at once all are heard, and each holds the state of the record in the end', async () => {
    const court = smallCourt();
    const hands = [await openSmallCase(court), await openCase(court, 'C-1')];
    await Promise.all(
      hands.flatMap((open, hand) =>
        [1, 2].map((n) =>
          open.act(theCourt, (state) =>
            decided(said(`S${state.statements.size + 1}`, [], { text: { prose: `${hand} ${n}` } })),
          ),
        ),
      ),
    );
    const { state } = readCase(await court.store.read('C-1'), await court.store.texts('C-1'));
    expect([...state.statements.keys()]).toEqual(['S1', 'S2', 'S3', 'S4']);
    for (const open of hands) {
      await open.act(theCourt, () => decided(note('Done.')));
    }
    const last = readCase(await court.store.read('C-1'), await court.store.texts('C-1'));
    expect(hands.at(-1)?.state()).toEqual(last.state);
  });

  test('[CT1] after five tries it says that others keep writing', async () => {
    const { store, ...rest } = smallCourt();
    let tries = 0;
    const busy = {
      ...rest,
      store: {
        ...store,
        append: async () => {
          tries += 1;
          return 'stale' as const;
        },
      },
    };
    const open = await openCase(busy, 'C-1');
    const answer = await open.act(theCourt, () => decided(note('x')));
    expect(answer).toMatchObject({ kind: 'refused', refusals: [{ rule: 'CT1' }] });
    expect(tries).toBe(5);
    expect(await open.signHead('exported')).toMatchObject({ refusals: [{ rule: 'CT1' }] });
    expect(tries).toBe(10);
  });

  test('[CT1] what the court does by itself cannot be refused: that is a fault', () => {
    expect(() => certain(decided())).not.toThrow();
    expect(() => certain(refused({ rule: 'CT1', at: [], says: 'Busy.' }))).toThrow('CT1: Busy.');
  });
});

describe('what holds for one version alone', () => {
  const entry = (text: string) => [{ by: theCourt, event: note(text) }];

  test('is recorded in one piece, each event under its own author', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    const by = { seat: 'defender', kind: 'person' } as const;
    const entries = [...entry('One.'), { by, event: note('Two.') }];
    expect(await open.record(open.version(), entries)).toBe('recorded');
    const last = (await court.store.read('C-1')).slice(-2);
    expect(last.map((event) => event.by)).toEqual([theCourt, by]);
  });

  test('is void where somebody was faster, in this hand or in another, and the case is then theirs', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    const other = await openCase(court, 'C-1');
    const version = open.version();
    await open.act(theCourt, () => decided(note('Faster.')));
    expect(await open.record(version, entry('Late.'))).toBe('overtaken');
    expect(await other.record(version, entry('Late.'))).toBe('overtaken');
    for (const hand of [open, other]) {
      expect(hand.state().notes.get('defender')).toBe('Faster.');
      expect(hand.version()).toBe(version + 1);
    }
  });
});

describe('heads', () => {
  test('are known by what they were signed for, to whoever opens the case', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    expect(open.isSigned('exported')).toBe(false);
    await open.signHead('exported');
    for (const hand of [open, await openCase(court, 'C-1')]) {
      expect([hand.isSigned('exported'), hand.isSigned('draft-made')]).toEqual([true, false]);
    }
  });

  test('sign everything before them, and a signed record verifies', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    const state = open.state();
    expect(await open.signHead('exported')).toEqual(decided());
    expect(open.state()).toEqual(state);
    const record = new TextEncoder().encode(recordText(await court.store.read('C-1')));
    expect(verifyRecord({ record })).toMatchObject({ kind: 'consistent-signer-unknown', heads: 1 });
  });

  test('a head that comes late signs what the other wrote too', async () => {
    const court = smallCourt();
    const one = await openSmallCase(court);
    const other = await openCase(court, 'C-1');
    await one.act(theCourt, () => decided(note('First.')));
    expect(await other.signHead('exported')).toEqual(decided());
    expect(other.state().notes.get('defender')).toBe('First.');
    const record = new TextEncoder().encode(recordText(await court.store.read('C-1')));
    expect(verifyRecord({ record }).findings).toEqual([]);
  });
});

describe('reading a case', () => {
  const place = at(contract, 'The price is ninety.');
  const event: fc.Arbitrary<CaseEvent> = fc.oneof(
    fc.string({ unit: 'grapheme' }).map(note),
    fc.constantFrom('E2', 'E3').map(admitted),
    fc
      .record({ n: fc.nat(5), text: fc.string({ unit: 'grapheme' }) })
      .map(({ n, text }) => said(`S${n}`, [place], { text: { prose: text } })),
  );

  test('the state in hand is the state that the record tells, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { maxLength: 3 }), { maxLength: 6 }),
        async (acts) => {
          const court = smallCourt();
          const open = await openSmallCase(court);
          for (const events of acts) await open.act(theCourt, () => decided(...events));
          const read = readCase(await court.store.read('C-1'), await court.store.texts('C-1'));
          expect(read.state).toEqual(open.state());
          expect(read.missing).toBe(0);
          expect(read.events).toHaveLength(open.version());
        },
      ),
      { numRuns: 30 },
    );
  });

  test('texts that left are marked by their hash, and counted', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court, note('Secret.'));
    await open.signHead('exported');
    const texts = (await court.store.texts('C-1')).filter(({ text }) => text !== 'Secret.');
    const { state, missing, events } = readCase(await court.store.read('C-1'), texts);
    expect(missing).toBe(1);
    expect(state.notes.get('defender')).toMatch(/^\[withheld [0-9a-f]{8}\]$/u);
    expect(events.map(({ type }) => type)).not.toContain('head-signed');
  });
});
