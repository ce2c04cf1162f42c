import { z } from 'zod';
import { createKey, listKeys, revokeKey } from '../../court/people/api-keys.ts';
import type { ApiKey } from '../../ports/identity/api-keys.ts';
import { apiKey, madeApiKey, newApiKey } from '../../wire/v1/people.ts';
import type { App } from '../app.ts';
import type { AuthDesk } from '../auth/desk.ts';
import { unlessRefused } from '../auth/problems.ts';
import { signedIn } from '../auth/signed-in.ts';
import { problems } from './answers.ts';

const ofCourt = z.object({ court: z.uuid() });

/** Keys of machines. */
export function registerKeys(app: App, { office }: AuthDesk): void {
  app.get(
    '/v1/courts/:court/keys',
    {
      schema: { tags: ['keys'], params: ofCourt, response: { ...problems, 200: z.array(apiKey) } },
    },
    async (request) => {
      const listed = await listKeys(office, signedIn(request), request.params.court);
      return unlessRefused(listed).keys.map(keyBody);
    },
  );

  app.post(
    '/v1/courts/:court/keys',
    {
      schema: {
        tags: ['keys'],
        params: ofCourt,
        body: newApiKey,
        response: { ...problems, 201: madeApiKey },
      },
    },
    async (request, reply) => {
      const { expiresAt, ...asked } = request.body;
      const made = await createKey(office, signedIn(request), request.params.court, {
        ...asked,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      const { key, secret } = unlessRefused(made);
      void reply.header('cache-control', 'no-store').header('location', `/v1/keys/${key.id}`);
      return reply.code(201).send({ ...keyBody(key), secret });
    },
  );

  app.delete(
    '/v1/keys/:key',
    {
      schema: {
        tags: ['keys'],
        params: z.object({ key: z.uuid() }),
        response: { ...problems, 204: z.void() },
      },
    },
    async (request, reply) => {
      unlessRefused(await revokeKey(office, signedIn(request), request.params.key));
      return reply.code(204).send();
    },
  );
}

function keyBody(key: ApiKey): z.infer<typeof apiKey> {
  const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: key.id,
    courtId: key.courtId,
    name: key.name,
    prefix: key.prefix,
    roles: [...key.roles],
    scopes: [...key.scopes],
    createdAt: key.createdAt.toISOString(),
    expiresAt: instant(key.expiresAt),
    revokedAt: instant(key.revokedAt),
    lastUsedAt: instant(key.lastUsedAt),
  };
}
