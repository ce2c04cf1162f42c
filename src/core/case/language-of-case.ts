import type { Language } from '../document/document.ts';
import type { Case } from './case.ts';

/** The language of the court of a case, in which its papers are written; English before there is a court. */
export const languageOfCase = ({ constitution }: Pick<Case, 'constitution'>): Language =>
  constitution?.profile.language ?? 'en';
