import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { court as courtCommand } from '../court-command.ts';
import { type Client, clientOf, firstAdministrator } from './client.ts';
import { forget, startCourt, type StartedCourt } from './started-court.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let court: StartedCourt;
let clerk: Client;
let courtId = '';
let caseId = '';

beforeAll(async () => {
  court = await startCourt({ HEARING_PAUSE_MS: '0' });
});
afterAll(async () => {
  await court.end();
  await forget(court.dataDir);
});

/** Waits until the room of the case is so. */
async function until(is: (room: { state: string }) => boolean): Promise<unknown> {
  for (let looks = 0; looks < 600; looks += 1) {
    const { body } = await clerk.ask('GET', `/v1/cases/${caseId}/room`);
    if (is(body)) return body;
    await pause(200);
  }
  throw new Error('never');
}

describe('the first day of a court', () => {
  test('its link makes the first administrator, once', async () => {
    expect(court.firstAdministrator).toContain('/invitation#token=');
    const page = await fetch(String(court.firstAdministrator));
    expect(page.headers.get('content-type')).toContain('text/html');
    clerk = await firstAdministrator(court.address, court.firstAdministrator);
    await expect(firstAdministrator(court.address, court.firstAdministrator)).rejects.toThrow('ID');
    const courts = await clerk.ask('GET', '/v1/courts');
    expect(courts.body).toMatchObject([{ slug: 'demo' }, { slug: 'demo-cl' }]);
    courtId = courts.body[0].id;
  });

  test('whoever came first is all that a court of one person needs, and appoints nobody but others', async () => {
    const cases = await clerk.ask('GET', `/v1/courts/${courtId}/cases`);
    expect(cases.body.items).toHaveLength(1);
    const [demo] = cases.body.items;
    expect(demo).toMatchObject({ stage: 'filed', cause: 'breach-of-contract' });
    caseId = demo.id;
    const me = await clerk.ask('GET', '/v1/me');
    const people = await clerk.ask('GET', `/v1/courts/${courtId}/people`);
    expect(people.body).toMatchObject([{ roles: ['administrator', 'clerk', 'judge'] }]);
    const auditor = `/v1/courts/${courtId}/people/${me.body.id}/roles/auditor`;
    expect(await clerk.ask('PUT', auditor)).toMatchObject({ status: 403, body: { rule: 'SV4' } });
    const admitted = await clerk.ask('POST', `/v1/cases/${caseId}/members`, {
      personId: me.body.id,
      role: 'judge',
    });
    expect(admitted.status).toBe(201);
  });

  test('a hearing is scheduled and opened', async () => {
    const sitting = { startsAt: new Date().toISOString() };
    const made = await clerk.ask('POST', `/v1/cases/${caseId}/hearings`, sitting);
    expect(made.status).toBe(201);
    const opened = await clerk.ask(
      'PUT',
      `/v1/hearings/${made.body.id}/state`,
      { state: 'open' },
      { 'if-match': made.headers.get('etag') ?? '' },
    );
    expect(opened.status).toBe(200);
  });

  test('the court hears the case to its draft, and the judge signs it', async () => {
    await until(({ state }) => state === 'closed');
    await expect
      .poll(async () => (await clerk.ask('GET', `/v1/cases/${caseId}`)).body.stage, {
        timeout: 60_000,
      })
      .toBe('drafted');
    const draft = await clerk.ask('GET', `/v1/cases/${caseId}/draft`);
    expect(draft.status).toBe(200);
    const seat = await clerk.ask('PUT', `/v1/cases/${caseId}/seats/judge`, {
      kind: 'person',
    });
    expect(seat.status).toBeLessThan(300);
    const now = await clerk.ask('GET', `/v1/cases/${caseId}`);
    const signed = await clerk.ask(
      'POST',
      `/v1/cases/${caseId}/draft/signature`,
      {},
      { 'if-match': now.headers.get('etag') ?? '' },
    );
    expect(signed.status).toBeLessThan(300);
    expect((await clerk.ask('GET', `/v1/cases/${caseId}`)).body.stage).toBe('signed');
  });

  test('its bundle verifies and replays on any machine', async () => {
    const bundle = await clerk.ask('GET', `/v1/cases/${caseId}/bundle`);
    expect(bundle.status).toBe(200);
    const file = join(court.dataDir, 'bundle.zip');
    await writeFile(file, bundle.bytes);
    expect((await courtCommand(['verify', file])).code).toBe(0);
    expect((await courtCommand(['replay', file])).out).toContain('byte for byte');
  });

  test('nothing of it is for those who are not signed in', async () => {
    const nobody = clientOf(court.address, '');
    for (const path of [`/v1/cases/${caseId}`, `/v1/cases/${caseId}/bundle`, '/v1/me']) {
      expect((await nobody.ask('GET', path)).status).toBe(401);
    }
  });
});
