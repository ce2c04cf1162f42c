import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { court as courtCommand } from '../court-command.ts';
import { type Client, firstAdministrator } from './client.ts';
import { forget, startCourt, type StartedCourt } from './started-court.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let court: StartedCourt;
let clerk: Client;
let caseId = '';

beforeAll(async () => {
  court = await startCourt({ HEARING_PAUSE_MS: '0' });
  clerk = await firstAdministrator(court.address, court.firstAdministrator);
  const courts = await clerk.ask('GET', '/v1/courts');
  const cases = await clerk.ask('GET', `/v1/courts/${courts.body[0].id}/cases`);
  caseId = cases.body.items[0].id;
});
afterAll(async () => {
  await court.end();
  await forget(court.dataDir);
});

/** `court …` at a terminal of the clerk. */
async function atTerminal(...words: readonly string[]) {
  vi.stubEnv('COURT_TOKEN', clerk.token);
  onTestFinished(() => void vi.unstubAllEnvs());
  return await courtCommand([...words, '--server', court.address]);
}

/** Types of the messages until the connection closes, of a client that says these things. */
async function spoken(...words: readonly object[]): Promise<readonly unknown[]> {
  const socket = new WebSocket(`${court.address.replace('http', 'ws')}/v1/live`, 'first-court.v1');
  const heard: unknown[] = [];
  socket.addEventListener('open', () => {
    for (const word of words) socket.send(JSON.stringify(word));
  });
  socket.addEventListener('message', ({ data }) => void heard.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.addEventListener('close', resolve));
  return heard;
}

describe('a hearing is watched from outside', () => {
  test('who takes a seat and goes away hands it back; who may not sit there is told so', async () => {
    const refused = await atTerminal('take', 'judge', '--case', caseId);
    expect(refused).toMatchObject({ code: 1, out: '' });
    const me = await clerk.ask('GET', '/v1/me');
    const member = { personId: me.body.id, role: 'judge' };
    await clerk.ask('POST', `/v1/cases/${caseId}/members`, member);
    // Its standard input is closed: the person is gone when the first question is asked.
    const { code, err } = await atTerminal('take', 'judge', '--case', caseId);
    expect({ code, err }).toMatchObject({ code: 0 });
    const { body } = await clerk.ask('GET', `/v1/cases/${caseId}/transcript`);
    const texts: string[] = body.items.map(({ text }: { text: string }) => text);
    expect(texts.filter((text) => text.includes('person'))).toHaveLength(1);
    const seats = await clerk.ask('GET', `/v1/cases/${caseId}/seats`);
    expect(seats.body.find(({ seat }: { seat: string }) => seat === 'judge')).toMatchObject({
      holder: { kind: 'mind' },
    });
  });

  test('LV20: both outputs of court watch tell all of it while it is heard, to the draft', async () => {
    const watched = atTerminal('watch', caseId);
    const told = atTerminal('watch', caseId, '--json');
    const sitting = { startsAt: new Date().toISOString() };
    const made = await clerk.ask('POST', `/v1/cases/${caseId}/hearings`, sitting);
    const etag = { 'if-match': made.headers.get('etag') ?? '' };
    const state = { state: 'open' };
    await clerk.ask('PUT', `/v1/hearings/${made.body.id}/state`, state, etag);
    const [screen, json] = [await watched, await told];
    expect([screen.code, json.code, screen.err, json.err]).toEqual([0, 0, '', '']);
    const messages = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const events = messages.filter(({ type }) => type === 'event');
    const seqs: number[] = events.map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)].toSorted((one, other) => one - other));
    const lines: string[] = [];
    for (let cursor = '0'; cursor !== null;) {
      const page = await clerk.ask('GET', `/v1/cases/${caseId}/transcript?cursor=${cursor}`);
      lines.push(...page.body.items.map(({ text }: { text: string }) => text));
      cursor = page.body.next;
    }
    const heard = events.flatMap(({ line }) => (line === null ? [] : [line.text]));
    expect(heard.length).toBeGreaterThan(50);
    expect(lines.slice(0, heard.length)).toEqual(heard);
    for (const text of heard) expect(screen.out).toContain(text);
  });

  test('LV3, LV4, WA3: without a token, for a case that is none, where nobody listens', async () => {
    expect(await spoken({ type: 'follow', case: caseId })).toMatchObject([
      { type: 'dropped', refusal: { rule: 'LV3' } },
    ]);
    const wrong = { type: 'hello', protocol: 1, token: `${clerk.token.slice(0, -8)}AAAAAAAA` };
    expect(await spoken(wrong)).toMatchObject([{ type: 'dropped', refusal: { rule: 'LV3' } }]);
    const none = await atTerminal('watch', crypto.randomUUID());
    expect(none).toMatchObject({ code: 1, err: 'LV4: There is no such case.\n' });
    const stream = await fetch(`${court.address}/v1/cases/${caseId}/live`);
    expect(stream.status).toBe(401);
  });
});
