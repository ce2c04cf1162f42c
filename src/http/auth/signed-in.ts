import type { FastifyRequest } from 'fastify';
import type { Identity, PersonClaims } from '../../core/person/claims.ts';
import { personOf } from '../../core/person/standing.ts';
import { Refused } from '../refuse.ts';

/** SV3: whoever is signed in, machines too. */
export function signedIn({ identity }: FastifyRequest): Extract<Identity, { kind: 'person' }> {
  if (identity.kind === 'person') return identity;
  throw new Refused({ rule: 'SV3', at: ['headers', 'authorization'], says: 'Sign in first.' });
}

/** SV3, SV4: a person, and no machine. */
export function personSignedIn(request: FastifyRequest): PersonClaims {
  const claims = personOf(signedIn(request));
  if (claims !== null) return claims;
  throw new Refused({ rule: 'SV4', at: [], says: 'This is for people, not for machines.' });
}
