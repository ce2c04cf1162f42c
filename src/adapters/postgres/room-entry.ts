import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import { seats } from '../../core/gate/proposal.ts';
import type { RoomEntry } from '../../ports/room-entry.ts';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

const admission = z.object({
  record: z.string(),
  seats: z.array(z.enum(seats)),
  sealed: z.boolean(),
  names: z.boolean(),
  name: z.string().nullable(),
});

/** The doors of rooms as the policies of the schema open them to one identity, in one statement. */
export function postgresRoomEntry(database: Database, identity: Identity): RoomEntry {
  return (caseId) =>
    database.one(
      identity,
      sql`select c.record,
            array(select s.seat from court.seats as s
                   where s.case_id = c.id and s.person_id = (select auth.uid()) order by s.seat) as seats,
            (c.court_id = any ((select court.courts_where('clerk'))::uuid[])
              or c.id in (select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party'))
            ) as sealed,
            c.court_id = any ((select court.courts_where('clerk', 'administrator'))::uuid[]) as names,
            (select p.name from court.people as p where p.id = (select auth.uid())) as name
          from court.cases as c where c.id = ${caseId}`,
      admission,
    );
}
