import { z } from 'zod';
import { changePassword } from '../../court/people/change-password.ts';
import { currentSession } from '../../court/people/current-session.ts';
import { language } from '../../wire/v1/language.ts';
import type { App } from '../app.ts';
import { type AuthDesk, limited } from './desk.ts';
import { authProblems, unlessRefused } from './problems.ts';
import { password, personName, user, userBody } from './shapes.ts';
import { personSignedIn } from './signed-in.ts';

/** Who is signed in, and a new password. */
export function registerUser(app: App, desk: AuthDesk): void {
  const { office, people } = desk;

  app.get(
    '/user',
    { schema: { tags: ['auth'], response: { ...authProblems, 200: user } } },
    async (request) => {
      const present = await currentSession(office, personSignedIn(request));
      return userBody(unlessRefused(present).user);
    },
  );

  app.put(
    '/user',
    {
      config: limited(desk),
      schema: {
        tags: ['auth'],
        body: z.object({
          password: password.optional(),
          current_password: password.optional(),
          // What is written here gives no right: roles lie elsewhere.
          data: z.object({ name: personName.optional(), language: language.optional() }).optional(),
          email: z.undefined({ error: 'cannot be changed' }).optional(),
        }),
        response: { ...authProblems, 200: user },
      },
    },
    async (request) => {
      const claims = personSignedIn(request);
      const { password: wanted, current_password: current = null, data } = request.body;
      unlessRefused(await currentSession(office, claims));
      if (wanted !== undefined) {
        const change = { password: wanted, current, address: request.ip };
        unlessRefused(await changePassword(office, claims, change));
      }
      if (data !== undefined) await people({ kind: 'person', claims }).changeMe(data);
      return userBody(unlessRefused(await currentSession(office, claims)).user);
    },
  );
}
