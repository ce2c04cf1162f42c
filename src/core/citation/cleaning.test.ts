import { describe, expect, test } from 'vitest';
import { clean, looksLikeMarkup, originOf } from './cleaning.ts';

describe('making a text ready', () => {
  test.each([
    ['inline_whitespace', 'a \t b\n\nc', 'a b\n\nc'],
    ['all_whitespace', 'a \n\u200B b', 'a b'],
    ['underscores', 'a__b_c___', 'ab_c'],
    ['xml', '<?xml version="1.0"?>a', 'a'],
    ['html', '<p>a &sect;&nbsp;5 <b>b</b></p>', 'a § 5  b'],
    [
      'html',
      '<head><title>t</title></head>a<script>x &amp; y</script><!-- no --><page-number>*3</page-number>b',
      'a b',
    ],
    ['html', 'a<link rel="x">b', 'a b'],
    ['html', '&#167; &#xB6; &unknown; &#x1F600; 1 < 2', '§ ¶ &unknown; &#x1F600; 1 < 2'],
    ['html', '</i><i>a</i>', 'a'],
  ] as const)('%s: %j', (step, given, expected) => {
    expect(clean(given, [step]).text).toBe(expected);
  });

  test('every place leads back to the text that was given', () => {
    const given = '<p>one  <em> two,</em>&amp;__three</p>';
    const cleaned = clean(given, ['html', 'all_whitespace', 'underscores']);
    expect(cleaned.text).toBe('one two, &three');
    const back = ['one', 'two,', '&', 'three'].map((word) => {
      const start = cleaned.text.indexOf(word);
      const span = originOf(cleaned, { start, end: start + word.length });
      return given.slice(span.start, span.end);
    });
    expect(back).toEqual(['one', 'two,', '&', 'three']);
    expect(cleaned.emphasised.map(({ start, end }) => cleaned.text.slice(start, end))).toEqual([
      'two,',
    ]);
  });

  test('tags tell a page from a text', () => {
    expect(looksLikeMarkup('see <i>id.</i>')).toBe(true);
    expect(looksLikeMarkup('a < b and c > d')).toBe(false);
  });
});
