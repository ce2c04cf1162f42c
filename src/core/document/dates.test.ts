import { describe, expect, test } from 'vitest';
import { clock, moment } from './clock.ts';
import { dateOrder, findDates } from './dates.ts';

describe('dates', () => {
  // prettier-ignore
  const cases: [string, string[]][] = [
    ['on 2026-03-10 he paid', ['2026-03-10']],
    ['el 12 de marzo de 2026', ['2026-03-12']],
    ['el 1° de abril del año 2026', ['2026-04-01']],
    ['March 3, 2026', ['2026-03-03']],
    ['Mar. 3rd, 2026', ['2026-03-03']],
    ['the 3rd day of March, 2026', ['2026-03-03']],
    ['10 Mar 2026', ['2026-03-10']],
    ['in March 2026 and en septiembre de 2025', ['2026-03', '2025-09']],
    ['since 2019 and en 2020', ['2019', '2020']],
    ['31/12/99 and 31.12.2001', ['1999-12-31', '2001-12-31']],
    ['no dates: 31/02/2026, 2026-13-40, 45/45/2026, version 1.2.3, 100-200-3000', []],
    ['invoice GLP-2026-0311-044, Order 2026-03-111', []],
    ['12/13/2026', ['2026-12-13']],
  ];
  test.each(cases)('%s', (text, dates) => {
    expect(findDates(text, 'day first').map(({ iso }) => iso)).toEqual(dates);
  });

  test('places are exact and do not overlap', () => {
    const text = 'From March 3, 2026 until 4 May 2026.';
    expect(findDates(text, 'day first').map(({ start, end }) => text.slice(start, end))).toEqual([
      'March 3, 2026',
      '4 May 2026',
    ]);
  });

  test('numbers are read in the order of the document', () => {
    expect(findDates('10/03/2026', 'day first')[0]?.iso).toBe('2026-03-10');
    expect(findDates('10/03/2026', 'month first')[0]?.iso).toBe('2026-10-03');
    expect(findDates('30/03/2026', 'month first')[0]?.iso).toBe('2026-03-30');
  });

  test('the order shows in a number above twelve, else in the language', () => {
    expect(dateOrder('10/03/2026 and 25/03/2026', 'en')).toBe('day first');
    expect(dateOrder('03/10/2026 and 03/25/2026', 'es')).toBe('month first');
    expect(dateOrder('03/10/2026', 'en')).toBe('month first');
    expect(dateOrder('03/10/2026', 'es')).toBe('day first');
    expect(dateOrder('nothing', 'unknown')).toBe('day first');
  });

  test('a moment is a date with the time, where there is one', () => {
    expect(new RegExp(clock, 'i').exec('at 9:12 p.m. he')?.[0]).toBe('9:12 p.m.');
    expect(moment('10/03/2026', '9:12 p.m.', 'day first')).toBe('2026-03-10T21:12');
    expect(moment('10/03/2026', '12:05 am', 'day first')).toBe('2026-03-10T00:05');
    expect(moment('10/03/2026', '17:05:09', 'day first')).toBe('2026-03-10T17:05');
    expect(moment('10/03/2026', null, 'day first')).toBe('2026-03-10');
    expect(moment('some day', '17:05', 'day first')).toBeNull();
  });
});
