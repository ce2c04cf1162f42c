import type { LawReference, Profile } from './profile.ts';

type Cited = {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly law: readonly LawReference[];
};

/** Every place of a profile that rests on law, with what it names. */
export function citedLaw(profile: Profile): readonly Cited[] {
  const { legality, standards, objections, evidenceClasses, procedures, causes } = profile;
  return [
    { file: 'profile.yaml', path: ['legality'], law: legality },
    ...standards.map(({ law }, at) => ({
      file: 'profile.yaml',
      path: ['standards', at, 'law'],
      law,
    })),
    ...objections.map(({ law }, at) => ({
      file: 'profile.yaml',
      path: ['objections', at, 'law'],
      law,
    })),
    ...evidenceClasses.map(({ law }, at) => ({
      file: 'evidence.yaml',
      path: ['classes', at, 'law'],
      law,
    })),
    ...procedures.flatMap(({ phases }, at) =>
      phases.map(({ law }, phase) => ({
        file: 'procedures.yaml',
        path: ['procedures', at, 'phases', phase, 'law'],
        law,
      })),
    ),
    ...causes.flatMap(({ id, law, elements, exceptions }) => {
      const file = `causes/${id}.yaml`;
      return [
        { file, path: ['law'], law },
        ...elements.map((element, at) => ({
          file,
          path: ['elements', at, 'law'],
          law: element.law,
        })),
        ...exceptions.map((element, at) => ({
          file,
          path: ['exceptions', at, 'law'],
          law: element.law,
        })),
      ];
    }),
  ];
}
