import { expect, test } from 'vitest';
import { textsOfExhibit } from './texts-of-exhibit.ts';

const sealed = (hash: string) => ({ sealed: hash });

const events = [
  {
    type: 'exhibit-filed',
    data: {
      exhibit: 'E1',
      name: sealed('name'),
      text: sealed('text'),
      author: { name: sealed('author'), side: null },
      passages: [{ start: 0, end: 4, speaker: sealed('speaker') }],
    },
  },
  { type: 'exhibit-filed', data: { exhibit: 'E11', text: sealed('other text') } },
  { type: 'allegation-noted', data: { n: 1, text: sealed('allegation'), exhibit: 'E1' } },
  { type: 'allegation-noted', data: { n: 2, text: sealed('other allegation'), exhibit: 'E11' } },
  {
    type: 'statement-made',
    data: {
      text: sealed('statement'),
      anchors: [
        { source: 'E1', start: 0, end: 4, quote: sealed('quote') },
        { source: 'E11', start: 0, end: 4, quote: sealed('other quote') },
        { source: 'E1', start: 0, end: 4, quote: sealed('quote') },
      ],
    },
  },
  { type: 'question-asked', data: { exhibit: 'E1', text: sealed('question') } },
  { type: 'witness-listed', data: { exhibit: 'E1', name: sealed('witness') } },
];

test('the words of a document are what was filed, alleged in it, and quoted from it', () => {
  expect(textsOfExhibit(events, 'E1')).toEqual([
    'name',
    'text',
    'author',
    'speaker',
    'allegation',
    'quote',
  ]);
});

test('a document that is not in the record has no words there', () => {
  expect(textsOfExhibit(events, 'E2')).toEqual([]);
  expect(textsOfExhibit([], 'E1')).toEqual([]);
});
