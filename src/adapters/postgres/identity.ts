import type { Identity, PersonClaims } from '../../core/person/claims.ts';

/** The roles that the login of the server may switch to; nothing else is ever sent. */
export type DatabaseRole = 'anon' | 'authenticated' | 'court_writer' | 'service_role';

export type IdentitySettings = {
  readonly role: DatabaseRole;
  /** JSON for `request.jwt.claims`. */
  readonly claims: string;
};

/** How an identity reaches the database. A role in the claims that no token may carry is a bug and throws. */
export function settingsOf(identity: Identity): IdentitySettings {
  switch (identity.kind) {
    case 'anon':
      return { role: 'anon', claims: '{"role":"anon"}' };
    case 'service':
      return { role: 'service_role', claims: '{"role":"service_role"}' };
    case 'person':
      return personSettings(identity.claims, identity.writing === true);
  }
}

/** Claims of one token are the same object for a whole request, often for a whole session. */
const claimsAsJson = new WeakMap<PersonClaims, string>();

function personSettings(claims: PersonClaims, writing: boolean): IdentitySettings {
  // The type says so already; claims come out of tokens, and this is the last door before the database.
  const said: string = claims.role;
  if (said !== 'authenticated') {
    throw new RangeError(`Claims with the role ${JSON.stringify(said)} are no person's.`);
  }
  if (claims.sub === '') throw new RangeError('Claims without a subject are nobody.');
  let json = claimsAsJson.get(claims);
  if (json === undefined) {
    json = JSON.stringify(claims);
    claimsAsJson.set(claims, json);
  }
  return { role: writing ? 'court_writer' : 'authenticated', claims: json };
}
