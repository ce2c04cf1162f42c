import type { PersonClaims } from '../../core/person/claims.ts';
import { base32, seedSize, stepOfCode, totpUri } from '../../core/person/totp.ts';
import type { Factor } from '../../ports/identity/factors.ts';
import { openSecret, sealSecret } from '../vault/secret.ts';
import { currentSession, lacksSecondFactor, type Present } from './current-session.ts';
import type { Office } from './office.ts';
import { type Granted, grant } from './open-session.ts';
import { no, type No, tooSoon } from './outcome.ts';
import { hashOf, newSecret } from './secrets.ts';
import { attemptOn } from './sign-in.ts';

export type Enrolled = {
  readonly kind: 'enrolled';
  readonly id: string;
  readonly name: string;
  /** Base32, for an authenticator app. */
  readonly secret: string;
  readonly uri: string;
};

/** Codes are shown once: when the first factor was confirmed. */
export type Shown = Granted & { readonly recoveryCodes: readonly string[] };

/** ID11, ID12: gives a seed, which is no factor before a code of it was right. */
export async function enrolFactor(
  office: Office,
  claims: PersonClaims,
  name: string,
): Promise<Enrolled | No> {
  const present = await currentSession(office, claims);
  if (present.kind === 'refused') return present;
  const lacks = lacksSecondFactor(present);
  if (lacks !== null) return lacks;
  const id = crypto.randomUUID();
  const seed = office.cipher.random(seedSize);
  const sealed = await sealSecret(placeOf(id), seed, office.cipher, office.masterKey);
  await office.store.factors.add(claims.sub, id, name, sealed, office.now());
  const uri = totpUri(seed, office.settings.name, present.user.account.email);
  return { kind: 'enrolled', id, name, secret: base32(seed), uri };
}

/**
 * Shows a second factor: its code, or one of the recovery codes. Then the session is `aal2`. The first time it
 * confirms the factor, and all other sessions end, for they were opened without it (ID2, ID9, ID10).
 */
export async function showFactor(
  office: Office,
  claims: PersonClaims,
  factorId: string,
  { code, address }: { readonly code: string; readonly address: string },
): Promise<Shown | No> {
  const present = await currentSession(office, claims);
  if (present.kind === 'refused') return present;
  const factor = factorOf(present, factorId);
  if (factor.kind === 'refused') return factor;
  const isNew = factor.confirmedAt === null;
  const lacks = isNew ? lacksSecondFactor(present) : null;
  if (lacks !== null) return lacks;
  const attempt = attemptOn('factor', claims.sub, address);
  const wait = await office.store.failures.attempt(attempt, office.now());
  if (wait > 0) return tooSoon(wait);
  if (!(await isRight(office, claims.sub, factor, code))) {
    await office.store.failures.failed(attempt, office.now());
    return no('ID9', ['code'], 'This code is wrong, or was used before.');
  }
  await office.store.failures.succeeded(attempt);
  const recoveryCodes = isNew ? await confirmed(office, present) : [];
  const refreshToken = newSecret(office.cipher);
  const { sessions } = office.store;
  const raised = await sessions.raise(present.session.id, hashOf(refreshToken), office.now());
  if (raised === null) return no('ID12', [], 'This session is over; sign in again.');
  const granted = await grant(office, present.user.account, raised, refreshToken);
  return { ...granted, recoveryCodes };
}

/** ID10, ID11, ID12: a factor goes only before whoever has it. */
export async function removeFactor(
  office: Office,
  claims: PersonClaims,
  factorId: string,
): Promise<{ readonly kind: 'removed' } | No> {
  const present = await currentSession(office, claims);
  if (present.kind === 'refused') return present;
  const factor = factorOf(present, factorId);
  if (factor.kind === 'refused') return factor;
  const lacks = lacksSecondFactor(present);
  if (lacks !== null) return lacks;
  await office.store.factors.remove(claims.sub, factorId);
  return { kind: 'removed' };
}

function factorOf({ user }: Present, id: string): (Factor & { readonly kind: 'factor' }) | No {
  const factor = user.factors.find((one) => one.id === id);
  if (factor === undefined) return no('ID10', ['path'], 'You have no such second factor.');
  return { ...factor, kind: 'factor' };
}

async function isRight(
  office: Office,
  personId: string,
  factor: Factor,
  code: string,
): Promise<boolean> {
  const { factors } = office.store;
  if (!/^\d{6}$/.test(code)) {
    return factors.useRecoveryCode(personId, recoveryHash(code), office.now());
  }
  const seed = await openSecret(
    placeOf(factor.id),
    factor.sealedSeed,
    office.cipher,
    office.masterKey,
  );
  // Without the master key nobody shows a second factor; its rule says what is missing.
  if (seed.kind === 'refused') throw new Error(seed.refusal.says);
  const step = stepOfCode(seed.bytes, code, factor.lastStep, office.now().getTime());
  return step !== null && factors.accept(factor.id, step, office.now());
}

async function confirmed(office: Office, { session, user }: Present): Promise<readonly string[]> {
  const { personId } = user.account;
  await office.store.sessions.end(
    { personId, which: 'others', sessionId: session.id },
    office.now(),
  );
  office.cutOffs.renew();
  if (user.factors.some(({ confirmedAt }) => confirmedAt !== null)) return [];
  const codes = Array.from({ length: 10 }, () => recoveryCode(office));
  await office.store.factors.setRecoveryCodes(personId, codes.map(recoveryHash));
  return codes;
}

/** 80 bits in four groups. */
function recoveryCode({ cipher }: Office): string {
  return base32(cipher.random(10)).replaceAll(/(?<=\w)(?=(?:\w{4})+$)/g, '-');
}

/** However it was typed. */
function recoveryHash(code: string): Uint8Array {
  return hashOf(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''));
}

const placeOf = (factorId: string) => ({ purpose: 'second-factor', owner: factorId });
