import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from './app.ts';

/** Registered before the routes, so that it hears of each. */
export async function describeApi(app: App, publicUrl: () => string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'First Court',
        version: '1',
        description:
          'The registry and the live hearing of a digital court. Every refusal is a problem of RFC 9457 with the id of its rule. What is in /v1 stays as it is: members may be added, nothing is taken away or changes its meaning; that would be /v2.',
      },
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'An access token of /auth/v1/token, or an API key.',
          },
        },
      },
      security: [{ bearer: [] }, {}],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: { url: '/v1/openapi.json', telemetry: false, withDefaultFonts: false },
  });
  app.get(
    '/v1/openapi.json',
    { config: { open: true }, schema: { hide: true, response: { 200: z.unknown() } } },
    async () => ({ ...app.swagger(), servers: [{ url: publicUrl() }] }),
  );
}
