import type { Source } from './courtroom.ts';
import type { Proposal } from './proposal.ts';
import type { GateRule } from './rule.ts';
import type { Place } from './seek-quote.ts';

/**
 * GT7: a statement of fact rests on evidence (no pleading, nothing excluded, no heading or signature; what
 * is to prove something, on an admitted exhibit), a statement of law rests on law.
 */
export const restsOnItsKind: GateRule = ({ proposal, grounds }) =>
  grounds.flatMap((ground, index) => {
    if (ground.kind === 'closed') return []; // GT4 speaks of a missing source
    const places = ground.kind === 'stands' ? ground.places : []; // GT5 speaks of a missing quote
    const says = misfit(proposal, ground.source, places);
    return says === undefined ? [] : [{ rule: 'GT7', at: ['anchors', index, 'source'], says }];
  });

function misfit(
  { kind, conclusion }: Proposal,
  { standing, label, passages }: Source,
  places: readonly Place[],
): string | undefined {
  if (standing.kind === 'excluded') return `${label} is excluded: ${standing.because}`;
  if (kind === 'law') {
    return standing.kind === 'law' ? undefined : `${label} is not law.`;
  }
  const proves = conclusion.about !== 'nothing';
  if (kind !== 'fact' && !proves) return undefined;
  if (standing.kind === 'filed' && proves) return `${label} has not been admitted.`;
  if (standing.kind === 'law') return `${label} is law and proves no fact.`;
  if (standing.kind === 'pleading') return `${label} says what is claimed and proves nothing.`;
  const evidential = places.every(({ start, end }) =>
    passages.some((passage) => passage.evidential && passage.start < end && start < passage.end),
  );
  return evidential ? undefined : `That place of ${label} is a heading or a caption, no evidence.`;
}
