import type { Document } from '../document/document.ts';
import type { Cause, Element, Matter } from '../jurisdiction/profile.ts';
import { aliasesOf } from './aliases.ts';
import type { Aliases, CaseFacts, Parties, WorkedOut } from './complaint.ts';
import { decompose, type Decomposition } from './decompose.ts';
import { deriveElement } from './derive-element.ts';
import { findComplaint } from './find-complaint.ts';
import { identifyCause, type CauseIdentified } from './identify-cause.ts';
import { matterOf } from './matter.ts';
import { partiesOf } from './parties.ts';

/** All that the secretary works out of the papers before the hearing, for the user to mend. */
export type ComplaintRead = {
  readonly complaint: WorkedOut<Document> | null;
  readonly matter: WorkedOut<Matter>;
  readonly parties: WorkedOut<Parties>;
  readonly aliases: Aliases;
  readonly cause: CauseIdentified;
  readonly decomposition: Decomposition;
  /** What is in issue: elements and exceptions of the cause, else one element for each allegation. */
  readonly elements: readonly Element[];
};

/** `standard`: id of the standard of proof for allegations where no cause of the profile fits. */
export function readComplaint(
  documents: readonly Document[],
  facts: CaseFacts,
  causes: readonly Cause[],
  standard: string,
): ComplaintRead {
  const complaint = findComplaint(documents, facts);
  const paper = complaint?.value ?? null;
  const matter = matterOf(paper, facts);
  const parties = partiesOf(paper, documents, matter.value, facts);
  const aliases = aliasesOf(parties.value, paper, documents, matter.value);
  const cause = pleadedCause(paper, facts, causes, matter.value, aliases);
  const decomposition: Decomposition =
    paper === null
      ? { allegations: [], by: 'propositions', pleaded: 0 }
      : decompose(paper, documents);
  const elements =
    cause.cause === null
      ? decomposition.allegations.map((allegation) => deriveElement(allegation, aliases, standard))
      : [...cause.cause.elements, ...cause.cause.exceptions];
  return { complaint, matter, parties, aliases, cause, decomposition, elements };
}

function pleadedCause(
  paper: Document | null,
  facts: CaseFacts,
  causes: readonly Cause[],
  matter: Matter,
  aliases: Aliases,
): CauseIdentified {
  const told = causes.find((cause) => cause.id === facts.cause);
  if (told !== undefined) return { cause: told, confidence: 'strong', because: { why: 'told' } };
  return identifyCause(paper?.text ?? '', causes, matter, aliases);
}
