import type { Aliases } from '../complaint/complaint.ts';
import type { Document } from '../document/document.ts';
import { fold } from '../language/fold.ts';
import { words } from '../language/words.ts';
import { sideOfName } from './author.ts';
import type { PartySide } from './finding.ts';

/** Sides of the speakers of one document, by the name that it gives them. */
export type Speakers = ReadonlyMap<string, PartySide>;

/**
 * Whom the speakers of a conversation stand for: by their names, by a name cut short as in a list of
 * contacts, and, where the claimant writes to one other person of whom the complaint speaks, by that.
 */
export function speakersOf(
  { passages, kind }: Document,
  aliases: Aliases,
  complaint: Document | null,
): Speakers {
  const names = new Set(passages.flatMap(({ speaker }) => speaker ?? []));
  const sides = new Map(
    [...names].flatMap((name): (readonly [string, PartySide])[] => {
      const side = sideOfName(name, aliases) ?? sideOfShortName(name, aliases);
      return side === null ? [] : [[name, side]];
    }),
  );
  const others = [...names].filter((name) => !sides.has(name));
  const [other] = others;
  if (kind !== 'message-thread' || other === undefined || others.length > 1) return sides;
  const isWithClaimant = sides.size === 1 && [...sides.values()].includes('claimant');
  if (isWithClaimant && isNamed(other, complaint)) sides.set(other, 'respondent');
  return sides;
}

const leastOfShortName = 3;

/** «Des V» is Desmond Vance: each part begins a name of that side, in its order or not. */
function sideOfShortName(name: string, aliases: Aliases): PartySide | null {
  const parts = words(name).map(({ folded }) => folded);
  const isShortOf = (known: readonly string[]) => {
    const whole = known.filter((one) => /^\p{Lu}/u.test(one)).flatMap((one) => words(fold(one)));
    return (
      parts.some((part) => part.length >= leastOfShortName) &&
      parts.every((part) => whole.some(({ folded }) => folded.startsWith(part)))
    );
  };
  const claimant = isShortOf(aliases.claimant);
  if (claimant === isShortOf(aliases.respondent)) return null;
  return claimant ? 'claimant' : 'respondent';
}

const leastOfName = 4;

function isNamed(name: string, complaint: Document | null): boolean {
  const known = new Set(words(complaint?.text ?? '').map(({ raw }) => raw.toLowerCase()));
  return words(name).some(({ raw }) => raw.length >= leastOfName && known.has(raw.toLowerCase()));
}
