import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerEvents, type MockAnswer, type StreamEvent } from './claude-answer.ts';
import { apiVersions, readRequest, type MessagesRequest } from './claude-request.ts';

/** What the mock does with one request that it would otherwise answer. */
export type Behaviour =
  | ({ readonly do: 'answer' } & MockAnswer)
  /** An error in place of an answer; `retryAfter` in seconds. */
  | {
      readonly do: 'fail';
      readonly status: number;
      readonly type: string;
      readonly message?: string;
      readonly retryAfter?: number;
    }
  /** An error event in the midst of the stream. */
  | { readonly do: 'fail-midway'; readonly type: string }
  /** The connection breaks, or the stream ends without its last events. */
  | { readonly do: 'cut'; readonly how: 'connection' | 'end' }
  /** An event whose data is `data`, whatever that is. */
  | { readonly do: 'garbage'; readonly data: string }
  /** Nothing for so many milliseconds: before the headers, or in the midst of the stream. */
  | { readonly do: 'slow'; readonly milliseconds: number; readonly where: 'headers' | 'stream' };

export const overloaded: Behaviour = { do: 'fail', status: 529, type: 'overloaded_error' };

export type ClaudeServer = {
  readonly url: string;
  /** The requests that were read, in order. */
  readonly requests: readonly MessagesRequest[];
  /** What to do with the next requests; afterwards, and before, it answers with `usual`. */
  script(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
};

export type ClaudeServerSettings = {
  /** The one key that it takes. */
  readonly apiKey: string;
  /** The answer where nothing is scripted. */
  readonly usual?: (request: MessagesRequest) => MockAnswer;
  /** Largest body, bytes; the API takes 32 MB. */
  readonly largest?: number;
};

const passes: MockAnswer = { move: { act: 'pass' } };

/**
 * A server that speaks the Messages API of Anthropic as far as a court uses it: `POST /v1/messages`, whole
 * or as server-sent events, with its refusals and, by script, its failures. It knows no model.
 */
export async function startClaudeServer(settings: ClaudeServerSettings): Promise<ClaudeServer> {
  const requests: MessagesRequest[] = [];
  const script: Behaviour[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('request-id', `req_mock${requests.length + 1}`);
    if (incoming.method !== 'POST' || incoming.url?.split('?')[0] !== '/v1/messages') {
      return fail(response, 404, 'not_found_error', 'Not Found');
    }
    if (keyOf(incoming) !== settings.apiKey) {
      return fail(response, 401, 'authentication_error', 'invalid x-api-key');
    }
    const version = apiVersions.find((one) => one === incoming.headers['anthropic-version']);
    if (version === undefined) {
      const message = 'anthropic-version: header is required and must be a valid version';
      return fail(response, 400, 'invalid_request_error', message);
    }
    const body = await bodyOf(incoming, settings.largest ?? 32 * 2 ** 20);
    if (body === null) {
      return fail(response, 413, 'request_too_large', 'Request exceeds the maximum size');
    }
    const read = readRequest(body, version);
    if (read.kind === 'invalid') {
      return fail(response, 400, 'invalid_request_error', read.message);
    }
    requests.push(read.request);
    const usual = () =>
      ({ do: 'answer', ...(settings.usual ?? (() => passes))(read.request) }) as const;
    await behave(response, read.request, script.shift() ?? usual());
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    script: (...behaviours) => void script.push(...behaviours),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The key, in either of the headers in which clients of the API send it. */
function keyOf({ headers }: IncomingMessage): string | undefined {
  const key = headers['x-api-key'];
  return typeof key === 'string' ? key : headers.authorization?.replace(/^Bearer /u, '');
}

async function bodyOf(incoming: IncomingMessage, largest: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
  }
  return size > largest ? null : Buffer.concat(chunks).toString('utf8');
}

function fail(response: ServerResponse, status: number, type: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ type: 'error', error: { type, message } }));
}

async function behave(
  response: ServerResponse,
  request: MessagesRequest,
  behaviour: Behaviour,
): Promise<void> {
  switch (behaviour.do) {
    case 'answer':
      return answer(response, request, behaviour);
    case 'fail': {
      const { status, type, message = 'Scripted failure', retryAfter } = behaviour;
      if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
      return fail(response, status, type, message);
    }
    case 'fail-midway': {
      const { type } = behaviour;
      begin(response, request);
      send(response, { type: 'error', error: { type, message: 'Scripted failure' } });
      response.end();
      return undefined;
    }
    case 'cut':
      begin(response, request);
      await sleep(10); // so that what was begun is on its way before the cut
      if (behaviour.how === 'connection') response.destroy();
      else response.end();
      return undefined;
    case 'garbage':
      begin(response, request);
      response.write(`event: content_block_delta\ndata: ${behaviour.data}\n\n`);
      response.end();
      return undefined;
    case 'slow':
      if (behaviour.where === 'stream') begin(response, request);
      await sleep(behaviour.milliseconds, undefined, { ref: false });
      response.destroy();
      return undefined;
  }
}

function answer(response: ServerResponse, request: MessagesRequest, answered: MockAnswer): void {
  const events = answerEvents(request, answered);
  if (request.stream === true) {
    openStream(response);
    for (const event of events.events) send(response, event);
    response.end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(events.message));
}

/** A stream that has said a few words. */
function begin(response: ServerResponse, request: MessagesRequest): void {
  openStream(response);
  const { events } = answerEvents(request, { text: 'The claimant has', move: null });
  for (const event of events.slice(0, 4)) send(response, event);
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

function send(response: ServerResponse, event: StreamEvent): void {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
