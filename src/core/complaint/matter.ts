import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { CaseFacts, WorkedOut } from './complaint.ts';

const criminal =
  /\b(?:indict(?:ment|ed)|prosecut(?:or|ion)|(?:is|are|was|stands) (?:charged|accused)|the people (?:v|against)|the state (?:v|against)|felony|misdemeanou?r|criminal|delito|querella|imputad[oa]|acusad[oa]|acusacion|ministerio publico|fiscalia|fiscal|crimen|simple delito)\b/u;

/** Civil or criminal, by the words of the complaint. */
export function matterOf(complaint: Document | null, facts: CaseFacts): WorkedOut<Matter> {
  if (facts.matter !== undefined) {
    return { value: facts.matter, confidence: 'strong', because: 'the case says so' };
  }
  const match = criminal.exec(fold(complaint?.text ?? ''));
  return match === null
    ? {
        value: 'civil',
        confidence: 'fair',
        because: 'nothing in the complaint speaks of an offence',
      }
    : { value: 'criminal', confidence: 'fair', because: `the complaint says «${match[0]}»` };
}
