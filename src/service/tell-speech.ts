import { z } from 'zod';
import type { Database } from '../adapters/postgres/database.ts';
import { sql } from '../adapters/postgres/sql.ts';
import type { Spoken } from '../agents/conduct-hearing.ts';
import type { Speech } from '../live/desk.ts';

const row = z.object({ sealed: z.boolean() });

/** How long what is known of a case is taken for true, in milliseconds. */
const goodFor = 10_000;

/**
 * Tells the words of a mind to those who follow its case; where papers of the case are sealed, only to those
 * who may read them, for nobody knows of what a mind is about to speak. Words that come while this is being
 * asked follow in their order.
 */
export function tellSpeech(
  database: Database,
  say: (speech: Speech) => void,
  onTrouble: (error: unknown) => void,
): (spoken: Spoken) => void {
  const known = new Map<string, { readonly until: number; readonly sealed: Promise<boolean> }>();
  let last: Promise<unknown> = Promise.resolve();

  const isSealed = (caseId: string): Promise<boolean> => {
    const held = known.get(caseId);
    if (held !== undefined && held.until > Date.now()) return held.sealed;
    const sealed = database
      .one(
        { kind: 'service' },
        sql`select exists (select from court.texts where case_id = ${caseId} and sealed) as sealed`,
        row,
      )
      .then((found) => found?.sealed ?? true);
    known.set(caseId, { until: Date.now() + goodFor, sealed });
    return sealed;
  };

  return (spoken) => {
    const told = last.then(async () => say({ ...spoken, sealed: await isSealed(spoken.case) }));
    last = told.catch(onTrouble);
  };
}
