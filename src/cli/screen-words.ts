import type { IssueFramed, WorkedOut } from '../core/case/case-event.ts';
import type { Language, Tier } from '../core/document/document.ts';
import type { Outcome } from '../core/resolution/draft.ts';
import { draftWords } from '../core/resolution/draft-words.ts';

/** What the terminal calls the things of a case: in English by their names in the record. */
export type ScreenWords = {
  readonly role: (role: string) => string;
  readonly tier: (tier: Tier) => string;
  readonly what: (what: WorkedOut['what']) => string;
  readonly nature: (nature: IssueFramed['data']['nature']) => string;
  readonly outcome: (outcome: Outcome) => string;
};

const english: ScreenWords = {
  role: (role) => role,
  tier: (tier) => tier,
  what: (what) => what,
  nature: (nature) => nature,
  outcome: (outcome) => outcome,
};

const drafted = draftWords('es');
const spanish: ScreenWords = {
  role: (role) => drafted.role(role),
  tier: (tier) => drafted.tiers[tier],
  what: (what) => drafted.workedOutWhat[what],
  nature: (nature) => drafted.nature[nature],
  outcome: (outcome) => drafted.outcome[outcome],
};

export const screenWords = (language: Language): ScreenWords =>
  language === 'es' ? spanish : english;
