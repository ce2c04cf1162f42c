import type { Accounts } from './identity/accounts.ts';
import type { ApiKeys } from './identity/api-keys.ts';
import type { SecondFactors } from './identity/factors.ts';
import type { FailedAttempts } from './identity/failures.ts';
import type { OneTimeLinks } from './identity/links.ts';
import type { Sessions } from './identity/sessions.ts';
import type { SigningKeys } from './identity/signing-keys.ts';

/** Who people are, as the court's own workers keep it; no caller's rights reach it. */
export type IdentityStore = {
  readonly accounts: Accounts;
  readonly links: OneTimeLinks;
  readonly sessions: Sessions;
  readonly failures: FailedAttempts;
  readonly factors: SecondFactors;
  readonly keys: ApiKeys;
  readonly signingKeys: SigningKeys;
};
