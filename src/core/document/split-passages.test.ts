import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage } from './document.ts';
import { languageOf } from './language-of.ts';
import { layOut, type PageText } from './layout.ts';
import { longestPassage, splitPassages } from './split-passages.ts';

function read(...pages: (string | PageText)[]) {
  const layout = layOut(pages.map((page) => (typeof page === 'string' ? { text: page } : page)));
  const passages = splitPassages(layout, languageOf(layout.text));
  const words = ({ start, end }: Passage) => layout.text.slice(start, end);
  return { ...layout, passages, words, said: passages.map(words) };
}

function spoken(text: string) {
  const { passages, words } = read(text);
  return passages.map((passage) => [passage.speaker, passage.saidAt, words(passage)]);
}

describe('paragraphs', () => {
  test('hard-wrapped lines are joined, blank lines divide', () => {
    const { said } = read(
      'The tenant left the house on the fourth of May and took\nthe keys along, as the porter of the house has told us in\nhis letter.\n\nNobody saw her since.',
    );
    expect(said).toEqual([
      'The tenant left the house on the fourth of May and took the keys along, as the porter of the house has told us in his letter.',
      'Nobody saw her since.',
    ]);
  });

  test('short lines that end before the margin stand alone', () => {
    expect(read('Orla Venn\n12 Mill Road\nUtopia').said).toEqual([
      'Orla Venn',
      '12 Mill Road',
      'Utopia',
    ]);
  });

  test('a line that begins small goes on, unless the one before it was closed and short', () => {
    expect(read('The keys were\nlost in May.\nall of them.').said).toEqual([
      'The keys were lost in May.',
      'all of them.',
    ]);
  });

  test('a line that is indented after a full stop begins a paragraph', () => {
    const line = 'It was raining for the whole of the day in question and the road was wet.';
    const { said } = read(`   ${line}\n${line}\n   ${line}\n${line}`);
    expect(said).toEqual([`${line} ${line}`, `${line} ${line}`]);
  });

  test('lines longer than any margin are paragraphs', () => {
    const line = `${'It was raining for the whole of the day. '.repeat(5)}It stopped.`;
    expect(read(`${line}\n${line}`).said).toHaveLength(2);
  });

  test('a sentence that a page divides is joined, a new paragraph is not', () => {
    expect(read('The tenant went to', 'the mill and stayed.\n\nShe was happy.').said).toEqual([
      'The tenant went to the mill and stayed.',
      'She was happy.',
    ]);
    expect(read('The tenant went to\n\n', '\n\nthe mill.').said).toEqual([
      'The tenant went to the mill.',
    ]);
    expect(read('She left.\n', 'Nobody saw her.').said).toHaveLength(2);
  });

  test('items and clauses stand alone, and what is indented under one belongs to it', () => {
    const { said } = read(
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
    const { said, passages } = read(
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
    const speakers = (text: string) => read(text).passages.map(({ speaker }) => speaker);
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
    const { said } = read(
      'Printer: Great Lakes Commercial Print Works\nInvoice: GLP-2026-0311-044',
    );
    expect(said).toHaveLength(2);
  });

  test('long paragraphs are cut at sentences, and at clauses of a contract', () => {
    const sentence = 'The parties agree that the goods are delivered at the mill on a Monday. ';
    const { passages, said } = read(sentence.repeat(30));
    expect(Math.max(...passages.map(({ start, end }) => end - start))).toBeLessThanOrEqual(
      longestPassage,
    );
    expect(said.every((words) => words.endsWith('Monday.'))).toBe(true);
    const clauses = read(`${sentence.repeat(5)}1.2 ${sentence.repeat(5)}`).said;
    expect(clauses[1]).toMatch(/^1\.2 The/);
  });

  test('a sentence without end is cut at a comma, at a space, or anywhere but in a character', () => {
    const commas = read(`${'one and two and three, '.repeat(60)}end`);
    expect(commas.said[0]).toMatch(/,$/);
    expect(read('word '.repeat(300)).said[0]).toMatch(/word$/);
    expect(read('a'.repeat(1_500)).said.map((words) => words.length)).toEqual([600, 600, 300]);
    expect(read(`a${'😀'.repeat(700)}`).said[0]).toMatch(/^a(?:😀)+$/u);
  });
});

describe('headings are context and never evidence', () => {
  const headings = (text: string) => {
    const { passages, words } = read(text);
    return passages.map((passage) => [
      words(passage),
      passage.headings.join(' > '),
      passage.evidential,
    ]);
  };

  test('of Markdown', () => {
    expect(headings('# One\n\ntext a\n\n## Two\n\ntext b\n\n# Three\n\ntext c')).toEqual([
      ['# One', '', false],
      ['text a', '# One', true],
      ['## Two', '# One', false],
      ['text b', '# One > ## Two', true],
      ['# Three', '', false],
      ['text c', '# Three', true],
    ]);
  });

  test('in capitals, also over two lines, but no table and no sentence', () => {
    expect(headings('ARTICLE 4\n\nTHE RIGHTS AND DUTIES\nOF THE PARTIES\n\nThey pay.')).toEqual([
      ['ARTICLE 4', '', false],
      ['THE RIGHTS AND DUTIES OF THE PARTIES', 'ARTICLE 4', false],
      ['They pay.', 'ARTICLE 4 > THE RIGHTS AND DUTIES OF THE PARTIES', true],
    ]);
    expect(headings('MSDS 4.1\nOther Extract 2.16')[0]?.[2]).toBe(true);
    expect(headings('NO REFUNDS ARE GIVEN TO ANYBODY AT ALL.')[0]?.[2]).toBe(true);
    expect(headings('The parties agree that ______ pays ______ in May.')[0]?.[2]).toBe(true);
    expect(headings('ORLA VENN,\n\nof the mill')[0]?.[2]).toBe(true);
    expect(headings('He said\nTERM SHEET\nand left')[1]?.[2]).toBe(true);
  });

  test('with every word capital, or numbered', () => {
    expect(headings('The Law of the Mill\n\nIt grinds.')[1]).toEqual([
      'It grinds.',
      'The Law of the Mill',
      true,
    ]);
    expect(headings('2.1 Payment Terms\n\nPay.')[1]?.[1]).toBe('2.1 Payment Terms');
    expect(headings('2.0 Payment\n2.1 The client pays.')[0]?.[2]).toBe(false);
    expect(headings('2. The client pays nothing\n\nIt left.')[0]?.[2]).toBe(true);
    expect(headings('Rain fell on us\n\nIt grinds.')[0]?.[2]).toBe(true);
  });

  test('that the format names', () => {
    const { passages } = read({ text: 'uno\n\ndos', headings: [{ start: 0, level: 1 }] });
    expect(passages.map(({ headings: above, evidential }) => [above, evidential])).toEqual([
      [[], false],
      [['uno'], true],
    ]);
  });

  test('a line with a colon leads in a list until a paragraph stands apart', () => {
    expect(headings('Scope:\n- one\n- two\n\nThe rest is free.')).toEqual([
      ['Scope:', '', false],
      ['- one', 'Scope:', true],
      ['- two', 'Scope:', true],
      ['The rest is free.', '', true],
    ]);
    expect(headings('Open compounds always count here:\n- one')[0]?.[2]).toBe(true);
    expect(headings('It ends with a colon:')[0]?.[2]).toBe(true);
  });

  test('a list of references is no evidence', () => {
    expect(
      headings('References\n\n1. A book about mills').map(([, , evidential]) => evidential),
    ).toEqual([false, false]);
  });

  test.each([
    ['- 3 -'],
    ['Page 3 of 10'],
    ['Página 4 de 9'],
    ['_____________'],
    ['https://example.org/a https://example.org/b'],
    ['/s/ Orla Venn'],
    ['Firma: ______'],
    ['IN WITNESS WHEREOF, the parties have signed.'],
    ['I declare under penalty of perjury that this is true.'],
    ['Declara bajo juramento.'],
    ['Baltazar Ruz, having been first duly sworn, testified as follows:\n'],
    ['IN THE DISTRICT COURT OF UTOPIA'],
    ['Case No. 12'],
    ['v.'],
    ['Demandante'],
    ['Plaintiff, v. Case No. 26-114'],
    ['By: ________'],
    ['RIT: 12-2026'],
    ['S.J.L. en lo Civil'],
  ])('%s is no evidence', (text) => {
    expect(read(`${text}\n\nThe van came at nine.`).passages[0]?.evidential).toBe(false);
  });

  test.each([
    ['I declare under penalty of perjury that I saw the van at nine.'],
    ['Orla Venn, being duly sworn, says that the van came at nine.'],
    ['Yo, Baltazar Ruz, declaro bajo juramento que vi la camioneta a las nueve.'],
    ['In the end the court was closed'],
    ['Case number twelve was lost by the clerk.'],
  ])('%s is evidence', (text) => {
    expect(read(text).passages[0]?.evidential).toBe(true);
  });

  test('running headers and footers are no evidence', () => {
    const pages = ['rained', 'snowed', 'froze', 'thawed'].map(
      (verb, n) => `Molino Azul case file\n\nOn that day it ${verb}.\n\nSource: mill, ${n}`,
    );
    const { passages, words } = read(...pages);
    expect(passages.filter(({ evidential }) => evidential).map(words)).toEqual([
      'On that day it rained.',
      'On that day it snowed.',
      'On that day it froze.',
      'On that day it thawed.',
    ]);
  });
});

describe('who speaks and when', () => {
  test('a thread with time and sender on a line of their own', () => {
    expect(
      spoken(
        'Excerpt of messages:\n\n- 2026-03-10 09:12 Peter:\n  I hold the slot.\n\n  Tell me.\n- 2026-03-10 09:18 Orla:\n  Yes.\n\nEnd of the excerpt.',
      ),
    ).toEqual([
      [null, null, 'Excerpt of messages:'],
      ['Peter', '2026-03-10T09:12', '- 2026-03-10 09:12 Peter: I hold the slot.'],
      ['Peter', '2026-03-10T09:12', 'Tell me.'],
      ['Orla', '2026-03-10T09:18', '- 2026-03-10 09:18 Orla: Yes.'],
      [null, null, 'End of the excerpt.'],
    ]);
  });

  test('exports of chats', () => {
    expect(
      spoken(
        '13/03/2026, 09:12 - Orla Venn: hola\nsegunda línea\n[13/03/26 10:00:02 p. m.] Pedro: ya\nOrla Venn, [13/03/2026 22:05]:\nlisto\n[22:07] Pedro: bueno\n32/03/2026, 09:12 - Ana: eh',
      ),
    ).toEqual([
      ['Orla Venn', '2026-03-13T09:12', '13/03/2026, 09:12 - Orla Venn: hola segunda línea'],
      ['Pedro', '2026-03-13T22:00', '[13/03/26 10:00:02 p. m.] Pedro: ya'],
      ['Orla Venn', '2026-03-13T22:05', 'Orla Venn, [13/03/2026 22:05]: listo'],
      ['Pedro', null, '[22:07] Pedro: bueno'],
      ['Ana', null, '32/03/2026, 09:12 - Ana: eh'],
    ]);
  });

  test('a transcript with names, topics between turns and remarks of the reporter', () => {
    expect(
      spoken(
        'The President. I know:\nit is late.\nQ. Why?\nThe President. It rained.\nThe Weather\nQ. When?\n\n[Laughter]\n\nMr. Vane. In May.\nIn June, too.',
      ),
    ).toEqual([
      ['The President', null, 'The President. I know: it is late.'],
      ['Q', null, 'Q. Why?'],
      ['The President', null, 'The President. It rained.'],
      [null, null, 'The Weather'],
      ['Q', null, 'Q. When?'],
      [null, null, '[Laughter]'],
      ['Mr. Vane', null, 'Mr. Vane. In May. In June, too.'],
    ]);
  });

  test('names and roles before a colon, with numbers in the margin', () => {
    expect(
      spoken('1 THE COURT: Sit.\n2 MR. VANE: Thank you.\n3 THE COURT: Go on.').map(([who]) => who),
    ).toEqual(['THE COURT', 'MR. VANE', 'THE COURT']);
    expect(spoken('Orla: hi\nPeter: hi\nOrla: bye').map(([who]) => who)).toEqual([
      'Orla',
      'Peter',
      'Orla',
    ]);
    expect(spoken('P. ¿Firmó?\nR. Sí.\nP. ¿Cuándo?\nR. En mayo.').map(([who]) => who)).toEqual([
      'P',
      'R',
      'P',
      'R',
    ]);
  });

  test('an entry of a log carries its date', () => {
    expect(
      spoken('- 2026-03-12: Review, 6 hours\n- Review on 2026-03-12').map(([, at]) => at),
    ).toEqual(['2026-03-12', null]);
  });

  test('fields, list letters and words written small elsewhere are nobody', () => {
    const silent = (text: string) => spoken(text).every(([who]) => who === null);
    expect(silent('Vendor: Midway\nTotal: $5\nVendor: Eastway\nTotal: $7')).toBe(true);
    expect(silent('A. Definitions\nB. Payment\nA. Again\nB. Again')).toBe(true);
    expect(silent('Basis: one\nMotor: two\nBasis: three\n\nThe basis of the motor is iron.')).toBe(
      true,
    );
    expect(silent('Orla: hi\nand nothing else')).toBe(true);
  });

  test('a letter speaks until the next one', () => {
    expect(
      spoken(
        'From: "Orla Venn" <orla@example.org>\nTo: Peter\nDate: Tue, 10 Mar 2026 09:12:00 -0300\nSubject: Keys\n\nTHE KEYS\n\nI left them.\n\nOn Mon, Mar 9, 2026 at 9:05 PM Peter Vane <p@example.org> wrote:\n> Where are they?',
      ),
    ).toEqual([
      [
        'Orla Venn',
        '2026-03-10T09:12',
        'From: "Orla Venn" <orla@example.org> To: Peter Date: Tue, 10 Mar 2026 09:12:00 -0300 Subject: Keys',
      ],
      [null, null, 'THE KEYS'],
      ['Orla Venn', '2026-03-10T09:12', 'I left them.'],
      [
        'Peter Vane',
        '2026-03-09T21:05',
        'On Mon, Mar 9, 2026 at 9:05 PM Peter Vane <p@example.org> wrote: > Where are they?',
      ],
    ]);
    expect(spoken('De: <orla@example.org>\nPara: Pedro\n\nHola.').at(-1)).toEqual([
      'orla@example.org',
      null,
      'Hola.',
    ]);
    expect(spoken('From: Orla\nTo: Pedro\nSent: 10 Mar 2026\n\nHi.').at(-1)?.[1]).toBe(
      '2026-03-10',
    );
    expect(spoken('From: the beginning\n\nto the end.').at(-1)?.[0]).toBeNull();
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
        const { text, passages, pages: places } = read(...texts);
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
    expect(read('It rained here.\n\n'.repeat(10_000)).passages).toHaveLength(10_000);
    expect(read('Orla: no\nPeter: yes\n'.repeat(5_000)).passages).toHaveLength(10_000);
  });

  test('nothing gives nothing', () => {
    expect(read('').passages).toEqual([]);
    expect(read().pages).toEqual([]);
  });
});
