import { z } from 'zod';
import { isEvent } from '../../core/record/chain.ts';
import { RecordStoreFault } from '../../ports/record-store.ts';
import type { RoomRecord } from '../../ports/room-record.ts';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

const part = z.object({
  lines: z.array(z.string()),
  texts: z.array(z.object({ hash: z.string(), text: z.string(), sealed: z.boolean() })),
});

/** The record for rooms, events and texts of one moment, as the court itself reads it. */
export function postgresRoomRecord(database: Database): RoomRecord {
  return async (record, from) => {
    const found = await database.one(
      { kind: 'service' },
      sql`select
            array(select e.line from court.events as e
                   where e.case_id = c.id and e.seq >= ${from} order by e.seq) as lines,
            coalesce((select jsonb_agg(jsonb_build_object('hash', t.hash, 'text', t.text, 'sealed', t.sealed))
                        from court.texts as t where t.case_id = c.id and t.seq >= ${from}), '[]') as texts
          from court.cases as c where c.record = ${record}`,
      part,
    );
    if (found === null) return { events: [], texts: [] };
    return { events: found.lines.map(readLine), texts: found.texts };
  };
}

function readLine(line: string) {
  const event: unknown = JSON.parse(line);
  if (!isEvent(event)) throw new RecordStoreFault('a line of the record is no event', false);
  return event;
}
