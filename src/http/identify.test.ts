import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  court,
  goodPassword,
  openTestDoor,
  otherCourt,
  ownIssuerName,
  type TestDoor,
} from '../../test/identity-desk.ts';
import { supabaseIssuer } from '../adapters/jose/token-verifier.ts';
import { createKey } from '../court/people/api-keys.ts';
import { signIn } from '../court/people/sign-in.ts';

const address = '192.0.2.1';

describe('[SV3] tokens', () => {
  test('a good one is somebody, and held in memory until it expires', async () => {
    const door = await openTestDoor();
    const { token } = await signedIn(door);
    expect(await me(door, token)).toBe(200);
    expect(await me(door, token)).toBe(200);
    door.pass(590_000);
    expect(await me(door, token)).toBe(200);
    door.pass(20_000);
    expect(await me(door, token)).toBe(401);
  });

  test('expired', async () => {
    const door = await openTestDoor();
    const { token } = await signedIn(door);
    door.pass(700_000);
    expect(await me(door, token)).toBe(401);
  });

  test('other issuer', async () => {
    const door = await openTestDoor();
    const { claims } = await signedIn(door);
    const foreign = await door.office.keyring.sign({ ...claims, iss: 'https://elsewhere.example' });
    expect(await me(door, foreign)).toBe(401);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const [published] = await door.office.keyring.published();
    const forged = new SignJWT({ ...claims }).setProtectedHeader({
      alg: 'ES256',
      kid: published?.kid ?? '',
    });
    expect(await me(door, await forged.sign(privateKey))).toBe(401);
    const unknown = new SignJWT({ ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'other' });
    expect(await me(door, await unknown.sign(privateKey))).toBe(401);
  });

  test('wrong audience, no subject, a role that no person has', async () => {
    const door = await openTestDoor();
    const { claims } = await signedIn(door);
    const { keyring } = door.office;
    for (const change of [
      { aud: 'elsewhere' },
      { sub: '' },
      { role: 'service_role' as 'authenticated' },
      { role: 'anon' as 'authenticated' },
    ]) {
      expect(await me(door, await keyring.sign({ ...claims, ...change }))).toBe(401);
    }
  });

  test('alg none', async () => {
    const door = await openTestDoor();
    const { claims } = await signedIn(door);
    expect(await me(door, new UnsecuredJWT({ ...claims }).encode())).toBe(401);
  });

  test('key confusion: our public key as the secret of HS256', async () => {
    const door = await openTestDoor();
    const { claims } = await signedIn(door);
    const [published] = await door.office.keyring.published();
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = part({ alg: 'HS256', typ: 'JWT', kid: published?.kid });
    for (const secret of [JSON.stringify(published), published?.x ?? '']) {
      const mac = createHmac('sha256', secret)
        .update(`${head}.${part(claims)}`)
        .digest('base64url');
      expect(await me(door, `${head}.${part(claims)}.${mac}`)).toBe(401);
    }
  });

  test('revoked: signed out here at once, elsewhere within five seconds', async () => {
    const door = await openTestDoor();
    const { token, id } = await signedIn(door);
    expect(await me(door, token)).toBe(200);
    const out = { method: 'POST', url: '/auth/v1/logout', headers: bearer(token) } as const;
    expect((await door.app.inject(out)).statusCode).toBe(204);
    expect(await me(door, token)).toBe(401);
    const second = await signIn(door.office, {
      email: 'ada@court.example',
      password: goodPassword,
      address,
    });
    if (second.kind === 'refused') throw new Error(second.refusal.says);
    expect(await me(door, second.accessToken)).toBe(200);
    // Another replica ends everything of this person.
    door.pass(1_000);
    const ended = { personId: id, which: 'all', sessionId: id } as const;
    await door.office.store.sessions.end(ended, door.office.now());
    door.pass(5_000);
    expect(await me(door, second.accessToken)).toBe(401);
  });

  test('replayed: a refresh token that was spent ends the session, and its access tokens', async () => {
    const door = await openTestDoor();
    const { token, refreshToken } = await signedIn(door);
    const refresh = (refresh_token: string) =>
      door.app.inject({
        method: 'POST',
        url: '/auth/v1/token?grant_type=refresh_token',
        payload: { refresh_token },
      });
    door.pass(1_000);
    const next = (await refresh(refreshToken)).json().refresh_token;
    door.pass(11_000);
    const replayed = await refresh(refreshToken);
    expect(replayed.json()).toMatchObject({
      error_code: 'refresh_token_already_used',
      rule: 'ID8',
    });
    expect((await refresh(next)).json()).toMatchObject({ rule: 'ID7' });
    expect(await me(door, token)).toBe(401);
  });

  test('a leaked key is replaced, and what it signed is void at once', async () => {
    const door = await openTestDoor();
    const { token } = await signedIn(door);
    expect(await me(door, token)).toBe(200);
    await door.office.keyring.replace();
    expect(await me(door, token)).toBe(401);
    expect((await signInAgain(door)).statusCode).toBe(200);
  });

  test.each([
    'Basic YTpi',
    'Bearer',
    'Bearer a b',
    'Bearer not-a-token',
    'Bearer fck_unknown',
    'Bearer a.b.c',
  ])('«%s» is nobody’s', async (authorization) => {
    const { app } = await openTestDoor();
    const { statusCode, headers } = await app.inject({ url: '/v1/me', headers: { authorization } });
    expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    const { statusCode: there, body } = await app.inject({
      url: '/auth/v1/user',
      headers: { authorization },
    });
    expect([there, JSON.parse(body).error_code]).toEqual([401, 'bad_jwt']);
  });

  test('nobody is nobody: without a token, and with the public key of a client', async () => {
    const { app } = await openTestDoor();
    const bare = await app.inject({ url: '/auth/v1/user' });
    expect(bare.json()).toMatchObject({ code: 401, rule: 'SV3' });
    const headers = { ...bearer('public-key'), apikey: 'public-key' };
    expect((await app.inject({ url: '/auth/v1/settings', headers })).statusCode).toBe(200);
    expect((await app.inject({ url: '/auth/v1/user', headers })).statusCode).toBe(401);
  });
});

