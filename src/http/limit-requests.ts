import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { Refused } from './refuse.ts';

/** Requests a minute; 0 sets no limit. */
export type Rates = {
  /** Of one address that is not signed in. */
  readonly address: number;
  readonly person: number;
  /** With one API key. */
  readonly key: number;
};

/**
 * SV7: counts a request for who asks. It is counted for the address too where the token does not hold, so that
 * nobody tries tokens without end. A route with a limit of its own is counted there.
 */
export function limitRequests(
  app: App,
  rates: Rates,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const timeWindow = '1 minute';
  const keyGenerator = ({ identity }: FastifyRequest): string =>
    identity.kind === 'person' ? identity.claims.sub : '';
  const limits = {
    address: app.createRateLimit({ max: rates.address, timeWindow }),
    person: app.createRateLimit({ max: rates.person, timeWindow, keyGenerator }),
    key: app.createRateLimit({ max: rates.key, timeWindow, keyGenerator }),
  };
  return async (request, reply) => {
    const { rateLimit } = request.routeOptions.config;
    const by = whose(request);
    if (rateLimit !== undefined || rates[by] === 0) return;
    const counted = await limits[by](request);
    if (counted.isAllowed) return;
    const { max, remaining, ttlInSeconds, isExceeded } = counted;
    void reply.headers({
      'x-ratelimit-limit': max,
      'x-ratelimit-remaining': remaining,
      'x-ratelimit-reset': ttlInSeconds,
    });
    if (!isExceeded) return;
    void reply.header('retry-after', ttlInSeconds);
    const says = `Too many requests; try again in ${ttlInSeconds} seconds.`;
    throw new Refused({ rule: 'SV7', at: [], says });
  };
}

function whose({ identity }: FastifyRequest): keyof Rates {
  if (identity.kind !== 'person') return 'address';
  return identity.claims.app_metadata.machine === undefined ? 'person' : 'key';
}
