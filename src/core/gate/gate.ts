import type { Refusal } from '../refusal.ts';
import { concludesSomething } from './concludes-something.ts';
import type { Courtroom } from './courtroom.ts';
import { examine } from './examine.ts';
import { fitsItsScheme } from './fits-its-scheme.ts';
import { gateWords, type GateWords } from './gate-words.ts';
import { isAnchored } from './is-anchored.ts';
import { isNew } from './is-new.ts';
import { lawIsInForce } from './law-is-in-force.ts';
import { mayBeAdvancedNow } from './may-be-advanced-now.ts';
import type { Proposal } from './proposal.ts';
import { quoteIsExact } from './quote-is-exact.ts';
import { restsOnItsKind } from './rests-on-its-kind.ts';
import type { GateRule, Ground } from './rule.ts';
import { sourceIsOpen } from './source-is-open.ts';
import { support, type Support } from './support.ts';
import { wellFormed } from './well-formed.ts';
import { cutsWord } from './word-bounds.ts';

/** Every rule that a well-formed proposal passes before anyone hears it, in the order of docs/rules.md. */
const rules: readonly GateRule[] = [
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
 * courtroom gets the same answer. What has not the shape of a proposal is judged no further.
 */
export function gate(proposal: Proposal, courtroom: Courtroom): GateAnswer {
  const faults = wellFormed(proposal, courtroom.language);
  if (faults.length > 0) return { kind: 'refused', refusals: faults };

  const examined = examine(proposal, courtroom);
  const refusals = rules.flatMap((rule) => rule(examined, courtroom));
  if (refusals.length > 0) return { kind: 'refused', refusals };

  const standing = examined.grounds.filter((ground) => ground.kind === 'stands');
  return {
    kind: 'passed',
    proposal: examined.proposal,
    repaired: standing.flatMap(({ repaired }, index) => (repaired ? [index] : [])),
    support: supportOf(examined.proposal, standing, gateWords(courtroom.language)),
  };
}

type Standing = Extract<Ground, { kind: 'stands' }>;

/** Judges the quoted words and not what their omissions leave out, though the anchor spans both. */
function supportOf(
  { text, conclusion, sureness }: Proposal,
  standing: readonly Standing[],
  words: GateWords,
): Support {
  const quotes: string[] = [];
  const omitted: string[] = [];
  for (const { places, anchor, source } of standing) {
    let from = anchor.start;
    for (const { start, end } of places) {
      if (start > from) omitted.push(source.text.slice(from, start));
      quotes.push(source.text.slice(start, end));
      from = end;
    }
  }
  const names = standing.map(({ source }) => source.label);
  if (conclusion.about === 'statement') names.push(conclusion.statement);
  const isCut = standing.some(({ places, source }) =>
    places.some(({ start, end }) => cutsWord(source.text, start) || cutsWord(source.text, end)),
  );
  const because = [
    ...support(text, quotes, { omitted, names }, words).because,
    ...(isCut ? [words.cutsWord] : []),
    ...(sureness === 'weak' ? [words.speakerUnsure] : []),
  ];
  return { tier: because.length > 0 ? 'weak' : 'strong', because };
}
