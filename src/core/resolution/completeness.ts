import type { Draft } from './draft.ts';

/**
 * What a draft still owes its reader; empty when it is complete. Every exhibit is used or set aside, every
 * fact found has its means of proof, every allegation is answered, every issue is decided (Chile, CPP 297).
 */
export function completenessOf(draft: Draft): readonly string[] {
  const { exhibits, factsFound, allegations, issues } = draft;
  return [
    ...exhibits
      .filter(({ use }) => use === 'not-offered')
      .map(({ exhibit }) => `${exhibit} was filed and never offered.`),
    ...issues
      .filter(
        ({ element, outcome, conceded }) =>
          outcome === 'proved' && !conceded && !factsFound.some((fact) => fact.element === element),
      )
      .map(({ element }) => `${element} is proved by nothing that is named.`),
    ...factsFound
      .filter(({ means }) => means.length === 0)
      .map(({ statement }) => `${statement} names no means of proof.`),
    ...allegations
      .filter(({ answers }) => answers.length === 0)
      .map(({ n }) => `Allegation ${n} is not answered.`),
    ...issues
      .filter(({ outcome }) => outcome === 'undecided')
      .map(({ element }) => `${element} is undecided.`),
  ];
}