describe('tokens of Supabase', () => {
  test('are taken by the keys that the project publishes, with issuer and audience checked', async () => {
    const project = await supabaseProject();
    const door = await openTestDoor({}, { trusted: [supabaseIssuer(`${project.url}/`)] });
    const id = await door.settle('ada');
    const good = { sub: id, email: 'ada@court.example' };
    expect(await me(door, await project.token(good))).toBe(200);
    // What a person writes of themselves gives no role.
    const boast = { ...good, user_metadata: { courts: { [court]: ['administrator'] } } };
    const people = { url: `/v1/courts/${court}/keys`, headers: bearer(await project.token(boast)) };
    expect((await door.app.inject(people)).statusCode).toBe(403);
    expect(await me(door, await project.token({ ...good, aud: 'anon' }))).toBe(401);
    expect(await me(door, await project.token({ ...good, role: 'service_role' }))).toBe(401);
    expect(await me(door, await project.token({ ...good, iss: ownIssuerName }))).toBe(401);
    expect(project.asked()).toBe(1);
  });

  test('a project that does not answer is a fault that passes, no refusal', async () => {
    const project = await supabaseProject(503);
    const door = await openTestDoor({}, { trusted: [supabaseIssuer(project.url)] });
    const id = await door.settle('ada');
    expect(await me(door, await project.token({ sub: id }))).toBe(503);
  });
});

describe('API keys', () => {
  test('[ID14] act in their court, within roles and scopes, until they are revoked', async () => {
    const door = await openTestDoor();
    const { claims } = await signedIn(door, ['administrator']);
    const administrator = { kind: 'person', claims } as const;
    const asked = { name: 'Scanner', roles: ['clerk'], scopes: ['read'], expiresAt: null } as const;
    const made = await createKey(door.office, administrator, court, asked);
    if (made.kind === 'refused') throw new Error(made.refusal.says);
    const people = (headers: Record<string, string>) =>
      door.app.inject({ url: `/v1/courts/${court}/people`, headers });
    expect((await people(bearer(made.secret))).json()).toMatchObject([{ name: 'ada' }]);
    expect((await people({ apikey: made.secret })).statusCode).toBe(200);
    const elsewhere = `/v1/courts/${otherCourt}/people`;
    expect(
      (await door.app.inject({ url: elsewhere, headers: bearer(made.secret) })).statusCode,
    ).toBe(404);
    expect(
      (await door.app.inject({ url: '/v1/me', headers: bearer(made.secret) })).statusCode,
    ).toBe(403);
    door.pass(1_000);
    const gone = { method: 'DELETE', url: `/v1/keys/${made.key.id}` } as const;
    const token = await door.office.keyring.sign(claims);
    expect((await door.app.inject({ ...gone, headers: bearer(token) })).statusCode).toBe(204);
    expect((await people(bearer(made.secret))).statusCode).toBe(401);
    const kept = await door.admin('select hash, last_used_at from identity.api_keys');
    expect(JSON.stringify(kept)).not.toContain(made.secret);
    expect(kept[0]?.['last_used_at']).not.toBeNull();
    const past = { ...asked, expiresAt: new Date(0) };
    expect(await createKey(door.office, administrator, court, past)).toMatchObject({
      refusal: { rule: 'ID14' },
    });
  });

  test('[SV4] without the scope to read, a key reads nothing', async () => {
    const door = await openTestDoor();
    const { claims } = await signedIn(door, ['administrator']);
    const asked = {
      name: 'Inbox',
      roles: ['clerk'],
      scopes: ['cases:write'],
      expiresAt: null,
    } as const;
    const made = await createKey(door.office, { kind: 'person', claims }, court, asked);
    if (made.kind === 'refused') throw new Error(made.refusal.says);
    const { statusCode } = await door.app.inject({
      url: `/v1/courts/${court}/people`,
      headers: bearer(made.secret),
    });
    expect(statusCode).toBe(403);
  });
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function me({ app }: TestDoor, token: string): Promise<number> {
  return (await app.inject({ url: '/v1/me', headers: bearer(token) })).statusCode;
}

const signInAgain = ({ app }: TestDoor) =>
  app.inject({
    method: 'POST',
    url: '/auth/v1/token?grant_type=password',
    payload: { email: 'ada@court.example', password: goodPassword },
  });

async function signedIn(door: TestDoor, roles: readonly 'administrator'[] = []) {
  const id = await door.settle('ada', roles);
  const answer = (await signInAgain(door)).json();
  const payload = String(answer.access_token).split('.')[1] ?? '';
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const { access_token: token, refresh_token: refreshToken } = answer;
  return { id, token, refreshToken, claims };
}

/** A project of Supabase as far as tokens go: keys at its address, and what it signs. */
async function supabaseProject(status = 200) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'theirs', alg: 'ES256' };
  let asked = 0;
  const server: Server = createServer((_, response) => {
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no address');
  const url = `http://127.0.0.1:${at.port}`;
  const now = Date.parse('2031-03-03T10:00:00Z') / 1_000;
  const token = (claims: Record<string, unknown>) =>
    new SignJWT({
      iss: `${url}/auth/v1`,
      aud: 'authenticated',
      role: 'authenticated',
      iat: now,
      exp: now + 3_600,
      aal: 'aal1',
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'theirs' })
      .sign(privateKey);
  return { url, token, asked: () => asked };
}
