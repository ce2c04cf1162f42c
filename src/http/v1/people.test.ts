import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import {
  court,
  goodPassword,
  openTestDoor,
  otherCourt,
  type TestDoor,
} from '../../../test/identity-desk.ts';
import { firstAdministratorLink } from '../../court/people/invite.ts';

describe('invitations', () => {
  test('an administrator invites, and who is invited makes an account with the role', async () => {
    const door = await openTestDoor();
    await door.settle('ada', ['administrator']);
    const ada = await tokenOf(door, 'ada');
    const sent = await post(door, `/v1/courts/${court}/invitations`, ada, {
      email: 'Boris@court.example',
      role: 'judge',
    });
    expect([sent.statusCode, sent.json()]).toMatchObject([201, { email: 'boris@court.example' }]);
    const link = door.linkTo('boris@court.example');
    expect(door.mails[0]?.text).toContain(`https://court.example/invitation#token=${link}`);
    expect(sent.body).not.toContain(link);
    const accept = `/v1/invitations/${link}/accept`;
    const bare = await post(door, accept, null, { name: 'Boris Ejemplo' });
    expect(bare.json()).toMatchObject({ rule: 'SV1', errors: [{ at: ['body', 'password'] }] });
    const nameless = await post(door, accept, null, { password: goodPassword });
    expect(nameless.json()).toMatchObject({ errors: [{ at: ['body', 'name'] }] });
    const weak = { name: 'Boris Ejemplo', password: 'password' };
    expect((await post(door, accept, null, weak)).json()).toMatchObject({
      status: 422,
      rule: 'ID5',
    });
    const good = { name: 'Boris Ejemplo', password: goodPassword, language: 'es' };
    const accepted = await post(door, accept, null, good);
    expect(accepted.json().user).toMatchObject({
      email: 'boris@court.example',
      app_metadata: { courts: { [court]: ['judge'] } },
      user_metadata: { name: 'Boris Ejemplo', language: 'es' },
    });
    expect((await post(door, accept, null, good)).json()).toMatchObject({ rule: 'ID3' });
    const people = await get(door, `/v1/courts/${court}/people`, ada);
    expect(people.json()).toMatchObject([
      { name: 'Boris Ejemplo', roles: ['judge'] },
      { name: 'ada' },
    ]);
    const audit = await door.admin('select action from court.audit order by id');
    expect(audit.map(({ action }) => action)).toEqual(['person.invited', 'invitation.accepted']);
  });

  test('[ID16] who has an account accepts signed in to it, and no other does', async () => {
    const door = await openTestDoor();
    await door.settle('ada', ['administrator']);
    await door.settle('boris', [], otherCourt);
    const ada = await tokenOf(door, 'ada');
    const asked = { email: 'boris@court.example', role: 'clerk' };
    await post(door, `/v1/courts/${court}/invitations`, ada, asked);
    const accept = `/v1/invitations/${door.linkTo('boris@court.example')}/accept`;
    const stranger = { name: 'Somebody', password: goodPassword };
    expect((await post(door, accept, null, stranger)).json()).toMatchObject({ rule: 'ID16' });
    expect((await post(door, accept, ada, {})).json()).toMatchObject({ rule: 'ID16' });
    const boris = await tokenOf(door, 'boris');
    const accepted = await post(door, accept, boris, {});
    expect(accepted.json().user.app_metadata.courts).toEqual({ [court]: ['clerk'] });
  });

  test('[SV3], [SV4] nobody else invites, and an administrator in no other court', async () => {
    const door = await openTestDoor();
    await door.settle('ada', ['administrator']);
    await door.settle('boris', ['clerk']);
    const asked = { email: 'carla@court.example', role: 'clerk' };
    const here = `/v1/courts/${court}/invitations`;
    const statuses = [
      (await post(door, here, null, asked)).statusCode,
      (await post(door, here, await tokenOf(door, 'boris'), asked)).statusCode,
      (await post(door, `/v1/courts/${otherCourt}/invitations`, await tokenOf(door, 'ada'), asked))
        .statusCode,
    ];
    expect(statuses).toEqual([401, 403, 403]);
    const self = { email: 'ada@court.example', role: 'judge' };
    expect((await post(door, here, await tokenOf(door, 'ada'), self)).statusCode).toBe(403);
    expect(door.mails).toEqual([]);
  });

  test('[ID2] one address gets five letters an hour, whoever asks', async () => {
    const door = await openTestDoor();
    await door.settle('ada', ['administrator']);
    const ada = await tokenOf(door, 'ada');
    const asked = { email: 'carla@court.example', role: 'clerk' };
    const rules: unknown[] = [];
    for (let n = 0; n < 6; n += 1) {
      rules.push((await post(door, `/v1/courts/${court}/invitations`, ada, asked)).json().rule);
    }
    expect(rules).toEqual([undefined, undefined, undefined, undefined, undefined, 'ID2']);
    expect(door.mails).toHaveLength(5);
  });
});

