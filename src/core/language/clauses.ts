import type { Span } from './span.ts';
import { words, type Word } from './words.ts';

/** Words that begin a clause of their own wherever they stand. */
const breakers = new Set(
  (
    'but although though whereas however nevertheless nonetheless because unless ' +
    'pero aunque sino mientras porque salvo empero'
  ).split(' '),
);
/** Words that begin one after a comma. */
const afterComma = new Set(
  'yet while so which who whom whose since as quien quienes cual cuales pues cuando when then if si que'.split(
    ' ',
  ),
);
/** Words that join two clauses when a predicate follows, and two names or things when none does. */
const joiners = new Set('and or nor y e o u ni'.split(' '));

const subjects = new Set(
  'i he she it we they you there this that nobody yo el ella ellos ellas nosotros usted ustedes nadie'.split(
    ' ',
  ),
);
const clitics = new Set('me te se le lo la nos les los las'.split(' '));
const determiners = new Set(
  'the a an his her its their our my your el la los las un una su sus mi mis nuestro nuestra'.split(
    ' ',
  ),
);
/** Words after a determiner among which its verb must stand. */
const subjectReach = 10;
const auxiliaries = new Set(
  (
    'is was were are has had have did does do will would can could may might must shall should never not ' +
    'said told went gave paid sent took made came left kept knew saw wrote read found got lost held brought bought sold ' +
    'stood hit ran drove began broke chose fell felt heard let met put set spoke spent struck thought threw understood withdrew ' +
    'no nunca jamas tampoco se es era fue fueron son ha han habia habian he hemos esta estaba debe debia puede podia ' +
    'dijo dio hizo tuvo tiene vino puso quiso pudo supo trajo'
  ).split(' '),
);

/**
 * The clauses of a sentence, each with its own predicate: «admitted an argument but denied contact» is
 * two. They touch nowhere and leave out only spaces and the marks between them.
 */
export function clauses(sentence: string): Span[] {
  const found = words(sentence);
  const starts = [0];
  const leading = leadingCondition(sentence, found);
  let inRelative = false;
  for (let at = 1; at < found.length; at += 1) {
    const here = found[at] as Word;
    const before = found[at - 1] as Word;
    if (here.start === before.start) continue;
    const gap = sentence.slice(before.end, here.start);
    const comma = gap.includes(',');
    const relative = comma && afterComma.has(here.folded);
    if (
      /[;—–]|\s-\s/u.test(gap) ||
      (gap.includes(':') && found.slice(starts.at(-1), at).some(isVerb)) ||
      at === leading ||
      relative ||
      (breakers.has(here.folded) && !isNothingBut(found, at)) ||
      (joiners.has(here.folded) &&
        beginsPredicate(found, at + 1, found.slice(starts.at(-1), at))) ||
      (comma &&
        opensPredicate(found, at) &&
        (inRelative || found.slice(starts.at(-1), at).some(isVerb)))
    ) {
      starts.push(at);
      inRelative = relative;
    }
  }
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? found.length;
    const first = found[from];
    const last = found[to - 1];
    return { start: first?.start ?? 0, end: last?.end ?? sentence.length };
  });
}

function isNothingBut(found: readonly Word[], at: number): boolean {
  return (
    found[at]?.folded === 'but' &&
    ['nothing', 'anything', 'all'].includes(found[at - 1]?.folded ?? '')
  );
}

/** Index of the word after the comma that closes an opening «if …,»; 0 where none opens the sentence. */
function leadingCondition(sentence: string, found: readonly Word[]): number {
  if (
    !['if', 'unless', 'when', 'since', 'si', 'cuando', 'while', 'after', 'before'].includes(
      found[0]?.folded ?? '',
    )
  )
    return 0;
  for (let at = 1; at < found.length; at += 1) {
    const gap = sentence.slice(found[at - 1]?.end, found[at]?.start);
    if (gap.includes(',')) return at;
  }
  return 0;
}

function beginsPredicate(found: readonly Word[], at: number, before: readonly Word[]): boolean {
  const [word, next] = [found[at], found[at + 1]];
  if (word === undefined) return false;
  if (word.folded === 'that' || word.folded === 'que') return true;
  if (subjects.has(word.folded) && isVerb(next)) return true;
  if (isVerb(word) || (/^\p{Lu}/u.test(word.raw) && isVerb(next))) return true;
  return (
    determiners.has(word.folded) &&
    before.some(isVerb) &&
    found.slice(at + 1, at + subjectReach).some(isVerb)
  );
}

/** A verb, or the unstressed pronouns that stand before a Spanish one. */
function opensPredicate(found: readonly Word[], at: number): boolean {
  return isVerb(found[at]) || (clitics.has(found[at]?.folded ?? '') && isVerb(found[at + 1]));
}

/** A finite verb, told by its form: an auxiliary, a common past, «-ed», «-ó», «-aron», «-aba», «-ía». */
export function isVerb(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return (
    auxiliaries.has(word.folded) || /^\p{Ll}{2,}(?:ed|ó|aron|ieron|aba|aban|ían?)$/u.test(word.raw)
  );
}
