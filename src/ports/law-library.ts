import type { WorkVersion } from '../core/law/work-version.ts';

/**
 * Where imported law is kept: one text per work, date and standing.
 *
 * Contract (law-library.contract.ts holds every adapter to it):
 * - LL1 `versions` gives all that was kept, sorted by work, date and standing.
 * - LL2 keeping the same text again changes nothing and says `'unchanged'`.
 * - LL3 another text for a version that is there is not kept, and the answer is `'differs'`, unless it
 *   is to replace the old one: then the answer is `'replaced'`.
 * - LL4 what was kept is there for whoever opens the library next, whole or not at all.
 */
export interface LawLibrary {
  versions(): Promise<readonly WorkVersion[]>;
  keep(version: WorkVersion, options?: { readonly replace: boolean }): Promise<Kept>;
}

export type Kept = 'kept' | 'unchanged' | 'replaced' | 'differs';

/** The thing behind the library failed: no right to write, a full disk, a damaged file. */
export class LawLibraryFault extends Error {
  readonly port = 'law-library';
  readonly retryable = false;
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LawLibraryFault';
  }
}