describe('the first administrator', () => {
  test('comes by a link that is given while the court has none, and works once', async () => {
    const door = await openTestDoor();
    const first = await firstAdministratorLink(door.office, court);
    const second = await firstAdministratorLink(door.office, court);
    const accept = (link: string | null) => `/v1/invitations/${link?.split('token=')[1]}/accept`;
    const ada = { email: 'ada@court.example', name: 'Ada Ejemplo', password: goodPassword };
    expect((await post(door, accept(first), null, ada)).json()).toMatchObject({ rule: 'ID3' });
    const { email, ...nameless } = ada;
    expect((await post(door, accept(second), null, nameless)).json()).toMatchObject({
      errors: [{ at: ['body', 'email'] }],
    });
    const accepted = await post(door, accept(second), null, ada);
    // All that a court needs, in every court that has no administrator.
    const roles = ['administrator', 'clerk', 'judge'];
    const { courts } = accepted.json().user.app_metadata;
    expect(courts).toEqual({ [court]: roles, [otherCourt]: roles });
    expect((await post(door, accept(second), null, ada)).json()).toMatchObject({ rule: 'ID3' });
    expect(await firstAdministratorLink(door.office, court)).toBeNull();
    expect(await tokenOf(door, email.split('@')[0] ?? '')).not.toBe('');
  });

  test('of two who use the link at once, one does', async () => {
    const door = await openTestDoor();
    const link = await firstAdministratorLink(door.office, court);
    const url = `/v1/invitations/${link?.split('token=')[1]}/accept`;
    const answers = await Promise.all(
      ['ada', 'boris', 'carla'].map((name) =>
        post(door, url, null, { email: `${name}@court.example`, name, password: goodPassword }),
      ),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 422, 422]);
    const held = await door.admin('select distinct person_id from court.memberships');
    expect(held).toHaveLength(1);
    expect(await door.admin('select id from court.people')).toHaveLength(1);
  });
});

describe('people', () => {
  test('see and change themselves', async () => {
    const door = await openTestDoor();
    const id = await door.settle('ada', ['party']);
    const ada = await tokenOf(door, 'ada');
    expect((await get(door, '/v1/me', ada)).json()).toMatchObject({ id, language: 'en' });
    const change = { method: 'PATCH', url: '/v1/me', headers: bearer(ada) } as const;
    const changed = await door.app.inject({ ...change, payload: { name: 'Ada', language: 'es' } });
    expect(changed.json()).toEqual({ id, email: 'ada@court.example', name: 'Ada', language: 'es' });
    expect((await door.app.inject({ ...change, payload: {} })).statusCode).toBe(400);
    expect((await door.app.inject({ ...change, payload: { email: 'x@y.zz' } })).statusCode).toBe(
      400,
    );
    const others = await get(door, `/v1/courts/${otherCourt}/people`, ada);
    expect(others.statusCode).toBe(404);
    const own = await get(door, `/v1/courts/${court}/people`, ada);
    expect(own.json()).toMatchObject([{ id, roles: ['party'] }]);
  });

  test('[ID15] lose a role, and with it their tokens; the last administrator stays', async () => {
    const door = await openTestDoor();
    const adaId = await door.settle('ada', ['administrator']);
    const borisId = await door.settle('boris', ['clerk', 'judge']);
    const ada = await tokenOf(door, 'ada');
    const boris = await tokenOf(door, 'boris');
    door.pass(1_000);
    const dismiss = async (token: string, person: string, role: string) => {
      const url = `/v1/courts/${court}/people/${person}/roles/${role}`;
      return (await door.app.inject({ method: 'DELETE', url, headers: bearer(token) })).statusCode;
    };
    expect(await dismiss(boris, adaId, 'administrator')).toBe(403);
    expect(await dismiss(ada, borisId, 'auditor')).toBe(404);
    expect((await get(door, '/v1/me', boris)).statusCode).toBe(200);
    expect(await dismiss(ada, borisId, 'clerk')).toBe(204);
    expect((await get(door, '/v1/me', boris)).statusCode).toBe(401);
    expect(await dismiss(ada, adaId, 'administrator')).toBe(422);
    const [left] = await door.admin(
      'select array_agg(role) as roles from court.memberships where person_id = $1',
      [borisId],
    );
    expect(left?.['roles']).toEqual(['judge']);
  });

  test('[ID15] of two administrators who dismiss each other at once, one stays', async () => {
    const door = await openTestDoor();
    const ids = {
      ada: await door.settle('ada', ['administrator']),
      boris: await door.settle('boris', ['administrator']),
    };
    const [ada, boris] = [await tokenOf(door, 'ada'), await tokenOf(door, 'boris')];
    const dismiss = (token: string, person: string) =>
      door.app.inject({
        method: 'DELETE',
        url: `/v1/courts/${court}/people/${person}/roles/administrator`,
        headers: bearer(token),
      });
    await Promise.all([dismiss(ada, ids.boris), dismiss(boris, ids.ada)]);
    expect(await door.admin('select person_id from court.memberships')).toHaveLength(1);
  });
});

