import type { Office } from './office.ts';
import { mayWriteTo, sendLink } from './send-link.ts';

/**
 * Sends a link for a new password, or for an address that was not verified yet the same. Where there is no such
 * account nothing happens, and nobody learns of it: the caller answers before this is done.
 */
export async function recover(office: Office, asked: string): Promise<void> {
  const account = await office.store.accounts.byEmail(asked.toLowerCase());
  if (account === null || !(await mayWriteTo(office, account.email))) return;
  await sendLink(office, 'reset', account, account.language);
}
