import type { ReadProfile } from '../core/jurisdiction/read-profile.ts';

/** A work of law in Markdown, by its file name (`codigo-penal@2020-01-01.md`). */
export type LawFile = { readonly name: string; readonly text: string };

/**
 * Where jurisdictions come from.
 *
 * Contract:
 * - PS1 `list` gives the ids of the jurisdictions there are, sorted.
 * - PS2 `read` gives the profile, or what is wrong with it; `missing` where there is none of that id.
 * - PS3 `law` gives the works of law that the jurisdiction brings along, sorted by name.
 */
export interface ProfileSource {
  list(): Promise<readonly string[]>;
  read(id: string): Promise<ReadProfile | { readonly kind: 'missing' }>;
  law(id: string): Promise<readonly LawFile[]>;
}
