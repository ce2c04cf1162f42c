import { describe, expect, test } from 'vitest';
import { readPages } from '../../../test/read-pages.ts';

function spoken(text: string) {
  const { passages, words } = readPages(text);
  return passages.map((passage) => [passage.speaker, passage.saidAt, words(passage)]);
}

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
