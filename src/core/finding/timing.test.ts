import { describe, expect, test } from 'vitest';
import { causeOf, cue, element, hear, type File } from '../../../test/found.ts';

describe('where the complaint turns on when something was done', () => {
  const untrue = element('untrue', {
    actor: 'respondent',
    proof: 'speech',
    terms: ['essay', 'complete', 'read'],
    cuesFor: [cue('had not read')],
  });
  const late: File = [
    'complaint.txt',
    'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nRey misrepresented when the essay would be complete.',
  ];
  const owned: File = ['confession.txt', 'I had not read the essay.', 'admission'];
  const promise: File = [
    'mail.txt',
    'Will the essay arrive?\n\nThe essay will be complete tonight.',
    'correspondence',
  ];
  const questions = (...files: readonly File[]) =>
    hear([late, owned, ...files], causeOf([untrue]))
      .findings.filter(({ name }) => name === 'confession.txt')
      .flatMap(({ attacks }) => attacks.map(({ because }) => because));
  const told = 'no passage of the file says when it was done or arrived';

  test('an admission of something else is told that nothing says when', () => {
    expect(questions(promise)).toContain(told);
  });
  test('but not where something says it', () => {
    expect(
      questions(promise, ['log.txt', 'The essay arrived on 3 May.', 'machine-record']),
    ).not.toContain(told);
  });
});
