import { describe, expect, test } from 'vitest';
import { goodPassword, openTestDoor, type TestDoor } from '../../../test/identity-desk.ts';

const email = 'ada@court.example';

describe('identity over HTTP', () => {
  test('tells what it is, and the keys by which its tokens are checked', async () => {
    const { app } = await openTestDoor({ signUp: false });
    const jwks = await app.inject({ url: '/auth/v1/.well-known/jwks.json' });
    expect(jwks.headers['cache-control']).toBe('public, max-age=600');
    expect(jwks.json().keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' }]);
    expect(jwks.body).not.toContain('"d"');
    const settings = await app.inject({ url: '/auth/v1/settings' });
    expect(settings.json()).toMatchObject({ disable_signup: true, external: { email: true } });
    expect((await app.inject({ url: '/auth/v1/health' })).json()).toMatchObject({
      version: '0.0.0',
    });
  });

  test('[ID2] says when to come back', async () => {
    const door = await openTestDoor();
    for (let n = 0; n < 5; n += 1) await signIn(door, 'not the password');
    const answer = await signIn(door, 'not the password');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '2']);
    expect(answer.json()).toMatchObject({ code: 429, error_code: 'over_request_rate_limit' });
  });

  test('[SV7] one address asks so often in a minute, and no more', async () => {
    const door = await openTestDoor({}, { signInsPerMinute: 3 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await signIn(door, goodPassword)).statusCode);
    expect(statuses).toEqual([400, 400, 400, 429, 429]);
  });

  test('[SV1] what is not well-formed is refused in the shape that clients read', async () => {
    const { app } = await openTestDoor();
    const token = '/auth/v1/token?grant_type=password';
    const bodies = [{}, { email }, { email: 'nobody', password: 'x' }, { email, password: 7 }];
    for (const payload of bodies) {
      const { statusCode, body } = await app.inject({ method: 'POST', url: token, payload });
      expect([statusCode, JSON.parse(body).error_code]).toEqual([400, 'validation_failed']);
    }
    const broken = { 'content-type': 'application/json' };
    for (const payload of ['{', '', '{"__proto__":{"a":1}}']) {
      const answer = await app.inject({ method: 'POST', url: token, headers: broken, payload });
      expect([answer.statusCode, answer.json().rule]).toEqual([400, 'SV1']);
    }
    const unknown = await app.inject({ method: 'POST', url: '/auth/v1/token?grant_type=magic' });
    expect(unknown.statusCode).toBe(400);
    const xml = { 'content-type': 'application/xml' };
    const other = await app.inject({ method: 'POST', url: token, headers: xml, payload: 'x' });
    expect(other.statusCode).toBe(415);
  });

  test('a letter’s link by GET opens the court’s own page and uses nothing up', async () => {
    const door = await openTestDoor();
    await door.settle('ada');
    const recover = { method: 'POST', url: '/auth/v1/recover', payload: { email } } as const;
    expect((await door.app.inject(recover)).json()).toEqual({});
    await door.settled();
    const token = door.linkTo(email);
    for (const name of ['token', 'token_hash']) {
      const url = `/auth/v1/verify?type=recovery&${name}=${token}&redirect_to=https://evil.example`;
      const { statusCode, headers } = await door.app.inject({ url });
      expect([statusCode, headers.location]).toEqual([
        303,
        `https://court.example/verify#type=recovery&token_hash=${token}`,
      ]);
    }
    const bare = await door.app.inject({ url: '/auth/v1/verify?type=recovery' });
    expect(bare.headers.location).toBe('https://court.example/verify#type=recovery&token_hash=');
    const payload = { type: 'recovery', token_hash: token };
    const used = await door.app.inject({ method: 'POST', url: '/auth/v1/verify', payload });
    expect(used.json().user.email).toBe(email);
  });

  test('sign up and recovery answer alike whether the address has an account or not', async () => {
    const door = await openTestDoor();
    await door.settle('ada');
    const asked = { password: goodPassword, data: { name: 'Somebody', language: 'es' } };
    const shapes: string[] = [];
    for (const address of [email, 'nobody@court.example']) {
      const payload = { ...asked, email: address };
      const made = await door.app.inject({ method: 'POST', url: '/auth/v1/signup', payload });
      shapes.push(made.body.replaceAll(address, '').replace(/"id":"[^"]+"/, ''));
      await door.settled();
    }
    expect(shapes[0]).toBe(shapes[1]);
  });

  test('one changes one’s name there too, and no right and no address', async () => {
    const door = await openTestDoor();
    await door.settle('ada');
    const { access_token: token } = (await signIn(door, goodPassword)).json();
    const put = (payload: object) =>
      door.app.inject({
        method: 'PUT',
        url: '/auth/v1/user',
        headers: { authorization: `Bearer ${token}` },
        payload,
      });
    const changed = await put({ data: { name: 'Ada', courts: { x: ['judge'] } } });
    expect(changed.json()).toMatchObject({
      app_metadata: { courts: {} },
      user_metadata: { name: 'Ada', language: 'en' },
    });
    expect((await put({ email: 'other@court.example' })).json()).toMatchObject({ rule: 'SV1' });
  });

  test('a fault of what lies behind is a 5xx in the same shape, and tells nothing', async () => {
    const door = await openTestDoor();
    const { accounts } = door.office.store;
    Object.assign(accounts, {
      byEmail: async () => {
        throw new Error('a secret of the database');
      },
    });
    const failed = await signIn(door, goodPassword);
    expect(failed.json()).toMatchObject({
      code: 500,
      error_code: 'unexpected_failure',
      rule: 'SV14',
    });
    expect(failed.body).not.toContain('secret of');
    Object.assign(accounts, {
      byEmail: async () => {
        throw Object.assign(new Error('busy'), { retryable: true });
      },
    });
    expect((await signIn(door, goodPassword)).statusCode).toBe(503);
    const recover = { method: 'POST', url: '/auth/v1/recover', payload: { email } } as const;
    expect((await door.app.inject(recover)).statusCode).toBe(200);
    await expect(door.settled()).rejects.toThrow('busy');
  });
});

const signIn = ({ app }: TestDoor, password: string) =>
  app.inject({
    method: 'POST',
    url: '/auth/v1/token?grant_type=password',
    payload: { email, password },
  });
