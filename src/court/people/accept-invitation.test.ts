import { expect, test } from 'vitest';
import { court, goodPassword, openTestOffice, ruleOf } from '../../../test/identity-desk.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { firstAdministratorLink } from './invite.ts';
import { recover } from './recover.ts';

const anon = { kind: 'anon' } as const;
const acceptance = {
  email: 'boris@court.example',
  password: goodPassword,
  name: 'Boris Ejemplo',
  language: null,
};

test('[ID3] a link for something else, or one that another used in between, admits nobody', async () => {
  const here = await openTestOffice();
  await here.settle('ada');
  await recover(here.office, 'ada@court.example');
  const reset = here.linkTo('ada@court.example');
  expect(ruleOf(await acceptInvitation(here.office, anon, reset, acceptance))).toBe('ID3');
  const link = await firstAdministratorLink(here.office, court);
  const token = link?.split('token=')[1] ?? '';
  const links = { ...here.office.store.links, admit: async () => null };
  const overtaken = { ...here.office, store: { ...here.office.store, links } };
  expect(ruleOf(await acceptInvitation(overtaken, anon, token, acceptance))).toBe('ID3');
  expect(ruleOf(await acceptInvitation(here.office, anon, token, acceptance))).toBe('');
});
