import { matchCue } from '../language/cue.ts';
import { inventories, type Inventory } from '../language/inventory/inventories.ts';
import type { Sign } from '../language/negation.ts';
import type { PropositionTerm } from './proposition.ts';
import type { SideInput, Vote } from './take-side.ts';

/** Which general cues speak for a proposition that holds a concept. */
const byConcept: Readonly<Record<string, Inventory>> = {
  '~rely': 'relying',
  '~confiar': 'relying',
  '~refund': 'refund',
  '~devolver': 'refund',
};
const strengths = { concept: 0.6, denial: 0.5, admission: 0.5, otherCause: 0.7 };

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
  propositions,
}: SideInput): readonly Vote[] {
  // what defeats a claim has its own cues; these are about what is claimed
  if (element.burden.persuade === 'defender') return [];
  const fires = (inventory: Inventory) =>
    inventories[inventory].some(({ cue }) => matchCue(cue, clause.words, names) !== null);
  const terms = propositions.flatMap((proposition) => proposition.terms);
  const named = Object.entries(byConcept).flatMap(([concept, inventory]): Vote[] => {
    const sign = signOf(terms, concept);
    return sign !== null && fires(inventory)
      ? [{ pattern: inventory, side: sign, strength: strengths.concept }]
      : [];
  });
  const accused = element.burden.persuade === 'prosecutor' ? 'respondent' : 'claimant';
  if (
    voice.side !== accused ||
    (element.proof !== 'act' && element.proof !== 'state' && element.proof !== 'speech')
  )
    return named;
  const own: readonly (readonly [Inventory, Sign, number])[] = [
    // a paper that owns up denies nothing by saying what its author had not done
    ...(kind === 'admission' ? [] : [['denying', -1, strengths.denial] as const]),
    ['admitting', 1, strengths.admission],
    ['other-cause', -1, strengths.otherCause],
  ];
  return [
    ...named,
    ...own.flatMap(([inventory, side, strength]): Vote[] =>
      fires(inventory) ? [{ pattern: inventory, side, strength }] : [],
    ),
  ];
}

function signOf(terms: readonly PropositionTerm[], concept: string): Sign | null {
  return terms.find((term) => term.concept?.name === concept)?.sign ?? null;
}
