import { z } from 'zod';
import type { App } from '../app.ts';
import type { AuthDesk } from './desk.ts';
import { authProblems } from './problems.ts';

const jwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

/** What others need to know of this issuer. */
export function registerDiscovery(app: App, { office, version }: AuthDesk): void {
  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        tags: ['auth'],
        response: { ...authProblems, 200: z.object({ keys: z.array(jwk) }) },
      },
    },
    async (_, reply) => {
      void reply.header('cache-control', 'public, max-age=600');
      return { keys: [...(await office.keyring.published())] };
    },
  );

  app.get(
    '/settings',
    {
      schema: {
        tags: ['auth'],
        response: {
          ...authProblems,
          200: z.object({
            external: z.object({ email: z.boolean(), phone: z.boolean() }),
            disable_signup: z.boolean(),
            mailer_autoconfirm: z.boolean(),
            phone_autoconfirm: z.boolean(),
            saml_enabled: z.boolean(),
          }),
        },
      },
    },
    async () => ({
      external: { email: true, phone: false },
      disable_signup: !office.settings.signUp,
      mailer_autoconfirm: false,
      phone_autoconfirm: false,
      saml_enabled: false,
    }),
  );

  app.get(
    '/health',
    {
      schema: {
        tags: ['auth'],
        response: {
          ...authProblems,
          200: z.object({ name: z.string(), version: z.string(), description: z.string() }),
        },
      },
    },
    async () => ({
      name: 'First Court',
      version,
      description: 'Identity of the court, in the shapes of GoTrue',
    }),
  );
}
