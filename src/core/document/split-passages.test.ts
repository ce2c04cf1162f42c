import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPages } from '../../../test/read-pages.ts';
import { longestPassage } from './split-passages.ts';

describe('paragraphs', () => {
  test('hard-wrapped lines are joined, blank lines divide', () => {
    const { said } = readPages(
      'The tenant left the house on the fourth of May and took\nthe keys along, as the porter of the house has told us in\nhis letter.\n\nNobody saw her since.',
    );
    expect(said).toEqual([
      'The tenant left the house on the fourth of May and took the keys along, as the porter of the house has told us in his letter.',
      'Nobody saw her since.',
    ]);
  });

  test('short lines that end before the margin stand alone', () => {
    expect(readPages('Orla Venn\n12 Mill Road\nUtopia').said).toEqual([
      'Orla Venn',
      '12 Mill Road',
      'Utopia',
    ]);
  });

  test('a line that begins small goes on, unless the one before it was closed and short', () => {
    expect(readPages('The keys were\nlost in May.\nall of them.').said).toEqual([
      'The keys were lost in May.',
      'all of them.',
    ]);
  });

  test('a line that is indented after a full stop begins a paragraph', () => {
    const line = 'It was raining for the whole of the day in question and the road was wet.';
    const { said } = readPages(`   ${line}\n${line}\n   ${line}\n${line}`);
    expect(said).toEqual([`${line} ${line}`, `${line} ${line}`]);
  });

  test('lines longer than any margin are paragraphs', () => {
    const line = `${'It was raining for the whole of the day. '.repeat(5)}It stopped.`;
    expect(readPages(`${line}\n${line}`).said).toHaveLength(2);
  });

  test('a sentence that a page divides is joined, a new paragraph is not', () => {
    expect(readPages('The tenant went to', 'the mill and stayed.\n\nShe was happy.').said).toEqual([
      'The tenant went to the mill and stayed.',
      'She was happy.',
    ]);
    expect(readPages('The tenant went to\n\n', '\n\nthe mill.').said).toEqual([
      'The tenant went to the mill.',
    ]);
    expect(readPages('She left.\n', 'Nobody saw her.').said).toHaveLength(2);
  });

  test('items and clauses stand alone, and what is indented under one belongs to it', () => {
    const { said } = readPages(
      '- Printing: $85\n  Support: invoice.txt\n  Basis: the print run\n- Freight: $5\n1. First\n1.1 Second\n(a) third\nArtículo 4. Cuarto',
    );
    expect(said).toEqual([
      '- Printing: $85 Support: invoice.txt Basis: the print run',
      '- Freight: $5',
      '1. First',
      '1.1 Second',
      '(a) third',
      'Artículo 4. Cuarto',
    ]);
  });

  test('an entry of a log begins with its moment and stands alone, in capitals or not', () => {
    const { said, passages } = readPages(
      '2025-03-14 21:58:12 ZONE 1 ARMED\n2025-03-15 00:41:07 ZONE 2 OPENED\n22:10:04 outgoing call\n2025-03-16,ORREL,8.0\n04/05/2025 22:10 motion',
    );
    expect(said).toEqual([
      '2025-03-14 21:58:12 ZONE 1 ARMED',
      '2025-03-15 00:41:07 ZONE 2 OPENED',
      '22:10:04 outgoing call',
      '2025-03-16,ORREL,8.0',
      '04/05/2025 22:10 motion',
    ]);
    expect(passages[0]?.saidAt).toBe('2025-03-14');
  });

  test('a chat whose stamps name no year has speakers, a timetable has none', () => {
    const speakers = (text: string) => readPages(text).passages.map(({ speaker }) => speaker);
    expect(
      speakers('12 Jan 18:20 Des V: mine\n12 Jan 18:44 Ann: sold\n12 Jan 18:45 Des V: ok'),
    ).toEqual(['Des V', 'Ann', 'Des V']);
    expect(speakers('22:10 Ana - ¿ya?\n22:14 Luis - sí\n22:15 Ana - bueno')).toEqual([
      'Ana',
      'Luis',
      'Ana',
    ]);
    expect(speakers('09:00 Breakfast\n10:00 ZONE - open\n10:30 ZONE - shut')).not.toContain('ZONE');
  });

  test('fields of a form stand alone, however long', () => {
    const { said } = readPages(
      'Printer: Great Lakes Commercial Print Works\nInvoice: GLP-2026-0311-044',
    );
    expect(said).toHaveLength(2);
  });

  test('long paragraphs are cut at sentences, and at clauses of a contract', () => {
    const sentence = 'The parties agree that the goods are delivered at the mill on a Monday. ';
    const { passages, said } = readPages(sentence.repeat(30));
    expect(Math.max(...passages.map(({ start, end }) => end - start))).toBeLessThanOrEqual(
      longestPassage,
    );
    expect(said.every((words) => words.endsWith('Monday.'))).toBe(true);
    const clauses = readPages(`${sentence.repeat(5)}1.2 ${sentence.repeat(5)}`).said;
    expect(clauses[1]).toMatch(/^1\.2 The/);
  });

  test('a sentence without end is cut at a comma, at a space, or anywhere but in a character', () => {
    const commas = readPages(`${'one and two and three, '.repeat(60)}end`);
    expect(commas.said[0]).toMatch(/,$/);
    expect(readPages('word '.repeat(300)).said[0]).toMatch(/word$/);
    expect(readPages('a'.repeat(1_500)).said.map((words) => words.length)).toEqual([600, 600, 300]);
    expect(readPages(`a${'😀'.repeat(700)}`).said[0]).toMatch(/^a(?:😀)+$/u);
  });
});

