import { z } from 'zod';
import { recover } from '../../court/people/recover.ts';
import { signUp } from '../../court/people/sign-up.ts';
import { useLink } from '../../court/people/use-link.ts';
import { language } from '../../wire/v1/language.ts';
import type { App } from '../app.ts';
import { type AuthDesk, limited } from './desk.ts';
import { authProblems, unlessRefused } from './problems.ts';
import { email, password, personName, session, sessionBody, user } from './shapes.ts';

const linkType = z.enum(['signup', 'email', 'recovery']);
const purposes = { signup: 'verify', email: 'verify', recovery: 'reset' } as const;
const secret = z.string().min(1).max(200);

/** What begins or ends with a letter: sign up, a new password, a link that was opened. */
export function registerLetters(app: App, desk: AuthDesk): void {
  const { office, background } = desk;

  app.post(
    '/signup',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        body: z.object({
          email,
          password,
          data: z.object({ name: personName, language: language.optional() }),
        }),
        response: { ...authProblems, 200: user },
      },
    },
    async ({ body }) => {
      const { name, language: spoken = office.settings.language } = body.data;
      const asked = { email: body.email, password: body.password, name, language: spoken };
      const { afterwards } = unlessRefused(await signUp(office, asked));
      background.start(afterwards);
      // The same for an address that has an account: its owner learns by letter, and nobody else does.
      return {
        id: crypto.randomUUID(),
        aud: 'authenticated',
        role: 'authenticated',
        email: body.email.toLowerCase(),
        phone: '',
        app_metadata: { provider: 'email', providers: ['email'], courts: {} },
        user_metadata: { name, language: spoken },
        identities: [],
        factors: [],
        created_at: office.now().toISOString(),
        is_anonymous: false,
      };
    },
  );

  app.post(
    '/recover',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        body: z.object({ email }),
        response: { ...authProblems, 200: z.object({}) },
      },
    },
    async ({ body }) => {
      background.start(() => recover(office, body.email));
      return {};
    },
  );

  app.post(
    '/verify',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        body: z.object({ type: linkType, token_hash: secret }),
        response: { ...authProblems, 200: session },
      },
    },
    async ({ body }, reply) => {
      void reply.header('cache-control', 'no-store');
      const granted = await useLink(office, body.token_hash, purposes[body.type]);
      return sessionBody(unlessRefused(granted), office.settings.accessTokenMs);
    },
  );

  // Opens a page, and uses nothing up: what looks at links before their reader does, follows them.
  app.get(
    '/verify',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        querystring: z.object({
          type: linkType,
          token_hash: secret.optional(),
          token: secret.optional(),
        }),
        response: { ...authProblems, 303: z.void() },
      },
    },
    async ({ query }, reply) => {
      const fragment = new URLSearchParams({
        type: query.type,
        token_hash: query.token_hash ?? query.token ?? '',
      });
      return reply.redirect(`${office.settings.site}/verify#${fragment.toString()}`, 303);
    },
  );
}
