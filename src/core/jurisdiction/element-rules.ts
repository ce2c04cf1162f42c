import type { Finding, ProfileRule } from './finding.ts';
import type { Element, Profile } from './profile.ts';

type Placed = {
  readonly element: Element;
  readonly isException: boolean;
  readonly file: string;
  readonly path: readonly (string | number)[];
};

function elementsOf({ causes }: Profile): readonly Placed[] {
  return causes.flatMap(({ id, elements, exceptions }) => {
    const placed = (part: 'elements' | 'exceptions') => (element: Element, at: number) => ({
      element,
      isException: part === 'exceptions',
      file: `causes/${id}.yaml`,
      path: [part, at],
    });
    return [...elements.map(placed('elements')), ...exceptions.map(placed('exceptions'))];
  });
}

/** PR6: the standard of proof of an element is one of the jurisdiction's. */
const standardsAreKnown: ProfileRule = (profile) =>
  elementsOf(profile).flatMap(({ element, file, path }): Finding[] => {
    if (profile.standards.some(({ id }) => id === element.standard)) return [];
    const says = `no standard of the profile is «${element.standard}».`;
    return [{ rule: 'PR6', file, path: [...path, 'standard'], says }];
  });

/** PR13: the claimant's side persuades of an element; the other side brings an exception forward. */
const burdensAreOpposite: ProfileRule = (profile) =>
  elementsOf(profile).flatMap(({ element, isException, file, path }): Finding[] => {
    const { produce, persuade } = element.burden;
    if (!isException && persuade !== 'prosecutor') {
      const says = 'the burden of persuasion of an element lies with the prosecutor.';
      return [{ rule: 'PR13', file, path: [...path, 'burden'], says }];
    }
    if (isException && produce !== 'defender') {
      const says = 'the burden of producing an exception lies with the defender.';
      return [{ rule: 'PR13', file, path: [...path, 'burden'], says }];
    }
    return [];
  });

/** PR19: what was said or done is found by cues on both sides. */
const speechAndActsHaveCues: ProfileRule = (profile) =>
  elementsOf(profile).flatMap(({ element, file, path }): Finding[] => {
    const { proof, cuesFor, cuesAgainst } = element;
    const found = cuesFor.length > 0 && cuesAgainst.length > 0;
    if (found || (proof !== 'speech' && proof !== 'act')) return [];
    const says = `an element proved by ${proof} needs cues for and against.`;
    return [{ rule: 'PR19', file, path, says }];
  });

export const elementsAreFound: readonly ProfileRule[] = [
  standardsAreKnown,
  burdensAreOpposite,
  speechAndActsHaveCues,
];

/** PR12: the text of an element names the two sides and leaves no other blank. */
export const textsNameTheSides: ProfileRule = (profile) =>
  elementsOf(profile).flatMap(({ element, file, path }) =>
    Array.from(element.text.matchAll(/\{[^{}]*\}|[{}]/gu), ([blank]) => blank)
      .filter((blank) => blank !== '{claimant}' && blank !== '{respondent}')
      .map((blank): Finding => {
        const says = `the text may hold {claimant} and {respondent}, not ${blank}.`;
        return { rule: 'PR12', file, path: [...path, 'text'], says };
      }),
  );

/** PR14: a cue speaks of the actor only where the actor is one of the sides. */
export const cuesSuitTheActor: ProfileRule = (profile) =>
  elementsOf(profile).flatMap(({ element, file, path }): Finding[] => {
    if (element.actor !== 'anyone') return [];
    const named = [...element.cuesFor, ...element.cuesAgainst].filter(({ pattern }) =>
      /<actor>|<other>/u.test(pattern),
    );
    return named.map(({ pattern }) => ({
      rule: 'PR14',
      file,
      path,
      says: `the cue «${pattern}» names a side, but anyone may be the actor.`,
    }));
  });

/** PR16: what is shared is used by some cause. */
export const sharesAreUsed: ProfileRule = (_profile, { cues, elements, used }) => {
  const idle = (file: string, at: string, kind: string, names: readonly string[]) =>
    names
      .filter((name) => !used.has(`${kind} ${name}`))
      .map((name): Finding => ({
        rule: 'PR16',
        file,
        path: [at, name],
        says: `no cause uses «${name}».`,
      }));
  return [
    ...idle('cues.yaml', 'groups', 'cues', Object.keys(cues)),
    ...idle('elements.yaml', 'shared', 'element', Object.keys(elements)),
  ];
};
