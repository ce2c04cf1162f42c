import type { CourtRole } from '../../core/person/roles.ts';
import type { NewAccount } from './accounts.ts';

/** A link that works once, by the SHA-256 of what it carries. */
export type OneTimeLink =
  | (LinkOf<'invite'> & Admission & { readonly email: string })
  | (LinkOf<'first-administrator'> & Admission)
  | (LinkOf<'verify' | 'reset'> & { readonly personId: string; readonly email: string });

type LinkOf<Purpose> = {
  readonly purpose: Purpose;
  readonly hash: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};
type Admission = {
  readonly courtId: string;
  readonly role: CourtRole;
  readonly createdBy: string | null;
};

/** Who comes by an invitation: somebody with an account, or somebody new. */
export type Admitted = { readonly personId: string } | { readonly account: NewAccount };

export interface OneTimeLinks {
  put(link: OneTimeLink): Promise<void>;
  /** `null` where it is unknown, used or expired. */
  find(hash: Uint8Array, now: Date): Promise<OneTimeLink | null>;
  /** Uses it, of two at once for one alone. `null` where it is unknown, used or expired, or for another purpose. */
  use(
    hash: Uint8Array,
    purposes: readonly ('verify' | 'reset')[],
    now: Date,
  ): Promise<{ readonly purpose: 'verify' | 'reset'; readonly personId: string } | null>;
  /** Uses an invitation and admits whoever it is for, both or neither. Answers the person's id. */
  admit(hash: Uint8Array, admitted: Admitted, now: Date): Promise<string | null>;
  /** How many links went to this address since. */
  sentTo(email: string, since: Date): Promise<number>;
  /** A link for the first administrator of a court that has none, in the place of any before; `false`: it has one. */
  putFirstAdministrator(
    link: OneTimeLink & { readonly purpose: 'first-administrator' },
  ): Promise<boolean>;
}
