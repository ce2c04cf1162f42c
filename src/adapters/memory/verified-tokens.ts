import type { TokenVerifier, VerifiedToken } from '../../ports/token-verifier.ts';

type Verified = Extract<VerifiedToken, { kind: 'verified' }>;

/**
 * Remembers tokens that held, until they expire: a signature takes ten times as long to check as all else of a
 * request. What is refused is not remembered. The one unused for longest makes room.
 *
 * @param isPublished whether a key is still taken; a withdrawn key's tokens go with it
 */
export function rememberVerified(
  verifier: TokenVerifier,
  most: number,
  now: () => Date,
  isPublished: (kid: string, issuer: string) => boolean | Promise<boolean>,
): TokenVerifier {
  const held = new Map<string, Verified>();
  const recall = async (token: string): Promise<Verified | null> => {
    const known = held.get(token);
    if (known === undefined) return null;
    held.delete(token);
    const { claims, kid } = known;
    if (now().getTime() >= claims.exp * 1_000) return null;
    return (await isPublished(kid, claims.iss)) ? known : null;
  };
  return {
    async verify(token) {
      const verified = (await recall(token)) ?? (await verifier.verify(token));
      if (verified.kind === 'verified') {
        held.set(token, verified);
        for (const oldest of held.keys()) {
          if (held.size <= most) break;
          held.delete(oldest);
        }
      }
      return verified;
    },
  };
}
