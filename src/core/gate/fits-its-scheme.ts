import type { Refusal } from '../refusal.ts';
import type { GateRule } from './rule.ts';

/**
 * GT2: the scheme is one of the jurisdiction's, its variables are bound, and it has as many anchors as it
 * takes. A procedural remark or a hypothetical has no scheme to fit.
 */
export const fitsItsScheme: GateRule = (
  { kind, scheme: id, bindings, anchors },
  { scheme: schemeOf },
) => {
  if (kind === 'procedural' || kind === 'hypothetical') return [];
  const scheme = schemeOf(id);
  if (scheme === undefined) {
    return [{ rule: 'GT2', at: ['scheme'], says: `This court knows no scheme «${id}».` }];
  }
  const unbound = scheme.variables.filter((variable) => (bindings[variable] ?? '').trim() === '');
  const foreign = Object.keys(bindings).filter((name) => !scheme.variables.includes(name));
  const { least, most } = scheme.anchors;
  const refusals: Refusal[] = [
    ...unbound.map((variable) => ({
      rule: 'GT2',
      at: ['bindings', variable],
      says: `The scheme «${id}» needs a value for ${variable}.`,
    })),
    ...foreign.map((name) => ({
      rule: 'GT2',
      at: ['bindings', name],
      says: `The scheme «${id}» has no variable ${name}.`,
    })),
  ];
  if (anchors.length < least || anchors.length > most) {
    const says = `The scheme «${id}» takes ${least} to ${most} anchors, not ${anchors.length}.`;
    refusals.push({ rule: 'GT2', at: ['anchors'], says });
  }
  return refusals;
};
