import type { Aliases } from '../../core/complaint/complaint.ts';
import type { Allegation } from '../../core/complaint/decompose.ts';
import { deriveElement } from '../../core/complaint/derive-element.ts';
import { namesOf } from '../../core/complaint/identify-cause.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Cause, Element, Procedure, Profile } from '../../core/jurisdiction/profile.ts';
import { cueMatches } from '../../core/language/cue.ts';

export type FramedIssue = {
  readonly event: Extract<CaseEvent, { type: 'issue-framed' }>;
  /** Numbers of the allegations that it answers. */
  readonly answers: readonly number[];
};

/**
 * The elements and exceptions of the cause; and each allegation that speaks of none of them as an issue of
 * its own, so that every allegation is answered. Where no cause fits, the allegations alone.
 */
export function frameIssues(
  profile: Profile,
  procedure: Procedure,
  cause: Cause | null,
  allegations: readonly Allegation[],
  aliases: Aliases,
  names: (text: string) => string,
): readonly FramedIssue[] {
  const standard = standardOfMatter(profile, procedure);
  const elements = [...(cause?.elements ?? [])];
  const read = allegations.map((allegation) => ({
    allegation,
    speaksOf: elementsSpokenOf(allegation.text, elements, aliases),
  }));
  const frame = (
    element: Element,
    nature: 'element' | 'exception' | 'allegation',
    decisive: boolean,
    answers: readonly number[],
  ): FramedIssue => ({
    event: {
      type: 'issue-framed',
      data: {
        element: element.id,
        nature,
        text: { prose: names(element.text) },
        standard: element.standard,
        produce: element.burden.produce,
        persuade: element.burden.persuade,
        law: element.law,
        usuallyProvedBy: element.usuallyProvedBy,
        decisive,
      },
    },
    answers,
  });
  const own = read.filter(({ speaksOf }) => speaksOf.length === 0);
  return [
    ...elements.map((element) =>
      frame(
        element,
        'element',
        true,
        read
          .filter(({ speaksOf }) => speaksOf.includes(element.id))
          .map(({ allegation }) => allegation.n),
      ),
    ),
    ...(cause?.exceptions ?? []).map((element) => frame(element, 'exception', true, [])),
    ...own.map(({ allegation }) =>
      frame(deriveElement(allegation, aliases, standard), 'allegation', cause === null, [
        allegation.n,
      ]),
    ),
  ];
}

/** The standard that most elements of the matter's causes carry, for issues that no cause knows. */
function standardOfMatter({ causes, standards }: Profile, { matter }: Procedure): string {
  const [element] = causes
    .filter((cause) => cause.matter === matter)
    .flatMap((one) => one.elements);
  return element?.standard ?? standards[0]?.id ?? '';
}

/** Elements whose words stand in an allegation; the best two, so that an answer stays readable. */
function elementsSpokenOf(
  text: string,
  elements: readonly Element[],
  aliases: Aliases,
): readonly string[] {
  return elements
    .map((element) => {
      const names = namesOf(aliases, element.actor);
      const hits = (patterns: readonly string[]) =>
        patterns.filter((pattern) => cueMatches(pattern, text, names) !== null).length;
      const cues = [...element.cuesFor, ...element.cuesAgainst].map(({ pattern }) => pattern);
      return { id: element.id, score: 2 * hits(cues) + hits(element.terms) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 2)
    .map(({ id }) => id);
}
