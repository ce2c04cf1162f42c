import type { PersonClaims } from '../../core/person/claims.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import type { Office } from './office.ts';
import { hashOf, nameOf } from './secrets.ts';

/**
 * Reads API keys as the claims of a machine: its roles in its court within its scopes. A key that holds is
 * remembered for some seconds, the object with it, so that most requests ask the database nothing for it.
 *
 * @param most keys that are remembered; the one looked up longest ago makes room
 */
export function machineClaims(
  office: Office,
  most: number,
): (key: string) => Promise<PersonClaims | null> {
  const held = new Map<string, { readonly claims: PersonClaims; readonly at: number }>();
  return async (key) => {
    const name = nameOf('key', key);
    const now = office.now().getTime();
    const known = held.get(name);
    if (known !== undefined && now - known.at < lifetimes.knownCutOffs) {
      if (!(await office.cutOffs.isVoid(known.claims))) return known.claims;
    }
    held.delete(name);
    const found = await office.store.keys.byHash(hashOf(key), office.now());
    if (found === null) return null;
    const claims: PersonClaims = {
      iss: office.settings.issuer,
      sub: found.id,
      aud: 'authenticated',
      role: 'authenticated',
      iat: Math.floor(now / 1_000),
      exp: Math.floor((now + office.settings.accessTokenMs) / 1_000),
      app_metadata: {
        courts: { [found.courtId]: found.roles },
        scopes: found.scopes,
        machine: found.name,
      },
    };
    held.set(name, { claims, at: now });
    for (const oldest of held.keys()) {
      if (held.size <= most) break;
      held.delete(oldest);
    }
    return claims;
  };
}
