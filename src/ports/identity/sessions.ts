export type SessionMethod = 'password' | 'invite' | 'verify' | 'reset';

export type Session = {
  readonly id: string;
  readonly personId: string;
  readonly aal: 'aal1' | 'aal2';
  readonly method: SessionMethod;
  readonly createdAt: Date;
  readonly endsAt: Date;
};

export type NewSession = Omit<Session, 'id' | 'aal'> & { readonly refreshHash: Uint8Array };

export type Refreshed =
  | { readonly kind: 'refreshed'; readonly session: Session }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'over' }
  /** The session was ended, for somebody has a copy of a token. */
  | { readonly kind: 'reuse' };

/** Which sessions end: one, all of a person, or all but one. */
export type EndedSessions = {
  readonly personId: string;
  readonly which: 'this' | 'others' | 'all';
  readonly sessionId: string;
};

/** Sessions with their refresh tokens, which are kept as SHA-256. */
export interface Sessions {
  open(session: NewSession): Promise<Session>;
  /** `null` where it ended. */
  find(id: string, now: Date): Promise<Session | null>;
  /** Spends the token and puts the next in its place, as core/person/refresh decides. */
  refresh(hash: Uint8Array, next: Uint8Array, now: Date, idleMs: number): Promise<Refreshed>;
  /** After a second factor: aal2, and a new refresh token in the place of all before. */
  raise(id: string, next: Uint8Array, now: Date): Promise<Session | null>;
  /** Their access tokens are cut off too. */
  end(ended: EndedSessions, now: Date): Promise<void>;
  /** Access tokens of this session, person or key issued before are void. */
  cutOff(subject: string, now: Date): Promise<void>;
  /** Milliseconds since 1970 by subject. */
  cutOffsSince(since: Date): Promise<ReadonlyMap<string, number>>;
  /** Removes what has long ended, of everything in identity; access tokens live for `accessTokenMs`. */
  sweep(now: Date, accessTokenMs: number): Promise<void>;
}
