/** What a verified access token says of its bearer, as Supabase shapes it (RFC 7519 names). */
export type PersonClaims = {
  /** Id of the person or of the API key. */
  readonly sub: string;
  readonly role: 'authenticated';
  readonly aud: string;
  readonly iss: string;
  /** Seconds since 1970. */
  readonly exp: number;
  readonly iat: number;
  readonly session_id?: string;
  /** `aal2` after a second factor. */
  readonly aal?: 'aal1' | 'aal2';
  readonly email?: string;
  /** Written by the issuer alone. `scopes` and `machine` stand in the token of an API key. */
  readonly app_metadata: {
    readonly courts: Readonly<Record<string, readonly string[]>>;
    readonly scopes?: readonly string[];
    readonly machine?: string;
  };
};

/**
 * For whom something is done.
 *
 * - `anon`: nobody is signed in.
 * - `person`: a person, or an API key within its scopes. `writing` is the same person through the court's
 *   own software, after it decided.
 * - `service`: the court's own workers. No token from outside ever becomes this.
 */
export type Identity =
  | { readonly kind: 'anon' }
  | { readonly kind: 'person'; readonly claims: PersonClaims; readonly writing?: boolean }
  | { readonly kind: 'service' };
