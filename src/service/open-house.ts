import type { Database } from '../adapters/postgres/database.ts';
import { postgresHearingDiary } from '../adapters/postgres/hearing-diary.ts';
import { postgresJobs } from '../adapters/postgres/jobs.ts';
import { withoutSealed } from '../adapters/postgres/open-record.ts';
import { postgresRecordStore } from '../adapters/postgres/record-store.ts';
import { systemEntropy } from '../adapters/system/entropy.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { casesInHand } from '../court/hearing/cases-in-hand.ts';
import type { CourtHouse } from '../court/hearing/visit.ts';
import type { Court } from '../court/open-case.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { RecordAnnouncements } from '../ports/record-announcements.ts';
import type { Signer } from '../ports/signer.ts';
import type { WakeUps } from '../ports/wake-ups.ts';

const service = { kind: 'service' } as const;

/** Characters of texts that the cases in hand may hold, with and without what is sealed. */
const mostInHand = 30_000_000;

export type OpenHouse = { readonly house: CourtHouse; readonly jobs: Jobs };

/** The record, the cases in hand and the diary, as a process of the service holds them. */
export function openHouse(
  database: Database,
  signer: Signer,
  announcements: RecordAnnouncements,
  jobNews: WakeUps,
): OpenHouse {
  const store = postgresRecordStore(database, service, announcements, systemHashing);
  const court: Court = {
    store,
    signer,
    entropy: systemEntropy(),
    now: () => new Date().toISOString(),
    hashing: systemHashing,
  };
  const jobs = postgresJobs(database, jobNews);
  return {
    jobs,
    house: {
      court,
      cases: casesInHand(store, mostInHand, systemHashing),
      openly: casesInHand(withoutSealed(database, store), mostInHand, systemHashing),
      diaryFor: (identity) => postgresHearingDiary(database, identity, jobs),
      writerFor: (identity) =>
        postgresRecordStore(database, identity, announcements, systemHashing),
    },
  };
}
