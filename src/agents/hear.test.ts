import { describe, expect, test } from 'vitest';
import { at, contract, proposing, statement } from '../../test/small-case.ts';
import { benchOf, mindThat, openSmallCase, silent, smallCourt } from '../../test/world.ts';
import { noCase } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import type { Move } from '../core/case/move.ts';
import { readCase } from '../court/read-case.ts';
import { openCase, type Court } from '../court/open-case.ts';
import { MindFault, type Mind, type MindAnswer, type SeatView } from '../ports/mind.ts';
import { defaultMove } from './default-move.ts';
import { hear, type Bench } from './hear.ts';

const promised = at(contract, 'The supplier promised delivery on the first of March.');
const arrived = at(statement, 'I saw the van arrive on the ninth of March.');

type Heard = { readonly events: readonly CaseEvent[]; readonly told: readonly CaseEvent[] };

async function heard(
  minds: Parameters<typeof benchOf>[0],
  more: Partial<Bench> = {},
  filed: readonly CaseEvent[] = [],
  court: Court = smallCourt(),
): Promise<Heard> {
  const told: CaseEvent[] = [];
  const open = await openSmallCase(court, ...filed);
  await hear(open, benchOf(minds, { heard: (event) => void told.push(event), ...more }));
  const { events } = readCase(await court.store.read('C-1'), await court.store.texts('C-1'));
  return { events, told };
}

const of = <Type extends CaseEvent['type']>(events: readonly CaseEvent[], type: Type) =>
  events.filter((event): event is Extract<CaseEvent, { type: Type }> => event.type === type);

/** Makes this move whenever it is lawful and was not refused just now. */
const insisting = (move: Move): Mind =>
  mindThat(({ lawful }) => ({ move: lawful.includes(move.act) ? move : null }));
const offer: Move = { act: 'offer', exhibits: ['E2', 'E3'], text: 'These two.' };

describe('a hearing', () => {
  test('in which nobody has anything to say ends in a draft, and its heads are signed', async () => {
    const court = smallCourt();
    const { events } = await heard({}, {}, [], court);
    expect(of(events, 'draft-made')).toHaveLength(1);
    expect(of(events, 'deliberated')).toMatchObject([{ data: { granted: false } }]);
    const heads = (await court.store.read('C-1')).filter(({ type }) => type === 'head-signed');
    expect(heads.map(({ data }) => data['purpose'])).toEqual(['hearing-closed', 'draft-made']);
  });

  test('tells every event of it as it enters the record', async () => {
    const { events, told } = await heard({ judge: silent });
    expect(told).toEqual(events.slice(-told.length));
    expect(told[0]).toEqual({
      type: 'seat-taken',
      data: { seat: 'judge', actor: 'mind', mind: 'silent' },
    });
  });

  test('of a case without a court is none', async () => {
    const open = await openCase(smallCourt(), 'C-2');
    await hear(open, benchOf({}));
    expect(open.version()).toBe(1);
  });

  test('says before deliberation, once, what was looked for in vain', async () => {
    let turns = 0;
    const judge = mindThat(({ lawful }) => {
      turns += lawful.includes('deliberate') ? 1 : 0;
      return lawful.includes('deliberate') && turns === 1
        ? { move: null, leaves: true }
        : { move: null };
    });
    const data = { element: 'promise', words: ['date'], passages: 4, nearest: null };
    const search = () => [{ type: 'search-reported', data } as const];
    const { events } = await heard({ judge }, { search });
    expect(of(events, 'search-reported')).toHaveLength(1);
    expect(of(events, 'seat-taken').map(({ data }) => data.mind)).toEqual(['told', 'silent']);
  });

  test('goes through offer, admission, question, answer, argument and close', async () => {
    const once = new Set<string>();
    const prosecutor = mindThat(({ lawful, state }) => {
      const next = (act: Move['act'], move: Move): Move | null => {
        if (!lawful.includes(act) || once.has(act)) return null;
        once.add(act);
        return move;
      };
      return {
        move:
          next('offer', offer) ??
          next('examine', {
            act: 'examine',
            witness: 'teal',
            exhibit: 'E3',
            element: 'promise',
            text: 'When did it come?',
          }) ??
          next('argue', { act: 'argue', proposal: proposing([promised]) }) ??
          (state.statements.size > 9 ? offer : null),
      };
    });
    const witness = insisting({ act: 'answer', proposal: proposing([arrived]) });
    const { events } = await heard({ prosecutor, witness });
    expect(of(events, 'exhibit-admitted').map(({ data }) => data.exhibit)).toEqual(['E2', 'E3']);
    expect(of(events, 'statement-made').map(({ data }) => [data.seat, data.act])).toEqual([
      ['witness', 'answer'],
      ['prosecutor', 'argue'],
      ['prosecutor', 'close'],
      ['defender', 'close'],
    ]);
    expect(of(events, 'deliberated')).toMatchObject([{ data: { granted: true } }]);
  });
});

