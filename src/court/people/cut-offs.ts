import type { PersonClaims } from '../../core/person/claims.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import { isCutOff } from '../../core/person/standing.ts';
import type { Sessions } from '../../ports/identity/sessions.ts';

/** Which tokens are void before they expire. Known some seconds late, and at once where it was done here. */
export type CutOffs = {
  isVoid(claims: PersonClaims): Promise<boolean>;
  /** What was cut off here is known with the next question. */
  renew(): void;
};

export function knownCutOffs(
  sessions: Pick<Sessions, 'cutOffsSince'>,
  now: () => Date,
  accessTokenMs: number,
): CutOffs {
  let known: {
    readonly at: number;
    readonly cutOffs: Promise<ReadonlyMap<string, number>>;
  } | null = null;
  return {
    async isVoid(claims) {
      const at = now().getTime();
      if (known === null || at - known.at >= lifetimes.knownCutOffs) {
        // Before this, all that were issued have expired.
        const since = new Date(at - 2 * accessTokenMs);
        const asked = { at, cutOffs: sessions.cutOffsSince(since) };
        known = asked;
        asked.cutOffs.catch(() => {
          known = null;
        });
      }
      return isCutOff(claims, await known.cutOffs);
    },
    renew() {
      known = null;
    },
  };
}
