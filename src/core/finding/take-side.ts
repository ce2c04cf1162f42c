import type { DocumentKind, Tier } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { covers, type NameIndex } from '../language/entities.ts';
import type { Sign } from '../language/negation.ts';
import { mannersOf, type Manner } from '../language/modality.ts';
import type { Inventories } from '../language/inventory/inventories.ts';
import { matchCue } from '../language/cue.ts';
import { helpedBy } from './scheme.ts';
import type { Voice } from './author.ts';
import { cueHits, type ElementCues } from './element-cues.ts';
import type { Clause, Unit } from './file-index.ts';
import { generalVotes } from './general-votes.ts';
import { agreement, type Agreement, type Proposition } from './proposition.ts';

/** What one clause says about an element. */
export type Taken = {
  /** `open`: it bears on the element, but what it says for and against comes to the same. */
  readonly position: 'proved' | 'not-proved' | 'open';
  readonly score: number;
  readonly tier: Tier;
  readonly manners: ReadonlySet<Manner>;
  readonly reasons: readonly string[];
};

export type SideInput = {
  readonly element: Element;
  /** Cues of the element that may stand in the unit; `general`: those of the inventories. */
  readonly cues: ElementCues;
  readonly general: Inventories;
  /** Whether the element has cues of its own. */
  readonly hasCues: boolean;
  readonly propositions: readonly Proposition[];
  readonly unit: Unit;
  readonly clause: Clause;
  readonly voice: Voice;
  readonly kind: DocumentKind;
  readonly names: NameIndex;
  /** Relevance of the unit to the element, 0 to 1. */
  readonly relevance: number;
  /** How far the unit is about the matter that is pleaded, 0 to 1. */
  readonly matter: number;
  readonly inLong: boolean;
};

/** Scores at which a clause is silent, weak, fair, strong; set once on folders of our own. */
const levels = { weak: 0.5, fair: 0.8, strong: 1.15 };
const shares = {
  cue: 0.9,
  further: 0.15,
  term: 0.12,
  terms: 3,
  agreement: 1,
  predicate: 0.15,
  relevance: 0.25,
  actor: 0.15,
  ownSide: 0.05,
  againstOwnSide: 0.2,
  againstOwnClaim: 0.3,
};
const leastCoverage = 0.15;
const leastNormCoverage = 0.5;
const leastMatterOfNorm = 0.7;
/** How far a unit must be about the matter for a cue alone to count. */
const leastMatter = 0.25;
const penalties: Readonly<Record<Manner, number>> = {
  condition: 0.45,
  doubt: 0.3,
  promise: 0.3,
  hearsay: 0.2,
  question: 9,
  duty: 0.25,
};

/** The side that a clause takes on an element, or null where nothing in it says so. */
export function takeSide(input: SideInput): Taken | null {
  const { element, cues, clause, unit, names, voice } = input;
  const votes = votesOf(input);
  const agreed = agreementOf(input);
  const terms = cueHits(cues.terms, clause, names).length;
  if (!isGround(input, votes, agreed, terms)) return null;
  const manners = mannersOf(clause.words, unit.asks, names, input.general);
  if (isDefence(element) && (manners.has('doubt') || manners.has('hearsay'))) return null;
  // a duty neither affirms nor denies that anybody kept it; it shows what was due
  const sign = manners.has('duty') ? 1 : agreed?.sign;
  const shared = agreed === null ? 0 : agreementWeight(agreed);
  const forIt = weight(votes, 1) + (sign === 1 ? shared : 0);
  const against = weight(votes, -1) + (sign === -1 ? shared : 0);
  const proves = forIt > against;
  const score =
    Math.abs(forIt - against) +
    Math.min(terms, shares.terms) * shares.term +
    input.relevance * shares.relevance +
    (proves && inActorsMouth(input) ? shares.actor : 0) +
    leaning(input, proves) -
    penalty(element, manners, proves);
  const common = { score, manners, reasons: reasons(votes, agreed) };
  if (forIt === against) return terms > 0 ? { ...common, position: 'open', tier: 'weak' } : null;
  if (score < levels.weak) return null;
  const tier = tierOf(score, votes, agreed);
  // common words in a stranger's mouth tell what it is about, and not for whom
  if (tier === 'weak' && votes.length === 0 && voice.side === null && agreed?.quotes !== true) {
    return { ...common, position: 'open', tier };
  }
  return { ...common, position: proves ? 'proved' : 'not-proved', tier };
}

function votesOf(input: SideInput): readonly Vote[] {
  const { cues, clause, names } = input;
  return [
    ...cueHits(cues.cuesFor, clause, names).map((hit) => ({ ...hit, side: hit.sign })),
    ...cueHits(cues.cuesAgainst, clause, names).map((hit) => ({ ...hit, side: -hit.sign as Sign })),
    ...generalVotes(input),
  ];
}

/** What the clause says of what is alleged; null where that is too little, or something else. */
function agreementOf(input: SideInput): Agreement | null {
  const [best] = input.propositions
    .flatMap((proposition) => agreementsWith(proposition, input.unit, input.clause))
    .toSorted((one, other) => other.coverage - one.coverage);
  if (best === undefined || !speaksOfIt(best, input)) return null;
  // owning up to one thing denies no other
  const admitsOther = best.sign === -1 && best.shared.length === 1 && ownsUp(input);
  return admitsOther ? null : best;
}

/** Whether cues or shared words are ground enough to take any side at all. */
function isGround(
  input: SideInput,
  votes: readonly Vote[],
  agreed: Agreement | null,
  terms: number,
): boolean {
  const { element } = input;
  if (isDefence(element)) {
    if (!votes.some((vote) => vote.strength >= leastForDefence)) return false;
  } else if (votes.length === 0 && (agreed === null || (terms === 0 && input.hasCues)))
    return false;
  if (element.proof === 'norm') return agreed !== null && isOnPoint(agreed, input);
  if (agreed === null && (input.inLong || input.matter < leastMatter)) return false;
  return !isRule(input);
}

