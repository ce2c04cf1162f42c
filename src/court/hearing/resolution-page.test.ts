import { describe, expect, test } from 'vitest';
import { caseOf, constituted } from '../../../test/small-case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { resolutionPage } from './resolution-page.ts';

const made: CaseEvent = {
  type: 'draft-made',
  data: { draft: { prose: '{}' }, markdown: { prose: '# Draft\n' } },
};
const decided = (decision: 'signed' | 'rejected', reason = ''): CaseEvent => ({
  type: 'draft-decided',
  data: { decision, by: { prose: 'Juez *Fresno*' }, reason: { prose: reason } },
});
const on = '2026-03-05T09:00:00.000Z';

describe('the page of a resolution', () => {
  test('is the draft while nobody decided upon it, and empty before', () => {
    expect(resolutionPage(caseOf(), '')).toBe('');
    expect(resolutionPage(caseOf(constituted(), made), '')).toBe('# Draft\n');
  });

  test('tells who decided, when and why, in the language of the court, as plain text', () => {
    const spanish = [constituted('es'), made];
    expect(resolutionPage(caseOf(...spanish, decided('signed')), on)).toBe(
      '# Draft\n\n## Decisión sobre el proyecto\n\nFirmado por Juez \\*Fresno\\* el 2026-03-05.\n',
    );
    expect(resolutionPage(caseOf(...spanish, decided('rejected', 'Falta prueba.')), on)).toContain(
      'Rechazado por Juez \\*Fresno\\* el 2026-03-05. No obliga a nadie. Falta prueba.',
    );
  });
});
