import type { Aliases } from '../complaint/complaint.ts';
import type { Language } from '../document/document.ts';
import { isVerb } from '../language/clauses.ts';
import type { Concept } from '../language/concepts.ts';
import { fold } from '../language/fold.ts';
import type { Sign } from '../language/negation.ts';
import type { Clause, FileIndex, Term, TermReader } from './file-index.ts';
import { rarity } from './relevance.ts';

/** A statement to be found affirmed or denied in the file, as weighted words with their signs. */
export type Proposition = {
  readonly text: string;
  readonly terms: readonly PropositionTerm[];
  /** Stems of the words that it quotes: without one of them a clause does not speak of it. */
  readonly quoted: ReadonlySet<string>;
  /** Weight that counts as all of it. */
  readonly total: number;
};

export type PropositionTerm = {
  readonly stem: string;
  readonly concept: Concept | null;
  readonly sign: Sign;
  readonly folded: string;
  readonly weight: number;
  readonly predicate: boolean;
  /** What the proposition says was lacking: where it says so, that is its point. */
  readonly crux: boolean;
};

/** Dates and bare numbers place a fact but are seldom what is in dispute. */
const placing =
  /^\d[\d.,:/-]*(?:st|nd|rd|th)?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)$/u;
/** A clause that shares as much as this many words of middling weight speaks of the whole. */
const enoughWords = 4;

/** How much a word counts towards the whole that stands nowhere in the file. */
const absentShare = 0.3;
const placeholder = /\{\w+\}/gu;

/** Reads a sentence as a proposition; names of parties say nothing about what happened and are left out. */
export function propose(
  text: string,
  aliases: Aliases,
  language: Language,
  read: TermReader,
  index: FileIndex,
): Proposition {
  const names = new Set(
    [...aliases.claimant, ...aliases.respondent].flatMap((name) =>
      fold(name).split(/[^\p{L}\p{N}]+/u),
    ),
  );
  const seen = new Set<string>();
  const terms = read(text.replace(placeholder, ' '), language).flatMap((clause) =>
    clause.terms.flatMap((term): PropositionTerm[] => {
      if (names.has(term.folded) || seen.has(term.stem) || placing.test(term.folded)) return [];
      seen.add(term.stem);
      const inFile = index.postings.has(term.stem) || index.postings.has(term.concept?.name ?? '');
      const weight = rarity(
        index,
        index.postings.has(term.stem) ? term.stem : (term.concept?.name ?? term.stem),
      );
      return [
        {
          stem: term.stem,
          concept: term.concept,
          sign: term.sign,
          folded: term.folded,
          crux: term.lacking,
          weight: inFile ? weight : weight * absentShare,
          predicate: term.concept?.isThing === false || isVerb(clause.words[term.at]),
        },
      ];
    }),
  );
  const quotations = Array.from(
    text.matchAll(/["“«]([^"”»]{1,40})["”»]/gu),
    ([, inside = '']) => inside,
  );
  const quoted = new Set(
    read(quotations.join('. '), language).flatMap((clause) =>
      clause.terms.map((term) => term.stem),
    ),
  );
  const sum = terms.reduce((total, term) => total + term.weight, 0);
  return {
    text,
    terms,
    quoted,
    total: Math.min(sum, (sum / Math.max(1, terms.length)) * enoughWords),
  };
}

/** How far a clause speaks of a proposition, and whether it affirms or denies it. */
export type Agreement = {
  /** Share of the proposition's weight that the clause shares, 0 to 1. */
  readonly coverage: number;
  readonly sign: Sign;
  readonly shared: readonly string[];
  /** Whether the clause holds a word that the proposition quotes. */
  readonly quotes: boolean;
  /** Whether the predicate, or what was lacking, is shared; `verbal`: as a verb. */
  readonly predicate: boolean;
  readonly verbal: boolean;
};

const conceptShare = 0.85;

export function agreement(proposition: Proposition, clause: Clause): Agreement {
  let covered = 0;
  const balances = { crux: 0, predicate: 0, other: 0 };
  const shared: string[] = [];
  let quotes = false;
  let verbal = false;
  for (const wanted of proposition.terms) {
    const match = matchTerm(wanted, clause);
    if (match === null) continue;
    const { term, share, sign } = match;
    covered += wanted.weight * share;
    quotes ||= proposition.quoted.has(term.stem);
    verbal ||= (wanted.crux || wanted.predicate) && isPredicate(clause, term.at);
    const rank = wanted.crux ? 'crux' : wanted.predicate ? 'predicate' : 'other';
    balances[rank] += sign * wanted.weight * share;
    if (!shared.includes(term.folded)) shared.push(term.folded);
  }
  // what was lacking is the point of a proposition that says so; else its predicate; else its nouns
  const deciding = balances.crux || balances.predicate || balances.other;
  return {
    coverage:
      proposition.total === 0 || (proposition.quoted.size > 0 && !quotes)
        ? 0
        : Math.min(1, covered / proposition.total),
    sign: deciding < 0 ? -1 : 1,
    shared,
    quotes,
    predicate: balances.predicate !== 0 || balances.crux !== 0,
    verbal,
  };
}

type TermMatch = { readonly term: Term; readonly share: number; readonly sign: number };

/** The same word in the clause, or one of the same concept; the sign says whether the two agree. */
function matchTerm(wanted: PropositionTerm, { terms }: Clause): TermMatch | null {
  const same = terms.find((term) => term.stem === wanted.stem);
  if (same !== undefined) return { term: same, share: 1, sign: same.sign * wanted.sign };
  if (wanted.concept === null) return null;
  for (const term of terms) {
    if (term.concept?.name !== wanted.concept.name) continue;
    const sign = term.sign * wanted.sign * term.concept.sign * wanted.concept.sign;
    return { term, share: conceptShare, sign };
  }
  return null;
}

const determiners = new Set(
  'the a an this that his her its their my our your el la los las un una su sus mi este esta ese esa'.split(
    ' ',
  ),
);

/** Whether a word stands as a verb and not as a noun: «he hit me», not «the hit», «the bakery's losses». */
function isPredicate(clause: Clause, at: number): boolean {
  const before = clause.words[at - 1];
  return before === undefined || !(determiners.has(before.folded) || /['’]s$/u.test(before.raw));
}

/** Words by which passages are sought for an element: its terms and what the complaint says of it. */
export function keysOf(propositions: readonly Proposition[]): readonly string[] {
  return propositions.flatMap((proposition) =>
    proposition.terms.flatMap((term) =>
      term.concept === null ? [term.stem] : [term.stem, term.concept.name],
    ),
  );
}
