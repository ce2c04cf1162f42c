import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type Call,
  type Called,
  callTo,
  goodPassword,
  type PeopledCourt,
  type Role,
  startPeopledCourt,
} from './cast.ts';
import { forgedFrom } from './forged-tokens.ts';
import { ask } from './fuzz/ask.ts';
import { type Description, readDescription } from './fuzz/description.ts';
import { forget, startCourt } from './started-court.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let court: PeopledCourt;
let description: Description;
let cases: string;

beforeAll(async () => {
  court = await startPeopledCourt();
  description = await readDescription(court.address);
  cases = `/v1/courts/${court.cast.courtId}/cases`;
});
afterAll(async () => {
  await court.end();
  await forget(court.dataDir);
});

const as = (role: Role, call: Call): Promise<Called> =>
  court.call({ token: court.cast.as(role).token, ...call });

async function open(role: Role, more: object = {}): Promise<string> {
  const made = await as(role, { method: 'POST', path: cases, body: { caption: 'A', ...more } });
  expect(made.status).toBe(201);
  return made.body.id;
}

const upload = async (role: Role, caseId: string, name: string, bytes: Uint8Array | string) => {
  const form = new FormData();
  form.append('file', new Blob([bytes as BlobPart], { type: 'text/html' }), name);
  const response = await fetch(`${court.address}/v1/cases/${caseId}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${court.cast.as(role).token}` },
    body: form,
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
};

