import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { forget, refusedStart, startCourt, type StartedCourt } from './started-court.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let court: StartedCourt;

beforeAll(async () => {
  court = await startCourt();
});
afterAll(async () => {
  await court.end();
  await forget(court.dataDir);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${court.address}${path}`, { headers });

describe('court serve', () => {
  test('is live and ready, and describes itself', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await get('/health/ready');
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready' }]);
    const described = (await (await get('/v1/openapi.json')).json()) as {
      openapi: string;
      servers: { url: string }[];
      paths: object;
    };
    expect(described.openapi).toBe('3.1.0');
    expect(described.servers).toEqual([{ url: court.address }]);
    expect(Object.keys(described.paths)).toContain('/v1/cases/{case}');
    expect((await get('/docs/')).headers.get('content-type')).toContain('text/html');
  });

  test('refuses with a problem that the log knows by its id, and logs no query', async () => {
    const response = await get('/v1/courts?secret=hunter2');
    const problem = (await response.json()) as { instance: string; rule: string };
    expect([response.status, problem.rule]).toEqual([401, 'SV3']);
    expect(response.headers.get('x-request-id')).toBe(problem.instance);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    await expect.poll(() => court.log()).toContain(problem.instance);
    expect(court.log()).not.toContain('hunter2');
  });

  test('sends the headers that keep a browser safe', async () => {
    const { headers } = await get('/health/live');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('tells its figures to this machine', async () => {
    await get('/health/live');
    const figures = await (await get('/metrics')).text();
    expect(figures).toContain('court_http_request_duration_seconds_bucket');
    expect(figures).toContain('court_database_connections');
  });

  test('[SE5] does not start where its port is taken, and says which setting to change', async () => {
    const other = await refusedStart({
      DATA_DIR: `${court.dataDir}-other`,
      PORT: new URL(court.address).port,
      EMBEDDED_DATABASE_PORT: '0',
    });
    await forget(`${court.dataDir}-other`);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('SE5 ') });
    expect(other.err).toContain('PORT');
  });

  test('does not start twice on the same data', async () => {
    const second = await refusedStart({ DATA_DIR: court.dataDir, PORT: '0' });
    expect(second.code).toBe(2);
    expect(second.err).toContain(court.dataDir);
    expect(second.err).not.toContain('bug');
  });

  test('names every bad setting at once', async () => {
    const refused = await refusedStart({ PORT: 'x', LOG_LEVEL: 'loud', DATA_DIR: court.dataDir });
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*PORT/);
  });

  test('ends when asked, and starts again on the same data', async () => {
    expect(await court.end()).toBe(0);
    court = await startCourt({ DATA_DIR: court.dataDir });
    expect((await get('/health/ready')).status).toBe(200);
  });

  test('starts again after a kill', async () => {
    court.process.kill('SIGKILL');
    await new Promise((resolve) => court.process.once('exit', resolve));
    court = await startCourt({ DATA_DIR: court.dataDir });
    expect((await get('/health/ready')).status).toBe(200);
  });
});
