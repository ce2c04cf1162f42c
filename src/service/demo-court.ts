import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { postgresDocket } from '../adapters/postgres/docket.ts';
import { postgresDocumentShelf } from '../adapters/postgres/document-shelf.ts';
import { sql } from '../adapters/postgres/sql.ts';
import type { Database } from '../adapters/postgres/database.ts';
import type { Config } from '../config.ts';
import { casePage } from '../core/case/case-page.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Vault } from '../court/documents/kept-document.ts';
import type { CourtHouse } from '../court/hearing/visit.ts';
import { fileCaseFromDocuments } from '../court/registry/file-case-from-documents.ts';
import { takeInDocuments } from '../court/registry/take-in-documents.ts';
import type { RawFile } from '../ports/document-reader.ts';
import type { RegistryDesk } from '../ports/registry-desk.ts';

export type DemoParts = {
  readonly config: Config;
  readonly database: Database;
  readonly vault: Vault;
  readonly desk: RegistryDesk;
  readonly house: CourtHouse;
};

const service = { kind: 'service' } as const;
const idRow = z.object({ id: z.uuid() });

/** The courts of a first start, each with the demo case that it hears. */
const demoCourts = [
  {
    slug: 'demo',
    name: 'Demo court',
    jurisdiction: 'model',
    language: 'en',
    folder: 'greenhouse-heater',
  },
  {
    slug: 'demo-cl',
    name: 'Tribunal de demostración',
    jurisdiction: 'cl',
    language: 'es',
    folder: 'bodega-nocturna',
  },
] as const;

/**
 * On a database without any court: makes the demo courts, each with its case filed. Of several replicas that
 * start at once, one does.
 *
 * @returns id of the first court there is; its first administrator comes in by a link
 */
export async function loadDemoCourt(
  parts: DemoParts,
  cases: string,
  tell: (says: string) => void,
): Promise<string | null> {
  const { database } = parts;
  for (const { slug, name, jurisdiction, language, folder } of demoCourts) {
    const made = await database.one(
      service,
      sql`insert into court.courts (slug, name, jurisdiction, language)
          select ${slug}, ${name}, ${jurisdiction}, ${language}
           where not exists (select from court.courts where slug not in ('demo', 'demo-cl'))
          on conflict (slug) do nothing returning id`,
      idRow,
    );
    if (made === null) continue;
    const refusals = await fileDemoCase(parts, made.id, join(cases, folder));
    for (const { rule, says } of refusals) tell(`The demo case ${folder}: ${rule} ${says}`);
  }
  const first = await database.one(
    service,
    sql`select id from court.courts order by created_at, id limit 1`,
    idRow,
  );
  return first?.id ?? null;
}

async function fileDemoCase(
  { config, database, vault, desk, house }: DemoParts,
  courtId: string,
  folder: string,
): Promise<readonly Refusal[]> {
  const docket = postgresDocket(database, service);
  const shelf = postgresDocumentShelf(database, service);
  const page = casePage.parse(parse(await readFile(join(folder, 'case.yaml'), 'utf8')));
  const opened = { caption: page.caption ?? folder, sealed: false, role: null };
  const row = await docket.begin(courtId, opened);
  const court = await docket.court(courtId);
  if (row === null || court === null) throw new Error('the service may not open a case');
  const taken = await takeInDocuments(
    {
      courtId,
      caseId: row.id,
      files: filesOf(folder),
      sealed: false,
      replace: false,
      quota: { court: null, case: config.caseQuotaBytes },
      largest: config.uploadLimitBytes,
    },
    { shelf, vault, desk, newId: () => crypto.randomUUID() },
  );
  if (taken.kind === 'refused') return taken.refusals;
  const { id: caseId, record } = row;
  const { jurisdiction } = court;
  const filed = await fileCaseFromDocuments(
    { caseId, record, jurisdiction, page, law: [], preview: false },
    { shelf, vault, desk, court: house.court },
  );
  return filed.kind === 'refused' ? filed.refusals : [];
}

async function* filesOf(folder: string): AsyncGenerator<RawFile> {
  for (const name of (await readdir(folder)).toSorted()) {
    if (name === 'case.yaml') continue;
    yield { name, bytes: new Uint8Array(await readFile(join(folder, name))) };
  }
}
