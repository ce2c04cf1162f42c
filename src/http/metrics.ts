import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from './app.ts';
import { Refused } from './refuse.ts';

export type MetricsParts = {
  /** The bearer token of the collector; without one, only this machine is told. */
  readonly token: string | undefined;
  /** Figures that are read when somebody asks, by name: `court_database_connections`. */
  readonly gauges: readonly {
    readonly name: string;
    readonly help: string;
    readonly read: () => number;
  }[];
};

/** `/metrics` in the text format of Prometheus: durations by route, never by address of a case or person. */
export function registerMetrics(app: App, { token, gauges }: MetricsParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'court_http_request_duration_seconds',
    help: 'Seconds from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  for (const { name, help, read } of gauges) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: () => gauge.set(read()),
    });
  }
  app.addHook('onResponse', async (request, reply) => {
    durations.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
  });
  app.get(
    '/metrics',
    { schema: { hide: true }, config: { rateLimit: false }, logLevel: 'warn' },
    async (request, reply) => {
      if (!mayRead(token, request.ip, request.headers.authorization)) {
        throw new Refused({ rule: 'SV3', at: [], says: 'The metrics are not public.' });
      }
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayRead(token: string | undefined, address: string, shown = ''): boolean {
  if (token === undefined) return loopback.has(address);
  const wanted = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(shown);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
