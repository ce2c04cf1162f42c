import type { Language } from '../../core/document/document.ts';
import { normalizePassword, refusePassword } from '../../core/person/password-policy.ts';
import type { Office } from './office.ts';
import { no, type No } from './outcome.ts';
import { recover } from './recover.ts';
import { sendLink } from './send-link.ts';

export type NewPerson = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly language: Language;
};

/** What remains to be done after the answer, which is the same whether the address had an account or not. */
export type Answered = { readonly kind: 'answered'; readonly afterwards: () => Promise<void> };

/** Makes an account without any role, where the court allows it (ID6). */
export async function signUp(office: Office, asked: NewPerson): Promise<Answered | No> {
  if (!office.settings.signUp) {
    return no('ID6', [], 'Nobody makes an account here without an invitation.');
  }
  const email = asked.email.toLowerCase();
  const refusal = refusePassword(asked.password, email);
  if (refusal !== null) return { kind: 'refused', refusal, waitMs: null };
  const { name, language } = asked;
  const passwordHash = await office.hasher.hash(normalizePassword(asked.password));
  return {
    kind: 'answered',
    async afterwards() {
      const account = { email, name, language, passwordHash };
      const personId = await office.store.accounts.create(account);
      // Who has an account, and forgot it, gets a way back into it.
      if (personId === null) await recover(office, email);
      else await sendLink(office, 'verify', { personId, email }, language);
    },
  };
}
