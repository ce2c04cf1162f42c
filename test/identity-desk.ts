import type { FastifyBaseLogger } from 'fastify';
import { onTestFinished } from 'vitest';
import { argonPasswordHasher, usualArgon } from '../src/adapters/argon/password-hasher.ts';
import { joseTokenIssuer } from '../src/adapters/jose/token-issuer.ts';
import {
  joseTokenVerifier,
  ownIssuer,
  type TrustedIssuer,
} from '../src/adapters/jose/token-verifier.ts';
import { rememberVerified } from '../src/adapters/memory/verified-tokens.ts';
import { postgresIdentityStore } from '../src/adapters/postgres/identity-store.ts';
import { postgresPeople } from '../src/adapters/postgres/people.ts';
import { systemCipher } from '../src/adapters/vault/cipher.ts';
import type { Identity, PersonClaims } from '../src/core/person/claims.ts';
import type { CourtRole } from '../src/core/person/roles.ts';
import { machineClaims } from '../src/court/people/machine-claims.ts';
import type { IdentitySettings, Office } from '../src/court/people/office.ts';
import type { No } from '../src/court/people/outcome.ts';
import { openOffice } from '../src/court/people/open-office.ts';
import { type App, makeApp } from '../src/http/app.ts';
import { logAnswers } from '../src/http/access-log.ts';
import { background } from '../src/http/auth/background.ts';
import { registerAuth } from '../src/http/auth/register-auth.ts';
import { identifyBy } from '../src/http/identify.ts';
import { registerKeys } from '../src/http/v1/keys.ts';
import { registerPeople } from '../src/http/v1/people.ts';
import type { Mail } from '../src/ports/mailer.ts';
import { type OpenedDatabase, openTestDatabase } from './open-test-database.ts';
import { masterKeyOf } from './vault.ts';

/** A password that the policy takes. */
export const goodPassword = 'quince lanterns over Viterbo';
export const court = '10000000-0000-4000-8000-000000000001';
export const otherCourt = '10000000-0000-4000-8000-000000000002';
export const ownIssuerName = 'https://court.example/auth/v1';

/** The real hasher with too little memory (KiB), which makes tests quick. */
export const quickHasher = (memory: number) =>
  argonPasswordHasher({ ...usualArgon, memory, passes: 1 });

export type TestOffice = OpenedDatabase & {
  readonly office: Office;
  readonly mails: Mail[];
  /** The secret of the last letter to this address. */
  readonly linkTo: (email: string) => string;
  readonly pass: (ms: number) => void;
  /** A fictional person with a role, a verified address and the good password. */
  readonly settle: (name: string, roles?: readonly CourtRole[], of?: string) => Promise<string>;
};

/** The office of identity over a database of this test, with two courts, its own clock and a mailbox. */
export async function openTestOffice(
  settings: Partial<IdentitySettings> = {},
): Promise<TestOffice> {
  const opened = await openTestDatabase({ size: 8 });
  const mails: Mail[] = [];
  let time = Date.parse('2031-03-03T10:00:00.400Z');
  const office = openOffice({
    settings: {
      issuer: ownIssuerName,
      site: 'https://court.example',
      signUp: true,
      name: 'First Court',
      language: 'en',
      accessTokenMs: 600_000,
      idleSessionMs: 7 * 86_400_000,
      ...settings,
    },
    store: postgresIdentityStore(opened.database),
    hasher: quickHasher(8),
    issuer: joseTokenIssuer(),
    mailer: { send: async (mail) => void mails.push(mail) },
    cipher: systemCipher,
    masterKey: masterKeyOf([1]),
    now: () => new Date(time),
  });
  for (const [id, slug] of [
    [court, 'first'],
    [otherCourt, 'second'],
  ]) {
    await opened.admin(
      `insert into court.courts (id, slug, name, jurisdiction, language) values ($1, $2, $2, 'model', 'en')`,
      [id, slug],
    );
  }
  const hash = await office.hasher.hash(goodPassword);
  return {
    ...opened,
    office,
    mails,
    linkTo(email) {
      const text = mails.findLast(({ to }) => to === email)?.text ?? '';
      return /token(?:_hash)?=([\w-]+)/.exec(text)?.[1] ?? '';
    },
    pass: (ms) => void (time += ms),
    async settle(name, roles = [], of = court) {
      const email = `${name}@court.example`;
      const account = { email, name, language: 'en', passwordHash: hash } as const;
      const id = await office.store.accounts.create(account);
      if (id === null) throw new Error(`${email} is there already`);
      await office.store.accounts.verifyEmail(id, office.now());
      for (const role of roles) {
        await opened.admin('insert into court.memberships values ($1, $2, $3)', [of, id, role]);
      }
      return id;
    },
  };
}

export type TestDoor = TestOffice & { readonly app: App; readonly settled: () => Promise<void> };

/** The routes of identity, with what identifies their callers, and no limit of requests. */
export async function openTestDoor(
  settings: Partial<IdentitySettings> = {},
  more: {
    readonly log?: FastifyBaseLogger;
    readonly trusted?: readonly TrustedIssuer[];
    readonly signInsPerMinute?: number;
  } = {},
): Promise<TestDoor> {
  const opened = await openTestOffice(settings);
  const { office, database } = opened;
  const keyOf = (kid: string) => office.keyring.publicKey(kid);
  const trusted = [ownIssuer(office.settings.issuer, keyOf), ...(more.trusted ?? [])];
  const verifier = rememberVerified(
    joseTokenVerifier(trusted, office.now),
    100,
    office.now,
    (kid, issuer) => issuer !== office.settings.issuer || office.keyring.isPublished(kid),
  );
  const app = await makeApp({
    settings: {
      corsOrigins: [],
      ratePerMinute: 100_000,
      bodyBytes: 100_000,
      uploadBytes: 1_000,
      trustProxy: false,
      https: null,
    },
    log: more.log ?? false,
    identify: identifyBy({
      verifier,
      machineClaims: machineClaims(office, 100),
      cutOffs: office.cutOffs,
    }),
    newId: () => crypto.randomUUID(),
  });
  logAnswers(app);
  const faults: unknown[] = [];
  const work = background((fault) => void faults.push(fault));
  const desk = {
    office,
    people: (identity: Extract<Identity, { kind: 'person' }>) => postgresPeople(database, identity),
    background: work,
    signInsPerMinute: more.signInsPerMinute ?? 0,
    version: '0.0.0',
  };
  registerAuth(app, desk);
  registerPeople(app, desk);
  registerKeys(app, desk);
  await app.ready();
  onTestFinished(() => app.close());
  return {
    ...opened,
    app,
    async settled() {
      await work.settle();
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** The outcome of what must not be refused. */
export function granted<Outcome extends { readonly kind: string }>(
  outcome: Outcome | No,
): Exclude<Outcome, No> {
  if ('refusal' in outcome) throw new Error(outcome.refusal.says);
  return outcome as Exclude<Outcome, No>;
}

/** The rule of a refusal; empty where nothing was refused. */
export function ruleOf(outcome: { readonly kind: string } | No): string {
  return 'refusal' in outcome ? outcome.refusal.rule : '';
}

/** What a token says, unverified. */
export function claimsOf(token: string): PersonClaims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
