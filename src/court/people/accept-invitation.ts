import type { Language } from '../../core/document/document.ts';
import type { Identity } from '../../core/person/claims.ts';
import { normalizePassword, refusePassword } from '../../core/person/password-policy.ts';
import { personOf } from '../../core/person/standing.ts';
import type { Admitted, OneTimeLink } from '../../ports/identity/links.ts';
import type { Office } from './office.ts';
import { type Granted, openSession } from './open-session.ts';
import { no, type No } from './outcome.ts';
import { hashOf } from './secrets.ts';
import { noSuchLink } from './use-link.ts';

export type Acceptance = {
  /** Asked for where the link names no address: that of the first administrator. */
  readonly email: string | null;
  /** Who has no account yet makes one: password and name. */
  readonly password: string | null;
  readonly name: string | null;
  readonly language: Language | null;
};

type Invitation = Extract<OneTimeLink, { purpose: 'invite' | 'first-administrator' }>;

/**
 * Takes the role that was offered. Whoever has an account accepts signed in to it (ID16), so that nobody gets a
 * role into another's account; all others make theirs here.
 */
export async function acceptInvitation(
  office: Office,
  identity: Identity,
  token: string,
  acceptance: Acceptance,
): Promise<Granted | No> {
  const { links, accounts } = office.store;
  const hash = hashOf(token);
  const link = await links.find(hash, office.now());
  if (link === null || !isInvitation(link)) return noSuchLink();
  const admitted = await whoComes(office, identity, link, acceptance);
  if ('kind' in admitted) return admitted;
  const personId = await links.admit(hash, admitted, office.now());
  const account = personId === null ? null : await accounts.byId(personId);
  if (account === null) return noSuchLink();
  const { courtId, role } = link;
  await accounts.note({
    courtId,
    personId: account.personId,
    action: 'invitation.accepted',
    target: role,
  });
  return openSession(office, account, 'invite');
}

async function whoComes(
  office: Office,
  identity: Identity,
  link: Invitation,
  { email: named, password, name, language }: Acceptance,
): Promise<Admitted | No> {
  const email = (link.purpose === 'invite' ? link.email : (named ?? '')).toLowerCase();
  if (email === '') return missing('email');
  const known = await office.store.accounts.byEmail(email);
  if (known !== null) {
    return personOf(identity)?.sub === known.personId
      ? { personId: known.personId }
      : no('ID16', [], 'This address has an account: sign in to it, then accept.');
  }
  if (name === null) return missing('name');
  if (password === null) return missing('password');
  const refusal = refusePassword(password, email);
  if (refusal !== null) {
    return { kind: 'refused', refusal: { ...refusal, at: ['body', ...refusal.at] }, waitMs: null };
  }
  const passwordHash = await office.hasher.hash(normalizePassword(password));
  return {
    account: { email, name, passwordHash, language: language ?? office.settings.language },
  };
}

function isInvitation(link: OneTimeLink): link is Invitation {
  return link.purpose === 'invite' || link.purpose === 'first-administrator';
}

function missing(field: string): No {
  return no('SV1', ['body', field], `body.${field}: is needed to make your account.`);
}
