import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlText } from './html-text.ts';

describe('text of HTML', () => {
  // prettier-ignore
  const cases: [string, string, string][] = [
    ['paragraphs stand apart', '<p>One  two</p>\n<p>Three</p>', 'One two\n\nThree'],
    ['a break ends a line', 'a<br>b<br/>c', 'a\nb\nc'],
    ['inline elements change nothing', 'a<b>b</b><i> c</i>', 'ab c'],
    ['space between elements is one space', 'a<i> </i> <b>b</b> ', 'a b'],
    ['lists are numbered or marked', '<ol><li>x</li><li><p>y</p></li></ol><ul><li>z</li></ul>', '1. x\n\n2. y\n\n- z'],
    ['nested lists count apart', '<ol><li>x<ol><li>i</li></ol></li><li>y</li></ol>', '1. x\n\n1. i\n\n2. y'],
    ['an item outside a list', '<li>x</li>', '- x'],
    ['a row is a line', '<table><tr><td><p>a</p></td><td>b</td></tr><tr><th>c</th></tr></table>', 'a    b   \n\nc'],
    ['scripts, styles and comments are silent', 'a<style>p{}</style><script>if (1<2) x</script><!-- <p>no -->b', 'ab'],
    ['entities are characters', 'A &amp; B &eacute; &#233;&#xE9; &nbsp;&bogus; &#0;&#x110000;', 'A & B é éé \u00A0&bogus; '.trimEnd()],
    ['a stray sign is a sign', 'a < b and <3', 'a < b and <3'],
    ['unclosed comment', 'a<!-- b', 'a'],
    ['unclosed tag', 'a<p b', 'a'],
    ['unclosed script', 'a<script>b', 'a'],
    ['declarations are silent', '<!doctype html><?xml?>a</>', 'a'],
    ['nothing', '', ''],
  ];
  test.each(cases)('%s', (_, html, text) => {
    expect(htmlText(html).text).toBe(text);
  });

  test('headings tell where they begin and how high they are', () => {
    const { text, headings } = htmlText('<p>x</p><h1>One</h1><p>y</p><h3>Two</h3>');
    expect(headings?.map(({ start, level }) => [text.slice(start, start + 3), level])).toEqual([
      ['One', 1],
      ['Two', 3],
    ]);
  });

  test('takes any input', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<p>',
      '<td>',
      '<ol>',
      '<li>',
      '&',
      ';',
      'a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(typeof htmlText(pieces.join('')).text).toBe('string');
      }),
    );
  });
});
