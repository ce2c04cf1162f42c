import { onTestFinished } from 'vitest';
import { readBriefs } from '../src/adapters/filesystem/briefs.ts';
import { filesystemCaseFolder } from '../src/adapters/filesystem/case-folder.ts';
import { offlineMind } from '../src/adapters/offline/mind.ts';
import type { Database } from '../src/adapters/postgres/database.ts';
import { postgresHearingDiary } from '../src/adapters/postgres/hearing-diary.ts';
import { postgresJobs } from '../src/adapters/postgres/jobs.ts';
import { listen } from '../src/adapters/postgres/listen.ts';
import { withoutSealed } from '../src/adapters/postgres/open-record.ts';
import {
  announceRecord,
  postgresRecordStore,
  recordChannel,
} from '../src/adapters/postgres/record-store.ts';
import { jobsChannel } from '../src/adapters/postgres/wake-on-notice.ts';
import { profileFolder } from '../src/adapters/profiles/profile-folder.ts';
import { documentReaders } from '../src/adapters/reading/document-readers.ts';
import { ed25519Key } from '../src/adapters/system/ed25519-key.ts';
import { systemEntropy } from '../src/adapters/system/entropy.ts';
import { systemHashing } from '../src/adapters/system/hashing.ts';
import { conductHearing, type Bailiff } from '../src/agents/conduct-hearing.ts';
import { importWork } from '../src/core/law/import-work.ts';
import { libraryOf } from '../src/core/law/library.ts';
import { casesInHand } from '../src/court/hearing/cases-in-hand.ts';
import type { CourtHouse } from '../src/court/hearing/visit.ts';
import { readCasePage } from '../src/court/intake/case-page.ts';
import { chooseJurisdiction } from '../src/court/intake/choose-jurisdiction.ts';
import { fileCase } from '../src/court/intake/file-case.ts';
import { normsIn } from '../src/court/intake/norms-in.ts';
import { readPapers } from '../src/court/intake/read-papers.ts';
import { certain, openCase, type Court } from '../src/court/open-case.ts';
import { sittingKind } from '../src/ports/hearing-diary.ts';
import { startWorker, type Worker } from '../src/ports/jobs-worker.ts';
import { recordAnnouncements } from '../src/ports/record-announcements.ts';
import { wakeUps } from '../src/ports/wake-ups.ts';
import { root } from './hear-folder.ts';

const service = { kind: 'service' } as const;
export const courtKey = ed25519Key(new Uint8Array(32).fill(3));

export type OpenedHouse = CourtHouse & {
  readonly database: Database;
  /** Starts a worker that conducts open sittings. */
  work(more?: Partial<Bailiff> & { readonly leaseMs?: number }): Promise<Worker>;
  close(): Promise<void>;
};

/** A courthouse on a database, as a process of the service composes it. */
export function openCourthouse(database: Database, url: string): OpenedHouse {
  const announcements = recordAnnouncements();
  const jobNews = wakeUps();
  const listener = listen(
    {
      url,
      channels: [recordChannel, jobsChannel, 'court_texts'],
      connectMs: 5_000,
      heartbeatMs: 5_000,
      longestPauseMs: 500,
      random: () => 0.5,
    },
    {
      onNotice(channel, notice) {
        if (channel === jobsChannel) jobNews.wake();
        else if (channel === 'court_texts') {
          cases.forget(notice);
          openly.forget(notice);
        } else announceRecord(announcements, notice);
      },
      onResync() {
        cases.forgetAll();
        openly.forgetAll();
        announcements.announceAll();
        jobNews.wake();
      },
      onTrouble() {},
    },
  );
  const store = postgresRecordStore(database, service, announcements, systemHashing);
  const court: Court = {
    store,
    signer: courtKey.signer,
    entropy: systemEntropy(),
    now: () => new Date().toISOString(),
    hashing: systemHashing,
  };
  const jobs = postgresJobs(database, jobNews);
  const cases = casesInHand(store, 50_000_000, systemHashing);
  const openly = casesInHand(withoutSealed(database, store), 50_000_000, systemHashing);
  const house: CourtHouse = {
    court,
    cases,
    openly,
    diaryFor: (identity) => postgresHearingDiary(database, identity, jobs),
    writerFor: (identity) => postgresRecordStore(database, identity, announcements, systemHashing),
  };
  return {
    ...house,
    database,
    async work({ leaseMs = 5_000, ...more } = {}) {
      const bailiff: Bailiff = {
        court,
        cases,
        diary: house.diaryFor(service),
        announcements,
        profiles: profileFolder(`${root}jurisdictions`),
        briefs: await readBriefs(`${root}src/agents/briefs`),
        mindNamed: (name, profile) => (name === 'offline' ? offlineMind(profile) : null),
        ownMind: offlineMind,
        pauseMs: 0,
        lookMs: 2_000,
        streamed() {},
        ...more,
      };
      return startWorker({
        jobs,
        handlers: new Map([[sittingKind, conductHearing(bailiff)]]),
        worker: `worker ${process.pid}`,
        most: 50,
        leaseMs,
        pollMs: 500,
        random: Math.random,
        onTrouble() {},
      });
    },
    close: () => listener.close(),
  };
}

/** The same, gone after the test. */
export function openTestCourthouse(database: Database, url: string): OpenedHouse {
  const house = openCourthouse(database, url);
  onTestFinished(() => house.close());
  return house;
}

/** Files a folder of ours as a case of that name, as the court itself. Its papers, by SHA-256. */
export async function fileFolder(
  { court }: CourtHouse,
  record: string,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await filesystemCaseFolder().read(folder, 50 * 2 ** 20);
  if (files.kind === 'refused' || files.casePage === null) throw new Error('no such folder');
  const names = files.files.map(({ name }) => name);
  const paged = readCasePage(files.casePage, names);
  if (paged.kind === 'refused') throw new Error(JSON.stringify(paged.refusals));
  const { documents, originals } = await readPapers(files.files, documentReaders(), normsIn);
  const profiles = profileFolder(`${root}jurisdictions`);
  const jurisdiction = chooseJurisdiction(documents, paged.page);
  const read = await profiles.read(jurisdiction.id);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  const { profile } = read;
  const works = (await profiles.law(profile.id)).map((work) => importWork(work.name, work.text));
  const library = libraryOf(
    works.flatMap((work) => (work.kind === 'imported' ? [work.version] : [])),
  );
  const open = await openCase(court, record);
  certain(
    await open.act({ seat: 'secretary', kind: 'court' }, () =>
      fileCase({
        documents,
        page: paged.page,
        profile,
        jurisdiction,
        library,
        today: '2026-03-02',
        setAside: [],
      }),
    ),
  );
  return originals;
}
