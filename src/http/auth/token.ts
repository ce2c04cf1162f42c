import { z } from 'zod';
import { refreshSession } from '../../court/people/refresh-session.ts';
import { signIn } from '../../court/people/sign-in.ts';
import { signOut } from '../../court/people/sign-out.ts';
import type { App } from '../app.ts';
import { type AuthDesk, limited } from './desk.ts';
import { authProblems, unlessRefused } from './problems.ts';
import { email, password, session, sessionBody } from './shapes.ts';
import { personSignedIn } from './signed-in.ts';
import { Refused } from '../refuse.ts';

const tokenBody = z.object({
  email: email.optional(),
  password: password.optional(),
  refresh_token: z.string().min(1).max(200).optional(),
});

const scopes = { global: 'all', local: 'this', others: 'others' } as const;

/** Sign in, refresh, sign out. */
export function registerToken(app: App, desk: AuthDesk): void {
  const { office } = desk;

  app.post(
    '/token',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        querystring: z.object({ grant_type: z.enum(['password', 'refresh_token']) }),
        body: tokenBody,
        response: { ...authProblems, 200: session },
      },
    },
    async ({ query, body, ip }, reply) => {
      void reply.header('cache-control', 'no-store');
      const granted =
        query.grant_type === 'password'
          ? await signIn(office, {
              email: needed(body.email, 'email'),
              password: needed(body.password, 'password'),
              address: ip,
            })
          : await refreshSession(office, needed(body.refresh_token, 'refresh_token'));
      return sessionBody(unlessRefused(granted), office.settings.accessTokenMs);
    },
  );

  app.post(
    '/logout',
    {
      schema: {
        tags: ['auth'],
        querystring: z.object({ scope: z.enum(['global', 'local', 'others']).default('global') }),
        response: { ...authProblems, 204: z.void() },
      },
    },
    async (request, reply) => {
      await signOut(office, personSignedIn(request), scopes[request.query.scope]);
      return reply.code(204).send();
    },
  );
}

/** SV1 */
function needed(value: string | undefined, field: string): string {
  if (value !== undefined) return value;
  throw new Refused({ rule: 'SV1', at: ['body', field], says: `body.${field}: is missing.` });
}
