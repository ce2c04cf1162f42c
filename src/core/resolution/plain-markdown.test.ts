import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

describe('words of a document on a page of the court', () => {
  test.each([
    ['**bold** and `code`', String.raw`\*\*bold\*\* and \`code\``],
    ['[here](x) <b>', String.raw`\[here\](x) \<b\>`],
    ['# Ruling', String.raw`\# Ruling`],
    ['- item', String.raw`\- item`],
    ['---', String.raw`\---`],
    ['=== ', String.raw`\===`],
    ['1. first', String.raw`1\. first`],
    ['2) second', String.raw`2\) second`],
    ['2025 was dry', '2025 was dry'],
    ['~~~', String.raw`\~\~\~`],
    ['a | b', String.raw`a \| b`],
    ['&lt;b&#62; A&B', String.raw`\&lt;b\&\#62; A&B`],
    ['https://x.test www.x.test', String.raw`https\://x.test www\.x.test`],
    ['a\n\n# b\r\nc\td', String.raw`a \# b c d`],
    ['\u001B[31mred\u0000\u202Eder\u200B', String.raw`\[31mredder`],
    [String.raw`a\b`, String.raw`a\\b`],
    ['Costs $90, in full.', 'Costs $90, in full.'],
  ])('%j', (text, written) => {
    expect(plainMarkdown(text)).toBe(written);
  });

  test('whatever they are, they stay one line, begin nothing and open nothing', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '#',
        '-',
        '*',
        '_',
        '`',
        '<',
        '>',
        '[',
        ']',
        '|',
        '~',
        '\\',
        '1',
        '.',
        ' ',
        '\n',
        '+',
        '=',
        'a',
        '\u0007',
      ),
      maxLength: 20,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const written = plainMarkdown(text);
        expect(written).not.toMatch(/\p{Cc}/u);
        expect(written).not.toMatch(/^(?:[-+=#>]|\d+[.)])/u);
        expect(written.replace(/\\[!-/:-@[-`{-~]/gu, '')).not.toMatch(/[\\`*_[\]<>#|~]/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
