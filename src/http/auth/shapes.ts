import { z } from 'zod';
import type { Granted, User } from '../../court/people/open-session.ts';
import { language } from '../../wire/v1/language.ts';

/** What crosses the wire of `/auth/v1`, as GoTrue shapes it. */
export const email = z.email().max(254);
/** Any text; the policy looks at it where one is set, not where one is shown. */
export const password = z.string().min(1).max(1_024);
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), {
    message: 'holds control signs or broken characters',
  });

const factor = z.object({
  id: z.uuid(),
  friendly_name: z.string(),
  factor_type: z.literal('totp'),
  status: z.enum(['verified', 'unverified']),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

export const user = z
  .object({
    id: z.uuid(),
    aud: z.string(),
    role: z.string(),
    email: z.string(),
    email_confirmed_at: z.iso.datetime().optional(),
    phone: z.string(),
    app_metadata: z.object({
      provider: z.string(),
      providers: z.array(z.string()),
      courts: z.record(z.string(), z.array(z.string())),
    }),
    user_metadata: z.object({ name: z.string(), language }),
    identities: z.array(z.never()),
    factors: z.array(factor),
    created_at: z.iso.datetime(),
    is_anonymous: z.boolean(),
  })
  .meta({ id: 'AuthUser' });

export const session = z
  .object({
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: z.int(),
    expires_at: z.int(),
    refresh_token: z.string(),
    user,
  })
  .meta({ id: 'AuthSession' });

export function userBody({ account, courts, factors }: User): z.infer<typeof user> {
  return {
    id: account.personId,
    aud: 'authenticated',
    role: 'authenticated',
    email: account.email,
    ...(account.verifiedAt === null
      ? {}
      : { email_confirmed_at: account.verifiedAt.toISOString() }),
    phone: '',
    app_metadata: {
      provider: 'email',
      providers: ['email'],
      courts: Object.fromEntries(Object.entries(courts).map(([id, roles]) => [id, [...roles]])),
    },
    user_metadata: { name: account.name, language: account.language },
    identities: [],
    factors: factors.map(({ id, name, confirmedAt, createdAt }) => ({
      id,
      friendly_name: name,
      factor_type: 'totp',
      status: confirmedAt === null ? 'unverified' : 'verified',
      created_at: createdAt.toISOString(),
      updated_at: (confirmedAt ?? createdAt).toISOString(),
    })),
    created_at: account.createdAt.toISOString(),
    is_anonymous: false,
  };
}

export function sessionBody(granted: Granted, accessTokenMs: number): z.infer<typeof session> {
  return {
    access_token: granted.accessToken,
    token_type: 'bearer',
    expires_in: accessTokenMs / 1_000,
    expires_at: granted.expiresAt,
    refresh_token: granted.refreshToken,
    user: userBody(granted.user),
  };
}
