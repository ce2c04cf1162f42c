import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import { aliasesOf } from './aliases.ts';

describe('names by which a side goes', () => {
  test('the name, its parts and the words of the role', () => {
    const { claimant, respondent } = aliasesOf(
      { claimant: ['Ana Maria Soto'], respondent: ['Oakfield Heating Ltd'] },
      null,
      [],
      'civil',
    );
    expect(claimant.slice(0, 6)).toEqual([
      'Ana Maria Soto',
      'Ana Maria',
      'Ana',
      'Maria',
      'Soto',
      'claimant',
    ]);
    // «heating» is what the firm deals in, and nobody's name
    expect(respondent.slice(0, 3)).toEqual(['Oakfield Heating Ltd', 'Oakfield', 'respondent']);
  });

  test('a name that fits both sides is nobody’s', () => {
    const { claimant, respondent } = aliasesOf(
      { claimant: ['Ana Brandt'], respondent: ['Luis Brandt'] },
      null,
      [],
      'civil',
    );
    expect(claimant).not.toContain('Brandt');
    expect(respondent).not.toContain('Brandt');
  });

  test('roles that a contract gives, and those who sign for a role', () => {
    const contract = paper(
      'contract.txt',
      'Between Harbour Bakery ("the Customer") and Oakfield Heating ("the Contractor").\n\nSigned: Rita Marsh for the Customer. Signed: T. Oak for the Contractor.',
    );
    const { claimant, respondent } = aliasesOf(
      { claimant: ['Harbour Bakery'], respondent: ['Oakfield Heating'] },
      null,
      [contract],
      'civil',
    );
    expect(claimant).toEqual(expect.arrayContaining(['Customer', 'Rita Marsh', 'Marsh']));
    expect(respondent).toEqual(expect.arrayContaining(['Contractor', 'T. Oak']));
  });

  test('a role apposed to a name', () => {
    const contrato = paper(
      'contrato.txt',
      'Elena Rivas, arrendadora, y Bruno Lagos, arrendatario, acuerdan la renta.',
    );
    const { claimant, respondent } = aliasesOf(
      { claimant: ['Elena Rivas'], respondent: ['Bruno Lagos'] },
      null,
      [contrato],
      'civil',
    );
    expect(claimant).toContain('arrendadora');
    expect(respondent).toContain('arrendatario');
  });

  test('the victim that an accusation names stands with the prosecution', () => {
    const accusation = paper('indictment.txt', 'Victor Lund struck Neil Abbot in the face.');
    const { claimant, others } = aliasesOf(
      { claimant: [], respondent: ['Victor Lund'] },
      accusation,
      [accusation],
      'criminal',
    );
    expect(claimant.slice(0, 3)).toEqual(['Neil Abbot', 'Neil', 'Abbot']);
    expect(others).toEqual([]);
    expect(
      aliasesOf({ claimant: [], respondent: ['Victor Lund'] }, null, [], 'criminal').claimant,
    ).toContain('victim');
  });

  test('of several things in an accusation the victim is the person, not the place', () => {
    const accusation = paper(
      'charge.txt',
      'Victor Lund entered Shed C and stole a cart, the property of Neil Abbot.',
    );
    const of = (text: string) =>
      aliasesOf(
        { claimant: ['State'], respondent: ['Hugo Rey'] },
        paper('a.txt', text),
        [],
        'criminal',
      ).claimant;
    expect(
      aliasesOf({ claimant: [], respondent: ['Victor Lund'] }, accusation, [], 'criminal')
        .claimant[0],
    ).toBe('Neil Abbot');
    expect(of('Hugo Rey golpeó con un palo a don Luis Paz.')).toContain('Paz');
    expect(of('La víctima Rita Mora vio caer la reja.')).toContain('Rita Mora');
    expect(of('Hugo Rey told Hugo Rey so.')).not.toContain('Hugo');
  });

  test('an office that accuses goes by its whole name', () => {
    const { claimant } = aliasesOf(
      { claimant: ['Fiscalía Local de Puerto Alto'], respondent: ['Hugo Rey'] },
      null,
      [],
      'criminal',
    );
    expect(claimant[0]).toBe('Fiscalía Local de Puerto Alto');
    expect(claimant).not.toContain('Puerto');
    expect(
      aliasesOf({ claimant: ['Ministerio Público'], respondent: [] }, null, [], 'criminal')
        .claimant,
    ).toContain('Ministerio Público');
  });

  // prettier-ignore
  const stands: [what: string, text: string, alias: string][] = [
    ['who represents a firm',       'Pinto demanda a Muelle Rojo SpA, representada por don Luis Paz.', 'Luis Paz'],
    ['who manages it for a role',   'Respondent keeps a shop at 8 Quay Street, managed by its member Luis Paz.', 'Paz'],
    ['the name under which it trades', '**Muelle Rojo SpA**, trading as Paz Lamps, sold it.', 'Paz Lamps'],
  ];
  test.each(stands)('%s stands on its side', (_, text, alias) => {
    const complaint = paper('complaint.txt', text);
    const { respondent } = aliasesOf(
      { claimant: ['Ana Pinto'], respondent: ['Muelle Rojo SpA'] },
      complaint,
      [complaint],
      'civil',
    );
    expect(respondent).toContain(alias);
  });

  test('a role that stands for nobody with a name gives none', () => {
    const complaint = paper(
      'complaint.txt',
      'I, represented by Luis Paz, say so. Ana, known as We.',
    );
    expect(
      aliasesOf({ claimant: ['Ana'], respondent: [] }, complaint, [], 'civil').claimant,
    ).not.toContain('Luis Paz');
  });

  test('a common word in the name of a firm is none of its names, a word of a person’s name is', () => {
    const note = paper('note.txt', 'we saw the rose by the moor, at dawn.');
    const { claimant, respondent } = aliasesOf(
      { claimant: ['Ana Rose'], respondent: ['Moor Dawes Ltd'] },
      null,
      [note],
      'civil',
    );
    expect(claimant).toContain('Rose');
    expect(respondent.slice(0, 2)).toEqual(['Moor Dawes Ltd', 'Dawes']);
  });

  test('everybody else is listed apart', () => {
    const thread = paper(
      'thread.txt',
      '2025-01-01 10:00 Omar Field: We carried out 120 main courses.\n\n2025-01-01 10:05 Ana Soto: Thank you for that, Omar.',
      'message-thread',
    );
    const { others } = aliasesOf(
      { claimant: ['Ana Soto'], respondent: ['Luis Rey'] },
      null,
      [thread],
      'civil',
    );
    expect(others).toContainEqual(['Omar Field', 'Omar', 'Field']);
    expect(others.flat()).not.toContain('Soto');
  });
});
