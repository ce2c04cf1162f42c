import type { FastifyReply } from 'fastify';
import type { Refusal } from '../core/refusal.ts';
import type { Problem } from '../wire/v1/problem.ts';

/** What the service itself says no to, each rule with the status that HTTP has for it. */
const statuses: Readonly<Record<string, number>> = {
  SV1: 400,
  SV2: 404,
  SV3: 401,
  SV4: 403,
  SV5: 412,
  SV6: 409,
  SV7: 429,
  SV8: 503,
  SV9: 413,
  SV10: 415,
  SV11: 405,
  SV12: 428,
  SV13: 416,
  SV14: 500,
  SV15: 422,
  SV16: 403,
  CT1: 409,
  FL1: 409,
  FL2: 409,
  FL3: 409,
  VT5: 410,
};

const titles: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  401: 'Nobody is signed in.',
  403: 'This is not yours to do.',
  404: 'There is no such thing.',
  405: 'This cannot be done here.',
  409: 'The state of things forbids it.',
  410: 'It is gone.',
  412: 'It has changed since.',
  413: 'It is too large.',
  415: 'It is of the wrong kind.',
  416: 'There is no such range.',
  422: 'The court refuses it.',
  428: 'Say on which version this rests.',
  429: 'Too many requests.',
  500: 'The service failed.',
  503: 'The service is busy.',
};

/** The one place where a «no» of the court becomes an answer of HTTP. */
export function refuse(reply: FastifyReply, refusals: readonly [Refusal, ...Refusal[]]): void {
  const status = statusOf(refusals[0].rule);
  const body = problemOf(refusals, status, reply.request.id);
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

/** A refusal as the document of RFC 9457; `instance` is the id of the request. */
export function problemOf(
  refusals: readonly [Refusal, ...Refusal[]],
  status: number,
  instance: string,
): Problem {
  const [{ rule, says }] = refusals;
  return {
    type: `/docs/rules#${rule}`,
    title: titles[status] ?? 'The request was refused.',
    status,
    detail: says,
    instance,
    rule,
    errors: refusals.map((one) => ({ rule: one.rule, at: [...one.at], says: one.says })),
  };
}

/** Rules of the service have their own status; whose turn it is, is a matter of state; all else the court refuses. */
function statusOf(rule: string): number {
  const own = new Map(Object.entries(statuses)).get(rule);
  if (own !== undefined) return own;
  return rule.startsWith('HR') || rule.startsWith('DR') ? 409 : 422;
}

/** A «no» on its way out of the depth of a request, where returning it would have no taker. */
export class Refused extends Error {
  readonly refusals: readonly [Refusal, ...Refusal[]];
  constructor(...refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals[0].says);
    this.name = 'Refused';
    this.refusals = refusals;
  }
}
