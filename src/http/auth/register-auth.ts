import type { FastifyError } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { App } from '../app.ts';
import type { AuthDesk } from './desk.ts';
import { registerDiscovery } from './discovery.ts';
import { registerFactors } from './factors.ts';
import { registerLetters } from './letters.ts';
import { answerAuthError } from './problems.ts';
import { registerToken } from './token.ts';
import { registerUser } from './user.ts';

/** Identity under `/auth/v1`, in the shapes of GoTrue: supabase-js signs in here as it does there. */
export function registerAuth(app: App, desk: AuthDesk): void {
  void app.register(
    async (plain) => {
      const auth = plain.withTypeProvider<ZodTypeProvider>() as App;
      auth.setErrorHandler<FastifyError>(answerAuthError);
      const parse = auth.getDefaultJsonParser('error', 'error');
      // supabase-js calls an empty body JSON.
      auth.addContentTypeParser(
        'application/json',
        { parseAs: 'string' },
        (request, body, done) => {
          if (body === '') done(null, undefined);
          else void parse(request, String(body), done);
        },
      );
      for (const register of [
        registerToken,
        registerLetters,
        registerUser,
        registerFactors,
        registerDiscovery,
      ]) {
        register(auth, desk);
      }
    },
    { prefix: '/auth/v1' },
  );
}
