import type { App } from './app.ts';

/** One line for each answer, in the names of the Elastic Common Schema: no query, no header, no body. */
export function logAnswers(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.logLevel === 'warn' && reply.statusCode < 500) return;
    request.log.info(
      {
        'http.request.id': request.id,
        'http.request.method': request.method,
        'url.path': request.url.split('?')[0],
        'http.response.status_code': reply.statusCode,
        'event.duration': Math.round(reply.elapsedTime * 1e6),
        'client.address': request.ip,
        ...(request.identity?.kind === 'person' ? { 'user.id': request.identity.claims.sub } : {}),
      },
      'answered',
    );
  });
}
