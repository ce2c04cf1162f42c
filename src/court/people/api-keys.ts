import type { Identity } from '../../core/person/claims.ts';
import type { MachineRole, Scope } from '../../core/person/scopes.ts';
import { personOf } from '../../core/person/standing.ts';
import type { ApiKey } from '../../ports/identity/api-keys.ts';
import { administratorOf } from './administrator-of.ts';
import type { Office } from './office.ts';
import { no, type No } from './outcome.ts';
import { hashOf, newSecret } from './secrets.ts';

export type AskedKey = {
  readonly name: string;
  readonly roles: readonly MachineRole[];
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
};

export type MadeKey = {
  readonly kind: 'made';
  readonly key: ApiKey;
  /** Shown once. */
  readonly secret: string;
};

/** SV3, SV4, ID14: an administrator, who is a person, gives a machine some roles within some scopes. */
export async function createKey(
  office: Office,
  identity: Identity,
  courtId: string,
  asked: AskedKey,
): Promise<MadeKey | No> {
  const allowed = keeperOf(identity, courtId);
  if (allowed.kind === 'refused') return allowed;
  const { sub: createdBy } = allowed.claims;
  const createdAt = office.now();
  if (asked.expiresAt !== null && asked.expiresAt <= createdAt) {
    return no('ID14', ['body', 'expiresAt'], 'A key expires in the future, or never.');
  }
  const secret = `fck_${newSecret(office.cipher)}`;
  const made = { ...asked, courtId, createdAt, createdBy };
  const prefix = secret.slice(0, 10);
  const key = await office.store.keys.add({ ...made, prefix, hash: hashOf(secret) });
  const deed = { courtId, personId: createdBy, target: key.id };
  await office.store.accounts.note({ ...deed, action: 'key.created' });
  return { kind: 'made', key, secret };
}

export async function listKeys(
  office: Office,
  identity: Identity,
  courtId: string,
): Promise<{ readonly kind: 'listed'; readonly keys: readonly ApiKey[] } | No> {
  const allowed = keeperOf(identity, courtId);
  if (allowed.kind === 'refused') return allowed;
  return { kind: 'listed', keys: await office.store.keys.ofCourt(courtId) };
}

/** Ends it at once here, and some seconds later on other replicas. A key of another court is not there. */
export async function revokeKey(
  office: Office,
  identity: Identity,
  id: string,
): Promise<{ readonly kind: 'revoked' } | No> {
  const key = await office.store.keys.byId(id);
  const allowed = keeperOf(identity, key?.courtId ?? '');
  if (allowed.kind === 'refused' && allowed.refusal.rule === 'SV3') return allowed;
  if (key === null || allowed.kind === 'refused') {
    return no('SV2', ['path'], 'There is no such key.');
  }
  await office.store.keys.revoke(id, office.now());
  await office.store.sessions.cutOff(id, office.now());
  office.cutOffs.renew();
  const deed = { courtId: key.courtId, personId: allowed.claims.sub, target: id };
  await office.store.accounts.note({ ...deed, action: 'key.revoked' });
  return { kind: 'revoked' };
}

/** Keys are given by people: a machine makes itself no other key. */
function keeperOf(identity: Identity, courtId: string): ReturnType<typeof administratorOf> {
  const allowed = administratorOf(identity, courtId, 'courts:write');
  if (allowed.kind === 'refused' || personOf(identity) !== null) return allowed;
  return no('SV4', [], 'Only a person gives and takes keys.');
}
