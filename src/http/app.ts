import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Identity } from '../core/person/claims.ts';
import type { Refusal } from '../core/refusal.ts';
import { answerClientError } from './client-error.ts';
import { limitRequests } from './limit-requests.ts';
import { refuse, Refused } from './refuse.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** For whom the request is made; `anon` until the token was read. */
    identity: Identity;
  }
  interface FastifyContextConfig {
    /** Whether a route of /v1 answers those who are not signed in. */
    open?: boolean;
  }
}

/** A door with types from the schemas of its routes. */
export type App = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type AppSettings = {
  readonly corsOrigins: readonly string[];
  /** Requests per minute of one address that is not signed in; 0 sets no limit. */
  readonly ratePerMinute: number;
  /** The same of one person, and with one API key. */
  readonly personRatePerMinute?: number;
  readonly keyRatePerMinute?: number;
  readonly bodyBytes: number;
  readonly uploadBytes: number;
  readonly trustProxy: boolean;
  readonly https: { readonly cert: Buffer; readonly key: Buffer } | null;
};

export type AppParts = {
  readonly settings: AppSettings;
  readonly log: FastifyBaseLogger | false;
  /** Reads who asks from the request; a token that does not hold is a refusal (SV3). */
  readonly identify: (request: FastifyRequest) => Promise<Identity>;
  readonly newId: () => string;
};

/** The server with everything that holds for all routes, and no route yet. */
export async function makeApp({ settings, log, identify, newId }: AppParts): Promise<App> {
  const app = Fastify({
    ...(log === false ? { logger: false } : { loggerInstance: log }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: settings.bodyBytes,
    trustProxy: settings.trustProxy,
    routerOptions: { maxParamLength: 200 },
    // What never comes to a route, and what is no HTTP at all, is refused in the same words.
    frameworkErrors: (error, request, reply) => {
      void reply.header('x-request-id', request.id);
      refuse(reply as FastifyReply, refusalsOf(error, request as FastifyRequest));
    },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, newId()),
    ...(settings.https === null ? {} : { https: settings.https }),
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  // An expectation that nobody here knows is no reason not to answer (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => {
    app.server.emit('request', request, response);
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('identity');
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    refuse(reply, refusalsOf(error, request));
  });
  app.setNotFoundHandler((request, reply) => {
    const says = `There is nothing at ${request.method} ${request.url.split('?')[0] ?? ''}.`;
    refuse(reply, [{ rule: 'SV2', at: ['path'], says }]);
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  await app.register(helmet);
  await app.register(cors, {
    // An OPTIONS that is no preflight is a question like any other.
    strictPreflight: false,
    origin: [...settings.corsOrigins],
    exposedHeaders: ['etag', 'link', 'location', 'retry-after', 'x-request-id'],
  });
  await app.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    errorResponseBuilder: (_, { after }) =>
      new Refused({ rule: 'SV7', at: [], says: `Too many requests; try again in ${after}.` }),
  });
  await app.register(multipart, { limits: { fileSize: settings.uploadBytes, files: 200 } });
  const limit = limitRequests(app, {
    address: settings.ratePerMinute,
    person: settings.personRatePerMinute ?? settings.ratePerMinute,
    key: settings.keyRatePerMinute ?? settings.ratePerMinute,
  });
  app.addHook('onRequest', async (request, reply) => {
    const { url = '', config } = request.routeOptions;
    // Health, figures and the documentation are told to whoever may hear them, whatever token comes along.
    const asksWho = url.startsWith('/v1/') || url.startsWith('/auth/');
    request.identity = { kind: 'anon' };
    try {
      if (asksWho) request.identity = await identify(request);
    } finally {
      await limit(request, reply);
    }
    if (request.identity.kind === 'anon' && url.startsWith('/v1/') && config.open !== true) {
      throw new Refused({
        rule: 'SV3',
        at: ['headers', 'authorization'],
        says: 'Nobody is signed in.',
      });
    }
  });
  return app;
}

export function refusalsOf(
  error: FastifyError,
  request: FastifyRequest,
): readonly [Refusal, ...Refusal[]] {
  if (error instanceof Refused) return error.refusals;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validationContext ?? 'body';
    const [first, ...more] = error.validation.map(({ instancePath, message = 'is not valid' }) => {
      const path = instancePath.split('/').filter((part) => part !== '');
      const at = [where === 'querystring' ? 'query' : where, ...path];
      return { rule: 'SV1', at, says: `${at.join('.')}: ${message}.` };
    });
    if (first !== undefined) return [first, ...more];
  }
  const known = ofFastify.get(error.code);
  if (known !== undefined) return [{ ...known, at: [] }];
  if (isResponseSerializationError(error)) {
    request.log.error({ err: error.cause }, 'an answer is off its schema');
  } else if (isRetryable(error)) {
    return [{ rule: 'SV8', at: [], says: 'The service is busy; try again in a moment.' }];
  } else if (typeof error.statusCode === 'number' && error.statusCode < 500) {
    return [{ rule: 'SV1', at: [], says: error.message }];
  } else request.log.error({ err: error }, 'a request failed');
  return [
    { rule: 'SV14', at: [], says: 'The service failed; the log knows this request by its id.' },
  ];
}

/** What fastify itself refuses, in the words of the house. */
const ofFastify: ReadonlyMap<string, Pick<Refusal, 'rule' | 'says'>> = new Map([
  [
    'FST_ERR_CTP_BODY_TOO_LARGE',
    { rule: 'SV9', says: 'The body is larger than this route takes.' },
  ],
  ['FST_REQ_FILE_TOO_LARGE', { rule: 'SV9', says: 'A file is larger than this court takes.' }],
  ['FST_FILES_LIMIT', { rule: 'SV9', says: 'More files at once than this court takes.' }],
  [
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    { rule: 'SV10', says: 'This route takes no such type of body.' },
  ],
  [
    'FST_INVALID_MULTIPART_CONTENT_TYPE',
    { rule: 'SV10', says: 'This route takes multipart/form-data.' },
  ],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', { rule: 'SV1', says: 'The body is empty, and JSON is awaited.' }],
  ['FST_ERR_CTP_INVALID_JSON_BODY', { rule: 'SV1', says: 'The body is not JSON.' }],
  ['FST_ERR_MAX_PARAM_LENGTH', { rule: 'SV2', says: 'Nothing here has a name that long.' }],
  ['FST_ERR_BAD_URL', { rule: 'SV1', says: 'The path is not well-formed.' }],
]);

/** A fault of a port that may pass by itself says so. */
function isRetryable(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'retryable' in error && error.retryable === true
  );
}
