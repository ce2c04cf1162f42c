import type { Source } from './courtroom.ts';
import { gateWords, type GateWords } from './gate-words.ts';
import type { Proposal } from './proposal.ts';
import type { GateRule } from './rule.ts';
import type { Place } from './seek-quote.ts';

/**
 * GT7: a statement of fact rests on evidence (no pleading, nothing excluded, no heading or signature; what
 * is to prove something, on an admitted exhibit), a statement of law rests on law.
 */
export const restsOnItsKind: GateRule = ({ proposal, grounds }, { language }) =>
  grounds.flatMap((ground, index) => {
    if (ground.kind === 'closed') return []; // GT4 speaks of a missing source
    const places = ground.kind === 'stands' ? ground.places : []; // GT5 speaks of a missing quote
    const says = misfit(proposal, ground.source, places, gateWords(language));
    return says === undefined ? [] : [{ rule: 'GT7', at: ['anchors', index, 'source'], says }];
  });

function misfit(
  { kind, conclusion }: Proposal,
  { standing, label, passages }: Source,
  places: readonly Place[],
  words: GateWords,
): string | undefined {
  if (standing.kind === 'excluded') return words.excluded(label, standing.because);
  if (kind === 'law') {
    return standing.kind === 'law' ? undefined : words.noLaw(label);
  }
  const proves = conclusion.about !== 'nothing';
  if (kind !== 'fact' && !proves) return undefined;
  if (standing.kind === 'filed' && proves) return words.notAdmitted(label);
  if (standing.kind === 'law') return words.lawProvesNoFact(label);
  if (standing.kind === 'pleading') return words.pleadingProvesNothing(label);
  const evidential = places.every(({ start, end }) =>
    passages.some((passage) => passage.evidential && passage.start < end && start < passage.end),
  );
  return evidential ? undefined : words.noEvidence(label);
}
