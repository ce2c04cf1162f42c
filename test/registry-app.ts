import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { postgresDocket } from '../src/adapters/postgres/docket.ts';
import { postgresDocumentShelf } from '../src/adapters/postgres/document-shelf.ts';
import { postgresLawShelf } from '../src/adapters/postgres/law-shelf.ts';
import {
  type OpenRegistryDesk,
  processRegistryDesk,
} from '../src/adapters/processes/registry-desk.ts';
import type { ProcessSettings } from '../src/adapters/processes/process-pool.ts';
import type { Vault } from '../src/court/documents/kept-document.ts';
import { registerCases } from '../src/http/v1/cases.ts';
import { type DocumentsDesk, registerDocuments } from '../src/http/v1/documents.ts';
import { registerFiling } from '../src/http/v1/filing.ts';
import { registerLaw } from '../src/http/v1/law.ts';
import type { RegistryDesk } from '../src/ports/registry-desk.ts';
import { openTestApp, seedCourt } from './open-test-app.ts';
import { smallVault } from './vault.ts';
import { smallCourt } from './world.ts';

const root = new URL('../', import.meta.url);

export const here = '11111111-1111-4111-8111-111111111111';
export const elsewhere = '22222222-2222-4222-8222-222222222222';
export const [clerk, counsel, other, observer, administrator, party] = [1, 2, 3, 4, 5, 6] as const;
const roles = new Map<number, Record<string, string[]>>([
  [clerk, { [here]: ['clerk'] }],
  [counsel, { [here]: ['prosecutor'] }],
  [other, { [elsewhere]: ['clerk'] }],
  [observer, { [here]: ['observer'] }],
  [administrator, { [here]: ['administrator'] }],
  [party, { [here]: ['party'] }],
]);

export type RegistryApp = Awaited<ReturnType<typeof openRegistryApp>>;

const below = (path: string) => fileURLToPath(new URL(path, root));

export const processSettings: ProcessSettings = {
  entry: new URL('src/registry-process.ts', root),
  words: [below('jurisdictions')],
  mayRead: ['src', 'node_modules', 'jurisdictions', 'package.json'].map(below),
  processes: 1,
  waiting: 50,
  milliseconds: 60_000,
  megabytes: 512,
  idleMs: 30_000,
};

export type Change = {
  readonly desk?: RegistryDesk;
  readonly vault?: Partial<Vault>;
  readonly documents?: Partial<DocumentsDesk>;
};

/** Two courts with people, and the doors of the registry: documents, filing, law. */
export async function openRegistryApp(change: Change = {}) {
  const vault = smallVault(change.vault);
  const desk = change.desk ?? ownDesk();
  const { app, opened } = await openTestApp(
    (n) => roles.get(n) ?? {},
    (app, { database }) => {
      const docketFor = (identity: Parameters<typeof postgresDocket>[1]) =>
        postgresDocket(database, identity);
      const shelfFor = (identity: Parameters<typeof postgresDocket>[1]) =>
        postgresDocumentShelf(database, identity);
      const lawFor = (identity: Parameters<typeof postgresDocket>[1]) =>
        postgresLawShelf(database, identity);
      const shared = { docketFor, shelfFor, lawFor, vault, desk };
      registerCases(app, docketFor);
      registerDocuments(app, {
        ...shared,
        quota: { court: null, case: 200_000_000 },
        largest: 50_000_000,
        newId: () => crypto.randomUUID(),
        ...change.documents,
      });
      registerFiling(app, { ...shared, court: smallCourt() });
      registerLaw(app, shared);
    },
  );
  await seedCourt(opened, here, [clerk, counsel, observer, administrator, party]);
  await seedCourt(opened, elsewhere, [other]);
  const ask = async (
    as: number,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD',
    url: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const response = await app.inject({
      method,
      url,
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      headers: {
        'x-as': String(as),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      bytes: response.rawPayload,
      body: isJson && response.body !== '' ? response.json() : null,
    };
  };
  const begin = async (as: number = counsel, more: object = {}): Promise<string> => {
    const asked = { caption: 'Larch v. Rowan', role: as === clerk ? null : 'prosecutor', ...more };
    return (await ask(as, 'POST', `/v1/courts/${here}/cases`, asked)).body.id;
  };
  const upload = async (as: number, caseId: string, files: Files, query = '') => {
    const { body, headers } = await multipart(files);
    const response = await app.inject({
      method: 'POST',
      url: `/v1/cases/${caseId}/documents${query}`,
      payload: body,
      headers: { ...headers, 'x-as': String(as) },
    });
    return { status: response.statusCode, body: response.json() };
  };
  return { app, ask, begin, upload, vault, opened, admin: opened.admin };
}

/** One desk for all tests of a file: what it reads leaves nothing behind. */
let shared: OpenRegistryDesk | null = null;
function ownDesk(): RegistryDesk {
  shared ??= processRegistryDesk(processSettings);
  return shared;
}

export type Files = readonly (readonly [name: string, content: string | Uint8Array])[];

const boundary = 'paper-paper-paper';

/** A form as browsers send it, with names that no browser would send. */
export async function multipart(files: Files) {
  const parts = files.flatMap(([name, content]) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** The papers of a case of this repository, and its page. */
export function caseFolder(name: string): { readonly files: Files; readonly page: object } {
  const folder = new URL(`cases/${name}/`, root);
  const names = readdirSync(folder).filter((one) => one !== 'case.yaml');
  return {
    // Not in their order, which is not that of their arrival.
    files: names.toReversed().map((one) => [one, readFileSync(new URL(one, folder))] as const),
    page: parse(readFileSync(new URL('case.yaml', folder), 'utf8')),
  };
}

export const complaint = `# Complaint

Ada Larch, claimant, against Bo Rowan, respondent.

1. On 1 March 2025 Bo Rowan promised in writing to deliver forty larch boards to Ada Larch by 15 March 2025.
2. Bo Rowan delivered nothing.
3. Ada Larch paid 400 dollars in advance and asks for damages for breach of contract.
`;
export const receipt =
  'Receipt no. 12\n\nReceived of Ada Larch the sum of $400 for larch boards. Bo Rowan, 1 March 2025.\n';
