import type { Language } from '../../core/document/document.ts';
import type { Cipher } from '../../ports/cipher.ts';
import type { IdentityStore } from '../../ports/identity-store.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { MasterKey } from '../../ports/master-key.ts';
import type { PasswordHasher } from '../../ports/password-hasher.ts';
import type { TokenIssuer } from '../../ports/token-issuer.ts';
import type { CutOffs } from './cut-offs.ts';
import type { Keyring } from './keyring.ts';

export type IdentitySettings = {
  /** What tokens name as their issuer: the address of `/auth/v1` as people reach it. */
  readonly issuer: string;
  /** Where people read what the court sends them to, without a slash at the end. */
  readonly site: string;
  /** Whether anybody may make an account; without, people come by invitation. */
  readonly signUp: boolean;
  /** As it stands in letters and in authenticator apps. */
  readonly name: string;
  readonly language: Language;
  /** How long an access token is good: short, for it is checked without asking the database. */
  readonly accessTokenMs: number;
  /** A session that nobody refreshed for so long is over. */
  readonly idleSessionMs: number;
};

/** All that identity works with. */
export type Office = {
  readonly settings: IdentitySettings;
  readonly store: IdentityStore;
  readonly hasher: PasswordHasher;
  readonly issuer: TokenIssuer;
  readonly mailer: Mailer;
  readonly cipher: Cipher;
  readonly masterKey: MasterKey;
  readonly keyring: Keyring;
  readonly cutOffs: CutOffs;
  readonly now: () => Date;
};
