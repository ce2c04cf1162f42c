import type { Office } from './office.ts';
import { type Granted, openSession } from './open-session.ts';
import { no, type No } from './outcome.ts';
import { hashOf } from './secrets.ts';

/** Signs in whoever opened the letter: that proves the address, whatever the link was for (ID3). */
export async function useLink(
  office: Office,
  token: string,
  purpose: 'verify' | 'reset',
): Promise<Granted | No> {
  const { links, accounts } = office.store;
  const used = await links.use(hashOf(token), [purpose], office.now());
  if (used === null) return noSuchLink();
  await accounts.verifyEmail(used.personId, office.now());
  const account = await accounts.byId(used.personId);
  return account === null ? noSuchLink() : openSession(office, account, purpose);
}

export function noSuchLink(): No {
  return no('ID3', ['token'], 'This link is unknown, was used, or has expired.');
}
