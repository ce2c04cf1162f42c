import type { Element } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import { stopwords } from '../language/stopwords.ts';
import { words } from '../language/words.ts';
import type { Aliases } from './complaint.ts';
import type { Allegation } from './decompose.ts';

const proofs: readonly (readonly [Element['proof'], RegExp])[] = [
  [
    'speech',
    /\b(?:said|told|promised|stated|represented|misrepresented|assured|confirmed|threatened|announced|claimed to|dijo|prometio|aseguro|afirmo|amenazo|declaro|garantizo|engano)\b/u,
  ],
  [
    'norm',
    /\b(?:rules?|terms?|wording|clause|article|regulation|statute|reglamento|norma|clausula|articulo|estatuto)\b/u,
  ],
  [
    'time',
    /\b(?:late|deadline|on time|by the date|before|plazo|atraso|fuera de plazo|a tiempo)\b/u,
  ],
  ['amount', /[$€£]\s?\d|\b\d[\d.,]* (?:dollars|euros|pesos|pounds)\b/u],
  ['state', /\b(?:is|was|were|are|had been|es|era|estaba|estaban|fue)\b/u],
];

const usually: Readonly<Record<Element['proof'], string>> = {
  speech: 'the words themselves, or someone who heard them',
  norm: 'the text of the rule',
  time: 'a dated record',
  amount: 'an invoice, a receipt or a bank record',
  state: 'an inspection, a report or a witness who saw it',
  act: 'a witness who saw it, an admission, or a record made at the time',
};

/** An element made of an allegation, so that the court still works where no cause fits. */
export function deriveElement(allegation: Allegation, aliases: Aliases, standard: string): Element {
  const folded = fold(allegation.text);
  const proof = proofs.find(([, expression]) => expression.test(folded))?.[0] ?? 'act';
  const names = new Set(
    [...aliases.claimant, ...aliases.respondent].flatMap((name) => fold(name).split(' ')),
  );
  const terms = words(allegation.text)
    .map((word) => word.folded)
    .filter((word) => !stopwords.has(word) && !names.has(word));
  return {
    id: `allegation-${allegation.n}`,
    text: allegation.text,
    actor: actorOf(folded, aliases),
    proof,
    terms: [...new Set(terms)],
    cuesFor: [],
    cuesAgainst: [],
    burden: { produce: 'prosecutor', persuade: 'prosecutor' },
    standard,
    law: [],
    usuallyProvedBy: usually[proof],
  };
}

/** Whose doing it is: whichever side is named first. */
function actorOf(folded: string, aliases: Aliases): Element['actor'] {
  const first = (names: readonly string[]) =>
    Math.min(...names.map((name) => place(folded, fold(name))), Number.POSITIVE_INFINITY);
  const claimant = first(aliases.claimant);
  const respondent = first(aliases.respondent);
  if (claimant === respondent) return 'anyone';
  return claimant < respondent ? 'claimant' : 'respondent';
}

function place(text: string, name: string): number {
  const at = ` ${text} `.search(
    new RegExp(`[^\\p{L}]${name.replace(/[^\p{L}\p{N} ]/gu, '.')}[^\\p{L}]`, 'u'),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
