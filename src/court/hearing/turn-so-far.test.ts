import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { turnAfter, untried } from './turn-so-far.ts';

const refusedFor = (rule: string): CaseEvent => ({
  type: 'proposal-rejected',
  data: {
    seat: 'defender',
    act: 'argue',
    text: { prose: 'No.' },
    refusals: [{ rule, says: { prose: `Not by ${rule}.` } }],
  },
});
const called: CaseEvent = {
  type: 'mind-called',
  data: {
    seat: 'defender',
    mind: 'far',
    model: 'm-1',
    brief: '1',
    promptSha256: '00',
    answer: { prose: '{}' },
    usage: { input: 1, output: 1 },
  },
};

describe('the turn that is open, as the record tells it', () => {
  test('counts the tries that were refused, and keeps why the last one was', () => {
    const events = [called, refusedFor('GT1'), called, refusedFor('GT2'), called];
    expect(events.reduce(turnAfter, untried)).toEqual({
      tries: 2,
      refusals: [{ rule: 'GT2', at: [], says: 'Not by GT2.' }],
    });
  });

  test('ends with whatever else happens', () => {
    const data = { seat: 'defender', tries: 3, because: { prose: 'No more tries.' } } as const;
    const events: readonly CaseEvent[] = [refusedFor('GT1'), { type: 'floor-lapsed', data }];
    expect(events.reduce(turnAfter, untried)).toBe(untried);
  });
});
