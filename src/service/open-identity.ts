import { join } from 'node:path';
import { argonPasswordHasher, usualArgon } from '../adapters/argon/password-hasher.ts';
import { fileMailer } from '../adapters/file/mailer.ts';
import { joseTokenIssuer } from '../adapters/jose/token-issuer.ts';
import { joseTokenVerifier, ownIssuer, supabaseIssuer } from '../adapters/jose/token-verifier.ts';
import { rememberVerified } from '../adapters/memory/verified-tokens.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { postgresIdentityStore } from '../adapters/postgres/identity-store.ts';
import { smtpMailer } from '../adapters/smtp/mailer.ts';
import { systemCipher } from '../adapters/vault/cipher.ts';
import type { Config } from '../config.ts';
import { machineClaims } from '../court/people/machine-claims.ts';
import { openOffice } from '../court/people/open-office.ts';
import type { Office } from '../court/people/office.ts';
import { identifyBy } from '../http/identify.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { MasterKey } from '../ports/master-key.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';

export type OpenIdentity = {
  readonly office: Office;
  readonly verifier: TokenVerifier;
  readonly identify: ReturnType<typeof identifyBy>;
};

/** Verified tokens that are remembered; each takes about a kilobyte. */
const mostTokens = 20_000;
const mostKeys = 1_000;

/** Who somebody is: the court's own issuer, and Supabase's where the settings name a project. */
export function openIdentity(
  config: Config,
  database: Database,
  masterKey: MasterKey,
  site: string,
): OpenIdentity {
  const now = () => new Date();
  const office = openOffice({
    settings: {
      issuer: `${site}/auth/v1`,
      site,
      signUp: false,
      name: 'First Court',
      language: 'en',
      accessTokenMs: config.accessTokenSeconds * 1_000,
      idleSessionMs: config.refreshTokenSeconds * 1_000,
    },
    store: postgresIdentityStore(database),
    hasher: argonPasswordHasher(usualArgon),
    issuer: joseTokenIssuer(),
    mailer: mailerOf(config),
    cipher: systemCipher,
    masterKey,
    now,
  });
  const { keyring, cutOffs } = office;
  const own = ownIssuer(office.settings.issuer, (kid) => keyring.publicKey(kid));
  const others = config.supabaseUrl === undefined ? [] : [supabaseIssuer(config.supabaseUrl)];
  const verifier = rememberVerified(
    joseTokenVerifier([own, ...others], now),
    mostTokens,
    now,
    (kid, issuer) => issuer !== office.settings.issuer || keyring.isPublished(kid),
  );
  const machines = machineClaims(office, mostKeys);
  return {
    office,
    verifier,
    identify: identifyBy({ verifier, machineClaims: machines, cutOffs }),
  };
}

/** Over the mail server of the settings; without one, letters lie in a file that only the operator reads. */
function mailerOf({
  smtpUrl: url,
  mailFrom: from,
  dataDir,
  webhookTimeoutMs: timeout,
}: Config): Mailer {
  return url === undefined || from === undefined
    ? fileMailer(join(dataDir, 'letters.jsonl'))
    : smtpMailer({ url, from, timeout });
}
