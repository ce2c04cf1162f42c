import type { Refusal } from '../refusal.ts';
import { concludesSomething } from './concludes-something.ts';
import type { Courtroom } from './courtroom.ts';
import { fitsItsScheme } from './fits-its-scheme.ts';
import { isAnchored } from './is-anchored.ts';
import { isNew } from './is-new.ts';
import { lawIsInForce } from './law-is-in-force.ts';
import { mayBeAdvancedNow } from './may-be-advanced-now.ts';
import type { Anchor, Proposal } from './proposal.ts';
import { quoteIsExact } from './quote-is-exact.ts';
import { restsOnItsKind } from './rests-on-its-kind.ts';
import type { GateRule } from './rule.ts';
import { seekQuote } from './seek-quote.ts';
import { sourceIsOpen } from './source-is-open.ts';
import { support, type Support } from './support.ts';
import { wellFormed } from './well-formed.ts';

/** Every rule that a proposal passes before anyone in the courtroom hears it, in the order of docs/rules.md. */
const rules: readonly GateRule[] = [
  wellFormed,
  fitsItsScheme,
  isAnchored,
  sourceIsOpen,
  quoteIsExact,
  lawIsInForce,
  restsOnItsKind,
  concludesSomething,
  mayBeAdvancedNow,
  isNew,
];

export type Passed = {
  readonly kind: 'passed';
  readonly proposal: Proposal;
  /** Indexes of anchors that were moved to where their quote stands. */
  readonly repaired: readonly number[];
  readonly support: Support;
};

export type GateAnswer =
  | Passed
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * The only way into the transcript and the graph. Deterministic: the same proposal before the same
 * courtroom gets the same answer.
 */
export function gate(proposal: Proposal, courtroom: Courtroom): GateAnswer {
  const sought = proposal.anchors.map((anchor) => settle(anchor, courtroom));
  const settled = { ...proposal, anchors: sought.map(({ anchor }) => anchor) };
  const refusals = rules.flatMap((rule) => rule(settled, courtroom));
  if (refusals.length > 0) return { kind: 'refused', refusals };

  return {
    kind: 'passed',
    proposal: settled,
    repaired: sought.flatMap(({ moved }, index) => (moved ? [index] : [])),
    support: support(
      settled.text,
      settled.anchors.map(({ quote }) => quote),
    ),
  };
}

/** Puts an anchor where its quote stands, so that every later rule judges the true place. */
function settle(anchor: Anchor, courtroom: Courtroom): { anchor: Anchor; moved: boolean } {
  const source = courtroom.source(anchor.source);
  const sought = source === undefined ? undefined : seekQuote(anchor, source);
  if (sought === undefined || sought.kind === 'absent') return { anchor, moved: false };
  return { anchor: sought.anchor, moved: sought.kind === 'repaired' };
}
