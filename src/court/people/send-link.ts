import type { Language } from '../../core/document/document.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import type { Account } from '../../ports/identity/accounts.ts';
import { letterTo } from './letters.ts';
import type { Office } from './office.ts';
import { hashOf, newSecret } from './secrets.ts';

/** Letters that one address may get in an hour, whoever asks for them. */
const mostLetters = 5;
const hour = 3_600_000;

export async function mayWriteTo(office: Office, email: string): Promise<boolean> {
  const since = new Date(office.now().getTime() - hour);
  return (await office.store.links.sentTo(email, since)) < mostLetters;
}

/** Writes to somebody with an account: to verify the address, or to set a new password. */
export async function sendLink(
  office: Office,
  purpose: 'verify' | 'reset',
  { personId, email }: Pick<Account, 'personId' | 'email'>,
  language: Language,
): Promise<void> {
  const token = newSecret(office.cipher);
  const createdAt = office.now();
  const expiresAt = new Date(createdAt.getTime() + lifetimes[purpose]);
  const hash = hashOf(token);
  await office.store.links.put({ purpose, hash, personId, email, createdAt, expiresAt });
  await office.mailer.send(letterTo(email, { kind: purpose, token }, language, office.settings));
}
