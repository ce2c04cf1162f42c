import type { Identity, PersonClaims } from '../../core/person/claims.ts';
import type { Scope } from '../../core/person/scopes.ts';
import { holdsRole, scopeAllows } from '../../core/person/standing.ts';
import { no, type No } from './outcome.ts';

/** SV4: who administers this court, or a machine of it with the scope. */
export function administratorOf(
  identity: Identity,
  courtId: string,
  scope: Scope,
): { readonly kind: 'administrator'; readonly claims: PersonClaims } | No {
  if (identity.kind !== 'person') return no('SV3', [], 'Sign in first.');
  const { claims } = identity;
  return holdsRole(claims, courtId, 'administrator') && scopeAllows(claims, scope)
    ? { kind: 'administrator', claims }
    : no('SV4', [], 'Only an administrator of this court does that.');
}
