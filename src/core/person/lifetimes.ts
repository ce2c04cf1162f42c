const minute = 60_000;
const day = 24 * 60 * minute;

/** How long things of identity hold that no setting says, in milliseconds. */
export const lifetimes = {
  /** From sign-in on at least, however often it is refreshed. */
  session: 30 * day,
  invite: 7 * day,
  'first-administrator': day,
  verify: day,
  reset: 30 * minute,
  /** How long after a reset link was used a new password may be set without the old one. */
  freshReset: 15 * minute,
  /** A refresh whose answer was lost may be asked for again. */
  refreshAgain: 10_000,
  /** How long another replica may still take a token that was cut off. */
  knownCutOffs: 5_000,
} as const;
