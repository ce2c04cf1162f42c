import type { Span } from './span.ts';
import { foldedAt, words, type Word } from './words.ts';

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
  const spans: Span[] = [];
  const leading = leadingCondition(sentence, found);
  let first: Word | undefined;
  let last: Word | undefined;
  let inRelative = false;
  let hasVerb = false;
  for (const [at, here] of found.entries()) {
    if (first !== undefined && last !== undefined && here.start !== last.start) {
      const gap = sentence.slice(last.end, here.start);
      const comma = gap.includes(',');
      const relative = comma && afterComma.has(here.folded);
      if (
        /[;—–]|\s-\s/u.test(gap) ||
        (gap.includes(':') && hasVerb) ||
        at === leading ||
        relative ||
        (breakers.has(here.folded) && !isNothingBut(found, at)) ||
        (joiners.has(here.folded) && beginsPredicate(found, at + 1, hasVerb)) ||
        (comma && opensPredicate(found, at) && (inRelative || hasVerb))
      ) {
        spans.push({ start: first.start, end: last.end });
        first = undefined;
        inRelative = relative;
        hasVerb = false;
      }
    }
    first ??= here;
    last = here;
    hasVerb ||= isVerb(here);
  }
  const end = { start: first?.start ?? 0, end: last?.end ?? sentence.length };
  return [...spans, end];
}

function isNothingBut(found: readonly Word[], at: number): boolean {
  return (
    foldedAt(found, at) === 'but' &&
    ['nothing', 'anything', 'all'].includes(foldedAt(found, at - 1))
  );
}

const openers = new Set('if unless when since si cuando while after before'.split(' '));

/** Index of the word after the comma that closes an opening «if …,»; -1 where none opens the sentence. */
function leadingCondition(sentence: string, found: readonly Word[]): number {
  if (!openers.has(foldedAt(found, 0))) return -1;
  return found.findIndex((word, at) => {
    const before = found[at - 1];
    return before !== undefined && sentence.slice(before.end, word.start).includes(',');
  });
}

/** Whether a predicate with its subject begins at `at`; the clause before it needs a verb of its own. */
function beginsPredicate(found: readonly Word[], at: number, hasVerb: boolean): boolean {
  const [word, next] = [found[at], found[at + 1]];
  if (word === undefined) return false;
  if (word.folded === 'that' || word.folded === 'que') return true;
  if (!hasVerb) return false;
  if (isVerb(word)) return true;
  if (isVerb(next) && (subjects.has(word.folded) || /^\p{Lu}/u.test(word.raw))) return true;
  return determiners.has(word.folded) && found.slice(at + 1, at + subjectReach).some(isVerb);
}

/** A verb, or the unstressed pronouns that stand before a Spanish one. */
function opensPredicate(found: readonly Word[], at: number): boolean {
  return isVerb(found[at]) || (clitics.has(foldedAt(found, at)) && isVerb(found[at + 1]));
}

/** A finite verb, told by its form: an auxiliary, a common past, «-ed», «-ó», «-aron», «-aba», «-ía». */
export function isVerb(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return (
    auxiliaries.has(word.folded) ||
    /^(?:\p{Ll}{2,}ed|\p{L}\p{Ll}+(?:ó|aron|ieron|aba|aban|ían?))$/u.test(word.raw)
  );
}