describe('OWASP API Security Top 10 (2023)', () => {
  test('API1 broken object level authorization: ids of others open nothing', async () => {
    const sealed = await open('prosecutor', { sealed: true, role: 'prosecutor' });
    const below = ['', '/members', '/documents', '/room', '/transcript', '/seats', '/hearings'];
    const deeper = ['/arguments', '/draft', '/record/events', '/record/heads', '/bundle', '/live'];
    for (const role of ['defender', 'party', 'observer', 'administrator', 'auditor'] as const) {
      for (const path of [...below, ...deeper]) {
        const answer = await as(role, { path: `/v1/cases/${sealed}${path}` });
        expect([role, path, answer.status]).toEqual([role, path, 404]);
      }
      const change = { method: 'PATCH', body: { sealed: false }, headers: { 'if-match': '"0"' } };
      expect((await as(role, { path: `/v1/cases/${sealed}`, ...change })).status).toBe(404);
      const listed = await as(role, { path: `${cases}?limit=200` });
      expect(JSON.stringify(listed.body)).not.toContain(sealed);
    }
    // The administrator is clerk of another court: what lies there is nowhere to the clerk of this one.
    const elsewhere = `/v1/courts/${court.cast.otherCourtId}`;
    const filed = { method: 'POST', path: `${elsewhere}/cases`, body: { caption: 'Elsewhere' } };
    const there = await as('administrator', filed);
    expect(there.status).toBe(201);
    for (const path of [elsewhere, `${elsewhere}/cases`, `/v1/cases/${there.body.id}`]) {
      expect((await as('clerk', { path })).status).toBe(404);
      expect((await as('administrator', { path })).status).toBe(200);
    }
    const uploaded = await upload('prosecutor', sealed, 'secret.txt', 'The secret of Larch.');
    expect(uploaded.status).toBe(201);
    const papers = await as('prosecutor', { path: `/v1/cases/${sealed}/documents` });
    const [{ id }] = papers.body.items ?? papers.body;
    for (const path of ['', '/content', '/passages']) {
      expect((await as('defender', { path: `/v1/documents/${id}${path}` })).status).toBe(404);
    }
    expect((await as('defender', { method: 'DELETE', path: `/v1/documents/${id}` })).status).toBe(
      404,
    );
  });

  test('API2 broken authentication: tokens that somebody made, changed or used up', async () => {
    const { token, email } = court.cast.as('observer');
    const jwks = await (await fetch(`${court.address}/auth/v1/.well-known/jwks.json`)).text();
    for (const forged of forgedFrom(token, jwks)) {
      expect((await court.call({ path: '/v1/courts', token: forged })).status).toBe(401);
    }

    const signIn = (who: string, password: string) =>
      court.call({
        method: 'POST',
        path: '/auth/v1/token?grant_type=password',
        body: { email: who, password },
      });
    const [wrong, unknown] = [
      await signIn(email, 'wrong but long enough'),
      await signIn('nobody@court.example', 'wrong but long enough'),
    ];
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    const session = (await signIn(email, goodPassword)).body;
    const refresh = () =>
      court.call({
        method: 'POST',
        path: '/auth/v1/token?grant_type=refresh_token',
        body: { refresh_token: session.refresh_token },
      });
    expect((await refresh()).status).toBe(200);
    const out = { method: 'POST', path: '/auth/v1/logout', token: session.access_token };
    expect((await court.call(out)).status).toBe(204);
    expect((await court.call({ path: '/v1/me', token: session.access_token })).status).toBe(401);
    expect((await refresh()).status).toBe(400);
    let guesses = 0;
    for (; guesses < 40; guesses += 1) {
      if ((await signIn('party@court.example', `guess number ${guesses}`)).status === 429) break;
    }
    expect(guesses).toBeLessThan(40);
    await court.cast.restore(court.cast.as('observer'));
  });

  test('API3 broken object property level authorization: nobody writes or reads what is not theirs', async () => {
    for (const more of [
      { id: crypto.randomUUID() },
      { stage: 'signed' },
      { filed_by: crypto.randomUUID() },
      { courtId: crypto.randomUUID() },
      { version: 7 },
    ]) {
      const body = { caption: 'x', ...more };
      expect((await as('prosecutor', { method: 'POST', path: cases, body })).status).toBe(400);
    }
    for (const body of [
      { email: 'judge@court.example' },
      { app_metadata: { courts: {} } },
      { roles: ['judge'] },
    ]) {
      expect((await as('party', { method: 'PATCH', path: '/v1/me', body })).status).toBe(400);
    }
    const data = { app_metadata: { courts: { [court.cast.courtId]: ['judge'] } }, role: 'judge' };
    await as('defender', { method: 'PUT', path: '/auth/v1/user', body: { data } });
    const user = await as('defender', { path: '/auth/v1/user' });
    expect(user.body.app_metadata.courts).toEqual({ [court.cast.courtId]: ['defender'] });
    const told = [
      user,
      await as('administrator', { path: `/v1/courts/${court.cast.courtId}/people` }),
      await as('clerk', { path: '/v1/me' }),
    ];
    expect(JSON.stringify(told.map(({ body }) => body))).not.toMatch(/argon|hash|secret|password/i);
  });

  test('API4 unrestricted resource consumption: size, depth, pages and rate have ends', async () => {
    const caption = 'x'.repeat(1_200_000);
    expect((await as('clerk', { method: 'POST', path: cases, body: { caption } })).status).toBe(
      413,
    );
    for (const limit of ['0', '201', '1e9', '-1', '99999999999999999999']) {
      expect((await as('clerk', { path: `${cases}?limit=${limit}` })).status).toBe(400);
    }
    const { token } = court.cast.as('clerk');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const deep = Buffer.from('['.repeat(500_000));
    const begun = performance.now();
    const refused = await ask(court.address, { method: 'POST', path: cases, headers, body: deep });
    expect(refused.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(10_000);
    const long = { 'x-long': 'a'.repeat(60_000) };
    const overflow = await ask(court.address, {
      method: 'GET',
      path: '/v1/courts',
      headers: long,
      body: null,
    });
    expect(overflow.status).toBe(431);

    const limits = { RATE_LIMIT_ADDRESS: '4', RATE_LIMIT_SIGN_IN: '3', LOG_LEVEL: 'warn' };
    const narrow = await startCourt(limits);
    try {
      const call = callTo(narrow.address);
      const statuses: number[] = [];
      for (let n = 0; n < 6; n += 1) {
        statuses.push((await call({ path: '/v1/courts', token: 'a.b.c' })).status);
      }
      expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
      const body = { email: 'nobody@court.example', password: goodPassword };
      const path = '/auth/v1/token?grant_type=password';
      const attempts: Called[] = [];
      for (let n = 0; n < 5; n += 1) attempts.push(await call({ method: 'POST', path, body }));
      expect(attempts.map(({ status }) => status)).toEqual([400, 400, 400, 429, 429]);
      expect(Number(attempts.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await narrow.end();
      await forget(narrow.dataDir);
    }
  });

  test('API5 broken function level authorization: what a role may not do, it may not do by asking', async () => {
    const { courtId } = court.cast;
    const own = await open('clerk');
    const roles = [
      'clerk',
      'judge',
      'prosecutor',
      'defender',
      'party',
      'observer',
      'auditor',
    ] as const;
    for (const role of roles) {
      const invitation = { email: 'friend@court.example', role: 'judge' };
      const key = { name: 'k', roles: ['observer'], scopes: ['read'] };
      for (const [method, path, body] of [
        ['POST', `/v1/courts/${courtId}/invitations`, invitation],
        ['POST', `/v1/courts/${courtId}/keys`, key],
        ['GET', `/v1/courts/${courtId}/keys`, undefined],
        [
          'DELETE',
          `/v1/courts/${courtId}/people/${court.cast.as('judge').id}/roles/judge`,
          undefined,
        ],
      ] as const) {
        const answer = await as(role, { method, path, body });
        expect([role, method, path, [403, 404].includes(answer.status)]).toEqual([
          role,
          method,
          path,
          true,
        ]);
      }
    }
    for (const role of ['prosecutor', 'defender', 'party', 'observer', 'administrator'] as const) {
      const member = { personId: court.cast.as(role).id, role: 'judge' };
      const admitted = await as(role, {
        method: 'POST',
        path: `/v1/cases/${own}/members`,
        body: member,
      });
      expect([403, 404]).toContain(admitted.status);
    }
    for (const role of ['observer', 'administrator', 'auditor'] as const) {
      const filed = await as(role, { method: 'POST', path: cases, body: { caption: 'x' } });
      expect(filed.status).toBe(403);
    }
  });

  test('API6 unrestricted access to sensitive flows: once is once, and only a judge signs', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const write: Call = { method: 'POST', path: cases, body: { caption: 'Once' }, headers };
    const answers = await Promise.all(Array.from({ length: 5 }, () => as('party', write)));
    const made = new Set(answers.flatMap(({ status, body }) => (status === 201 ? [body.id] : [])));
    expect(made.size).toBe(1);
    expect((await as('party', write)).body.id).toBe([...made][0]);
    const other = { ...write, body: { caption: 'Another' } };
    expect((await as('party', other)).body.rule).toBe('SV15');

    const used = /token=([\w-]+)/.exec(court.firstAdministrator ?? '')?.[1];
    const again = await court.call({
      method: 'POST',
      path: `/v1/invitations/${used}/accept`,
      body: { email: 'second@court.example', name: 'Second', password: goodPassword },
    });
    expect(again.body.rule).toBe('ID3');

    const listed = await as('clerk', { path: `${cases}?limit=200` });
    const heard = listed.body.items.find(({ stage }: { stage: string }) => stage !== 'x').id;
    for (const role of [
      'clerk',
      'prosecutor',
      'defender',
      'party',
      'observer',
      'administrator',
    ] as const) {
      for (const decision of ['signature', 'rejection']) {
        const path = `/v1/cases/${heard}/draft/${decision}`;
        const body = decision === 'signature' ? {} : { reason: 'no' };
        const answer = await as(role, {
          method: 'POST',
          path,
          body,
          headers: { 'if-match': '"1"' },
        });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
      }
    }
  });

  test('API7 server side request forgery: no address that is sent is ever called', async () => {
    let calls = 0;
    const trap = createServer((_, response) => {
      calls += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const address = trap.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/x`;
    const headers = { 'x-forwarded-host': url, forwarded: `host=${url}`, referer: url };
    const caseId = await open('prosecutor', { caption: url });
    await as('prosecutor', {
      path: `/v1/cases/${caseId}?callback=${encodeURIComponent(url)}`,
      headers,
    });
    const html = `<img src="${url}"><iframe src="${url}">`;
    const svg = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${url}">]><svg>&e;</svg>`;
    for (const [name, content] of [
      ['page.html', html],
      ['picture.svg', svg],
      [`${url}.txt`, url],
    ] as const) {
      expect((await upload('prosecutor', caseId, name, content)).status).toBeLessThan(500);
    }
    const jku = Buffer.from(JSON.stringify({ alg: 'ES256', jku: url, x5u: url, kid: url }));
    const token = `${jku.toString('base64url')}.e30.AAAA`;
    expect((await court.call({ path: '/v1/me', token })).status).toBe(401);
    const law = { name: 'Law', text: `See ${url}`, replace: false };
    await as('clerk', { method: 'POST', path: `/v1/courts/${court.cast.courtId}/law`, body: law });
    await new Promise((resolve) => setTimeout(resolve, 500));
    trap.close();
    expect(calls).toBe(0);
  });

  test('API8 security misconfiguration: safe headers, no strangers, nothing of the inside', async () => {
    for (const path of ['/health/live', '/v1/courts', '/v1/nothing', '/docs/', '/auth/v1/user']) {
      const { headers } = await court.call({ path, headers: { origin: 'https://evil.example' } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain('default-src');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).not.toBeNull();
    }
    for (const path of [
      '/.env',
      '/.git/config',
      '/package.json',
      '/..%2f..%2fetc%2fpasswd',
      '/%00',
    ]) {
      const answer = await ask(court.address, { method: 'GET', path, headers: {}, body: null });
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(answer.body.toString()).not.toMatch(/root:|node_modules|\.ts:\d/);
    }
    const trace = await ask(court.address, {
      method: 'TRACE',
      path: '/v1/courts',
      headers: { cookie: 'a=secret' },
      body: null,
    });
    expect(trace.status).toBe(404);
    expect(trace.body.toString()).not.toContain('secret');
    const tokens = await court.call({
      method: 'POST',
      path: '/auth/v1/token?grant_type=password',
      body: { email: court.cast.as('clerk').email, password: goodPassword },
    });
    expect(tokens.headers.get('cache-control')).toBe('no-store');
  });

  test('API9 improper inventory management: what is there is described, and closed to strangers', async () => {
    const open = /^\/(?:health\/|auth\/v1\/|v1\/invitations\/)/;
    for (const { path, method } of description.operations) {
      expect(path).toMatch(/^\/(?:v1|auth\/v1|health)\//);
      if (open.test(path)) continue;
      const address = path.replaceAll(/\{\w+\}/g, '0c0ffee0-0000-4000-8000-000000000000');
      const answer = await court.call({ method, path: address });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
    const guesses = [
      '/v0/courts',
      '/v2/courts',
      '/v1/admin',
      '/v1/debug',
      '/api/v1/courts',
      '/graphql',
    ];
    for (const path of [...guesses, '/v1/users', '/v1/internal', '/admin', '/rest/v1/cases']) {
      const { status } = await as('administrator', { path });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  test('API10 unsafe consumption: what comes from outside is bytes, and is given back as bytes', async () => {
    const caseId = await open('prosecutor', { role: 'prosecutor' });
    const page = '<html><script>alert(document.cookie)</script></html>';
    const doctype =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
    for (const [name, content] of [
      ['page.html', page],
      ['picture.svg', doctype],
      ['../../../../tmp/escape.txt', 'up and away'],
      ['letter.pdf', '%PDF-1.7\n<< /OpenAction << /JS (app.alert(1)) >> >>'],
      ['letter.docx', 'PK\u0003\u0004 that is no archive'],
      ['nul\u0000.txt', 'a\u0000b'],
      ['', 'no name'],
    ] as const) {
      const taken = await upload('prosecutor', caseId, name, content);
      expect([name, taken.status < 500]).toEqual([name, true]);
      expect(JSON.stringify(taken.body)).not.toContain('root:');
    }
    const papers = await as('prosecutor', { path: `/v1/cases/${caseId}/documents` });
    for (const { id, name } of papers.body.items ?? papers.body) {
      expect(['../', '\0'].filter((bad) => String(name).includes(bad))).toEqual([]);
      for (const query of ['', '?inline=true']) {
        const given = await as('prosecutor', { path: `/v1/documents/${id}/content${query}` });
        expect(given.status).toBe(200);
        expect(given.headers.get('x-content-type-options')).toBe('nosniff');
        expect(given.headers.get('content-security-policy')).toContain('sandbox');
        const how = query === '' ? 'attachment' : '';
        expect(given.headers.get('content-disposition')?.startsWith(how)).toBe(true);
      }
    }
  });
});
