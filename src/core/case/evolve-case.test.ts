import { describe, expect, test } from 'vitest';
import {
  admitted,
  argued,
  at,
  caseOf,
  constituted,
  contract,
  exhibit,
  filedCase,
  phase,
  said,
} from '../../../test/small-case.ts';
import type { CaseEvent } from './case-event.ts';
import { noCase } from './case.ts';
import { evolveCase } from './evolve-case.ts';
import { papersOf } from './papers.ts';

const promised = at(contract, 'The supplier promised delivery on the first of March.');

describe('the state of a case', () => {
  test('is folded from its events, in which nothing is lost', () => {
    const state = caseOf(
      ...filedCase,
      { type: 'seat-taken', data: { seat: 'judge', actor: 'person', mind: 'human' } },
      { type: 'notes-handed', data: { seat: 'defender', notes: { prose: 'Press the date.' } } },
      phase(2, 'prosecutor'),
      said('S1', [promised]),
      {
        type: 'proposal-rejected',
        data: {
          seat: 'defender',
          act: 'argue',
          text: { prose: 'No.' },
          refusals: [{ rule: 'GT5', says: { prose: 'Not there.' } }],
        },
      },
      {
        type: 'critical-question-raised',
        data: {
          statement: 'S1',
          question: 'authentic',
          by: 'defender',
          text: { prose: 'Who?' },
          anchors: [],
        },
      },
      {
        type: 'element-conceded',
        data: {
          element: 'waiver',
          position: 'not-proved',
          by: 'defender',
          text: { prose: 'We give it up.' },
        },
      },
      {
        type: 'search-reported',
        data: { element: 'waiver', words: ['accepted'], passages: 4, nearest: null },
      },
      {
        type: 'passages-noted',
        data: {
          element: 'waiver',
          passages: [{ source: 'E3', start: 0, end: 1, quote: { prose: 'x' } }],
        },
      },
      {
        type: 'mind-called',
        data: {
          seat: 'defender',
          mind: 'claude',
          model: 'm-1',
          brief: '1',
          promptSha256: '00',
          answer: { prose: '{}' },
          usage: { input: 1, output: 1 },
        },
      },
      { type: 'draft-made', data: { draft: { prose: '{}' }, markdown: { prose: '#' } } },
    );
    expect(state).toMatchObject({
      constitution: { profile: { id: 'small' } },
      filing: { caption: { prose: 'Larch v. Rowan' } },
      parties: [{ party: 'larch' }, { party: 'rowan' }],
      cause: { cause: 'late-delivery' },
      allegations: [{ n: 1 }],
      witnesses: [{ witness: 'teal' }],
      hearing: { state: 'in-session', phase: 2 },
      rejections: [{ refusals: [{ rule: 'GT5' }] }],
      criticalQuestions: [{ question: 'authentic' }],
      concessions: [{ element: 'waiver' }],
      calls: [{ model: 'm-1' }],
      draft: { markdown: { prose: '#' } },
    });
    expect([...state.exhibits.keys()]).toEqual(['E1', 'E2', 'E3', 'E4']);
    expect([...state.law.keys()]).toEqual(['small-code/1@2000-01-01']);
    expect([...state.issues.keys()]).toEqual(['promise', 'waiver']);
    expect([...state.statements.keys()]).toEqual(['S1']);
    expect(state.seats.get('judge')?.mind).toBe('human');
    expect(state.notes.get('defender')).toBe('Press the date.');
    expect(state.searches.get('waiver')?.passages).toBe(4);
    expect(state.noted.get('waiver')).toHaveLength(1);
  });

  test('some events say what was done and change nothing that is decided by', () => {
    const before = caseOf(...filedCase);
    const events: readonly CaseEvent[] = [
      { type: 'floor-lapsed', data: { seat: 'defender', tries: 3, because: { prose: 'x' } } },
      { type: 'deliberated', data: { labels: [], granted: false } },
      { type: 'papers-made', data: { papers: [] } },
    ];
    for (const event of events) expect(evolveCase(before, event)).toBe(before);
  });

  test('what became of the draft is known, and leaves the draft as it was', () => {
    const before = caseOf(...filedCase);
    const data = { decision: 'signed', by: { prose: 'A judge' }, reason: { prose: 'y' } } as const;
    const after = evolveCase(before, { type: 'draft-decided', data });
    expect(after).toEqual({ ...before, decision: data });
  });

  test('an exhibit stands as what was last done with it', () => {
    const standing = (...events: readonly CaseEvent[]) =>
      caseOf(...filedCase, ...events).exhibits.get('E2')?.standing;
    expect(standing()).toEqual({ kind: 'filed' });
    const offered: CaseEvent = {
      type: 'exhibit-offered',
      data: { exhibits: ['E2', 'E9'], by: 'defender', text: { prose: 'These.' } },
    };
    expect(standing(offered)).toEqual({ kind: 'offered', by: 'defender' });
    expect(standing(offered, admitted('E2'))).toEqual({ kind: 'admitted' });
    expect(
      standing(offered, {
        type: 'exhibit-excluded',
        data: { exhibit: 'E2', reason: { prose: 'stolen' } },
      }),
    ).toEqual({ kind: 'excluded', because: 'stolen' });
    expect(caseOf(...filedCase).exhibits.get('E1')?.standing).toEqual({ kind: 'pleading' });
  });

  test('a ruling is kept with its objection, and with no other', () => {
    const made = (objection: string): CaseEvent => ({
      type: 'objection-made',
      data: {
        objection,
        by: 'defender',
        against: { kind: 'exhibit', exhibit: 'E2' },
        ground: 'relevance',
        text: { prose: 'Why?' },
      },
    });
    const { objections } = caseOf(...filedCase, made('O1'), made('O2'), {
      type: 'objection-ruled',
      data: { objection: 'O2', overruled: true, reason: { prose: 'It bears on it.' } },
    });
    expect(objections.map(({ ruling }) => ruling)).toEqual([
      null,
      { overruled: true, reason: 'It bears on it.' },
    ]);
  });

  test('a changed weight says that it was changed, from what and why', () => {
    const changed = (statement: string): CaseEvent => ({
      type: 'weight-changed',
      data: { statement, value: 0.1, reason: { prose: 'the ink is fresh' } },
    });
    const past = [...argued(), said('S1', [promised]), said('S2', [], { weight: null })];
    const state = caseOf(...past, changed('S1'), changed('S2'), changed('S9'));
    expect(state.statements.get('S1')?.weight).toEqual({
      class: 'witness',
      value: 0.1,
      because: 'changed from 0.6 by the judge: the ink is fresh',
    });
    const spanish = caseOf(constituted('es'), said('S1', [promised]), changed('S1'));
    expect(spanish.statements.get('S1')?.weight?.because).toBe(
      'cambiado de 0.6 por el juez: the ink is fresh',
    );
    const unread = caseOf(said('S1', [promised]), changed('S1'));
    expect(unread.statements.get('S1')?.weight?.because).toContain('by the judge');
    expect(state.statements.get('S2')?.weight).toBeNull();
    expect(state.statements.size).toBe(2);
  });
});

describe('the papers of a case', () => {
  test('are read back as documents, with names of the sides', () => {
    const spoken = exhibit('E5', 'message-thread', ['Hello.', 'Good day.'], {
      speaker: 'Ada Larch',
      warnings: [{ prose: 'doubtful encoding' }],
    });
    const { documents, exhibits, complaint, aliases } = papersOf(caseOf(...filedCase, spoken));
    expect(exhibits.map((one) => one.exhibit)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
    expect(complaint?.name).toBe('e1.txt');
    expect(documents[4]).toMatchObject({
      name: 'e5.txt',
      text: 'Hello. Good day.',
      pages: [{ n: 1, start: 0, end: 16 }],
      passages: [
        { n: 1, start: 0, end: 6, speaker: 'Ada Larch', headings: [] },
        { n: 2, start: 7, end: 16 },
      ],
      warnings: ['doubtful encoding'],
    });
    expect(aliases).toEqual({
      claimant: ['Ada Larch'],
      respondent: ['Bo Rowan'],
      others: [],
    });
  });

  test('a case without a complaint has none', () => {
    expect(papersOf(caseOf(constituted(), contract)).complaint).toBeNull();
    expect(papersOf(noCase).documents).toEqual([]);
  });
});
