import type { FastifyBaseLogger } from 'fastify';
import { claudeMind } from '../adapters/claude/mind.ts';
import { usualClaude } from '../adapters/claude/settings.ts';
import { offlineMind } from '../adapters/offline/mind.ts';
import { type Bailiff, conductHearing } from '../agents/conduct-hearing.ts';
import type { Config } from '../config.ts';
import type { Profile } from '../core/jurisdiction/profile.ts';
import type { CourtHouse } from '../court/hearing/visit.ts';
import type { Briefs } from '../ports/briefs.ts';
import { sittingKind } from '../ports/hearing-diary.ts';
import type { Jobs } from '../ports/jobs.ts';
import { startWorker, type Worker } from '../ports/jobs-worker.ts';
import type { Mind } from '../ports/mind.ts';
import type { ProfileSource } from '../ports/profile-source.ts';
import type { RecordAnnouncements } from '../ports/record-announcements.ts';

export type WorkerParts = {
  readonly config: Config;
  readonly house: CourtHouse;
  readonly jobs: Jobs;
  readonly announcements: RecordAnnouncements;
  readonly profiles: ProfileSource;
  readonly briefs: Briefs;
  readonly streamed: Bailiff['streamed'];
  readonly log: FastifyBaseLogger;
};

const service = { kind: 'service' } as const;

/** Most hearings that one process conducts at once. */
const mostHearings = 100;

/** Conducts the open sittings that no other process conducts. */
export function openWorker(parts: WorkerParts): Worker {
  const { config, house, jobs, announcements, profiles, briefs, streamed, log } = parts;
  const bailiff: Bailiff = {
    court: house.court,
    cases: house.cases,
    diary: house.diaryFor(service),
    announcements,
    profiles,
    briefs,
    mindNamed: (name, profile) => mindNamed(config, name, profile),
    ownMind: offlineMind,
    pauseMs: config.hearingPauseMs,
    lookMs: 5_000,
    streamed,
  };
  return startWorker({
    jobs,
    handlers: new Map([[sittingKind, conductHearing(bailiff)]]),
    worker: `${process.pid} ${crypto.randomUUID()}`,
    most: mostHearings,
    leaseMs: 15_000,
    pollMs: 2_000,
    random: Math.random,
    onTrouble: (error) => log.error({ err: error }, 'a job failed'),
  });
}

/** Minds that a clerk may put into a seat, as far as the settings let them sit. */
export function mindsOf({ claudeApiKey, claudeModel }: Config): readonly string[] {
  return claudeApiKey === undefined || claudeModel === undefined
    ? ['offline']
    : ['offline', 'claude'];
}

function mindNamed(config: Config, name: string, profile: Profile): Mind | null {
  const { claudeApiKey: apiKey, claudeModel: model, claudeBaseUrl: baseURL } = config;
  if (name === 'offline') return offlineMind(profile);
  if (name !== 'claude' || apiKey === undefined || model === undefined) return null;
  const own = { ...usualClaude, apiKey, model };
  return claudeMind(baseURL === undefined ? own : { ...own, baseURL });
}
