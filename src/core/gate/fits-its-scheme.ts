import type { Refusal } from '../refusal.ts';
import { gateWords } from './gate-words.ts';
import type { Anchor } from './proposal.ts';
import type { GateRule } from './rule.ts';

/**
 * GT2: the scheme is one of the jurisdiction's, its variables are bound, and it has as many anchors as it
 * takes, no two of them on the same words. A procedural remark or a hypothetical has no scheme to fit.
 */
export const fitsItsScheme: GateRule = ({ proposal }, courtroom) => {
  const { kind, scheme: id, bindings, anchors } = proposal;
  if (kind === 'procedural' || kind === 'hypothetical') return [];
  const words = gateWords(courtroom.language);
  const scheme = courtroom.scheme(id);
  if (scheme === undefined) {
    return [{ rule: 'GT2', at: ['scheme'], says: words.noScheme(id) }];
  }
  const bound = new Map(Object.entries(bindings));
  const unbound = scheme.variables.filter((variable) => (bound.get(variable) ?? '').trim() === '');
  const foreign = [...bound.keys()].filter((name) => !scheme.variables.includes(name));
  const { least, most } = scheme.anchors;
  const refusals: Refusal[] = [
    ...unbound.map((variable) => ({
      rule: 'GT2',
      at: ['bindings', variable],
      says: words.unbound(id, variable),
    })),
    ...foreign.map((name) => ({
      rule: 'GT2',
      at: ['bindings', name],
      says: words.noVariable(id, name),
    })),
  ];
  if (anchors.length < least || anchors.length > most) {
    const says = words.anchorCount(id, least, most, anchors.length);
    refusals.push({ rule: 'GT2', at: ['anchors'], says });
  }
  for (const [index, anchor] of anchors.entries()) {
    if (anchors.slice(0, index).some((earlier) => overlaps(earlier, anchor))) {
      refusals.push({ rule: 'GT2', at: ['anchors', index], says: words.sameWords });
    }
  }
  return refusals;
};

const overlaps = (one: Anchor, other: Anchor) =>
  one.source === other.source && one.start < other.end && other.start < one.end;
