import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  importJWK,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import type { Refusal } from '../../core/refusal.ts';
import type { PublicJwk } from '../../ports/token-issuer.ts';
import {
  type TokenVerifier,
  TokenVerifierFault,
  type VerifiedToken,
} from '../../ports/token-verifier.ts';
import { readClaims } from './read-claims.ts';

/** Whose tokens are taken. The algorithms are the issuer's, never the token's: `none` and HS256 are not among them. */
export type TrustedIssuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly ('ES256' | 'RS256' | 'EdDSA')[];
  readonly keys: JWTVerifyGetKey;
};

/** This court's own tokens, by the keys it publishes now. `keyOf` answers `null` for a key it does not publish. */
export function ownIssuer(
  issuer: string,
  keyOf: (kid: string) => Promise<PublicJwk | null>,
): TrustedIssuer {
  const imported = new WeakMap<PublicJwk, ReturnType<typeof importJWK>>();
  return {
    issuer,
    audience: 'authenticated',
    algorithms: ['ES256'],
    async keys({ kid = '' }) {
      const jwk = await keyOf(kid);
      if (jwk === null) throw new errors.JWKSNoMatchingKey();
      const key = imported.get(jwk) ?? importJWK({ ...jwk }, 'ES256');
      imported.set(jwk, key);
      return await key;
    },
  };
}

/** Tokens of a Supabase project, by the keys that it publishes; kept for ten minutes, asked anew for a new key. */
export function supabaseIssuer(url: string): TrustedIssuer {
  const issuer = `${url.replace(/\/+$/, '')}/auth/v1`;
  return {
    issuer,
    audience: 'authenticated',
    algorithms: ['ES256', 'RS256', 'EdDSA'],
    keys: createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
      timeoutDuration: 5_000,
      cooldownDuration: 30_000,
      cacheMaxAge: 600_000,
    }),
  };
}

/** A token is held to the one issuer that it names. */
export function joseTokenVerifier(
  trusted: readonly TrustedIssuer[],
  now: () => Date,
): TokenVerifier {
  const byIssuer = new Map(trusted.map((one) => [one.issuer, one]));
  return {
    async verify(token) {
      try {
        const one = byIssuer.get(decodeJwt(token).iss ?? '');
        if (one === undefined) return refused('This token is of another issuer.');
        const { payload, protectedHeader } = await jwtVerify(token, one.keys, {
          issuer: one.issuer,
          audience: one.audience,
          algorithms: [...one.algorithms],
          requiredClaims: ['sub', 'exp', 'iat'],
          clockTolerance: 5,
          currentDate: now(),
        });
        const claims = readClaims(payload, one.audience);
        return claims === null
          ? refused('This token is no person’s.')
          : { kind: 'verified', claims, kid: protectedHeader.kid ?? '' };
      } catch (error) {
        if (isAnswerOfKeys(error)) return refused(whyNot(error));
        throw new TokenVerifierFault('The keys of the issuer cannot be had.', error);
      }
    },
  };
}

/** Whether the token is to blame, and not the place where the keys lie. */
function isAnswerOfKeys(error: unknown): error is errors.JOSEError {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}

function whyNot(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'This token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `This token is not for this court: its ${error.claim} is another.`;
  }
  // What exactly is wrong with a forged token is nobody's business.
  return 'This token does not hold.';
}

function refused(says: string): VerifiedToken {
  const refusal: Refusal = { rule: 'SV3', at: ['headers', 'authorization'], says };
  return { kind: 'refused', refusal };
}
