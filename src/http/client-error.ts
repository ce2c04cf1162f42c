import type { Socket } from 'node:net';
import { problemOf } from './refuse.ts';

/** What the parser of HTTP makes of a request that is none, as the status that HTTP has for it. */
const statuses: ReadonlyMap<string, readonly [number, string, string]> = new Map([
  [
    'HPE_HEADER_OVERFLOW',
    [431, 'Request Header Fields Too Large', 'The headers are larger than this court reads.'],
  ],
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'Request Timeout', 'The request did not come to its end.']],
]);

/** Answers on a connection of which no request could be read, and closes it. */
export function answerClientError(
  error: Error & { readonly code?: string },
  socket: Socket,
  id: string,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const usual = [400, 'Bad Request', 'This is not a request of HTTP.'] as const;
  const [status, reason, says] = statuses.get(error.code ?? '') ?? usual;
  const body = JSON.stringify(problemOf([{ rule: 'SV1', at: [], says }], status, id));
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${id}`,
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
