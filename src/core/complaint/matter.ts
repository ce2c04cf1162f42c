import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { CaseFacts, WorkedOut } from './complaint.ts';

const criminal =
  /\b(?:indict(?:ment|ed)|prosecut(?:or|ion)|charge sheet|person charged|charged with|accused of|accuses (?:\S+ ){1,4}of|i accuse|the (?:crown|people|state) (?:v|vs|against)|felony|misdemeanou?r|criminal|delito|querella|querellante|imputad[oa]|acusad[oa]|acusa a|formaliza a|acusacion|ministerio publico|fiscalia|(?<!(?:ano|domicilio|ejercicio|periodo|credito) )fiscal|crimen|simple delito|denuncio)\b/gu;
const civil =
  /\b(?:claimant|plaintiff|damages|i sue|sues for|sues|claims? (?:form|for)|statement of claim|particulars of claim|small claims?|refund|reimburse\w*|debt|demanda|demandante|demandad[oa]|demando|indemnizacion|cobro|incumplimiento|juicio (?:ordinario|ejecutivo|de arrendamiento)|arbitrat(?:or|ion)|restitucion)\b/gu;
const readAtMost = 20_000;

/** Civil or criminal, by the words of the complaint; where it speaks of both, by those of which there are more. */
export function matterOf(complaint: Document | null, facts: CaseFacts): WorkedOut<Matter> {
  if (facts.matter !== undefined) {
    return { value: facts.matter, confidence: 'strong', because: { why: 'told' } };
  }
  const text = fold(complaint?.text.slice(0, readAtMost) ?? '');
  const offences = text.match(criminal) ?? [];
  const claims = text.match(civil) ?? [];
  const [offence] = offences;
  if (offence === undefined || claims.length > offences.length) {
    return {
      value: 'civil',
      confidence: 'fair',
      because:
        offence === undefined
          ? { why: 'no-offence' }
          : { why: 'more-of-a-claim', offence, claim: String(claims[0]) },
    };
  }
  return { value: 'criminal', confidence: 'fair', because: { why: 'offence', offence } };
}
