import { z } from 'zod';
import type { PersonClaims } from '../../core/person/claims.ts';

const roles = z.record(z.uuid(), z.array(z.string()));

/** What a token must say to be anybody's. Roles come from `app_metadata` alone: people edit `user_metadata`. */
const shape = z.object({
  sub: z.uuid(),
  role: z.literal('authenticated'),
  aud: z.union([z.string(), z.array(z.string())]),
  iss: z.string(),
  exp: z.number(),
  iat: z.number(),
  session_id: z.uuid().optional(),
  aal: z.enum(['aal1', 'aal2']).optional().catch(undefined),
  email: z.string().optional(),
  app_metadata: z.object({ courts: roles.catch({}).default({}) }).default({ courts: {} }),
});

/** `null` where it lacks something: a token of `anon` or `service_role`, of no person, or of no shape. */
export function readClaims(payload: unknown, audience: string): PersonClaims | null {
  const read = shape.safeParse(payload);
  if (!read.success) return null;
  const { session_id, aal, email, ...claims } = read.data;
  return {
    ...claims,
    aud: audience,
    ...(session_id === undefined ? {} : { session_id }),
    ...(aal === undefined ? {} : { aal }),
    ...(email === undefined ? {} : { email }),
  };
}
