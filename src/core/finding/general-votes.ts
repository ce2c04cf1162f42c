import type { DocumentKind } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import type { PartySide } from './finding.ts';
import { matchCue } from '../language/cue.ts';
import type { Inventory } from '../language/inventory/inventories.ts';
import type { Sign } from '../language/negation.ts';
import { agreement, type PropositionTerm } from './proposition.ts';
import type { SideInput, Vote } from './take-side.ts';

/** Which general cues speak for a proposition that holds a concept. */
const byConcept: Readonly<Record<string, Inventory>> = {
  '~rely': 'relying',
  '~confiar': 'relying',
  '~refund': 'refund',
  '~devolver': 'refund',
};
const strengths = {
  concept: 0.6,
  denial: 0.6,
  admission: 0.6,
  otherCause: 0.7,
  alternative: 0.7,
  amount: 0.6,
};

/**
 * What the general inventories say of an element that its own cues do not: reliance and refund by their
 * usual words; a denial, an admission or another cause in the mouth of the side that is accused of it.
 */
export function generalVotes({
  element,
  clause,
  voice,
  kind,
  names,
  general,
  propositions,
}: SideInput): readonly Vote[] {
  // what defeats a claim has its own cues; these are about what is claimed
  if (element.burden.persuade === 'defender') return [];
  const fires = (inventory: Inventory) =>
    general[inventory].some(({ cue }) => matchCue(cue, clause.words, names) !== null);
  const terms = propositions.flatMap((proposition) => proposition.terms);
  const named = Object.entries(byConcept).flatMap(([concept, inventory]): Vote[] => {
    const sign = signOf(terms, concept);
    return sign !== null && fires(inventory)
      ? [{ pattern: inventory, side: sign, strength: strengths.concept }]
      : [];
  });
  if (element.proof === 'amount')
    return [...named, ...votes([['amount', 1, strengths.amount]], fires)];
  if (!told.has(element.proof)) return named;
  // who owns up to something else owns up to nothing here
  const bears = propositions.some(
    (proposition) => agreement(proposition, clause).shared.length > 0,
  );
  const spoken = inVoice(voice.side, kind, element.proof).filter(
    ([inventory]) => bears || inventory !== 'admitting',
  );
  return [...named, ...votes(spoken, fires)];
}

const told: ReadonlySet<Element['proof']> = new Set(['act', 'state', 'speech']);

type General = readonly [inventory: Inventory, side: Sign, strength: number];

/** What the accused side says of itself, and what somebody without a side leaves open. */
function inVoice(
  side: PartySide | null,
  kind: DocumentKind,
  proof: Element['proof'],
): readonly General[] {
  if (side === 'claimant') return [];
  if (side === null) return proof === 'speech' ? [] : [['alternative', -1, strengths.alternative]];
  return [
    // a paper that owns up denies nothing by saying what its author had not done
    ...(kind === 'admission' ? [] : [['denying', -1, strengths.denial] as const]),
    ['admitting', 1, strengths.admission],
    ['other-cause', -1, strengths.otherCause],
    ['elsewhere', -1, strengths.otherCause],
  ];
}

function votes(
  general: readonly General[],
  fires: (inventory: Inventory) => boolean,
): readonly Vote[] {
  return general.flatMap(([inventory, side, strength]) =>
    fires(inventory) ? [{ pattern: inventory, side, strength }] : [],
  );
}

function signOf(terms: readonly PropositionTerm[], concept: string): Sign | null {
  return terms.find((term) => term.concept?.name === concept)?.sign ?? null;
}
