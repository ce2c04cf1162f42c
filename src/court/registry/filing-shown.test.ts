import { describe, expect, test } from 'vitest';
import { filedCase } from '../../../test/small-case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { filingShown } from './filing-shown.ts';

const wanting: CaseEvent = {
  type: 'law-wanting',
  data: {
    work: 'small-code',
    title: 'Small Code',
    article: '9',
    on: '2025-03-01',
    known: false,
    rule: 'LF2',
    because: 'no version of it is known',
    legality: [],
  },
};
const witness: CaseEvent = {
  type: 'witness-listed',
  data: { witness: 'teal', name: { prose: 'Cy Teal' }, exhibit: 'E2' },
};

describe('what the secretary made of the papers', () => {
  test('is told from the first events of the record', () => {
    const shown = filingShown([...filedCase, witness, wanting]);
    expect(shown).toMatchObject({
      caption: 'Larch v. Rowan',
      matter: 'civil',
      dates: { facts: '2025-03-01', filed: null, hearing: '2026-03-02' },
      workedOut: [{ what: 'complaint', tier: 'fair', because: 'it reads like one' }],
      lawWanting: [{ article: 'Small Code, 9', because: 'no version of it is known' }],
    });
    expect(shown.witnesses).toContainEqual({ name: 'Cy Teal', exhibit: 'E2' });
    expect(shown.parties.map(({ name }) => name)).toEqual(['Ada Larch', 'Bo Rowan']);
    expect(shown.exhibits.map(({ exhibit }) => exhibit)).toContain('E1');
    expect(shown.exhibits.every(({ warnings }) => warnings.length === 0)).toBe(true);
  });

  test('tells the warnings of a paper', () => {
    const events = filedCase.map((event) =>
      event.type === 'exhibit-filed'
        ? { ...event, data: { ...event.data, warnings: [{ prose: 'Page 2 without text.' }] } }
        : event,
    );
    expect(filingShown(events).exhibits[0]?.warnings).toEqual(['Page 2 without text.']);
  });
});
