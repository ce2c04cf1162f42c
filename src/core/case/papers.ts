import type { Aliases } from '../complaint/complaint.ts';
import type { Document } from '../document/document.ts';
import type { Side } from '../gate/proposal.ts';
import type { Case, Exhibit } from './case.ts';

/** The papers of a case as the record holds them, for whoever reads them again. */
export type Papers = {
  /** In the order of the exhibits. */
  readonly documents: readonly Document[];
  readonly exhibits: readonly Exhibit[];
  readonly complaint: Document | null;
  readonly aliases: Aliases;
};

/** Reads the papers back from the state; what was only mentioned in them is not kept and not needed. */
export function papersOf(state: Case): Papers {
  const exhibits = [...state.exhibits.values()];
  const documents = exhibits.map(documentOf);
  const complaint = documents.find(({ kind }) => kind === 'complaint') ?? null;
  return { documents, exhibits, complaint, aliases: aliasesOfCase(state) };
}

/** The names by which the record knows each side. */
export function aliasesOfCase({ parties }: Case): Aliases {
  const namesOf = (side: Side) =>
    parties
      .filter((party) => party.side === side)
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .map(({ prose }) => prose);
  return { claimant: namesOf('prosecutor'), respondent: namesOf('defender'), others: [] };
}

function documentOf(exhibit: Exhibit): Document {
  const { name, format, bytes, size, language, kind, kindTier, text, numbered, pages } = exhibit;
  return {
    name: name.prose,
    format,
    sha256: bytes.prose,
    size,
    language,
    kind,
    kindConfidence: kindTier,
    text: text.prose,
    pages: pages.map(([start, end], index) => ({ n: index + 1, start, end })),
    passages: numbered,
    mentions: { people: [], dates: [], amounts: [], norms: [] },
    warnings: exhibit.warnings.map(({ prose }) => prose),
  };
}