describe('a turn', () => {
  test('is tried three times, each refusal recorded and told, and then the floor passes', async () => {
    const told: (readonly string[])[] = [];
    const stubborn = mindThat(({ lawful, refusals }) => {
      if (!lawful.includes('offer')) return { move: null };
      told.push(refusals.map(({ rule }) => rule));
      return { move: { act: 'offer', exhibits: ['E9'], text: 'This.' } };
    });
    const { events } = await heard({ prosecutor: stubborn });
    expect(told).toEqual([[], ['CA2'], ['CA2']]);
    expect(of(events, 'proposal-rejected')).toHaveLength(3);
    expect(of(events, 'floor-lapsed').map(({ data }) => [data.seat, data.tries])).toEqual([
      ['prosecutor', 3],
    ]);
  });

  test('that the mind could not put into a move counts as a try, with the reason', async () => {
    const mumbling = mindThat(({ lawful, refusals }) => {
      if (!lawful.includes('offer')) return { move: null };
      if (refusals.length === 0) {
        return { move: null, refusals: [{ rule: 'MV1', at: [], says: 'That is no move.' }] };
      }
      return { move: null };
    });
    const { events } = await heard({ prosecutor: mumbling });
    expect(of(events, 'proposal-rejected')).toMatchObject([
      { data: { act: 'none', refusals: [{ rule: 'MV1' }] } },
    ]);
    expect(of(events, 'floor-lapsed')).toEqual([]);
  });

  test('[MI4] in which the thing behind the mind fails lapses, and the call is on record', async () => {
    const call = {
      mind: 'far',
      model: 'm-1',
      brief: '1',
      promptSha256: '00',
      answer: 'half \uD800',
      usage: { input: 1, output: 1 },
    };
    const broken = mindThat(({ lawful }) => {
      if (lawful.includes('offer')) throw new MindFault('far', 'Overloaded.', true, { call });
      if (lawful.includes('argue')) throw new MindFault('far', 'Gone.', false);
      return { move: null };
    });
    const { events } = await heard({ prosecutor: broken });
    expect(of(events, 'floor-lapsed').map(({ data }) => data.because.prose)).toEqual([
      'Overloaded.',
      'Gone.',
    ]);
    expect(of(events, 'mind-called').map(({ data }) => data.answer.prose)).toEqual(['half \uFFFD']);
  });

  test('in which a mind has a bug ends the hearing loudly', async () => {
    const bug = mindThat(() => {
      throw new TypeError('undefined is not a function');
    });
    await expect(heard({ judge: bug })).rejects.toThrow('undefined is not a function');
  });

  test('is streamed while it comes, and its call recorded', async () => {
    const words: string[] = [];
    const speaking: Mind = {
      name: 'far',
      actor: 'mind',
      async next({ lawful }, stream): Promise<MindAnswer> {
        if (!lawful.includes('offer')) return { move: null };
        stream('We ');
        stream('offer.');
        const call = {
          mind: 'far',
          model: 'm-1',
          brief: '1',
          promptSha256: '00',
          answer: '{}',
          usage: { input: 1, output: 2 },
        };
        return { move: null, call };
      },
    };
    const streamed = (seat: string, more: string) => void words.push(`${seat} ${more}`);
    const { events } = await heard({ prosecutor: speaking }, { streamed });
    expect(words).toEqual(['prosecutor We ', 'prosecutor offer.']);
    expect(of(events, 'mind-called')).toMatchObject([
      { data: { seat: 'prosecutor', model: 'm-1' } },
    ]);
  });

  test('of a person who leaves the seat goes to the court’s own mind', async () => {
    const person = mindThat(() => ({ move: null, leaves: true }), 'human', 'person');
    const { events } = await heard({ defender: person });
    expect(of(events, 'seat-taken').map(({ data }) => [data.actor, data.mind])).toEqual([
      ['person', 'human'],
      ['mind', 'silent'],
    ]);
  });

  test('whose words no record can hold is refused, and the refusal is recorded in words that it can', async () => {
    const half = insisting({ act: 'offer', exhibits: ['E2'], text: `x\uD800${'y'.repeat(5_000)}` });
    const { events } = await heard({ prosecutor: half });
    const [first] = of(events, 'proposal-rejected');
    expect(first?.data.refusals[0]?.rule).toBe('GT1');
    expect(first?.data.text.prose).toHaveLength(4_000);
    expect(first?.data.text.prose.startsWith('x\uFFFDy')).toBe(true);
  });

  test('[CA7] [CA8] a mind rules as the rules do and gives nothing away', async () => {
    const defender = mindThat(({ lawful, refusals }) => {
      if (refusals.length > 0) return { move: null };
      if (lawful.includes('object')) {
        const move: Move = { act: 'object', exhibit: 'E4', ground: 'relevance', text: 'Birds?' };
        return { move };
      }
      const concede: Move = { act: 'concede', element: 'promise', text: 'We give it up.' };
      return { move: lawful.includes('concede') ? concede : null };
    });
    const judge = insisting({ act: 'rule', overruled: true, text: 'Let them in.' });
    const prosecutor = mindThat(({ lawful, state }) => {
      const filed = state.exhibits.get('E4')?.standing.kind === 'filed';
      const move: Move = { act: 'offer', exhibits: ['E4'], text: 'Birds.' };
      return { move: lawful.includes('offer') && filed ? move : null };
    });
    const { events } = await heard({ defender, judge, prosecutor });
    expect(of(events, 'element-conceded')).toEqual([]);
    expect(of(events, 'objection-ruled')).toMatchObject([
      {
        data: {
          overruled: false,
          reason: { prose: 'The exhibit bears on no issue of this case.' },
        },
      },
    ]);
    const rules = of(events, 'proposal-rejected').flatMap(({ data }) =>
      data.refusals.map(({ rule }) => rule),
    );
    expect(new Set(rules)).toEqual(new Set(['CA7', 'CA8', 'CA2']));
  });

  test('[CT1] a record to which others keep writing is a fault, and no endless hearing', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    const { store } = court;
    const busy = { ...court, store: { ...store, append: async () => 'stale' as const } };
    const stuck = await openCase(busy, 'C-1');
    await expect(hear(stuck, benchOf({}))).rejects.toThrow('CT1');
    expect(open.version()).toBe((await store.read('C-1')).length);
  });
});

