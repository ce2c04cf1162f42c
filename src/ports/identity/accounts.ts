import type { Language } from '../../core/document/document.ts';
import type { CourtRole } from '../../core/person/roles.ts';

export type Account = {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
  readonly verifiedAt: Date | null;
  readonly createdAt: Date;
};

export type NewAccount = Pick<Account, 'email' | 'name' | 'language' | 'passwordHash'>;

export type CourtsOfPerson = Readonly<Record<string, readonly CourtRole[]>>;

/** Something that was done to people or keys, for the court's audit. */
export type Deed = {
  readonly courtId: string;
  readonly personId: string | null;
  readonly action: string;
  readonly target: string;
};

/** People who can sign in. E-mail addresses are in lower case; who left has no account. */
export interface Accounts {
  byEmail(email: string): Promise<Account | null>;
  byId(personId: string): Promise<Account | null>;
  courtsOf(personId: string): Promise<CourtsOfPerson>;
  /** `null` where the address has an account. */
  create(account: NewAccount): Promise<string | null>;
  verifyEmail(personId: string, now: Date): Promise<void>;
  setPassword(personId: string, hash: string, now: Date): Promise<void>;
  note(deed: Deed): Promise<void>;
}
