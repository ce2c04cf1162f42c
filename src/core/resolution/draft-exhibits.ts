import type { Case, Exhibit } from '../case/case.ts';
import type { DraftExhibit, DraftIssue, ExhibitUse } from './draft.ts';

/** Every exhibit is used or expressly set aside, with the reason (CPP 297 asks it of the rejected too). */
export function draftExhibits(state: Case, issues: readonly DraftIssue[]): readonly DraftExhibit[] {
  const fates = new Map(
    issues.flatMap((issue) => issue.arguments).map(({ statement, fate }) => [statement, fate]),
  );
  return [...state.exhibits.values()].map((exhibit) => {
    const citing = [...state.statements.values()].filter(({ anchors, conclusion }) =>
      anchors.some(({ source }) => source === exhibit.exhibit && conclusion.about !== 'nothing'),
    );
    const statements = citing.map(({ statement }) => statement);
    const relied = statements.some((statement) => fates.get(statement) === 'relied-on');
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
      return relied ? 'relied-on' : cited ? 'not-preferred' : 'never-cited';
  }
}
