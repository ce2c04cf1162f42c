import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refusal } from '../../core/refusal.ts';
import type { No } from '../../court/people/outcome.ts';
import { refusalsOf } from '../app.ts';
import { Refused } from '../refuse.ts';

/** How GoTrue says no, so that its clients understand. */
export const authProblem = z
  .object({
    code: z.int(),
    error_code: z.string(),
    msg: z.string(),
    /** The rule of the house: an id of docs/rules.md. */
    rule: z.string(),
  })
  .meta({ id: 'AuthProblem' });

export const authProblems = {
  400: authProblem,
  401: authProblem,
  403: authProblem,
  404: authProblem,
  413: authProblem,
  415: authProblem,
  422: authProblem,
  429: authProblem,
  503: authProblem,
} as const;

/** Our rules in the codes of GoTrue (supabase/auth, internal/api/apierrors). */
const codes: ReadonlyMap<string, readonly [status: number, code: string]> = new Map([
  ['ID1', [400, 'invalid_credentials']],
  ['ID2', [429, 'over_request_rate_limit']],
  ['ID3', [403, 'otp_expired']],
  ['ID4', [400, 'email_not_confirmed']],
  ['ID5', [422, 'weak_password']],
  ['ID6', [422, 'signup_disabled']],
  ['ID7', [400, 'refresh_token_not_found']],
  ['ID8', [400, 'refresh_token_already_used']],
  ['ID9', [422, 'mfa_verification_failed']],
  ['ID10', [404, 'mfa_factor_not_found']],
  ['ID11', [403, 'insufficient_aal']],
  ['ID12', [403, 'session_not_found']],
  ['ID13', [400, 'reauthentication_not_valid']],
  ['SV1', [400, 'validation_failed']],
  ['SV2', [404, 'not_found']],
  ['SV3', [401, 'bad_jwt']],
  ['SV4', [403, 'not_admin']],
  ['SV7', [429, 'over_request_rate_limit']],
  ['SV8', [503, 'request_timeout']],
  ['SV9', [413, 'validation_failed']],
  ['SV10', [415, 'validation_failed']],
  ['SV14', [500, 'unexpected_failure']],
]);

export function answerAuthError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const [{ rule, says }] = refusalsOf(error, request);
  const [status, code] = codes.get(rule) ?? [422, 'validation_failed'];
  if (error instanceof RefusedForNow) void reply.header('retry-after', error.seconds);
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.code(status).send({ code: status, error_code: code, msg: says, rule });
}

/** The outcome, or its refusal on the way out. */
export function unlessRefused<Outcome extends { readonly kind: string }>(
  outcome: Outcome | No,
): Exclude<Outcome, No> {
  if (!isNo(outcome)) return outcome as Exclude<Outcome, No>;
  throw outcome.waitMs === null
    ? new Refused(outcome.refusal)
    : new RefusedForNow(outcome.refusal, outcome.waitMs);
}

function isNo(outcome: { readonly kind: string } | No): outcome is No {
  return outcome.kind === 'refused';
}

class RefusedForNow extends Refused {
  readonly seconds: number;
  constructor(refusal: Refusal, waitMs: number) {
    super(refusal);
    this.seconds = Math.ceil(waitMs / 1_000);
  }
}
