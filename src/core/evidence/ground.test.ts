import { describe, expect, test } from 'vitest';
import {
  argued,
  article,
  caseOf,
  cause,
  filing,
  lawWanting,
  promised,
  said,
} from '../../../test/small-case.ts';
import { evaluate } from '../argument/evaluate.ts';
import { explain } from '../argument/explain.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { noCase } from '../case/case.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { granted, graphOfCase } from './graph-of-case.ts';
import { founded, groundOf, normNode, normsOf } from './ground.ts';

/** A cause on two articles, proved, with what the record says of them. */
function proved(matter: Matter, ...law: readonly CaseEvent[]) {
  const named = cause();
  if (named.type !== 'cause-identified' || filing.type !== 'case-filed')
    throw new Error('no cause');
  const articles = ['1', '2'].map((number) => ({ work: 'small-code', article: number }));
  return [
    ...argued().filter(({ type }) => type !== 'law-entered'),
    { ...filing, data: { ...filing.data, matter } },
    { ...named, data: { ...named.data, law: articles } },
    said('S1', [promised]),
    ...law,
  ] as const;
}
const label = (events: readonly CaseEvent[], id = granted) =>
  evaluate(graphOfCase(caseOf(...events))).label(id);

describe('the law of the cause is a premise of its own', () => {
  test('each article in force is a statement that its text supports', () => {
    const events = proved('criminal', article('1'), article('2'));
    expect(normsOf(caseOf(...events))).toMatchObject([
      { id: 'small-code/1', standing: 'in-force', on: null, rule: null },
      { id: 'small-code/2', standing: 'in-force', sources: ['small-code/2@2000-01-01'] },
    ]);
    expect(label(events)).toBe('in');
    expect(label(events, normNode('small-code/1'))).toBe('in');
  });

  test('nobody is punished where one article was not in force', () => {
    const events = proved('criminal', article('1'), lawWanting('2', true));
    expect(label(events)).toBe('out');
    expect(label(events, normNode('small-code/1'))).toBe('in');
    const graph = graphOfCase(caseOf(...events));
    const { statements } = explain(graph, evaluate(graph), granted);
    expect([...statements].map(([id, { text }]) => [id, text])).toContainEqual([
      'not-in-force:small-code/2',
      'Small Code, art. 2, was not in force: the work came later.',
    ]);
  });

  test('a civil claim stands on another ground, and fails where none was in force', () => {
    expect(label(proved('civil', article('1'), lawWanting('2', true)))).toBe('in');
    expect(label(proved('civil', lawWanting('1', true), lawWanting('2', true)))).toBe('out');
  });

  test('[LF4] an article that fell away before the judgment carries nothing, though its text is there', () => {
    const events = proved('criminal', article('1'), article('2'), lawWanting('2', true));
    expect(label(events)).toBe('out');
    expect(label(events, 'small-code/2@2000-01-01')).toBe('in');
  });

  test('what is not known is assumed, as a condition that the statement names', () => {
    const events = proved('criminal', article('1'), lawWanting('2', false));
    expect(label(events)).toBe('in');
    const { statements, assumptions } = graphOfCase(caseOf(...events));
    expect(assumptions).toContain(normNode('small-code/2'));
    expect(statements.get(normNode('small-code/2'))?.text).toBe(
      'Small Code, art. 2, was in force on 2025-03-01: a condition, which the law loaded here does not show.',
    );
  });

  test('a version that is entered as not in force counts against it', () => {
    const [norm] = normsOf(caseOf(...proved('criminal', article('1', false))));
    expect(norm).toMatchObject({ standing: 'not-in-force', because: 'repealed in 2010' });
  });

  test('an article of which the record says nothing is no premise', () => {
    expect(normsOf(caseOf(...proved('criminal', article('1'))))).toHaveLength(1);
    expect(groundOf(noCase).statements.has(founded)).toBe(false);
    for (const matter of ['civil', 'criminal'] as const) {
      expect(label(proved(matter))).toBe('in');
    }
  });
});
