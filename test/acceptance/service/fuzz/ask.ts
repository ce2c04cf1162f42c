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
const longestMs = 20_000;

/** Sends what a browser or `fetch` would refuse to send, and tells whatever comes back. */
export function ask(address: string, { method, path, headers, body }: Ask): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, agent, timeout: longestMs, headers: plain(headers) },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        const answer = (): void => {
          const { statusCode: status = 0, headers: told } = response;
          resolve({ status, headers: told, body: Buffer.concat(pieces) });
        };
        response.on('error', reject);
        response.on('end', answer);
        // A stream of events has no end of its own.
        if (response.headers['content-type']?.startsWith('text/event-stream') === true) {
          answer();
          sent.destroy();
        }
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
