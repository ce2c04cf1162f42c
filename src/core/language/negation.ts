import { isVerb } from './clauses.ts';
import { foldedAt, type Word } from './words.ts';

/** Whether each word of a clause stands affirmed (1) or denied (-1). */
export type Sign = 1 | -1;

/** Negators whose reach is what follows them in the clause. */
const forward = new Set(
  (
    'not never no nor neither nobody none nothing hardly unable refuse refused refuses refusing fail fails failed failing failure ' +
    'deny denies denied denying lack lacks lacked lacking absence ' +
    'nunca jamas tampoco nadie ningun ninguna ninguno ni nada ' +
    'niega niegan niego nego negue negar negaron negando rehuso rehusa omitio omite omitieron carece carecia falto ausencia'
  ).split(' '),
);
/** After a Spanish negation these only strengthen it. */
const concord = new Set('nada nadie ningun ninguna ninguno nunca jamas ni tampoco'.split(' '));
/** Negators that also reach back over the verb: «he paid nothing». */
const backward = new Set('nothing nobody none'.split(' '));
/** Negators that reach only the next few words. */
const short = new Set(['without', 'sin']);
const shortReach = 5;
/** «No» and its like where what follows shows that nothing is denied. */
const harmless: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['not', new Set(['only', 'merely', 'just', 'later'])],
  [
    'no',
    new Set([
      'solo',
      'solamente',
      'later',
      'more',
      'less',
      'doubt',
      'obstante',
      'sooner',
      'mas',
      'problem',
      'problems',
      'problema',
      'bother',
      'worries',
    ]),
  ],
  ['sin', new Set(['duda', 'embargo', 'perjuicio'])],
  ['without', new Set(['doubt', 'prejudice', 'delay'])],
  ['nothing', new Set(['but'])],
]);
/** «Untrue that …»: they deny what follows when «that» comes next. */
const untrue = new Set('false untrue incorrect wrong falso falsa inexacto'.split(' '));

/**
 * The signs of the words of one clause. Two negations affirm («did not deny that he hit»), but a
 * Spanish one is strengthened and not undone by «nada», «nadie», «ningún»; an answering «No,» denies
 * nothing of what follows, which says so itself.
 */
export function signs(found: readonly Word[]): Sign[] {
  let sign: Sign = 1;
  let shortUntil = 0;
  let negated = false;
  const result: Sign[] = [];
  for (const [at, word] of found.entries()) {
    if (sign === -1 && beginsOther(found, at)) {
      sign = 1;
      negated = false;
    }
    const limited = at < shortUntil ? -1 : 1;
    result.push((sign * limited) as Sign);
    if (isHarmless(found, at)) continue;
    if (short.has(word.folded)) {
      shortUntil = at + 1 + shortReach;
      result[at] = -sign as Sign;
    } else if (deniesOn(found, at) && !(negated && concord.has(word.folded))) {
      if (!negated && (backward.has(word.folded) || isDeterminer(found, at))) reachBack(result);
      sign = -sign as Sign;
      result[at] = sign;
      negated = true;
    }
  }
  return result;
}

/** Which words stand under a «without» or «sin». */
export function lacking(found: readonly Word[]): boolean[] {
  let until = 0;
  return found.map((word, at) => {
    const lacked = at < until;
    if (short.has(word.folded) && !isHarmless(found, at)) until = at + 1 + shortReach;
    return lacked;
  });
}

function deniesOn(found: readonly Word[], at: number): boolean {
  const folded = foldedAt(found, at);
  const next = foldedAt(found, at + 1);
  return (
    forward.has(folded) ||
    (untrue.has(folded) && (next === 'that' || next === 'que')) ||
    isCeasing(found, at)
  );
}

/** «dejó de pagar», «se negó a pagar» holds its own verb; this is the first. */
function isCeasing(found: readonly Word[], at: number): boolean {
  return (
    ['dejo', 'dejaron', 'stopped'].includes(foldedAt(found, at)) &&
    foldedAt(found, at + 1) !== 'que' &&
    /^(?:de|\p{L}+ing)$/u.test(foldedAt(found, at + 1))
  );
}

const subjects = new Set('i we you he she it they'.split(' '));
const complementing = new Set(
  'say said says state stated claim claimed think thought believe believed know knew deny denied denies denying true untrue false admit tell told show prove mean'.split(
    ' ',
  ),
);

/** A subject and its verb that begin a relative clause: the negation before them ends («not the one we ordered»). */
function beginsOther(found: readonly Word[], at: number): boolean {
  if (at === 0 || !subjects.has(foldedAt(found, at)) || !isVerb(found[at + 1])) return false;
  const that =
    foldedAt(found, at - 1) === 'that' ||
    foldedAt(found, at - 1) === 'whether' ||
    foldedAt(found, at - 1) === 'if';
  const governor = foldedAt(found, that ? at - 2 : at - 1);
  return !complementing.has(governor);
}

function isHarmless(found: readonly Word[], at: number): boolean {
  const here = found[at] as Word;
  const next = found[at + 1];
  if (next === undefined) return false;
  const isAnswer = at === 0 && here.folded === 'no' && next.start - here.end > 1;
  return isAnswer || (harmless.get(here.folded)?.has(next.folded) ?? false);
}

/** An English «no» before a noun late in the clause denies the verb before it: «found no boxes». */
function isDeterminer(found: readonly Word[], at: number): boolean {
  const before = foldedAt(found, at - 1);
  return (
    foldedAt(found, at) === 'no' &&
    /^(?:found|find|finds|had|have|has|received|saw|heard|made|gave|got|paid|took|is|was|were|are|be|been|shows|showed|contains|did)$/u.test(
      before,
    )
  );
}

function reachBack(result: Sign[]): void {
  for (const [at, sign] of result.entries()) result[at] = -sign as Sign;
}
