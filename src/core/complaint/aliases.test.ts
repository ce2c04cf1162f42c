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
