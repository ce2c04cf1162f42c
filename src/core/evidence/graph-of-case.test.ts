import { describe, expect, test } from 'vitest';
import {
  accepted,
  argued,
  article,
  caseOf,
  cause,
  constituted,
  contract,
  filedCase,
  issue,
  price,
  promiseShown,
  promised,
  questioned,
  said,
} from '../../../test/small-case.ts';
import { evaluate } from '../argument/evaluate.ts';
import { noCase } from '../case/case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import type { Position, Seat } from '../gate/proposal.ts';
import { granted, graphOfCase, positionNode } from './graph-of-case.ts';

const label = (events: readonly CaseEvent[], id: string) =>
  evaluate(graphOfCase(caseOf(...events))).label(id);
const proved = (element: string) => positionNode(element, 'proved');

const about = (
  id: string,
  question: string,
  seat: Seat,
  tier: 'strong' | 'weak' = 'strong',
): CaseEvent =>
  said(id, [price], {
    seat,
    support: { tier, because: [] },
    conclusion: { about: 'statement', statement: 'S1', question },
    weight: null,
  });
const conceded = (element: string, position: Position, by: Seat): CaseEvent => ({
  type: 'element-conceded',
  data: { element, position, by, text: { prose: 'We give it up.' } },
});

describe('what is shown', () => {
  test('an admitted passage proves an element with the weight of its class', () => {
    const { arguments: all } = graphOfCase(caseOf(...promiseShown));
    expect(all.get('S1')).toMatchObject({
      conclusion: 'promise:proved',
      weighing: { kind: 'constant', weight: 0.6 },
      source: 'E2',
      because: 'Because it is witness.',
    });
    expect(label(promiseShown, proved('promise'))).toBe('in');
    expect(label(promiseShown, granted)).toBe('in');
  });

  test('an exhibit that was excluded, or never admitted, proves nothing', () => {
    const excluded: CaseEvent = {
      type: 'exhibit-excluded',
      data: { exhibit: 'E2', reason: { prose: 'stolen' } },
    };
    expect(label([...promiseShown, excluded], proved('promise'))).toBe('out');
    expect(label([...filedCase, said('S1', [promised])], proved('promise'))).toBe('out');
  });

  test('a remark moves no label', () => {
    const remark = said('S2', [accepted], { conclusion: { about: 'nothing' } });
    expect(graphOfCase(caseOf(...promiseShown, remark))).toEqual(
      graphOfCase(caseOf(...promiseShown)),
    );
  });

  test('what has no weight of its own proves no element: law, a class that nobody knows', () => {
    const anchor = { source: 'small-code/1@2000-01-01', start: 0, end: 10, quote: 'Article 1.' };
    const byLaw = said('S1', [anchor], { kind: 'law', weight: null });
    expect(label([...argued(), byLaw], proved('promise'))).toBe('out');
  });

  test('a statement without a passage counts for nothing beyond its weight', () => {
    const { arguments: all } = graphOfCase(caseOf(...argued(), said('S1', [])));
    expect(all.get('S1')).not.toHaveProperty('source');
  });
});

describe('critical questions', () => {
  test('one that the proponent must answer takes the argument out once it is asked', () => {
    expect(label([...promiseShown, questioned('authentic')], proved('promise'))).toBe('out');
  });

  test('an answer from an admitted passage restores it', () => {
    const answered = [
      ...promiseShown,
      questioned('authentic'),
      about('S2', 'authentic', 'prosecutor'),
    ];
    expect(label(answered, proved('promise'))).toBe('in');
  });

  test('an answer or an exception that its passage supports weakly does not hold', () => {
    const answered = about('S2', 'authentic', 'prosecutor', 'weak');
    expect(label([...promiseShown, questioned('authentic'), answered], proved('promise'))).toBe(
      'out',
    );
    const exception = about('S2', 'contradicted', 'defender', 'weak');
    expect(label([...promiseShown, exception], proved('promise'))).toBe('in');
  });

  test('an answer to what nobody asked changes nothing', () => {
    expect(
      label([...promiseShown, about('S2', 'authentic', 'prosecutor')], proved('promise')),
    ).toBe('in');
  });

  test('one that the opponent must prove does nothing by being asked', () => {
    expect(label([...promiseShown, questioned('contradicted')], proved('promise'))).toBe('in');
  });

  test('an exception that is proved undercuts; one that is itself undercut does not', () => {
    const shown = [...promiseShown, about('S2', 'contradicted', 'defender')];
    expect(label(shown, proved('promise'))).toBe('out');
    const rebutted = said('S3', [accepted], {
      conclusion: { about: 'statement', statement: 'S2', question: 'contradicted' },
      weight: null,
    });
    expect(label([...shown, rebutted], proved('promise'))).toBe('in');
  });
});

