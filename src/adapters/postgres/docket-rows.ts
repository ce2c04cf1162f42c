import { z } from 'zod';
import { DocketFault } from '../../ports/docket.ts';
import type { DocketRows } from '../../ports/docket-rows.ts';
import type { Database } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { countOf } from './rows.ts';
import { sql } from './sql.ts';

const service = { kind: 'service' } as const;

const nameRow = z.object({ record: z.string() });
const docketRow = z.object({
  caption: z.string(),
  matter: z.enum(['civil', 'criminal']).nullable(),
  cause: z.string().nullable(),
  stage: z.enum(['filed', 'in-hearing', 'deliberated', 'drafted', 'signed', 'rejected']),
  version: z.int(),
  head: z.string(),
});

/** The rows of `court.cases`, as the court's own worker keeps them. */
export function postgresDocketRows(database: Database): DocketRows {
  return {
    records: () =>
      guarded(async () => {
        const rows = await database.all(
          service,
          sql`select record from court.cases order by record collate "C"`,
          nameRow,
        );
        return rows.map(({ record }) => record);
      }),
    row: (record) =>
      guarded(() =>
        database.one(
          service,
          sql`select caption, matter, cause, stage, version, head from court.cases
               where record = ${record}`,
          docketRow,
        ),
      ),
    keep: (record, { caption, matter, cause, stage, version, head }, was) =>
      guarded(async () => {
        const rows = await database.run(
          service,
          sql`update court.cases
                 set caption = ${caption}, matter = ${matter}, cause = ${cause}, stage = ${stage},
                     version = ${version}, head = ${head}, updated_at = now()
               where record = ${record} and version = ${was.version} and head = ${was.head}`,
        );
        return countOf(rows) === 1;
      }),
  };
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error;
    throw new DocketFault(error.message, error.retryable, error);
  }
}
