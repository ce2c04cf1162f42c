import type { Tier } from '../document/document.ts';
import type { Cause, Element, Matter } from '../jurisdiction/profile.ts';
import { clausesOf, matchCue } from '../language/cue.ts';
import { compileCue } from '../language/cue-pattern.ts';
import { indexNames, type CueNames, type NameIndex } from '../language/entities.ts';
import { signs } from '../language/negation.ts';
import type { Span } from '../language/span.ts';
import type { Word } from '../language/words.ts';
import type { Aliases } from './complaint.ts';
import { pleadingsOf } from './pleadings.ts';
import type { Reason } from './reason.ts';

export type CauseIdentified = {
  readonly cause: Cause | null;
  readonly confidence: Tier;
  readonly because: Reason;
};

type Score = {
  readonly cause: Cause;
  /** Where the complaint names it. */
  readonly named: readonly Span[];
  /** Place among what the complaint pleads in so many words; infinite where it does not. */
  readonly pleaded: number;
  readonly spoken: number;
  readonly points: number;
};

const readAtMost = 20_000;
/** Least share of the elements whose words stand in the complaint, where nothing names the cause. */
const leastShare = 0.75;
const leastSpoken = 4;
/** Least lead over the next cause. */
const leastLead = 0.1;
/** A cause named as what is pleaded; and the first of them, which is the main one. */
const pleadedPoints = 1;
const firstPoints = 1;

/**
 * The cause that a complaint pleads: one named in words, else one most of whose elements it speaks of.
 * What it denies («he did not break in») names nothing; of several that it pleads, the first is the main one.
 */
export function identifyCause(
  text: string,
  causes: readonly Cause[],
  matter: Matter,
  aliases: Aliases,
): CauseIdentified {
  const read = text.slice(0, readAtMost);
  const [best, second] = scored(
    causes.filter((cause) => cause.matter === matter),
    clausesOf(read),
    pleadingsOf(read).map(clausesOf),
    aliases,
  );
  if (best === undefined)
    return { cause: null, confidence: 'weak', because: { why: 'no-cause-known' } };
  const margin = best.points - (second === undefined ? 0 : second.points);
  if (best.named.length > 0) {
    return {
      cause: best.cause,
      confidence: margin >= 0.5 ? 'strong' : 'fair',
      because: { why: 'cause-named', named: wordsOf(best.named, read) },
    };
  }
  const share = best.spoken / best.cause.elements.length;
  if (best.spoken >= leastSpoken && share >= leastShare && margin >= leastLead) {
    return {
      cause: best.cause,
      confidence: 'weak',
      because: { why: 'elements-spoken-of' },
    };
  }
  return { cause: null, confidence: 'fair', because: { why: 'no-cause-named' } };
}

/** Every cause with its points, the best first. */
function scored(
  causes: readonly Cause[],
  read: Clauses,
  pleadings: readonly Clauses[],
  aliases: Aliases,
): readonly Score[] {
  const names = indexNames(namesOf(aliases, 'respondent'));
  const scores = causes.map((cause): Score => {
    const places = cause.names.map((pattern) => placeOf(pattern, read, names, isAffirmed));
    const named = places.filter((found) => found !== null);
    const naming = cause.names.filter((_, index) => places[index] !== null);
    const place = pleadings.findIndex((pleading) =>
      naming.some((pattern) => placeOf(pattern, pleading, names, isAffirmed) !== null),
    );
    const spoken = cause.elements.filter((element) => speaksOf(read, element, aliases)).length;
    const points =
      (named.length > 0 ? 1 : 0) +
      Math.min(named.length, 4) * 0.5 +
      spoken / Math.max(1, cause.elements.length);
    return { cause, named, pleaded: place < 0 ? Number.POSITIVE_INFINITY : place, spoken, points };
  });
  const first = Math.min(...scores.map(({ pleaded }) => pleaded));
  return scores
    .map((score) => ({
      ...score,
      points:
        score.points +
        (score.pleaded < Number.POSITIVE_INFINITY ? pleadedPoints : 0) +
        (score.pleaded === first && first < Number.POSITIVE_INFINITY ? firstPoints : 0),
    }))
    .toSorted((one, other) => other.points - one.points);
}

type Clauses = readonly (readonly Word[])[];

function speaksOf(read: Clauses, element: Element, aliases: Aliases): boolean {
  const names = indexNames(namesOf(aliases, element.actor));
  return element.cuesFor.some((cue) => placeOf(cue.pattern, read, names, () => true) !== null);
}

/** The words of the complaint at these places, each once. */
const wordsOf = (places: readonly Span[], text: string): readonly string[] => [
  ...new Set(places.map(({ start, end }) => text.slice(start, end))),
];

/** Where a pattern first stands so that it counts. */
function placeOf(
  pattern: string,
  read: Clauses,
  names: NameIndex,
  counts: (clause: readonly Word[], match: Span) => boolean,
): Span | null {
  const compilation = compileCue(pattern);
  if (compilation.kind === 'broken') return null;
  for (const clause of read) {
    const match = matchCue(compilation.cue, clause, names);
    if (match !== null && counts(clause, match)) return match;
  }
  return null;
}

/** Words after a match in which a «nothing» still denies it («he stole nothing», «paid to nobody» does not). */
const denialReach = 1;

/** Whether no negation reaches the words of a match; one among them is theirs («never paid»). */
function isAffirmed(clause: readonly Word[], { start, end }: Span): boolean {
  const at = clause.findIndex((word) => word.start === start);
  const last = clause.findIndex((word) => word.end === end);
  return at === 0 || signs(clause.slice(0, last + 1 + denialReach))[at - 1] === 1;
}

/** Which names fill `<actor>` and `<other>` for an element of this actor. */
export function namesOf(aliases: Aliases, actor: Element['actor']): CueNames {
  if (actor === 'claimant') return { actor: aliases.claimant, other: aliases.respondent };
  if (actor === 'respondent') return { actor: aliases.respondent, other: aliases.claimant };
  const everybody = [...aliases.claimant, ...aliases.respondent, ...aliases.others.flat()];
  return { actor: everybody, other: everybody };
}
