import type { IdentityStore } from '../../ports/identity-store.ts';
import type { Database } from './database.ts';
import { postgresAccounts } from './identity-store/accounts.ts';
import { postgresApiKeys } from './identity-store/api-keys.ts';
import { postgresFactors } from './identity-store/factors.ts';
import { postgresFailures } from './identity-store/failures.ts';
import { postgresLinks } from './identity-store/links.ts';
import { postgresSessions } from './identity-store/sessions.ts';
import { postgresSigningKeys } from './identity-store/signing-keys.ts';

/** Schema `identity`, as the service role alone reaches it. */
export function postgresIdentityStore(database: Database): IdentityStore {
  return {
    accounts: postgresAccounts(database),
    links: postgresLinks(database),
    sessions: postgresSessions(database),
    failures: postgresFailures(database),
    factors: postgresFactors(database),
    keys: postgresApiKeys(database),
    signingKeys: postgresSigningKeys(database),
  };
}
