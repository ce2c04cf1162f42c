import { describe, expect, test } from 'vitest';
import { argued, said } from '../../../test/small-case.ts';
import type { CaseEvent } from './case-event.ts';
import { privateTo } from './private-to.ts';

const own: readonly CaseEvent[] = [
  { type: 'notes-handed', data: { seat: 'defender', notes: { prose: 'Press the date.' } } },
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
  {
    type: 'proposal-rejected',
    data: { seat: 'defender', act: 'argue', text: { prose: 'x' }, refusals: [] },
  },
];

describe('what is private', () => {
  test.each(own)('$type is its seat’s own', (event) => {
    expect(privateTo(event)).toBe('defender');
  });

  test('what was heard is not', () => {
    expect([...argued(), said('S1', [])].map(privateTo)).not.toContain('defender');
    expect(new Set(argued().map(privateTo))).toEqual(new Set([null]));
  });
});
