import type { Tier } from '../document/document.ts';
import type { Cause, Element, Matter } from '../jurisdiction/profile.ts';
import { clausesOf, matchCue } from '../language/cue.ts';
import { compileCue } from '../language/cue-pattern.ts';
import { indexNames, type CueNames, type NameIndex } from '../language/entities.ts';
import type { Word } from '../language/words.ts';
import type { Aliases } from './complaint.ts';

export type CauseIdentified = {
  readonly cause: Cause | null;
  readonly confidence: Tier;
  readonly because: string;
};

type Score = {
  readonly cause: Cause;
  readonly named: readonly string[];
  readonly spoken: number;
  readonly elements: number;
};

const readAtMost = 20_000;
/** Least share of the elements whose words stand in the complaint, where nothing names the cause. */
const leastShare = 0.75;
const leastSpoken = 4;
/** Least lead over the next cause. */
const leastLead = 0.1;

/** The cause that a complaint pleads: one named in words, else one most of whose elements it speaks of. */
export function identifyCause(
  text: string,
  causes: readonly Cause[],
  matter: Matter,
  aliases: Aliases,
): CauseIdentified {
  const read = clausesOf(text.slice(0, readAtMost));
  const names = indexNames(namesOf(aliases, 'respondent'));
  const scores = causes
    .filter((cause) => cause.matter === matter)
    .map((cause): Score => {
      const named = cause.names.filter((pattern) => stands(pattern, read, names));
      const spoken = cause.elements.filter((element) => speaksOf(read, element, aliases));
      return {
        cause,
        named,
        spoken: spoken.length,
        elements: spoken.length / Math.max(1, cause.elements.length),
      };
    })
    .toSorted((one, other) => points(other) - points(one));
  const [best, second] = scores;
  if (best === undefined)
    return { cause: null, confidence: 'weak', because: 'no cause of this matter is known here' };
  const margin = points(best) - (second === undefined ? 0 : points(second));
  if (best.named.length > 0) {
    return {
      cause: best.cause,
      confidence: margin >= 0.5 ? 'strong' : 'fair',
      because: `the complaint names it: ${best.named.map((name) => `«${name}»`).join(', ')}`,
    };
  }
  if (best.spoken >= leastSpoken && best.elements >= leastShare && margin >= leastLead) {
    return {
      cause: best.cause,
      confidence: 'weak',
      because: 'the complaint does not name it, but speaks of most of its elements',
    };
  }
  return { cause: null, confidence: 'fair', because: 'the complaint names no cause known here' };
}

function points({ named, elements }: Score): number {
  return (named.length > 0 ? 1 : 0) + Math.min(named.length, 4) * 0.5 + elements;
}

type Clauses = readonly (readonly Word[])[];

function speaksOf(read: Clauses, element: Element, aliases: Aliases): boolean {
  const names = indexNames(namesOf(aliases, element.actor));
  return element.cuesFor.some((cue) => stands(cue.pattern, read, names));
}

function stands(pattern: string, read: Clauses, names: NameIndex): boolean {
  const compilation = compileCue(pattern);
  return (
    compilation.kind === 'compiled' &&
    read.some((found) => matchCue(compilation.cue, found, names) !== null)
  );
}

/** Which names fill `<actor>` and `<other>` for an element of this actor. */
export function namesOf(aliases: Aliases, actor: Element['actor']): CueNames {
  if (actor === 'claimant') return { actor: aliases.claimant, other: aliases.respondent };
  if (actor === 'respondent') return { actor: aliases.respondent, other: aliases.claimant };
  const everybody = [...aliases.claimant, ...aliases.respondent, ...aliases.others.flat()];
  return { actor: everybody, other: everybody };
}