function ownsUp({ clause, names, general }: SideInput): boolean {
  return general.admitting.some(({ cue }) => matchCue(cue, clause.words, names) !== null);
}

/** People speak for their own side: words against it count a little less, unless they own up to it. */
function leaning(input: SideInput, proves: boolean): number {
  const { element, voice } = input;
  // where the issue is what was said, saying it owns up to nothing
  if (voice.side === null || (proves && inActorsMouth(input))) return 0;
  const helps = helpedBy(element, proves ? 'proved' : 'not-proved');
  if (helps === voice.side) return shares.ownSide;
  if (ownsUp(input)) return 0;
  return voice.side === 'claimant' ? -shares.againstOwnClaim : -shares.againstOwnSide;
}

/** A bare «yes» or «no» says what its question asks, a little less surely than words of its own. */
const answerShare = 0.8;

function agreementsWith(
  proposition: Proposition,
  unit: Unit,
  clause: Clause,
): readonly Agreement[] {
  const own = agreement(proposition, clause);
  if (unit.answers === null || clause !== unit.clauses[0]) return [own];
  const { clauses, sign } = unit.answers;
  const asked = clauses.map((question) => agreement(proposition, question));
  return [
    own,
    ...asked.map((one) => ({
      ...one,
      coverage: one.coverage * answerShare,
      sign: (one.sign * sign) as Sign,
    })),
  ];
}

/** A cue alone, or shared nouns alone, are never a strong sign; the two together, or the predicate, may be. */
function tierOf(score: number, votes: readonly Vote[], agreed: Agreement | null): Tier {
  if (votes.length === 0 && agreed?.predicate !== true) return 'weak';
  const words = agreed === null ? 0 : agreed.shared.length > 2 ? 2 : 1;
  if (score >= levels.strong && votes.length + words > 1) return 'strong';
  return score >= levels.fair ? 'fair' : 'weak';
}

/** What defeats a claim has only its own cues, and one common word is not enough. */
const leastForDefence = 0.75;

/** Long terms say something near everything: which clause of them governs is not found by common words. */
function isOnPoint({ shared, coverage }: Agreement, { matter, inLong }: SideInput): boolean {
  return (
    shared.length > 2 && coverage >= leastNormCoverage && (!inLong || matter >= leastMatterOfNorm)
  );
}

/** «If …» in a contract or a norm says what would be due, and nothing of what happened. */
function isRule({ kind, unit, names, general }: SideInput): boolean {
  if (kind !== 'contract' && kind !== 'norm') return false;
  return unit.clauses.some((clause) =>
    mannersOf(clause.words, unit.asks, names, general).has('condition'),
  );
}

function isDefence(element: Element): boolean {
  return element.burden.persuade === 'defender';
}

export type Vote = { readonly pattern: string; readonly side: Sign; readonly strength: number };

function weight(votes: readonly Vote[], side: Sign): number {
  const strengths = votes.filter((vote) => vote.side === side).map((vote) => vote.strength);
  const most = Math.max(0, ...strengths);
  const rest = strengths.reduce((sum, strength) => sum + strength, 0) - most;
  return most * shares.cue + Math.min(rest, 2) * shares.further;
}

/**
 * One shared word is enough where it is the predicate and a party is named beside it, or where it is
 * the quoted word itself in somebody's mouth. Nouns alone need three, and never deny anything: what the
 * clause denies may be something else. A long document needs three in any case.
 */
function speaksOfIt(agreement: Agreement, { clause, names, voice, inLong }: SideInput): boolean {
  const { coverage, shared, predicate, verbal, sign, quotes } = agreement;
  if (quotes && voice.name !== null) return sign === 1;
  if (coverage < leastCoverage) return false;
  if (shared.length > 2) return predicate || sign === 1;
  if (inLong || !predicate) return false;
  return shared.length > 1 || (verbal && namesParty(clause, names));
}

/** Objects of what was done to somebody. */
const persons = new Set('me him us them le les nos'.split(' '));

function namesParty(clause: Clause, names: NameIndex): boolean {
  return clause.words.some(
    ({ folded }, at) =>
      persons.has(folded) ||
      covers('actor', clause.words, at, names).length > 0 ||
      covers('other', clause.words, at, names).length > 0,
  );
}

function agreementWeight({ coverage, predicate }: Agreement): number {
  return Math.sqrt(coverage) * shares.agreement + (predicate ? shares.predicate : 0);
}

/** Where the issue is what was said, words in the actor's own mouth weigh more. */
function inActorsMouth({ element, voice }: SideInput): boolean {
  return element.proof === 'speech' && voice.side !== null && voice.side === element.actor;
}

/** A promise is the very thing where the issue is what was said, but shows nothing to the contrary. */
function penalty({ proof }: Element, manners: ReadonlySet<Manner>, proves: boolean): number {
  const free: readonly Manner[] =
    proof === 'norm' ? ['duty', 'condition'] : proof === 'speech' && proves ? ['promise'] : [];
  return [...manners]
    .filter((manner) => !free.includes(manner))
    .reduce((sum, manner) => sum + penalties[manner], 0);
}

function reasons(votes: readonly Vote[], agreed: Agreement | null): readonly string[] {
  const cues = votes.map(
    (vote) => `cue «${vote.pattern}» speaks ${vote.side === 1 ? 'for' : 'against'} it`,
  );
  if (agreed === null) return cues;
  const verb = agreed.sign === 1 ? 'affirms' : 'denies';
  return [...cues, `${verb} what the complaint says: ${agreed.shared.join(', ')}`];
}
