import { describe, expect, test } from 'vitest';
import {
  claimsOf,
  court,
  goodPassword,
  granted,
  openTestOffice,
  quickHasher,
  ruleOf,
} from '../../../test/identity-desk.ts';
import { changePassword } from './change-password.ts';
import { currentSession } from './current-session.ts';
import { recover } from './recover.ts';
import { refreshSession } from './refresh-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signUp } from './sign-up.ts';
import { useLink } from './use-link.ts';

const email = 'ada@court.example';
const address = '192.0.2.1';
const credentials = { email, password: goodPassword, address };
const wrong = { ...credentials, password: 'not the password' };

describe('signing in', () => {
  test('gives claims as Supabase shapes them, with the roles of each court', async () => {
    const here = await openTestOffice();
    const id = await here.settle('ada', ['clerk', 'judge']);
    const { accessToken, expiresAt } = granted(await signIn(here.office, credentials));
    const now = Math.floor(here.office.now().getTime() / 1_000);
    expect(claimsOf(accessToken)).toEqual({
      iss: 'https://court.example/auth/v1',
      sub: id,
      aud: 'authenticated',
      role: 'authenticated',
      iat: now,
      exp: now + 600,
      session_id: expect.stringMatching(/^[\da-f-]{36}$/),
      aal: 'aal1',
      email,
      app_metadata: { courts: { [court]: ['clerk', 'judge'] } },
    });
    expect(expiresAt).toBe(now + 600);
  });

  test('[ID1] an unknown account and a wrong password are refused alike, each after a hash', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    let hashes = 0;
    const { hasher } = here.office;
    const check: typeof hasher.check = (password, hash) => {
      hashes += 1;
      return hasher.check(password, hash);
    };
    const office = { ...here.office, hasher: { ...hasher, check } };
    const known = await signIn(office, wrong);
    const unknown = await signIn(office, { ...wrong, email: 'nobody@court.example' });
    expect(known).toMatchObject({ refusal: { rule: 'ID1' } });
    expect(unknown).toEqual(known);
    expect(hashes).toBe(2);
  });

  test('[ID1] somebody who left has no account, and the address is read in any case', async () => {
    const here = await openTestOffice();
    const id = await here.settle('ada');
    const { refreshToken } = granted(
      await signIn(here.office, { ...credentials, email: 'ADA@court.example' }),
    );
    await here.admin('update court.people set left_at = now() where id = $1', [id]);
    expect(await signIn(here.office, credentials)).toMatchObject({ refusal: { rule: 'ID1' } });
    expect(await refreshSession(here.office, refreshToken)).toMatchObject({
      refusal: { rule: 'ID7' },
    });
  });

  test('[ID2] five failures make an account wait, known or not; a success forgets them', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    for (const asked of [
      wrong,
      { ...wrong, email: 'nobody@court.example', address: '192.0.2.2' },
    ]) {
      const rules: string[] = [];
      for (let n = 0; n < 7; n += 1) rules.push(ruleOf(await signIn(here.office, asked)));
      expect(rules).toEqual(['ID1', 'ID1', 'ID1', 'ID1', 'ID1', 'ID2', 'ID2']);
    }
    const elsewhere = { ...credentials, address: '198.51.100.7' };
    expect(await signIn(here.office, elsewhere)).toMatchObject({ waitMs: 2_000 });
    here.pass(2_000);
    expect(ruleOf(await signIn(here.office, credentials))).toBe('');
    expect(ruleOf(await signIn(here.office, wrong))).toBe('ID1');
  });

  test('[ID2] forty attempts at once get no more guesses than one after the other', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        signIn(here.office, { ...wrong, address: `198.51.100.${n}` }),
      ),
    );
    expect(answers.filter((answer) => ruleOf(answer) === 'ID1')).toHaveLength(5);
  });

  test('[ID2] one address that tries many accounts waits too', async () => {
    const here = await openTestOffice();
    const rules: string[] = [];
    for (let n = 0; n < 32; n += 1) {
      rules.push(ruleOf(await signIn(here.office, { ...wrong, email: `n${n}@court.example` })));
    }
    expect(rules.indexOf('ID2')).toBe(30);
  });

  test('a hash with other parameters is made anew', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const hasher = quickHasher(16);
    granted(await signIn({ ...here.office, hasher }, credentials));
    const [row] = await here.admin('select password_hash from identity.credentials');
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=16,t=1,p=1\$/);
    granted(await signIn({ ...here.office, hasher }, credentials));
  });
});