describe('concessions', () => {
  test('give the point with the weight of what both sides agree on, and say who conceded', () => {
    const state = [...argued(), conceded('promise', 'proved', 'defender')];
    expect(graphOfCase(caseOf(...state)).arguments.get('C1')).toMatchObject({
      conclusion: 'promise:proved',
      weighing: { kind: 'constant', weight: 0.95 },
      because: 'conceded by Respondent’s counsel',
    });
    const [, ...rest] = state;
    expect(graphOfCase(caseOf(...rest)).arguments.get('C1')?.because).toBe('conceded by defender');
    expect(label(state, proved('promise'))).toBe('in');
    expect(label([...promiseShown, conceded('promise', 'not-proved', 'prosecutor')], granted)).toBe(
      'out',
    );
  });

  test('weigh fully where the jurisdiction has no class for them', () => {
    const without = constituted('en', { evidenceClasses: [] });
    const state = caseOf(
      without,
      issue('promise', 'prosecutor'),
      conceded('promise', 'proved', 'defender'),
    );
    expect(graphOfCase(state).arguments.get('C1')?.weighing).toEqual({
      kind: 'constant',
      weight: 1,
    });
  });
});

describe('the disposition', () => {
  const waived = said('S2', [accepted], {
    seat: 'defender',
    conclusion: { about: 'element', element: 'waiver', position: 'proved' },
  });

  test('is defeated by an exception that is proved', () => {
    expect(label([...promiseShown, waived], proved('promise'))).toBe('in');
    expect(label([...promiseShown, waived], granted)).toBe('out');
  });

  test('needs every decisive element, and none that is not decisive', () => {
    const price2 = issue('price', 'prosecutor');
    expect(label([...promiseShown, price2], granted)).toBe('out');
    const aside = issue('price', 'prosecutor', { decisive: false, nature: 'allegation' });
    expect(label([...promiseShown, aside], granted)).toBe('in');
  });

  test('rests on the articles of the cause: law that is not in force carries nothing', () => {
    const repealed = article('1', false);
    expect(label([...promiseShown, repealed], granted)).toBe('out');
    expect(label([...promiseShown, article('7', false)], granted)).toBe('in');
  });

  test('without a cause it follows from the allegations; without issues nothing is granted', () => {
    const alone = [
      constituted(),
      contract,
      { type: 'exhibit-admitted', data: { exhibit: 'E2' } } as const,
      issue('promise', 'prosecutor', { nature: 'allegation' }),
      said('S1', [promised]),
    ];
    expect(label(alone, granted)).toBe('in');
    expect(label([...alone, cause(null)], granted)).toBe('in');
    expect(evaluate(graphOfCase(noCase)).label(granted)).toBe('out');
  });
});

describe('standards and accrual are those of the jurisdiction', () => {
  test('beyond reasonable doubt asks more than preponderance', () => {
    const against = said('S2', [accepted], {
      seat: 'defender',
      conclusion: { about: 'element', element: 'promise', position: 'not-proved' },
      weight: { class: 'hearsay', value: 0.25, because: '' },
    });
    const strict = issue('promise', 'prosecutor', { standard: 'BRD' });
    expect(label([...promiseShown, against], proved('promise'))).toBe('in');
    expect(label([...promiseShown, strict, against], proved('promise'))).toBe('out');
    expect(label([...promiseShown, strict], proved('promise'))).toBe('in');
  });

  test('independent sources add up where the jurisdiction says so', () => {
    const [, ...rest] = argued();
    const adding = constituted('en', { accrual: 'independent' });
    const state = caseOf(adding, ...rest, said('S1', [promised]), said('S2', [accepted]));
    const labelling = evaluate(graphOfCase(state));
    expect(labelling.weights('promise').get('promise:proved')).toBeCloseTo(0.84);
  });

  test('a standard that the court does not know asks for more than the contrary', () => {
    const state = [...promiseShown, issue('promise', 'prosecutor', { standard: 'unknown' })];
    expect(graphOfCase(caseOf(...state)).issues.get('promise')?.standard).toEqual({
      kind: 'BRD',
      least: 0,
      margin: 0,
      contrary: 1,
    });
  });
});

test('what the graph says of its own is said in the language of the court', () => {
  const [, ...rest] = [...promiseShown, conceded('promise', 'proved', 'defender')];
  const graph = graphOfCase(caseOf(constituted('es'), ...rest));
  const text = (id: string) => graph.statements.get(id)?.text;
  expect(text(positionNode('promise', 'not-proved'))).toMatch(/^No es efectivo que: /u);
  expect(text('S1:undercut')).toBe('S1 no se considera.');
  expect(text('defeated')).toBe('Una excepción enerva la acción.');
  expect(graph.arguments.get('C1')?.because).toBe('reconocido en audiencia (Respondent’s counsel)');
});
