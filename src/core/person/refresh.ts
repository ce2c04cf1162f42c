import { lifetimes } from './lifetimes.ts';

/** What is known of a refresh token that was handed in; instants in milliseconds since 1970. */
export type KnownRefreshToken = {
  readonly createdAt: number;
  readonly usedAt: number | null;
  /** Whether the token that took its place was used too. */
  readonly successorUsed: boolean;
  readonly session: { readonly endsAt: number; readonly revoked: boolean };
};

/**
 * - `rotate`: it is spent, and another takes its place.
 * - `rotate-successor`: its answer was lost on the way; its successor is void, and another takes its place.
 *   So there is one good token at any time, and whoever holds the void one is found out.
 * - `reuse`: somebody has a copy. The whole session ends (RFC 9700, 4.14.2).
 * - `over`: the session ended.
 */
export type RefreshDecision = 'rotate' | 'rotate-successor' | 'reuse' | 'over';

/** @param idleMs a session that nobody refreshed for so long is over */
export function decideRefresh(
  token: KnownRefreshToken,
  now: number,
  idleMs: number,
): RefreshDecision {
  if (token.session.revoked || now >= token.session.endsAt) return 'over';
  if (token.usedAt === null) {
    return now - token.createdAt < idleMs ? 'rotate' : 'over';
  }
  const isRetry = now - token.usedAt < lifetimes.refreshAgain && !token.successorUsed;
  return isRetry ? 'rotate-successor' : 'reuse';
}
