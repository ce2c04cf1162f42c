import type { Case, Exhibit } from '../case/case.ts';
import type { Weight } from '../case/case-event.ts';
import { aliasesOfCase } from '../case/papers.ts';
import { voiceOf } from '../finding/author.ts';
import type { Anchor, Proposal, Side } from '../gate/proposal.ts';
import type { Support } from '../gate/support.ts';
import type { EvidenceClass } from '../jurisdiction/profile.ts';
import { indexNames } from '../language/entities.ts';
import { mannersOf } from '../language/modality.ts';
import { words } from '../language/words.ts';

/**
 * The weight of what is said to prove an element, from the table of the jurisdiction, with where it comes
 * from; `null` for what weighs nothing by itself (law, questions, answers to questions). No mind has a say
 * in it: the class follows from the kind of exhibit, from who speaks in it and from how it is said.
 */
export function weigh(state: Case, proposal: Proposal, support: Support): Weight | null {
  const [anchor] = proposal.anchors;
  const exhibit = anchor === undefined ? undefined : state.exhibits.get(anchor.source);
  const counts = proposal.conclusion.about === 'element';
  if (!counts || anchor === undefined || exhibit === undefined) return null;

  const classes = state.constitution?.profile.evidenceClasses ?? [];
  const named = (id: string) => classes.find((one) => one.id === id);
  const byKind = classes.find(({ kinds }) => kinds.includes(exhibit.kind)) ?? least(classes);
  const voiced = byVoice(state, proposal, anchor, exhibit, byKind, named);
  const found =
    support.tier === 'strong' ? voiced : lighter(voiced, named('weak-support') ?? voiced);
  if (found === undefined) return null;
  const doubts = support.because.length === 0 ? '' : ` ${support.because.join(' ')}`;
  return { class: found.id, value: found.weight, because: `${found.because}${doubts}` };
}

const least = (classes: readonly EvidenceClass[]): EvidenceClass | undefined =>
  classes.toSorted((one, other) => one.weight - other.weight)[0];

function lighter(
  one: EvidenceClass | undefined,
  other: EvidenceClass | undefined,
): EvidenceClass | undefined {
  return one !== undefined && other !== undefined && other.weight < one.weight ? other : one;
}

/** Kinds of paper in which a side speaks for the court, after the dispute began. */
const saidForTheCourt: ReadonlySet<string> = new Set(['witness-statement', 'transcript', 'other']);

/**
 * Who speaks moves the class: an admission where a side's own words go against it, a party's own word
 * where they help it, hearsay where the words only repeat what somebody else said.
 */
function byVoice(
  state: Case,
  proposal: Proposal,
  anchor: Anchor,
  exhibit: Exhibit,
  byKind: EvidenceClass | undefined,
  named: (id: string) => EvidenceClass | undefined,
): EvidenceClass | undefined {
  if (isHearsay(anchor.quote)) return lighter(byKind, named('hearsay'));
  const author = authorSide(state, exhibit, anchor);
  if (author === undefined) return byKind;
  if (author !== helped(state, proposal)) return named('admission') ?? byKind;
  return saidForTheCourt.has(exhibit.kind) ? lighter(byKind, named('party-word')) : byKind;
}

function isHearsay(quote: string): boolean {
  const nobody = indexNames({ actor: [], other: [] });
  return mannersOf(words(quote), false, nobody).has('hearsay');
}

/** The side of whoever says the anchored words: the speaker of the passage, else the author of the paper. */
function authorSide(state: Case, exhibit: Exhibit, { start, end }: Anchor): Side | undefined {
  const passage = exhibit.numbered.find((one) => one.start < end && start < one.end);
  if (passage === undefined) return undefined;
  const sides = { prosecutor: 'claimant', defender: 'respondent' } as const;
  const written = exhibit.author.side === null ? null : sides[exhibit.author.side];
  const { side } = voiceOf(passage, { name: null, side: written }, aliasesOfCase(state));
  return side === null ? undefined : side === 'claimant' ? 'prosecutor' : 'defender';
}

/** The side that the conclusion helps. */
function helped(state: Case, { conclusion }: Proposal): Side | undefined {
  if (conclusion.about !== 'element') return undefined;
  const persuade = state.issues.get(conclusion.element)?.persuade;
  const other: Side = persuade === 'prosecutor' ? 'defender' : 'prosecutor';
  return conclusion.position === 'proved' ? persuade : other;
}
