import { sideHelped } from '../case/sides.ts';
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
 * in it: the class follows from the kind of exhibit, from who speaks in it and from how it is said, and
 * what rests on several passages is as strong as the weakest of them.
 */
export function weigh(state: Case, proposal: Proposal, support: Support): Weight | null {
  if (proposal.conclusion.about !== 'element') return null;
  const table = tableOf(state);
  const helped = sideHelped(state, proposal.conclusion);
  const voiced = proposal.anchors.flatMap((anchor) => {
    const exhibit = state.exhibits.get(anchor.source);
    return exhibit === undefined ? [] : byVoice(state, table, helped, anchor, exhibit);
  });
  const weakened = support.tier === 'strong' ? [] : table.named('weak-support');
  const [found] = lightestFirst(voiced.length === 0 ? [] : [...voiced, ...weakened]);
  if (found === undefined) return null;
  const because = [found.because, ...support.because].join(' ');
  return { class: found.id, value: found.weight, because };
}

/** The classes of the jurisdiction; a name that it does not know gives none. */
type Table = {
  named(id: string): readonly EvidenceClass[];
  ofKind(kind: Exhibit['kind']): readonly EvidenceClass[];
};

function tableOf({ constitution }: Case): Table {
  const classes = constitution?.profile.evidenceClasses ?? [];
  return {
    named: (id) => classes.filter((one) => one.id === id),
    ofKind: (kind) => [
      ...classes.filter(({ kinds }) => kinds.includes(kind)),
      // A kind that the table leaves out counts as its least class.
      ...lightestFirst(classes),
    ],
  };
}

const lightestFirst = (classes: readonly EvidenceClass[]): readonly EvidenceClass[] =>
  classes.toSorted((one, other) => one.weight - other.weight);

/** Kinds of paper in which a side speaks for the court, after the dispute began. */
const saidForTheCourt: ReadonlySet<string> = new Set(['witness-statement', 'transcript', 'other']);

/**
 * Who speaks moves the class: an admission where a side's own words go against it, a party's own word
 * where they help it, hearsay where the words only repeat what somebody else said. At most one class.
 */
function byVoice(
  state: Case,
  table: Table,
  helped: Side | undefined,
  anchor: Anchor,
  exhibit: Exhibit,
): readonly EvidenceClass[] {
  const byKind = table.ofKind(exhibit.kind).slice(0, 1);
  const lighter = (id: string) => lightestFirst([...byKind, ...table.named(id)]).slice(0, 1);
  if (isHearsay(anchor.quote)) return lighter('hearsay');
  const author = authorSide(state, exhibit, anchor);
  if (author === undefined) return byKind;
  if (author !== helped) return [...table.named('admission'), ...byKind].slice(0, 1);
  return saidForTheCourt.has(exhibit.kind) ? lighter('party-word') : byKind;
}

function isHearsay(quote: string): boolean {
  const nobody = indexNames({ actor: [], other: [] });
  return mannersOf(words(quote), false, nobody).has('hearsay');
}

const seatOf = { claimant: 'prosecutor', respondent: 'defender' } as const;
const sideOfSeat = { prosecutor: 'claimant', defender: 'respondent' } as const;

/** The side of whoever says the anchored words: the speaker of the passage, else the author of the paper. */
function authorSide(state: Case, exhibit: Exhibit, { start, end }: Anchor): Side | undefined {
  const passage = exhibit.numbered.find((one) => one.start < end && start < one.end);
  if (passage === undefined) return undefined;
  const written = exhibit.author.side === null ? null : sideOfSeat[exhibit.author.side];
  const { side } = voiceOf(passage, { name: null, side: written }, aliasesOfCase(state));
  return side === null ? undefined : seatOf[side];
}
