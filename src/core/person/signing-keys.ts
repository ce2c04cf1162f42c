const day = 24 * 60 * 60_000;

/** When a key signs; instants in milliseconds since 1970. `endsAt` of one that was withdrawn, else `null`. */
export type SigningPeriod = {
  readonly kid: string;
  readonly startsAt: number;
  readonly endsAt: number | null;
};

export const signingKeyRules = {
  /** How long one key signs. */
  signsFor: 90 * day,
  /** How long a key is published before it signs: longer than anybody keeps a copy of the set. */
  publishedAhead: day,
  /** How long a key is published after it signed: longer than any token lives. */
  publishedAfter: day,
} as const;

export type KeySet<Key> = {
  /** The one that signs now; `null` where one must be made at once. */
  readonly current: Key | null;
  /** Next, current and retired: whose signature is taken. */
  readonly published: readonly Key[];
  /** When a key that must be made now starts to sign, or `null`. */
  readonly nextStartsAt: number | null;
};

/** Which key does what at this instant. A withdrawn key (a leak) neither signs nor is taken any more. */
export function keySetAt<Key extends SigningPeriod>(
  keys: readonly Key[],
  now: number,
): KeySet<Key> {
  const good = keys
    .filter(({ endsAt }) => endsAt === null)
    .toSorted((one, other) => one.startsAt - other.startsAt);
  const current = good.findLast(({ startsAt }) => startsAt <= now) ?? null;
  if (current === null) return { current: null, published: good, nextStartsAt: now };
  const published = good.filter((_, n) => {
    // A key signs until the one after it starts.
    const signedUntil = good[n + 1]?.startsAt ?? Number.POSITIVE_INFINITY;
    return now < signedUntil + signingKeyRules.publishedAfter;
  });
  const hasNext = good.at(-1) !== current;
  const due = current.startsAt + signingKeyRules.signsFor;
  const isDue = !hasNext && now >= due - signingKeyRules.publishedAhead;
  return {
    current,
    published,
    nextStartsAt: isDue ? Math.max(due, now + signingKeyRules.publishedAhead) : null,
  };
}
