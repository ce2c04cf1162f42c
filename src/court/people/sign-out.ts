import type { PersonClaims } from '../../core/person/claims.ts';
import type { Office } from './office.ts';

/** Ends this session, all others, or all, with the access tokens that are out. */
export async function signOut(
  office: Office,
  { sub: personId, session_id: sessionId }: PersonClaims,
  which: 'this' | 'others' | 'all',
): Promise<void> {
  if (sessionId === undefined) return;
  await office.store.sessions.end({ personId, which, sessionId }, office.now());
  office.cutOffs.renew();
}