describe('refreshing', () => {
  test('[ID7] an unknown token, one of a session that ended, one that lay idle', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    expect(ruleOf(await refreshSession(here.office, 'unknown'))).toBe('ID7');
    const first = granted(await signIn(here.office, credentials));
    await signOut(here.office, claimsOf(first.accessToken), 'this');
    expect(ruleOf(await refreshSession(here.office, first.refreshToken))).toBe('ID7');
    const second = granted(await signIn(here.office, credentials));
    here.pass(8 * 86_400_000);
    expect(ruleOf(await refreshSession(here.office, second.refreshToken))).toBe('ID7');
  });

  test('roles that were given since stand in the new token', async () => {
    const here = await openTestOffice();
    const id = await here.settle('ada');
    const { refreshToken } = granted(await signIn(here.office, credentials));
    await here.admin(`insert into court.memberships values ($1, $2, 'judge')`, [court, id]);
    const next = granted(await refreshSession(here.office, refreshToken));
    expect(claimsOf(next.accessToken).app_metadata.courts).toEqual({ [court]: ['judge'] });
  });

  test('[ID8] an answer that was lost may be asked for again; the lost token then ends the session', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const { refreshToken } = granted(await signIn(here.office, credentials));
    const lost = granted(await refreshSession(here.office, refreshToken));
    here.pass(3_000);
    const again = granted(await refreshSession(here.office, refreshToken));
    here.pass(11_000);
    expect(ruleOf(await refreshSession(here.office, lost.refreshToken))).toBe('ID8');
    expect(ruleOf(await refreshSession(here.office, again.refreshToken))).toBe('ID7');
  });

  test('of many at once with one token, one good token is left', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const { refreshToken } = granted(await signIn(here.office, credentials));
    await Promise.all(Array.from({ length: 8 }, () => refreshSession(here.office, refreshToken)));
    const open = await here.admin('select hash from identity.refresh_tokens where used_at is null');
    expect(open).toHaveLength(1);
  });
});

describe('signing out', () => {
  test('this session, the others, or all', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const signedIn = async () =>
      claimsOf(granted(await signIn(here.office, credentials)).accessToken);
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    const open = async () => {
      const answers = [one, two, three].map((claims) => currentSession(here.office, claims));
      return (await Promise.all(answers)).map(({ kind }) => kind === 'present');
    };
    await signOut(here.office, one, 'this');
    expect(await open()).toEqual([false, true, true]);
    await signOut(here.office, two, 'others');
    expect(await open()).toEqual([false, true, false]);
    await signOut(here.office, two, 'all');
    expect(await open()).toEqual([false, false, false]);
  });

  test('[ID12] a token of another issuer has no session here', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const { session_id, ...claims } = claimsOf(
      granted(await signIn(here.office, credentials)).accessToken,
    );
    expect(ruleOf(await currentSession(here.office, claims))).toBe('ID12');
    await signOut(here.office, claims, 'all');
    const still = { ...claims, session_id: session_id ?? '' };
    expect(ruleOf(await currentSession(here.office, still))).toBe('');
    const change = { password: goodPassword, current: goodPassword, address };
    expect(ruleOf(await changePassword(here.office, claims, change))).toBe('ID12');
  });
});

describe('accounts and letters', () => {
  const asked = {
    email: 'Ada@court.example',
    password: goodPassword,
    name: 'Ada',
    language: 'es',
  } as const;

  test('[ID6] nobody signs up where a court does not allow it; [ID5] nor with any password', async () => {
    const closed = await openTestOffice({ signUp: false });
    expect(ruleOf(await signUp(closed.office, asked))).toBe('ID6');
    const here = await openTestOffice();
    expect(ruleOf(await signUp(here.office, { ...asked, password: 'password' }))).toBe('ID5');
  });

  test('[ID4] an account works when its address is verified, and who signs up twice gets a way back', async () => {
    const here = await openTestOffice();
    const first = await signUp(here.office, asked);
    if (first.kind === 'refused') throw new Error(first.refusal.says);
    await first.afterwards();
    expect(here.mails[0]).toMatchObject({
      to: email,
      subject: 'First Court: confirme su dirección',
    });
    expect(ruleOf(await signIn(here.office, credentials))).toBe('ID4');
    const second = await signUp(here.office, { ...asked, name: 'Somebody else' });
    expect(second.kind).toBe(first.kind);
    if (second.kind === 'refused') throw new Error(second.refusal.says);
    await second.afterwards();
    expect(here.mails[1]).toMatchObject({ subject: 'First Court: una nueva contraseña' });
    granted(await useLink(here.office, here.linkTo(email), 'reset'));
    expect(ruleOf(await signIn(here.office, credentials))).toBe('');
  });

  test('[ID3] a link works once, in its time, for its purpose, for whoever is still here', async () => {
    const here = await openTestOffice();
    const id = await here.settle('ada');
    await recover(here.office, email);
    const used = here.linkTo(email);
    expect(ruleOf(await useLink(here.office, used, 'verify'))).toBe('ID3');
    granted(await useLink(here.office, used, 'reset'));
    expect(ruleOf(await useLink(here.office, used, 'reset'))).toBe('ID3');
    await recover(here.office, email);
    here.pass(31 * 60_000);
    expect(ruleOf(await useLink(here.office, here.linkTo(email), 'reset'))).toBe('ID3');
    await recover(here.office, email);
    await here.admin('update court.people set left_at = now() where id = $1', [id]);
    expect(ruleOf(await useLink(here.office, here.linkTo(email), 'reset'))).toBe('ID3');
    await recover(here.office, email);
    expect(here.mails).toHaveLength(3);
  });

  test('five letters an hour, and to no strangers', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    for (let n = 0; n < 7; n += 1) await recover(here.office, email);
    await recover(here.office, 'nobody@court.example');
    expect(here.mails).toHaveLength(5);
  });
});

