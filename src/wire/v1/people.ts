import { z } from 'zod';
import { courtRoles } from '../../core/person/roles.ts';
import { machineRoles, scopes } from '../../core/person/scopes.ts';
import { line } from './cases.ts';
import { language } from './language.ts';

export const courtRole = z.enum(courtRoles);
const email = z.email().max(254);

/** A person as they see themselves. */
export const person = z
  .object({ id: z.uuid(), email: z.string(), name: z.string(), language })
  .meta({ id: 'Person' });

/** A person of a court. */
export const courtPerson = person.extend({ roles: z.array(courtRole) }).meta({ id: 'CourtPerson' });

export const personChanges = z
  .strictObject({ name: line(200).optional(), language: language.optional() })
  .refine((changes) => Object.keys(changes).length > 0, { message: 'changes nothing' })
  .meta({ id: 'PersonChanges' });

export const newInvitation = z
  .strictObject({ email, role: courtRole })
  .meta({ id: 'NewInvitation' });

/** An invitation that was sent. */
export const invitation = z
  .object({ email: z.string(), role: courtRole, expiresAt: z.iso.datetime() })
  .meta({ id: 'Invitation' });

/** Whoever has an account accepts signed in, with nothing of this; all others make theirs. */
export const acceptance = z
  .strictObject({
    email: email.nullable().default(null),
    password: z.string().min(1).max(1_024).nullable().default(null),
    name: line(200).nullable().default(null),
    language: language.nullable().default(null),
  })
  .meta({ id: 'Acceptance' });

/** The key of a machine; its secret is shown when it is made and never again. */
export const apiKey = z
  .object({
    id: z.uuid(),
    courtId: z.uuid(),
    name: z.string(),
    prefix: z.string(),
    roles: z.array(z.enum(machineRoles)),
    scopes: z.array(z.enum(scopes)),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' });

export const madeApiKey = apiKey.extend({ secret: z.string() }).meta({ id: 'MadeApiKey' });

export const newApiKey = z
  .strictObject({
    name: line(200),
    roles: z.array(z.enum(machineRoles)).min(1).max(machineRoles.length),
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    expiresAt: z.iso.datetime().nullable().default(null),
  })
  .meta({ id: 'NewApiKey' });
