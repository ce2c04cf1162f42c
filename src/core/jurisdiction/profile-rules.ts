import { documentKinds } from '../document/document.ts';
import { citedLaw } from './cited-law.ts';
import {
  cuesSuitTheActor,
  elementsAreFound,
  sharesAreUsed,
  textsNameTheSides,
} from './element-rules.ts';
import type { Finding, ProfileRule } from './finding.ts';
import {
  onlyTheJudgeDecides,
  othersAreHeard,
  seatsAct,
  seatsGetTheFloor,
  theHearingOpensAndEnds,
  weightsChangeBeforeTheDraft,
} from './procedure-rules.ts';

/** PR4: no id stands twice among its kind. */
const idsAreUnique: ProfileRule = ({ works, standards, objections, ...rest }) => {
  const twice = (
    file: string,
    at: readonly (string | number)[],
    entries: readonly { id: string }[],
  ) =>
    entries.flatMap(({ id }, index): Finding[] =>
      entries.findIndex((entry) => entry.id === id) < index
        ? [{ rule: 'PR4', file, path: [...at, index, 'id'], says: `the id «${id}» stands twice.` }]
        : [],
    );
  return [
    ...twice('profile.yaml', ['works'], works),
    ...twice('profile.yaml', ['standards'], standards),
    ...twice('profile.yaml', ['objections'], objections),
    ...twice('evidence.yaml', ['classes'], rest.evidenceClasses),
    ...twice('schemes.yaml', ['schemes'], rest.schemes),
    ...rest.schemes.flatMap(({ questions }, index) =>
      twice('schemes.yaml', ['schemes', index, 'questions'], questions),
    ),
    ...twice('procedures.yaml', ['procedures'], rest.procedures),
    ...rest.procedures.flatMap(({ phases }, index) =>
      twice('procedures.yaml', ['procedures', index, 'phases'], phases),
    ),
    ...rest.causes.flatMap(({ id, elements, exceptions }) => {
      const file = `causes/${id}.yaml`;
      const again = exceptions.flatMap((exception, index): Finding[] =>
        elements.some((element) => element.id === exception.id)
          ? [
              {
                rule: 'PR4',
                file,
                path: ['exceptions', index, 'id'],
                says: `the id «${exception.id}» is that of an element already.`,
              },
            ]
          : [],
      );
      return [
        ...twice(file, ['elements'], elements),
        ...twice(file, ['exceptions'], exceptions),
        ...again,
      ];
    }),
  ];
};

/** PR5: every work that is cited is one of the jurisdiction's. */
const citedWorksAreKnown: ProfileRule = (profile) => {
  const known = new Set(profile.works.map(({ id }) => id));
  return citedLaw(profile).flatMap(({ file, path, law }) =>
    law.flatMap(({ work }, index): Finding[] =>
      known.has(work)
        ? []
        : [
            {
              rule: 'PR5',
              file,
              path: [...path, index],
              says: `no work of the profile is «${work}».`,
            },
          ],
    ),
  );
};

/** PR7: a document of any kind falls into one class of evidence, and one only. */
const kindsHaveOneClass: ProfileRule = ({ evidenceClasses }) =>
  documentKinds.flatMap((kind): Finding[] => {
    const holders = evidenceClasses.flatMap(({ kinds }, at) => (kinds.includes(kind) ? [at] : []));
    const [first, second] = holders;
    if (first === undefined) {
      const says = `no class takes documents of the kind «${kind}».`;
      return [{ rule: 'PR7', file: 'evidence.yaml', path: ['classes'], says }];
    }
    if (second === undefined) return [];
    const says = `documents of the kind «${kind}» fall into two classes.`;
    return [{ rule: 'PR7', file: 'evidence.yaml', path: ['classes', second, 'kinds'], says }];
  });

/** PR18: a cause has a procedure in which it can be heard. */
const causesCanBeHeard: ProfileRule = ({ causes, procedures }) =>
  causes.flatMap(({ id, matter }): Finding[] =>
    procedures.some((procedure) => procedure.matter === matter)
      ? []
      : [
          {
            rule: 'PR18',
            file: `causes/${id}.yaml`,
            path: ['matter'],
            says: `no procedure hears ${matter} matters.`,
          },
        ],
  );

/** What the parts of a profile must say of each other, in the order in which it is checked. */
export const profileRules: readonly ProfileRule[] = [
  idsAreUnique,
  citedWorksAreKnown,
  ...elementsAreFound,
  kindsHaveOneClass,
  seatsAct,
  seatsGetTheFloor,
  theHearingOpensAndEnds,
  onlyTheJudgeDecides,
  othersAreHeard,
  weightsChangeBeforeTheDraft,
  textsNameTheSides,
  cuesSuitTheActor,
  sharesAreUsed,
  causesCanBeHeard,
];
