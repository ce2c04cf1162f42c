/**
 * A citation found in a text. `start` and `end` are UTF-16 code units of the text that was read,
 * `end` not included, and `text` is what stands between them.
 *
 * Types and groups of citations of the United States are named as the Free Law Project names them
 * (eyecite); `NormCitation` and `EcliCitation` are ours.
 */
export type Citation = {
  readonly type: CitationType;
  readonly groups: Groups;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands around the citation and belongs to it: pin cite, year, court, parties … */
  readonly meta: Meta;
};

export type CitationType =
  | 'FullCaseCitation'
  | 'FullLawCitation'
  | 'FullJournalCitation'
  | 'ShortCaseCitation'
  | 'SupraCitation'
  | 'IdCitation'
  | 'ReferenceCitation'
  | 'NormCitation'
  | 'EcliCitation';

/** `null` where the text leaves a group blank (`585 U.S. ___`) or out (a service without volumes). */
export type Groups = { readonly [name: string]: string | null };

export type Meta = { readonly [name: string]: string };

export type Span = { readonly start: number; readonly end: number };
