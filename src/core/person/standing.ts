import type { Identity, PersonClaims } from './claims.ts';
import type { CourtRole } from './roles.ts';
import type { Scope } from './scopes.ts';

/** A person, and no machine: the only kind of caller that has a password, a second factor or keys to give. */
export function personOf(identity: Identity): PersonClaims | null {
  if (identity.kind !== 'person') return null;
  return identity.claims.app_metadata.machine === undefined ? identity.claims : null;
}

export function holdsRole({ app_metadata }: PersonClaims, court: string, role: CourtRole): boolean {
  return new Map(Object.entries(app_metadata.courts)).get(court)?.includes(role) ?? false;
}

/** A token of a machine names its scopes; one without scopes is a person's and may do what its roles may. */
export function scopeAllows({ app_metadata }: PersonClaims, scope: Scope): boolean {
  return app_metadata.scopes?.includes(scope) ?? true;
}

/**
 * Whether the token was issued before its session was signed out, or before its person's roles changed.
 * Both instants in milliseconds since 1970. `iat` has whole seconds: in doubt the token is void, and whoever
 * refreshes it a second later has a good one.
 */
export function isCutOff(claims: PersonClaims, cutOffs: ReadonlyMap<string, number>): boolean {
  const subjects = [claims.sub, claims.session_id ?? claims.sub];
  return subjects.some((subject) => claims.iat * 1_000 < (cutOffs.get(subject) ?? 0));
}
