import type { Refusal } from '../core/refusal.ts';
import type { RawFile } from './document-reader.ts';

export type ReadFolder = {
  readonly kind: 'read';
  /** Sorted by name; hidden files left out. */
  readonly files: readonly RawFile[];
  readonly casePage: { readonly name: string; readonly text: string } | null;
};

export type FolderAnswer =
  | ReadFolder
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * A folder of papers on the filer's machine.
 *
 * Contract: CF1 files come sorted by name with `/` between folders; CF2 `case.yaml` is apart, as text in
 * whatever encoding it has (IN1); CF3 a folder that cannot be read, and files beyond `largest` bytes, are
 * refused by name without being read (IN7, DOC2); CF4 so is a folder of more than any filing holds (IN6).
 */
export interface CaseFolder {
  read(path: string, largest: number): Promise<FolderAnswer>;
}