describe('whatever comes in', () => {
  const piece = fc.constantFrom(
    ...'\n|\n\n|\n  |- |1. |# |Q. |A. |Orla: |2026-03-10 09:12 Orla:|From: x\nTo: y\n'.split('|'),
    ...'THE END\n|Scope:\n|References\n\n|___|word |Two words. |\u200B|\u00A0|\r\n|\f|«|ñ'.split(
      '|',
    ),
  );
  const pages = fc.array(
    fc
      .array(
        fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 6 })),
        { maxLength: 40 },
      )
      .map((pieces) => pieces.join('')),
    { minLength: 1, maxLength: 4 },
  );

  test('every word lies in exactly one passage, in order, on its page, cut short enough', () => {
    fc.assert(
      fc.property(pages, (texts) => {
        const { text, passages, pages: places } = readPages(...texts);
        let end = 0;
        for (const passage of passages) {
          expect(text.slice(end, passage.start).trim()).toBe('');
          expect(passage.start).toBeGreaterThanOrEqual(end);
          expect(passage.end).toBeGreaterThan(passage.start);
          expect(passage.end - passage.start).toBeLessThanOrEqual(longestPassage);
          expect(text.slice(passage.start, passage.end).trim()).toHaveLength(
            passage.end - passage.start,
          );
          expect(places[passage.page - 1]?.start).toBeLessThanOrEqual(passage.start);
          end = passage.end;
        }
        expect(text.slice(end).trim()).toBe('');
        expect(passages.map(({ n }) => n)).toEqual(passages.map((_, index) => index + 1));
      }),
      { numRuns: 500 },
    );
  });

  test('ten thousand paragraphs and lines keep their numbers', () => {
    expect(readPages('It rained here.\n\n'.repeat(10_000)).passages).toHaveLength(10_000);
    expect(readPages('Orla: no\nPeter: yes\n'.repeat(5_000)).passages).toHaveLength(10_000);
  });

  test('nothing gives nothing', () => {
    expect(readPages('').passages).toEqual([]);
    expect(readPages().pages).toEqual([]);
  });
});
