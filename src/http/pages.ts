import { readFile } from 'node:fs/promises';
import type { App } from './app.ts';

/** The few pages that the service has before there is an app for the browser. */
const pages = [
  { url: '/invitation', file: 'invitation.html', type: 'text/html; charset=utf-8' },
  { url: '/pages/invitation.js', file: 'invitation.js', type: 'text/javascript; charset=utf-8' },
  { url: '/pages/plain.css', file: 'plain.css', type: 'text/css; charset=utf-8' },
] as const;

export async function registerPages(app: App): Promise<void> {
  for (const { url, file, type } of pages) {
    const body = await readFile(new URL(`pages/${file}`, import.meta.url));
    app.get(url, { schema: { hide: true } }, (_, reply) =>
      reply.type(type).header('cache-control', 'no-store').send(body),
    );
  }
}
