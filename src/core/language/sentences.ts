import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** Words that end in a full stop without ending a sentence, in both languages, folded. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof rev hon esq st jr sr sra srta sres dra lic ing inc ltd corp co llc llp plc cia ltda ' +
    'vs v no nos num nro art arts sec para p pp pag fs fig ex exh vol ed cf al approx dept est ud uds vd d dna don ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic tel ext av avda avd depto rut rol u.s u.k ' +
    'e.g i.e a.m p.m ee uu s.a'
  ).split(' '),
);

/** Endings of company names, which end a sentence too where a small word with a capital follows. */
const companies = new Set('inc ltd corp co llc llp plc cia ltda s.a'.split(' '));
const beginsAnew =
  /^\s(?:The|An?|He|She|It|They|We|I|This|That|La|El|Los|Las|Una?|Se|No|En|Por|Con|Su)\s/u;

const closing = /["'”’»)\]]/u;
const space = /\s/u;
const opening = /[\p{Lu}\p{N}"'“‘«([¿¡—–-]/u;

/**
 * The sentences of a text. A full stop ends one unless it closes an abbreviation, an initial, the
 * number of a list item or a speaker's mark (`Q.`, `A.`); a blank line and a list bullet end one too.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let from = skipSpace(text, 0);
  for (let at = from; at < text.length; at += 1) {
    const end = ending(text, from, at);
    if (end === null) continue;
    push(spans, text, from, end);
    from = skipSpace(text, end);
    at = from - 1;
  }
  push(spans, text, from, text.length);
  return spans;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && space.test(text.charAt(at))) at += 1;
  return at;
}

/** Where the sentence ends that the character at `at` closes, or null where it closes none. */
function ending(text: string, from: number, at: number): number | null {
  const character = text.charAt(at);
  if (character === '\n') return breaksLine(text, at) ? at + 1 : null;
  if (!'.!?…'.includes(character)) return null;
  let end = at + 1;
  while (end < text.length && '.!?…'.includes(text.charAt(end))) end += 1;
  while (end < text.length && closing.test(text.charAt(end))) end += 1;
  if (end < text.length && !space.test(text.charAt(end))) return null;
  const next = skipSpace(text, end);
  if (next < text.length && !opening.test(text.charAt(next))) return null;
  return character === '.' && end === at + 1 && isAbbreviated(text, from, at) ? null : end;
}

const bullet = /^[ \t]*(?:\n|[-•*·]\s|\(?[0-9]{1,4}[.)]\s|\(?[a-z][)]\s)/u;

function breaksLine(text: string, at: number): boolean {
  return bullet.test(text.slice(at + 1, at + 24));
}

function isAbbreviated(text: string, from: number, at: number): boolean {
  let start = at;
  while (start > from && !space.test(text.charAt(start - 1))) start -= 1;
  const last = fold(text.slice(start, at)).replace(/^[^\p{L}\p{N}]+/u, '');
  const isFirst = start === from;
  if (/^[0-9]{1,4}(?:\.[0-9]{1,3})*$/u.test(last)) return isFirst;
  if (/^\p{L}$/u.test(last)) return isFirst || /(?!I)\p{Lu}$/u.test(text.slice(start, at));
  return (
    abbreviations.has(last) && !(companies.has(last) && beginsAnew.test(text.slice(at + 1, at + 8)))
  );
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let end = to;
  while (end > from && space.test(text.charAt(end - 1))) end -= 1;
  if (from < end) spans.push({ start: from, end });
}
