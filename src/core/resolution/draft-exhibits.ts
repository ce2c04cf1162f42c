import type { Case, Exhibit } from '../case/case.ts';
import type { DraftExhibit, ExhibitUse } from './draft.ts';
import type { FateOfArgument } from './fate.ts';

/** Every exhibit is used or expressly set aside, with the reason (CPP 297 asks it of the rejected too). */
export function draftExhibits(
  state: Case,
  fates: ReadonlyMap<string, FateOfArgument>,
): readonly DraftExhibit[] {
  return [...state.exhibits.values()].map((exhibit) => {
    const statements = [...state.statements.values()]
      .filter(({ anchors, conclusion }) =>
        anchors.some(({ source }) => source === exhibit.exhibit && conclusion.about !== 'nothing'),
      )
      .map(({ statement }) => statement);
    const relied = statements.some((statement) => fates.get(statement)?.fate === 'relied-on');
    return {
      exhibit: exhibit.exhibit,
      name: exhibit.name.prose,
      kind: exhibit.kind,
      use: useOf(exhibit, relied, statements.length > 0),
      statements,
      detail: exhibit.standing.kind === 'excluded' ? exhibit.standing.because : '',
    };
  });
}

function useOf({ standing }: Exhibit, relied: boolean, cited: boolean): ExhibitUse {
  switch (standing.kind) {
    case 'pleading':
      return 'pleading';
    case 'excluded':
      return 'excluded';
    case 'filed':
    case 'offered':
      return 'not-offered';
    case 'admitted':
      if (relied) return 'relied-on';
      return cited ? 'not-preferred' : 'never-cited';
  }
}
