import { Agent, request } from 'node:http';

/** A request as it goes over the wire; the path is sent as it stands. */
export type Ask = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | null;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
};

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const longestMs = 60_000;

/** Sends what a browser or `fetch` would refuse to send, and tells whatever comes back. */
export function ask(address: string, { method, path, headers, body }: Ask): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, agent, timeout: longestMs, headers: plain(headers) },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces),
          }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${longestMs} ms`)));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** A body of no length is told to be one, whatever the method. */
function plain(headers: Ask['headers']): Record<string, string | string[]> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [...value],
  ]);
  return Object.fromEntries(entries) as Record<string, string | string[]>;
}

export const headerOf = ({ headers }: Answer, name: string): string => {
  const value = headers[name] ?? '';
  return typeof value === 'string' ? value : value.join(', ');
};

/** What the body says as JSON; `undefined` where it says none. */
export function jsonOf({ body }: Pick<Answer, 'body'>): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
