import { knownCutOffs } from './cut-offs.ts';
import { keyring } from './keyring.ts';
import type { Office } from './office.ts';

/** The office of identity, with what it remembers between requests. */
export function openOffice(parts: Omit<Office, 'keyring' | 'cutOffs'>): Office {
  const { store, settings, now } = parts;
  return {
    ...parts,
    keyring: keyring({ ...parts, signingKeys: store.signingKeys }),
    cutOffs: knownCutOffs(store.sessions, now, settings.accessTokenMs),
  };
}
