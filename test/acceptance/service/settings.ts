import type { Settings } from './started-court.ts';

/** Limits of rate stand aside, so that they hide nothing else; the log tells troubles only. */
export const unlimited: Settings = {
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_PERSON: '0',
  RATE_LIMIT_KEY: '0',
  RATE_LIMIT_SIGN_IN: '0',
  LOG_LEVEL: 'warn',
};
