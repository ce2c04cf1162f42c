import type { Identity } from '../../core/person/claims.ts';
import type { Office } from '../../court/people/office.ts';
import type { People } from '../../ports/people.ts';
import type { Background } from './background.ts';

/** What the routes of identity hold. */
export type AuthDesk = {
  readonly office: Office;
  readonly people: (identity: Extract<Identity, { kind: 'person' }>) => People;
  /** What is done after an answer, so that the answer does not tell by its time what there was to do. */
  readonly background: Background;
  /** Attempts a minute from one address to sign in, reset a password or accept an invitation; 0: no limit. */
  readonly signInsPerMinute: number;
  /** As `/auth/v1/health` tells it. */
  readonly version: string;
};

/** The limit of a public route of identity. */
export function limited({ signInsPerMinute: max }: AuthDesk) {
  return { rateLimit: max === 0 ? (false as const) : { max, timeWindow: '1 minute' } };
}
