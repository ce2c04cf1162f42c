import { z } from 'zod';
import type { App } from './app.ts';

/** One thing without which the service cannot serve. */
export type Need = { readonly name: string; readonly check: () => Promise<void> };

const readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  needs: z.array(
    z.object({ name: z.string(), status: z.enum(['ready', 'not-ready']), says: z.string() }),
  ),
});

/** Live: the process answers. Ready: what it needs answers too, and it is not on its way out. */
export function registerHealth(app: App, needs: readonly Need[], leaving: () => boolean): void {
  const quiet = { config: { rateLimit: false }, logLevel: 'warn' } as const;

  app.get(
    '/health/live',
    {
      ...quiet,
      schema: { tags: ['health'], response: { 200: z.object({ status: z.literal('live') }) } },
    },
    async () => ({ status: 'live' as const }),
  );

  app.get(
    '/health/ready',
    { ...quiet, schema: { tags: ['health'], response: { 200: readiness, 503: readiness } } },
    async (_, reply) => {
      const found = await Promise.all(needs.map(checked));
      if (leaving()) found.push({ name: 'process', status: 'not-ready', says: 'shutting down' });
      const ready = found.every(({ status }) => status === 'ready');
      return reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ready' : 'not-ready', needs: found });
    },
  );
}

const longestMs = 2_000;

async function checked({ name, check }: Need) {
  const late = AbortSignal.timeout(longestMs);
  const tooLate = new Promise<never>((_, fail) => {
    late.addEventListener('abort', () => fail(new Error(`no answer in ${longestMs} ms`)));
  });
  try {
    await Promise.race([check(), tooLate]);
    return { name, status: 'ready' as const, says: '' };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { name, status: 'not-ready' as const, says };
  }
}
