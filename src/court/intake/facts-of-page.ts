import type { CaseFacts } from '../../core/complaint/complaint.ts';
import type { Side } from '../../core/gate/proposal.ts';
import type { CasePage, PartyRole } from '../../core/case/case-page.ts';

/** For whom each role stands in court; a victim is heard and is no party to the charge. */
export const sideOfRole: Readonly<Record<PartyRole, Side | 'none'>> = {
  claimant: 'prosecutor',
  prosecution: 'prosecutor',
  respondent: 'defender',
  accused: 'defender',
  victim: 'none',
};

/** What `case.yaml` says beforehand, as the reading of the complaint takes it. */
export function factsOfPage(page: CasePage): CaseFacts {
  const parties = page.parties ?? [];
  const named = (side: Side) =>
    parties
      .filter(({ role }) => sideOfRole[role] === side)
      .flatMap(({ name, aliases }) => [name, ...aliases]);
  const complaint = page.documents?.find(({ kind }) => kind === 'complaint')?.file;
  const claimant = named('prosecutor');
  const respondent = named('defender');
  return {
    ...(complaint === undefined ? {} : { complaint }),
    ...(claimant.length === 0 ? {} : { claimant }),
    ...(respondent.length === 0 ? {} : { respondent }),
    ...(page.matter === undefined ? {} : { matter: page.matter }),
    ...(page.cause === undefined ? {} : { cause: page.cause }),
  };
}
