import { z } from 'zod';
import type { RecordStore } from '../../ports/record-store.ts';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

const textRow = z.object({ hash: z.string(), salt: z.string(), text: z.string() });

/** A record as those may know it who may not read what is sealed: every event, and the texts that are open. */
export function withoutSealed(
  database: Database,
  { read }: Pick<RecordStore, 'read'>,
): Pick<RecordStore, 'read' | 'texts'> {
  return {
    read,
    texts: (caseId, from = 1) =>
      database.all(
        { kind: 'service' },
        sql`select t.hash, t.salt, t.text from court.texts t join court.cases c on c.id = t.case_id
             where c.record = ${caseId} and t.seq >= ${from} and not t.sealed order by t.seq, t.n`,
        textRow,
      ),
  };
}
