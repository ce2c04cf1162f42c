import type { BundleFiles, BundleParts } from '../core/record/bundle.ts';
import type { Refusal } from '../core/refusal.ts';

/**
 * Packs a case into one file and opens it again.
 *
 * Contract: AR1 the same parts give the same bytes; AR2 what was packed is opened with the same files; AR3
 * what is no such file, or too large unpacked, is refused and never thrown.
 */
export interface Archive {
  pack(caseId: string, parts: BundleParts): Uint8Array;
  open(
    bytes: Uint8Array,
  ): Promise<
    | { readonly kind: 'read'; readonly files: BundleFiles }
    | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  >;
}