describe('a new password', () => {
  test('[ID13] asks for the old one, and guesses at it are counted', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    const claims = claimsOf(granted(await signIn(here.office, credentials)).accessToken);
    const other = granted(await signIn(here.office, credentials));
    const change = { password: 'seven otters in a kayak', current: null, address };
    const rules: string[] = [];
    for (const current of [null, 'a', 'b', 'c', 'd', 'e', 'f']) {
      rules.push(ruleOf(await changePassword(here.office, claims, { ...change, current })));
    }
    expect(rules).toEqual(['ID13', 'ID13', 'ID13', 'ID13', 'ID13', 'ID13', 'ID2']);
    here.pass(60_000);
    const good = { ...change, current: goodPassword };
    expect(ruleOf(await changePassword(here.office, claims, { ...good, password: 'x' }))).toBe(
      'ID5',
    );
    expect(ruleOf(await changePassword(here.office, claims, good))).toBe('');
    expect(ruleOf(await refreshSession(here.office, other.refreshToken))).toBe('ID7');
    expect(ruleOf(await currentSession(here.office, claims))).toBe('');
  });

  test('[ID13] is set without the old one for a quarter of an hour after a reset link', async () => {
    const here = await openTestOffice();
    await here.settle('ada');
    await recover(here.office, email);
    const { accessToken } = granted(await useLink(here.office, here.linkTo(email), 'reset'));
    const change = { password: 'seven otters in a kayak', current: null, address };
    expect(ruleOf(await changePassword(here.office, claimsOf(accessToken), change))).toBe('');
    here.pass(15 * 60_000);
    expect(ruleOf(await changePassword(here.office, claimsOf(accessToken), change))).toBe('ID13');
  });
});

test('what has long ended is swept away', async () => {
  const here = await openTestOffice();
  await here.settle('ada');
  const { accessToken } = granted(await signIn(here.office, credentials));
  await signOut(here.office, claimsOf(accessToken), 'all');
  await signIn(here.office, wrong);
  await recover(here.office, email);
  const { sessions } = here.office.store;
  await sessions.sweep(here.office.now(), 600_000);
  const left = async () => {
    const tables = [
      'sessions',
      'refresh_tokens',
      'cut_offs',
      'sign_in_failures',
      'one_time_tokens',
    ];
    const counts: number[] = [];
    for (const table of tables) {
      counts.push((await here.admin(`select from identity.${table}`)).length);
    }
    return counts;
  };
  expect(await left()).toEqual([1, 1, 1, 2, 1]);
  here.pass(40 * 86_400_000);
  await sessions.sweep(here.office.now(), 600_000);
  expect(await left()).toEqual([0, 0, 0, 0, 0]);
});

test('no token reaches the schema of identity, and it holds no secret in plain', async () => {
  const here = await openTestOffice();
  const sub = await here.settle('ada', ['administrator']);
  const { accessToken, refreshToken } = granted(await signIn(here.office, credentials));
  const claims = claimsOf(accessToken);
  expect(claims.sub).toBe(sub);
  const tables = await here.admin(
    `select tablename as name from pg_tables where schemaname = 'identity'`,
  );
  expect(tables).toHaveLength(10);
  for (const { name } of tables) {
    const statement = { text: `select * from identity.${String(name)}`, values: [] };
    for (const identity of [
      { kind: 'anon' } as const,
      { kind: 'person', claims } as const,
      { kind: 'person', claims, writing: true } as const,
    ]) {
      await expect(here.database.run(identity, statement)).rejects.toThrow('permission denied');
    }
    const rows = JSON.stringify(await here.admin(`select * from identity.${String(name)}`));
    for (const secret of [goodPassword, refreshToken, accessToken])
      expect(rows).not.toContain(secret);
  }
});
