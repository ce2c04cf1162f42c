import type { Case, Exhibit } from '../case/case.ts';
import type { Weight } from '../case/case-event.ts';
import { authorSide } from './author-side.ts';
import type { Anchor, Proposal, Side } from '../gate/proposal.ts';
import type { Support } from '../gate/support.ts';
import type { EvidenceClass } from '../jurisdiction/profile.ts';

/** What weak support leaves of a weight: below the least of every standard. */
const shareOfWeakSupport = 0.2;

/**
 * The weight of what is said to prove an element, from the table of the jurisdiction, with where it comes
 * from; `null` for what weighs nothing by itself (law, questions, answers to questions). No
 * mind has a say in it: a scheme that a mind names may lower the class of its exhibit, and raises it
 * only for an admission that speaks against its own author.
 */
export function weigh(state: Case, proposal: Proposal, support: Support): Weight | null {
  const [anchor] = proposal.anchors;
  const exhibit = anchor === undefined ? undefined : state.exhibits.get(anchor.source);
  const counts = proposal.conclusion.about === 'element';
  if (!counts || anchor === undefined || exhibit === undefined) return null;

  const found = classOf(state, proposal, anchor, exhibit);
  if (found === undefined) return null;
  const { id, weight, because } = found;
  return support.tier === 'strong'
    ? { class: id, value: weight, because }
    : {
        class: id,
        value: weight * shareOfWeakSupport,
        because: `${because} ${support.because.join(' ')}`,
      };
}

function classOf(
  state: Case,
  proposal: Proposal,
  anchor: Anchor,
  exhibit: Exhibit,
): EvidenceClass | undefined {
  const classes = state.constitution?.profile.evidenceClasses ?? [];
  const byKind = classes.find(({ kinds }) => kinds.includes(exhibit.kind)) ?? least(classes);
  const byScheme = classes.find(({ id }) => id === proposal.scheme);
  if (byScheme === undefined || byKind === undefined) return byKind;
  if (byScheme.weight <= byKind.weight) return byScheme;
  const author = authorSide(state, exhibit, anchor);
  return author !== undefined && speaksAgainst(state, proposal, author) ? byScheme : byKind;
}

const least = (classes: readonly EvidenceClass[]): EvidenceClass | undefined =>
  classes.toSorted((one, other) => one.weight - other.weight)[0];

function speaksAgainst(state: Case, { conclusion }: Proposal, author: Side): boolean {
  if (conclusion.about !== 'element') return false;
  const persuade = state.issues.get(conclusion.element)?.persuade;
  return (persuade === author) === (conclusion.position === 'not-proved');
}
