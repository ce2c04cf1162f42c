import type { Tier } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import type { Reason } from './reason.ts';

/** Names by which each side goes: full names, parts of them, role words. Shown to the user to mend. */
export type Aliases = {
  readonly claimant: readonly string[];
  readonly respondent: readonly string[];
  /** Everybody else, a list for each. */
  readonly others: readonly (readonly string[])[];
};

/** What the user says of the case beforehand; all of it optional, and it goes before any reading. */
export type CaseFacts = {
  /** File name of the complaint. */
  readonly complaint?: string;
  readonly claimant?: readonly string[];
  readonly respondent?: readonly string[];
  readonly matter?: Matter;
  /** Id of a cause. */
  readonly cause?: string;
};

/** Something worked out from the papers, how sure, and from what. */
export type WorkedOut<Value> = {
  readonly value: Value;
  readonly confidence: Tier;
  readonly because: Reason;
};

export type Parties = {
  /** Names as the complaint prints them; empty where it names nobody. */
  readonly claimant: readonly string[];
  readonly respondent: readonly string[];
};
