import type { Document } from '../../core/document/document.ts';

/** Which jurisdiction hears a case that names none: by the language of its papers, as a stand-in. */
export function chooseJurisdiction(documents: readonly Document[]): 'model' | 'cl' {
  const spanish = documents.filter(({ language }) => language === 'es').length;
  return spanish * 2 > documents.length ? 'cl' : 'model';
}
