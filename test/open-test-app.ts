import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Identity } from '../src/core/person/claims.ts';
import { type App, type AppSettings, makeApp } from '../src/http/app.ts';
import { Refused } from '../src/http/refuse.ts';
import { type OpenedDatabase, openTestDatabase, person } from './open-test-database.ts';

const usual: AppSettings = {
  corsOrigins: [],
  ratePerMinute: 1_000_000,
  bodyBytes: 100_000,
  uploadBytes: 1_000_000,
  trustProxy: false,
  https: null,
};

/**
 * The app on a database of its own; `x-as: 3` asks as the third fictional person, `x-claims: {"aal":"aal2"}`
 * with more in the token.
 */
export async function openTestApp(
  rolesOf: (n: number) => Readonly<Record<string, readonly string[]>>,
  register: (app: App, opened: OpenedDatabase) => void | Promise<void>,
  settings: Partial<AppSettings> = {},
): Promise<{ readonly app: App; readonly opened: OpenedDatabase }> {
  const opened = await openTestDatabase();
  const app = await makeApp({
    settings: { ...usual, ...settings },
    log: false,
    newId: () => crypto.randomUUID(),
    identify: async ({ headers }): Promise<Identity> => {
      const as = headers['x-as'];
      if (as === undefined) return { kind: 'anon' };
      const n = Number(as);
      if (Number.isNaN(n)) throw new Refused({ rule: 'SV3', at: [], says: 'That token is none.' });
      const { aal = 'aal1', ...more } = claimsIn(headers['x-claims']);
      return person(n, { aal, app_metadata: { courts: rolesOf(n), ...more } });
    },
  });
  await register(app, opened);
  onTestFinished(() => app.close());
  return { app, opened };
}

/** What else the token of a test says. */
const claims = z.object({
  aal: z.enum(['aal1', 'aal2']).optional(),
  machine: z.string().optional(),
  scopes: z.array(z.string()).optional(),
});

function claimsIn(header: string | string[] | undefined) {
  const { aal, machine, scopes } = claims.parse(JSON.parse(String(header ?? '{}')));
  return {
    ...(aal === undefined ? {} : { aal }),
    ...(machine === undefined ? {} : { machine }),
    ...(scopes === undefined ? {} : { scopes }),
  };
}

/** A court, and the people numbered so, behind the court's back. */
export async function seedCourt(
  { admin }: OpenedDatabase,
  id: string,
  people: readonly number[],
): Promise<void> {
  await admin(
    `insert into court.courts (id, slug, name, jurisdiction, language)
     values ($1, $2, 'Small Court', 'model', 'en')`,
    [id, `c-${id.slice(0, 8)}`],
  );
  for (const n of people) {
    const { sub } = person(n).claims;
    await admin(
      `insert into court.people (id, email, name) values ($1, $2, $3) on conflict do nothing`,
      [sub, `person${n}@court.example`, `Person ${n}`],
    );
  }
}
