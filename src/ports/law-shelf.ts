import type { LawFile } from './profile-source.ts';
import type { WorkListed } from './registry-desk.ts';

/** Works of law that a court imported, as one caller may see and change them. */
export interface LawShelf {
  works(courtId: string): Promise<readonly ImportedWork[]>;
  /** The texts themselves, for the library. */
  texts(courtId: string): Promise<readonly LawFile[]>;
  /** The same text again changes nothing; another one for a version that is there needs `replace`. */
  keep(
    courtId: string,
    version: WorkListed,
    file: LawFile,
    options: { readonly replace: boolean },
  ): Promise<'kept' | 'unchanged' | 'replaced' | 'differs' | 'refused'>;
}

export type ImportedWork = WorkListed & {
  /** Name of the file that it came from. */
  readonly source: string;
  /** ISO 8601. */
  readonly importedAt: string;
};