describe('what a seat sees', () => {
  const canary = (seat: 'prosecutor' | 'defender'): CaseEvent => ({
    type: 'notes-handed',
    data: { seat, notes: { prose: `CANARY of the ${seat}` } },
  });

  test('private notes, own answers and own refusals; of the other seat none of them, at any turn', async () => {
    const views: SeatView[] = [];
    const leaking = (seat: 'prosecutor' | 'defender') =>
      mindThat((view) => {
        views.push(view);
        const call = {
          mind: 'far',
          model: 'm',
          brief: '1',
          promptSha256: '00',
          answer: `CANARY of the ${seat}`,
          usage: { input: 1, output: 1 },
        };
        const move: Move = { act: 'offer', exhibits: ['E9'], text: `CANARY of the ${seat}` };
        return { move: view.lawful.includes('offer') ? move : null, call };
      });
    const watching = mindThat((view) => {
      views.push(view);
      return { move: null };
    });
    await heard(
      {
        prosecutor: leaking('prosecutor'),
        defender: leaking('defender'),
        judge: watching,
        secretary: watching,
      },
      {},
      [canary('prosecutor'), canary('defender')],
    );
    const written = (view: SeatView) =>
      JSON.stringify(view, (_, value: unknown) => (value instanceof Map ? [...value] : value));
    expect(new Set(views.map(({ seat }) => seat)).size).toBe(4);
    for (const view of views) {
      const seen = new Set(written(view).match(/CANARY of the \w+/gu));
      const own = new Set([`CANARY of the ${view.seat}`]);
      expect([...seen].filter((one) => !own.has(one))).toEqual([]);
      expect(seen.size).toBe(view.notes === '' ? 0 : 1);
    }
  });

  test('its title, its brief and the language of the court', async () => {
    const views: SeatView[] = [];
    const watching = mindThat((view) => {
      views.push(view);
      return { move: null };
    });
    const briefs = new Map([['judge', { version: '1', text: 'Keep order.' }]] as const);
    await heard({ judge: watching, secretary: watching }, { briefs });
    expect(views.find(({ seat }) => seat === 'judge')).toMatchObject({
      title: 'Judge',
      brief: { version: '1' },
      language: 'en',
      lawful: ['open'],
    });
    expect(views.find(({ seat }) => seat === 'secretary')?.brief).toEqual({
      version: 'none',
      text: '',
    });
  });
});

describe('what the rules do in the stead of a seat', () => {
  test('it passes where it may, else does its duty', () => {
    expect(defaultMove(noCase, 'defender', ['offer', 'pass']).act).toBe('pass');
    for (const act of ['answer', 'close', 'deliberate', 'draft', 'open', 'rule'] as const) {
      expect(defaultMove(noCase, 'judge', [act]).act).toBe(act);
    }
  });
});
