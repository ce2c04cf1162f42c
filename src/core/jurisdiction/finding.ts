import type { Libraries } from './join-cause.ts';
import type { Profile } from './profile.ts';

/** What a rule finds amiss, with its place in a file of the jurisdiction. */
export type Finding = {
  readonly rule: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly says: string;
};

export type ProfileRule = (profile: Profile, shared: Libraries) => readonly Finding[];