describe('keys', () => {
  test('are made, listed without their secret, and taken back by administrators who are people', async () => {
    const door = await openTestDoor();
    await door.settle('ada', ['administrator']);
    await door.settle('boris', ['clerk']);
    const [ada, boris] = [await tokenOf(door, 'ada'), await tokenOf(door, 'boris')];
    const keys = `/v1/courts/${court}/keys`;
    const asked = {
      name: 'Robot',
      roles: ['administrator'],
      scopes: ['read', 'courts:write', 'people:write'],
      expiresAt: '2031-04-01T00:00:00Z',
    };
    const made = await post(door, keys, ada, asked);
    expect(made.statusCode).toBe(201);
    const { secret, ...shown } = made.json();
    expect(secret).toMatch(/^fck_[\w-]{43}$/);
    expect(shown).toMatchObject({ prefix: secret.slice(0, 10), revokedAt: null });
    expect((await get(door, keys, ada)).json()).toEqual([shown]);
    const one = `/v1/keys/${shown.id}`;
    const take = async (token: string) =>
      (await door.app.inject({ method: 'DELETE', url: one, headers: bearer(token) })).statusCode;
    expect((await get(door, keys, boris)).statusCode).toBe(403);
    expect((await get(door, keys, secret)).statusCode).toBe(403);
    expect((await post(door, keys, secret, asked)).statusCode).toBe(403);
    expect([await take(boris), await take(secret)]).toEqual([404, 404]);
    expect((await post(door, keys, ada, { ...asked, roles: ['judge'] })).statusCode).toBe(400);
    const invited = { email: 'carla@court.example', role: 'party' };
    const by = await post(door, `/v1/courts/${court}/invitations`, secret, invited);
    expect(by.statusCode).toBe(201);
    door.pass(40 * 86_400_000);
    expect((await get(door, keys, secret)).statusCode).toBe(401);
    const anew = await tokenOf(door, 'ada');
    expect([await take(anew), await take(anew)]).toEqual([204, 204]);
    expect((await door.app.inject({ method: 'DELETE', url: one })).statusCode).toBe(401);
  });
});

test('no secret stands in the log: password, tokens, links, codes, keys', async () => {
  let logged = '';
  const log = pino({ level: 'trace' }, { write: (line: string) => void (logged += line) });
  const door = await openTestDoor({}, { log });
  await door.settle('ada', ['administrator']);
  const ada = await tokenOf(door, 'ada');
  await post(door, `/v1/courts/${court}/invitations`, ada, {
    email: 'boris@court.example',
    role: 'clerk',
  });
  const link = door.linkTo('boris@court.example');
  await post(door, `/v1/invitations/${link}/accept`, null, { name: 'Boris', password: 'password' });
  await post(door, `/v1/invitations/${link}/accept`, null, {
    name: 'Boris',
    password: goodPassword,
  });
  await post(door, `/v1/invitations/${link}/accept`, null, { name: 7 });
  await get(door, `/auth/v1/verify?type=recovery&token_hash=${link}`, '');
  const refreshed = await post(door, '/auth/v1/token?grant_type=refresh_token', null, {
    refresh_token: link,
  });
  expect(refreshed.statusCode).toBe(400);
  const asked = { name: 'Robot', roles: ['clerk'], scopes: ['read'] };
  const { secret } = (await post(door, `/v1/courts/${court}/keys`, ada, asked)).json();
  await get(door, '/v1/me', `${ada}x`);
  await get(door, '/v1/courts', secret);
  expect(logged).toContain('/auth/v1/token');
  for (const hidden of [goodPassword, ada.slice(-40), link, secret, 'boris@court.example']) {
    expect(logged).not.toContain(hidden);
  }
});

const bearer = (token: string): Record<string, string> =>
  token === '' ? {} : { authorization: `Bearer ${token}` };

const get = ({ app }: TestDoor, url: string, token: string) =>
  app.inject({ url, headers: bearer(token) });

const post = ({ app }: TestDoor, url: string, token: string | null, payload: object) =>
  app.inject({ method: 'POST', url, headers: bearer(token ?? ''), payload });

async function tokenOf(door: TestDoor, name: string): Promise<string> {
  const answer = await post(door, '/auth/v1/token?grant_type=password', null, {
    email: `${name}@court.example`,
    password: goodPassword,
  });
  return String(answer.json().access_token ?? '');
}
