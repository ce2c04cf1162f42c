import { describe, expect, test } from 'vitest';
import { readCasePage } from './case-page.ts';

const read = (text: string, files: readonly string[] = ['complaint.md']) =>
  readCasePage({ name: 'case.yaml', text }, files);

describe('case.yaml', () => {
  test('may be empty, or leave anything out', () => {
    for (const text of ['', '# nothing\n', '{}\n'])
      expect(read(text)).toEqual({ kind: 'read', page: {} });
    expect(read('matter: civil\n')).toEqual({ kind: 'read', page: { matter: 'civil' } });
  });

  test('says who is who, who filed what, and what a seat should know', () => {
    const text = `caption: ' Larch v. Rowan '
dates: { facts: 2025-03-01, hearing: 2026-03-02 }
parties:
  - { id: larch, role: claimant, name: Ada Larch }
documents:
  - { file: complaint.md, by: larch, kind: complaint }
witnesses:
  - { id: teal, name: Cy Teal, statement: complaint.md }
notes: { defender: Press the date. }
`;
    expect(read(text)).toMatchObject({
      kind: 'read',
      page: {
        caption: 'Larch v. Rowan',
        parties: [{ aliases: [] }],
        notes: { defender: 'Press the date.' },
      },
    });
  });

  test.each([
    ['IN1', 'caption: [\n', /case\.yaml, line \d+: /u],
    ['IN1', 'caption: a\ncaption: b\n', /line 2/u],
    ['IN2', 'captoin: Larch\n', /case\.yaml, line 1: captoin: .*nrecognized|captoin/u],
    ['IN2', 'caption: "a\\0b"\n', /zero byte/u],
    ['IN2', 'matter: fun\n', /case\.yaml, line 1: matter: /u],
    [
      'IN2',
      'dates:\n  facts: yesterday\n',
      /line 2: dates\.facts: a date is written as 2026-03-31/u,
    ],
    ['IN2', 'cause: Late Delivery\n', /an id has small letters, digits and hyphens/u],
    ['IN2', 'caption: "  "\n', /it may not be empty/u],
    ['IN2', 'caption: "\\ud800"\n', /half of a surrogate pair/u],
    ['IN2', '- a\n- b\n', /line 1/u],
    ['IN3', 'documents:\n  - file: other.md\n', /case\.yaml line 2: there is no file other\.md\./u],
    [
      'IN3',
      'documents:\n  - file: complaint.md\n    by: nobody\n',
      /line 3: there is no party nobody/u,
    ],
    [
      'IN3',
      'witnesses:\n  - { id: a, name: A, statement: b.md }\n',
      /line 2: there is no file b\.md/u,
    ],
    [
      'IN3',
      'parties:\n  - { id: a, role: claimant, name: A }\n  - { id: a, role: accused, name: B }\n',
      /line 3: there is an earlier entry with the id a/u,
    ],
    [
      'IN3',
      'witnesses:\n  - { id: a, name: A, statement: complaint.md }\n  - { id: a, name: B, statement: complaint.md }\n',
      /line 3/u,
    ],
  ])('[%s] %j is refused with its line', (rule, text, says) => {
    const answer = read(text);
    expect(answer).toMatchObject({ kind: 'refused', refusals: [{ rule }] });
    expect(answer.kind === 'refused' && answer.refusals[0]?.says).toMatch(says);
  });
});

describe('[IN8] the dates of a page follow one another', () => {
  test('facts, filing, hearing; any of them may be left out, and one day may hold all', () => {
    for (const dates of [
      'facts: 2025-03-01, filed: 2025-04-07, hearing: 2026-03-02',
      'facts: 2025-03-01, filed: 2025-03-01, hearing: 2025-03-01',
      'facts: 2025-03-01, hearing: 2026-03-02',
      'filed: 2025-03-01',
    ]) {
      expect(read(`dates: { ${dates} }`).kind).toBe('read');
    }
  });

  test('else the page is refused, with the line and the two dates', () => {
    expect(read('matter: civil\ndates:\n  facts: 2025-05-01\n  filed: 2025-04-07\n')).toEqual({
      kind: 'refused',
      refusals: [
        {
          rule: 'IN8',
          at: ['dates', 'filed'],
          says: 'case.yaml line 4: filed (2025-04-07) is before facts (2025-05-01).',
        },
      ],
    });
    const hearing = read('dates: { facts: 2025-05-01, hearing: 2025-04-07 }');
    expect(hearing).toMatchObject({ refusals: [{ rule: 'IN8', at: ['dates', 'hearing'] }] });
  });
});
