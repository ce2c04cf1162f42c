import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalise, canonicalText } from './canonical.ts';

const touched = [
  ' |\n|\t|\f|\u00A0|\u0085|\u2003|\u3000|\u2028|\u00AD|\u200B|\u200D|\uFEFF|\u202E|\u2060',
  '“|”|«|»|‘|’|´|`|″|—|–|−|…|ﬁ|ﬄ|ﬆ|.|"|\'|-|e|n|a|\u0301|\u0303|\u0323|\u0345|Å',
  '\u0000|\u001B|\u007F|\u009B|\u1100|\u1161|\u11A8|\u{16D63}|\u{16D67}|\uD834|\uDD5E|\uD800|\uDC00|👨‍👩‍👧',
].flatMap((characters) => characters.split('|'));

/** Text thick with what the canonical form touches. */
const awkward = fc
  .array(fc.oneof(fc.constantFrom(...touched), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 120,
  })
  .map((pieces) => pieces.join(''));

describe('canonical text', () => {
  // prettier-ignore
  const cases: [string, string, string][] = [
    ['white space is one space, none at the ends', ' a \n\t b\u00A0\u2003c\u0085d ', 'a b c d'],
    ['soft hyphens and invisible characters go', 'dam\u00ADage\u200B s\uFEFFum', 'damage sum'],
    ['double quotes are one', '“a” „b« »c‟ ″', '"a" "b" "c" "'],
    ['single quotes are one', '‘a’ ‚b‛ `c´ ‹d›', "'a' 'b' 'c' 'd'"],
    ['dashes are one', 'a—b–c‐d‑e−f', 'a-b-c-d-e-f'],
    ['an ellipsis is three dots', 'wait…', 'wait...'],
    ['ligatures are spelled out', 'oﬃce ﬁnal', 'office final'],
    ['accents are composed', 'sen\u0303or Pe\u0301rez', 'señor Pérez'],
    ['jamo are composed', '\u1112\u1161\u11AB', '한'],
    ['a hyphen at the end of a line stays', 'agree-\nment', 'agree- ment'],
    ['half a surrogate pair is the replacement character', 'a\uD834b\uDD5E😀', 'a\uFFFDb\uFFFD😀'],
    ['halves that only an invisible character parts stay halves', '\uD834\u200B\uDD5E', '\uFFFD\uFFFD'],
    ['control characters go', 'a\u0000b \u001B[8mc\u009B8m\u007F', 'ab [8mc8m'],
    ['nothing is nothing', ' \n\u00AD ', ''],
  ];
  test.each(cases)('%s', (_, raw, canonical) => {
    expect(canonicalText(raw)).toBe(canonical);
  });

  test('applied twice it changes nothing', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const once = canonicalText(raw);
        expect(canonicalText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is NFC, with no white space but single spaces inside', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const text = canonicalText(raw);
        expect(text.normalize('NFC')).toBe(text);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/\p{Cc}/u);
        expect(text).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a span and the raw text that it came from have the same canonical text', () => {
    const raw = ' The “rent”\n\n was\u00AD due — he said so…  Sen\u0303or ﬁnal ';
    const { text, rawOffset } = canonicalise(raw);
    for (const word of text.matchAll(/\S+/g)) {
      const start = rawOffset(word.index);
      const end = rawOffset(word.index + word[0].length);
      expect(canonicalText(raw.slice(start, end))).toBe(word[0]);
    }
  });

  test('both maps never go back, stay in bounds and meet at the ends', () => {
    fc.assert(
      fc.property(awkward, (raw) => {
        const { text, rawOffset, canonicalOffset } = canonicalise(raw);
        for (let offset = 1; offset <= text.length; offset++) {
          expect(rawOffset(offset)).toBeGreaterThanOrEqual(rawOffset(offset - 1));
        }
        for (let offset = 1; offset <= raw.length; offset++) {
          expect(canonicalOffset(offset)).toBeGreaterThanOrEqual(canonicalOffset(offset - 1));
        }
        expect(canonicalOffset(0)).toBe(0);
        expect(canonicalOffset(raw.length)).toBe(text.length);
        expect(rawOffset(text.length + 1)).toBe(raw.length);
        expect(rawOffset(-1)).toBe(rawOffset(0));
      }),
    );
  });

  test('plain text goes there and back without a change', () => {
    const { text, rawOffset, canonicalOffset } = canonicalise('plain words');
    expect(text).toBe('plain words');
    expect([rawOffset(6), canonicalOffset(6)]).toEqual([6, 6]);
    expect(canonicalise('\n\u00ADwords').rawOffset(0)).toBe(2);
  });

  test('endless piles of combining marks are left as they are', () => {
    const pile = `a${'\u0301\u0323'.repeat(50_000)}`;
    expect(canonicalText(pile)).toBe(pile);
    expect(canonicalText(`  ${pile.slice(1)}`)).toBe(pile.slice(1));
  });
});
