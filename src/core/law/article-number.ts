import { fold } from '../language/fold.ts';
import { ordinalWord } from './ordinal-word.ts';

/** The number of an article as a text or a citation writes it. */
export type ArticleNumber = {
  /** `433`, `161-a`, `12-bis`, `1-transitorio`, `final`. */
  readonly key: string;
  /** The key without a part that a hyphen sets off or that stands second: `161` of `161-A`. */
  readonly shortKey: string | null;
  /** Its place in the sequence; articles without a number (`final`) have none. */
  readonly n: number | null;
  /** Says of itself that it is transitory. */
  readonly transitory: boolean;
  /** How many characters it takes. */
  readonly length: number;
};

const digits = /^(?:\d{1,3}\.\d{3}(?!\d)|\d{1,5})(?:\.?\s?[°º˚]|o(?=[.\s-]))?/;
const latin =
  /^[\s.-]{0,2}(bis|ter|qu[aá]\u0301?ter|quinquies|sexies|sept?ies|octies|non?ies|novies|decies|undecies|duodecies|terdecies|quaterdecies|quindecies)(?!\p{L})/iu;
/** `161-A`, `225-2`. */
const hyphened = /^-(\p{L}|\d{1,3})(?![\p{L}\p{N}])/u;
/** `150 A.`, `161 - A.`, `319 c)`. */
const spaced = /^(?:\s|\s?-\s?)(\p{L})(?=[.:)–—-]|\s*$)/u;
/** `483. a)`, where nothing else stands on the line. */
const lettered = /^\.\s?(\p{L})\)(?=[.\s]*$)/u;
const joined = /^(\p{Lu})(?=[.:)\s–—-]|$)/u;
const transitory = /^,?\s*transitori[oa](?!\p{L})/iu;
const named = /^(final|[uú]\u0301?nic[oa]|transitori[oa])(?!\p{L})/iu;

/** The number at the start of these words: `161-A`, `12 bis`, `1.º`, `primero transitorio`, `final`. */
export function articleNumber(words: string): ArticleNumber | undefined {
  const head = words.slice(0, 80);
  const number = digits.exec(head);
  if (number !== null) {
    const n = Number.parseInt(number[0].replace('.', ''), 10);
    return withSuffixes(String(n), n, head, number[0].length);
  }
  const name = named.exec(head);
  if (name !== null) {
    const key = fold(name[0]).replace(/a$/, 'o');
    return withTransitory({ key, shortKey: null, n: null }, head, name[0].length);
  }
  const word = ordinalWord(head);
  return word && withSuffixes(String(word.n), word.n, head, word.length);
}

function withSuffixes(start: string, n: number, head: string, from: number): ArticleNumber {
  let key = start;
  let shortKey: string | null = null;
  let length = from;
  for (const pattern of [latin, hyphened, spaced, lettered, joined]) {
    const found = pattern.exec(head.slice(length));
    if (found === null) continue;
    // `12 bis` and `150 A` are the whole name; in `161-A`, `483. a)`, `456 bis A` a part is set off.
    if (key !== start || !/^\s?\p{L}{2,}$|^\s\p{Lu}$/u.test(found[0])) shortKey = key;
    key += `-${fold(found[0].replaceAll(/[^\p{L}\p{N}\p{M}]/gu, ''))}`;
    length += found[0].length;
  }
  return withTransitory({ key, shortKey, n }, head, length);
}

function withTransitory(
  read: Pick<ArticleNumber, 'key' | 'shortKey' | 'n'>,
  head: string,
  from: number,
): ArticleNumber {
  const found = transitory.exec(head.slice(from));
  if (found === null) return { ...read, transitory: read.key === 'transitorio', length: from };
  const key = `${read.key}-transitorio`;
  return { key, shortKey: null, n: read.n, transitory: true, length: from + found[0].length };
}

/** What may follow a number in a citation: nothing, or a part of the article. */
const ending = /^[.°º\s),-]*(?:(?:inc|n[.°ºo]|n[úu]m|letra|let\.|p[áa]rr|para).*)?$/isu;

/**
 * The key that a citation's words mean: `art. 161 A`, `12 BIS`, `1º transitorio`, `ley-4808:12`. Words
 * that are no number of an article come back folded, so that they match nothing by accident.
 */
export function articleKey(words: string): string {
  const colon = words.indexOf(':') + 1;
  const law = fold(words.slice(0, colon).trim());
  const bare = words
    .slice(colon)
    .trim()
    .replace(/^art(?:[íi]\u0301?culo|icle)?\.?\s*/iu, '');
  // A citation ends where its number ends, so a letter stands alone: `150 A`, `150 a`, `150a`.
  const number = articleNumber(bare.replace(/^(\d+)(\p{L})$/u, '$1-$2'));
  const ends = number !== undefined && ending.test(bare.slice(number.length));
  return law + (ends ? number.key : keyLike(bare));
}

/** Already a key (`12~2`, `1-transitorio`), or words that are none. */
function keyLike(words: string): string {
  const start = words.replace(/(?:-transitorio)?(?:~\d+)?$/, '');
  const number = articleNumber(start);
  return number !== undefined && number.length === start.length
    ? number.key + words.slice(start.length)
    : fold(words);
}
