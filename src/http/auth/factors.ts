import { z } from 'zod';
import { enrolFactor, removeFactor, showFactor } from '../../court/people/second-factor.ts';
import type { App } from '../app.ts';
import { type AuthDesk, limited } from './desk.ts';
import { authProblems, unlessRefused } from './problems.ts';
import { session, sessionBody } from './shapes.ts';
import { personSignedIn } from './signed-in.ts';

const ofFactor = z.object({ factor: z.uuid() });
const fiveMinutes = 300;

/** Second factors. */
export function registerFactors(app: App, desk: AuthDesk): void {
  const { office } = desk;

  app.post(
    '/factors',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        body: z.object({
          factor_type: z.literal('totp').default('totp'),
          friendly_name: z.string().trim().max(100).default(''),
        }),
        response: {
          ...authProblems,
          200: z.object({
            id: z.uuid(),
            type: z.literal('totp'),
            friendly_name: z.string(),
            totp: z.object({ qr_code: z.string(), secret: z.string(), uri: z.string() }),
          }),
        },
      },
    },
    async (request, reply) => {
      const claims = personSignedIn(request);
      const enrolled = unlessRefused(await enrolFactor(office, claims, request.body.friendly_name));
      void reply.header('cache-control', 'no-store');
      const { id, name, secret, uri } = enrolled;
      // The picture is drawn where it is shown: `uri` is what it holds.
      return { id, type: 'totp', friendly_name: name, totp: { qr_code: '', secret, uri } } as const;
    },
  );

  // A time-based code answers to no challenge; clients of GoTrue ask for one all the same.
  app.post(
    '/factors/:factor/challenge',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        params: ofFactor,
        response: {
          ...authProblems,
          200: z.object({ id: z.uuid(), type: z.literal('totp'), expires_at: z.int() }),
        },
      },
    },
    async (request) => {
      personSignedIn(request);
      const expires_at = Math.floor(office.now().getTime() / 1_000) + fiveMinutes;
      return { id: crypto.randomUUID(), type: 'totp', expires_at } as const;
    },
  );

  app.post(
    '/factors/:factor/verify',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        params: ofFactor,
        body: z.object({ challenge_id: z.string().max(100).optional(), code: z.string().max(40) }),
        response: {
          ...authProblems,
          200: session.extend({ recovery_codes: z.array(z.string()).optional() }),
        },
      },
    },
    async (request, reply) => {
      const claims = personSignedIn(request);
      const { code } = request.body;
      const shown = unlessRefused(
        await showFactor(office, claims, request.params.factor, { code, address: request.ip }),
      );
      void reply.header('cache-control', 'no-store');
      const codes = shown.recoveryCodes;
      return {
        ...sessionBody(shown, office.settings.accessTokenMs),
        ...(codes.length === 0 ? {} : { recovery_codes: [...codes] }),
      };
    },
  );

  app.delete(
    '/factors/:factor',
    {
      schema: {
        tags: ['auth'],
        params: ofFactor,
        response: { ...authProblems, 200: z.object({ id: z.uuid() }) },
      },
    },
    async (request) => {
      const id = request.params.factor;
      unlessRefused(await removeFactor(office, personSignedIn(request), id));
      return { id };
    },
  );
}
