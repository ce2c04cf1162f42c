import type { Language } from '../core/document/document.ts';
import type { CourtRole } from '../core/person/roles.ts';

export type PersonRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
};

export type CourtPerson = PersonRow & { readonly roles: readonly CourtRole[] };

/** The people of courts as one caller may see and change them; what a caller may not see is not there. */
export interface People {
  me(): Promise<PersonRow | null>;
  changeMe(changes: {
    readonly name?: string | undefined;
    readonly language?: Language | undefined;
  }): Promise<PersonRow | null>;
  /** By name. */
  ofCourt(courtId: string): Promise<readonly CourtPerson[]>;
  /** Gives a further role to somebody who is of the court already; all others come by invitation. */
  promote(
    courtId: string,
    personId: string,
    role: CourtRole,
  ): Promise<'promoted' | 'known' | 'unknown'>;
  dismiss(
    courtId: string,
    personId: string,
    role: CourtRole,
  ): Promise<'dismissed' | 'unknown' | 'last-administrator'>;
}
