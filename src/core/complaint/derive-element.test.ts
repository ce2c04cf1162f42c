import { describe, expect, test } from 'vitest';
import { deriveElement } from './derive-element.ts';

const aliases = {
  claimant: ['Ana (Soto)', 'claimant'],
  respondent: ['Luis', 'respondent'],
  others: [],
};
const derive = (text: string) =>
  deriveElement(
    { n: 3, document: 'complaint.txt', text, start: 0, end: text.length },
    aliases,
    'PE',
  );

describe('an element made of an allegation', () => {
  // prettier-ignore
  const cases: [text: string, actor: string, proof: string][] = [
    ['Luis broke the gate',                    'respondent', 'act'],
    ['The claimant relied on it',              'claimant',   'act'],
    ['Luis told the claimant that it was new', 'respondent', 'speech'],
    ['The rules do not exclude it',            'anyone',     'norm'],
    ['It came after the deadline',             'anyone',     'time'],
    ['The bill came to $300',                  'anyone',     'amount'],
    ['The gate was open',                      'anyone',     'state'],
    ['Ana Soto broke it',                      'anyone',     'act'],
  ];
  test.each(cases)('%s', (text, actor, proof) => {
    expect(derive(text)).toMatchObject({ id: 'allegation-3', text, actor, proof });
  });
  test('has the content words as terms, and none of the parties’ names', () => {
    expect(derive('Luis broke the green gate').terms).toEqual(['broke', 'green', 'gate']);
  });
});
