import type { FastifyRequest } from 'fastify';
import type { Identity, PersonClaims } from '../core/person/claims.ts';
import { scopeAllows } from '../core/person/standing.ts';
import type { CutOffs } from '../court/people/cut-offs.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { Refused } from './refuse.ts';

export type IdentifyParts = {
  readonly verifier: TokenVerifier;
  readonly machineClaims: (key: string) => Promise<PersonClaims | null>;
  readonly cutOffs: Pick<CutOffs, 'isVoid'>;
};

const anon: Identity = { kind: 'anon' };
const keyMark = 'fck_';

/**
 * Who asks: a person by an access token, a machine by an API key (as Bearer or in `apikey`), or nobody.
 * What is shown and does not hold is refused (SV3), never taken for nobody.
 */
export function identifyBy(
  parts: IdentifyParts,
): (request: Pick<FastifyRequest, 'headers' | 'method'>) => Promise<Identity> {
  return async ({ headers, method }) => {
    const apikey = typeof headers['apikey'] === 'string' ? headers['apikey'] : '';
    const shown = headers.authorization ?? '';
    const bearer = /^Bearer +([\w.~+/=-]+) *$/i.exec(shown)?.[1] ?? '';
    if (shown !== '' && bearer === '') throw refused('Authorization must be «Bearer» and a token.');
    const credential = bearer === '' && apikey.startsWith(keyMark) ? apikey : bearer;
    if (credential.startsWith(keyMark)) return await machine(parts, credential, method);
    // supabase-js shows the public key of its project as Bearer where nobody is signed in.
    if (credential === '' || credential === apikey) return anon;
    const verified = await parts.verifier.verify(credential);
    if (verified.kind === 'refused') throw new Refused(verified.refusal);
    if (await parts.cutOffs.isVoid(verified.claims)) {
      throw refused('This token is void: its session is over, or roles have changed. Refresh it.');
    }
    return { kind: 'person', claims: verified.claims };
  };
}

async function machine(
  { machineClaims }: IdentifyParts,
  key: string,
  method: string,
): Promise<Identity> {
  const claims = await machineClaims(key);
  if (claims === null) throw refused('This key is unknown, was revoked, or has expired.');
  // Writing is held to the scopes by the policies of the schema, reading here.
  if (method === 'GET' || method === 'HEAD') {
    if (!scopeAllows(claims, 'read')) {
      throw new Refused({ rule: 'SV4', at: [], says: 'This key has no scope to read.' });
    }
  }
  return { kind: 'person', claims };
}

function refused(says: string): Refused {
  return new Refused({ rule: 'SV3', at: ['headers', 'authorization'], says });
}
