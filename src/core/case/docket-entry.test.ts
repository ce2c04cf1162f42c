import { describe, expect, test } from 'vitest';
import { argued, caseOf, filedCase } from '../../../test/small-case.ts';
import { noCase, type Case } from './case.ts';
import { docketEntry } from './docket-entry.ts';

const draft = { draft: { prose: '{}' }, markdown: { prose: '#' } };

describe('a docket', () => {
  test('shows caption, matter, cause and how far the case is', () => {
    expect(docketEntry(caseOf(...filedCase))).toEqual({
      caption: 'Larch v. Rowan',
      matter: 'civil',
      cause: 'late-delivery',
      stage: 'filed',
    });
    expect(docketEntry(caseOf(...argued())).stage).toBe('in-hearing');
  });

  test('shows nothing of a case of which nothing is recorded', () => {
    expect(docketEntry(noCase)).toEqual({ caption: '', matter: null, cause: null, stage: 'filed' });
  });

  test.each([
    ['deliberated', { hearing: { state: 'closed' } }],
    ['drafted', { hearing: { state: 'closed' }, draft }],
    ['signed', { hearing: { state: 'signed' }, draft }],
    ['rejected', { hearing: { state: 'rejected' }, draft }],
  ] satisfies [string, Partial<Case>][])('says when it is %s', (stage, with_) => {
    expect(docketEntry({ ...noCase, ...with_ }).stage).toBe(stage);
  });
});
