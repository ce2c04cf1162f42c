import type { PersonClaims } from '../core/person/claims.ts';

/** A public key as RFC 7517 writes it: ES256 with its `kid`. */
export type PublicJwk = {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
};

export type NewSigningKey = {
  readonly publicJwk: PublicJwk;
  /** PKCS #8; a secret. */
  readonly privateKey: Uint8Array;
};

/** Makes keys and signs access tokens with them (ES256, RFC 7518). */
export interface TokenIssuer {
  makeKey(): Promise<NewSigningKey>;
  sign(claims: PersonClaims, kid: string, privateKey: Uint8Array): Promise<string>;
}
