import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { DocumentKind } from '../document/document.ts';
import { authorOf } from './author.ts';
import { speakersOf } from './speakers.ts';

const aliases = {
  claimant: ['Rita Marsh', 'claimant'],
  respondent: ['Desmond Vance', 'Vance', 'respondent'],
  others: [],
};
const complaint = paper(
  'complaint.txt',
  'Marsh hired the firm of Vance, whose foreman is Colin Tate.',
);

describe('whom the speakers of a conversation stand for', () => {
  // prettier-ignore
  const cases: [rule: string, lines: string, kind: DocumentKind, name: string, side: string | undefined][] = [
    ['by the whole name',                 'Rita Marsh: hello',                   'message-thread', 'Rita Marsh', 'claimant'],
    ['by a name cut short',               'Des V: hello\n\nRita Marsh: yes',     'message-thread', 'Des V',      'respondent'],
    ['of the claimant too',               'Rit M: hello',                        'message-thread', 'Rit M',      'claimant'],
    ['not by initials alone',             'D: hello',                            'message-thread', 'D',          undefined],
    ['whoever writes with the claimant and is named in the complaint', 'Rita Marsh: hello\n\nTate: yes', 'message-thread', 'Tate', 'respondent'],
    ['not a stranger to the complaint',   'Rita Marsh: hello\n\nZoe: yes',       'message-thread', 'Zoe',        undefined],
    ['not in a transcript',               'Rita Marsh: hello\n\nTate: yes',      'transcript',     'Tate',       undefined],
    ['not who writes with the respondent', 'Vance: hello\n\nTate: yes',          'message-thread', 'Tate',       undefined],
    ['not one of several',                'Rita Marsh: hello\n\nTate: yes\n\nColin: no', 'message-thread', 'Tate', undefined],
  ];
  test.each(cases)('%s', (_, lines, kind, name, side) => {
    const thread = paper('thread.txt', lines, kind);
    const passages = lines.split('\n\n').map((line, at) => ({
      ...(thread.passages[0] as (typeof thread.passages)[number]),
      n: at + 1,
      speaker: line.slice(0, line.indexOf(':')),
    }));
    expect(speakersOf({ ...thread, passages }, aliases, complaint).get(name)).toBe(side);
  });

  test('without a complaint nobody is named in it', () => {
    const thread = paper('t.txt', 'Rita Marsh: hello', 'message-thread');
    const [first] = thread.passages;
    const passages = ['Rita Marsh', 'Tate'].map((speaker) => ({
      ...(first as NonNullable<typeof first>),
      speaker,
    }));
    expect(speakersOf({ ...thread, passages }, aliases, null).has('Tate')).toBe(false);
  });
});

describe('for whom a letter or a statement speaks that no name heads', () => {
  // prettier-ignore
  const cases: [rule: string, name: string, text: string, kind: DocumentKind, side: string | null][] = [
    ['a letter to the respondent comes from the claimant', 'x.txt', 'Dear Mr Vance\n\nplease pay.',        'correspondence',    'claimant'],
    ['a letter to the claimant may come from anybody',     'x.txt', 'Dear Rita Marsh\n\nthe fee is due.',  'correspondence',    null],
    ['what answers a letter comes from the respondent',    'x.txt', 'we have your letter of the 3rd.',     'correspondence',    'respondent'],
    ['a bill is no letter',                                'x.txt', 'we have your letter of the 3rd.',     'invoice',           null],
    ['the victim speaks with the accusation',  'statement-of-the-victim.txt', 'it was dark.',              'witness-statement', 'claimant'],
    ['whoever was interviewed gives the answers', 'x.txt', 'Person interviewed: Desmond Vance\n\nI was out.', 'transcript',     'respondent'],
  ];
  test.each(cases)('%s', (_, name, text, kind, side) => {
    expect(authorOf(paper(name, text, kind), aliases).side).toBe(side);
  });
});
