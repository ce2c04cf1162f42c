import type { Identity } from '../../core/person/claims.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import type { CourtRole } from '../../core/person/roles.ts';
import { letterTo } from './letters.ts';
import { administratorOf } from './administrator-of.ts';
import type { Office } from './office.ts';
import { no, type No } from './outcome.ts';
import { hashOf, newSecret } from './secrets.ts';
import { mayWriteTo } from './send-link.ts';

export type Invited = {
  readonly kind: 'invited';
  readonly email: string;
  readonly role: CourtRole;
  readonly expiresAt: Date;
};

/** An administrator invites somebody to a role of the court, by a letter to their address. */
export async function invite(
  office: Office,
  identity: Identity,
  courtId: string,
  { email: asked, role }: { readonly email: string; readonly role: CourtRole },
): Promise<Invited | No> {
  const inviter = administratorOf(identity, courtId, 'people:write');
  if (inviter.kind === 'refused') return inviter;
  const { links, accounts } = office.store;
  const { sub: createdBy } = inviter.claims;
  const email = asked.toLowerCase();
  const known = await accounts.byEmail(email);
  if (known?.personId === createdBy) {
    return no('SV4', ['body', 'email'], 'Nobody appoints themselves: another administrator does.');
  }
  if (!(await mayWriteTo(office, email))) {
    return no('ID2', ['body', 'email'], 'This address got too many letters within the hour.');
  }
  const token = newSecret(office.cipher);
  const createdAt = office.now();
  const expiresAt = new Date(createdAt.getTime() + lifetimes.invite);
  await links.put({
    purpose: 'invite',
    hash: hashOf(token),
    email,
    courtId,
    role,
    createdBy,
    createdAt,
    expiresAt,
  });
  await accounts.note({ courtId, personId: createdBy, action: 'person.invited', target: role });
  const language = known?.language ?? office.settings.language;
  await office.mailer.send(
    letterTo(email, { kind: 'invite', role, token }, language, office.settings),
  );
  return { kind: 'invited', email, role, expiresAt };
}

/** A link by which whoever starts the court becomes its administrator; `null` where it has one. */
export async function firstAdministratorLink(
  office: Office,
  courtId: string,
): Promise<string | null> {
  const token = newSecret(office.cipher);
  const createdAt = office.now();
  const isPut = await office.store.links.putFirstAdministrator({
    purpose: 'first-administrator',
    hash: hashOf(token),
    courtId,
    role: 'administrator',
    createdBy: null,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + lifetimes['first-administrator']),
  });
  return isPut ? `${office.settings.site}/invitation#token=${token}` : null;
}
