import type { Refusal } from '../core/refusal.ts';
import type { Mind } from '../ports/mind.ts';
import { liveClient, type LiveClient } from '../wire/v1/client.ts';
import { problem } from '../wire/v1/problem.ts';
import type { Io } from './io.ts';

/** What the commands that speak to a court elsewhere get from the machine they run on. */
export type RemoteWorld = {
  /** The token to show: from the environment (`COURT_TOKEN`), else asked for without showing it; `null`: none. */
  token(): Promise<string | null>;
  /** A person at this terminal. */
  person(io: Io): Mind;
  /** Between 0 and 1. */
  random(): number;
  newId(): string;
};

/** A court that is reached over the network, as one person. */
export type RemoteCourt = {
  live(onTrouble: (says: string) => void): LiveClient;
  /** Takes a seat, or gives it back. `null`: done. */
  seat(method: 'PUT' | 'DELETE', caseId: string, seat: string): Promise<Refusal | null>;
};

/** Opens nothing yet: what cannot be reached says so when it is asked. */
export async function remoteCourt(
  server: string,
  world: RemoteWorld,
): Promise<RemoteCourt | Refusal> {
  const url = URL.parse(server);
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    const says = `«${server}» is no address of a court, such as https://court.example.`;
    return { rule: 'WA1', at: ['server'], says };
  }
  const token = await world.token();
  if (token === null || token.trim() === '') {
    const says = 'Nobody is signed in: put a token into COURT_TOKEN, or paste it when asked.';
    return { rule: 'WA2', at: ['token'], says };
  }
  const at = (path: string): URL => new URL(path, url);
  const headers = { authorization: `Bearer ${token.trim()}` };
  return {
    live(onTrouble) {
      const rooms = at('/v1/live');
      rooms.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      return liveClient({
        url: rooms.href,
        token: async () => token.trim(),
        firstMs: 250,
        longestMs: 10_000,
        random: () => world.random(),
        onTrouble,
      });
    },
    async seat(method, caseId, seat) {
      const key = { 'idempotency-key': world.newId() };
      const body = method === 'PUT' ? { body: JSON.stringify({ kind: 'person' }) } : {};
      const type = method === 'PUT' ? { 'content-type': 'application/json' } : {};
      const path = at(`/v1/cases/${encodeURIComponent(caseId)}/seats/${seat}`);
      try {
        const answer = await fetch(path, {
          method,
          headers: { ...headers, ...key, ...type },
          ...body,
        });
        if (answer.ok) return null;
        const read = problem.safeParse(await answer.json().catch(() => null));
        const { rule, detail } = read.data ?? { rule: 'WA3', detail: `it said ${answer.status}.` };
        return { rule, at: ['seat'], says: detail };
      } catch {
        return { rule: 'WA3', at: ['server'], says: `${url.origin} cannot be reached.` };
      }
    },
  };
}

/** A case by its id, as the docket names it. */
export const isCaseId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu.test(text);

/** WA4 */
export const noCaseId = (text: string): Refusal => ({
  rule: 'WA4',
  at: ['case'],
  says: `«${text}» is no id of a case, such as the docket shows.`,
});
