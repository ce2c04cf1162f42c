import type { PersonClaims } from '../core/person/claims.ts';
import type { Refusal } from '../core/refusal.ts';

export type VerifiedToken =
  | { readonly kind: 'verified'; readonly claims: PersonClaims; readonly kid: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Reads access tokens. What does not hold is refused (SV3), whatever is wrong with it.
 *
 * @throws TokenVerifierFault where the keys of the issuer cannot be had
 */
export interface TokenVerifier {
  verify(token: string): Promise<VerifiedToken>;
}

export class TokenVerifierFault extends Error {
  readonly port = 'token-verifier';
  readonly retryable = true;
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'TokenVerifierFault';
  }
}
