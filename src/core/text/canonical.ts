import { applyEdits, type Edit } from './text-map.ts';

/**
 * The text that quotes are matched against, and the way back to the text as it was read.
 * Offsets are UTF-16 code units.
 */
export type Canonical = {
  readonly text: string;
  /** Place in the raw text of a place in the canonical text. */
  readonly rawOffset: (offset: number) => number;
  /** Place in the canonical text of a place in the raw text. */
  readonly canonicalOffset: (rawOffset: number) => number;
};

/**
 * Canonical text: invisible characters gone (soft hyphens, zero-width and direction marks, control
 * characters but white space), half a surrogate pair is U+FFFD, NFC (Unicode Standard Annex 15), Latin ligatures spelled out, quotes `"` and `'`, every dash `-`, the
 * ellipsis `...`, every run of white space one space, none at the ends. Applied twice it changes
 * nothing. A word broken by a hyphen at the end of a line stays broken: that is the reader's business.
 */
export function canonicalise(raw: string): Canonical {
  const visible = applyEdits(raw, plainLetters(raw));
  const composed = applyEdits(visible.text, composition(visible.text));
  const unified = applyEdits(composed.text, unification(composed.text));
  return {
    text: unified.text,
    rawOffset: (offset) =>
      visible.sourceOffset(composed.sourceOffset(unified.sourceOffset(offset))),
    canonicalOffset: (rawOffset) =>
      unified.textOffset(composed.textOffset(visible.textOffset(rawOffset))),
  };
}

export function canonicalText(raw: string): string {
  return canonicalise(raw).text;
}

const halfAPair = /[\uD800-\uDFFF]/u;
const invisibleOrJoined =
  // oxlint-disable-next-line no-control-regex -- control characters are what goes
  /(?:[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\u00AD|\u034F)+|[\u2026\uFB00-\uFB06]|[\uD800-\uDFFF]/gu;

const spelled: Readonly<Record<string, string>> = {
  '\u2026': '...',
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};

/** Before NFC, for what goes or is spelled out here may stand between a letter and its accent. */
function* plainLetters(text: string): Generator<Edit> {
  for (const { index, 0: found } of text.matchAll(invisibleOrJoined)) {
    const end = index + found.length;
    yield { start: index, end, text: halfAPair.test(found) ? '\uFFFD' : (spelled[found] ?? '') };
  }
}

/** Nothing below this code point joins what stands before it (no combining mark, no jamo). */
const firstThatJoins = 0x300;
/** What may join the character before it: marks, conjoining jamo, Kirat Rai vowel signs. */
const joining = /[\p{M}\u1160-\u11FF\uD7B0-\uD7FF\u{16D63}-\u{16D6A}]/u;
/** No language piles marks this high, and reordering them costs the square of their number. */
const highestPile = 64;

/** NFC, cluster by cluster, so that the way back is exact; endless clusters stay as they are. */
function* composition(text: string): Generator<Edit> {
  if (!/[\u0300-\uFFFF]/.test(text)) return;
  let start = 0;
  while (start < text.length) {
    const end = clusterEnd(text, start);
    if (end - start > 1 || text.charCodeAt(start) >= firstThatJoins) {
      const cluster = text.slice(start, end);
      const normal = isEndless(cluster) ? cluster : cluster.normalize('NFC');
      if (normal !== cluster) yield { start, end, text: normal };
    }
    start = end;
  }
}

/** Counts without the base, which may be a space that is trimmed later. */
function isEndless(cluster: string): boolean {
  const first = cluster.slice(0, characterLength(cluster, 0));
  return cluster.length - (joining.test(first) ? 0 : first.length) > highestPile;
}

function clusterEnd(text: string, start: number): number {
  let end = start + characterLength(text, start);
  while (text.charCodeAt(end) >= firstThatJoins) {
    const length = characterLength(text, end);
    if (!joining.test(text.slice(end, end + length))) break;
    end += length;
  }
  return end;
}

function characterLength(text: string, at: number): number {
  const isPair =
    (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return isPair ? 2 : 1;
}

/** White space but for the single ordinary space (and NEL, which `\s` lacks), and what is unified. */
const uneven =
  /[\s\u0085]{2,}|[^\S ]|\u0085|["\u00AB\u00BB\u201C-\u201F\u2033\u2036\u301D-\u301F\uFF02]|[`\u00B4\u02BC\u2018-\u201B\u2032\u2035\u2039\u203A\uFF07]|[\u2010-\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]|^ | $/g;

function* unification(text: string): Generator<Edit> {
  for (const { index, 0: found } of text.matchAll(uneven)) {
    const end = index + found.length;
    const unified = unify(found, index === 0 || end === text.length);
    if (unified !== found) yield { start: index, end, text: unified };
  }
}

function unify(found: string, atAnEnd: boolean): string {
  if (/[\s\u0085]/.test(found)) return atAnEnd ? '' : ' ';
  if (/["\u00AB\u00BB\u201C-\u201F\u2033\u2036\u301D-\u301F\uFF02]/.test(found)) return '"';
  if (/[`\u00B4\u02BC\u2018-\u201B\u2032\u2035\u2039\u203A\uFF07]/.test(found)) return "'";
  return '-';
}
