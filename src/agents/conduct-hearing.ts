import { seats, type Seat } from '../core/gate/proposal.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import type { Profile } from '../core/jurisdiction/profile.ts';
import { decided } from '../core/refusal.ts';
import type { CasesInHand } from '../court/hearing/cases-in-hand.ts';
import { certain, openCaseAt, theCourt, type Court } from '../court/open-case.ts';
import type { Briefs } from '../ports/briefs.ts';
import type { HearingDiary, SittingJob } from '../ports/hearing-diary.ts';
import { HopelessJob, type JobHandler } from '../ports/jobs-worker.ts';
import type { Mind } from '../ports/mind.ts';
import type { ProfileSource } from '../ports/profile-source.ts';
import type { RecordAnnouncements } from '../ports/record-announcements.ts';
import { hear, type Bench } from './hear.ts';
import { elsewhere, interruptible, SittingEnded, type News } from './live-mind.ts';

/** What a worker needs to conduct hearings. Everything is done as the court itself. */
export type Bailiff = {
  readonly court: Court;
  readonly cases: Pick<CasesInHand, 'at'>;
  readonly diary: Pick<HearingDiary, 'hearing' | 'seats' | 'move'>;
  readonly announcements: Pick<RecordAnnouncements, 'news'>;
  readonly profiles: Pick<ProfileSource, 'read'>;
  readonly briefs: Briefs;
  /** The mind of that name; `null` where this court has none. */
  mindNamed(name: string, profile: Profile): Mind | null;
  ownMind(profile: Profile): Mind & Pick<Searching, 'searches'>;
  /** Pause before each turn of a mind, in milliseconds. */
  readonly pauseMs: number;
  /** Longest time between two looks at the record, should news of it be lost, in milliseconds. */
  readonly lookMs: number;
  /** Words as a mind says them, for those who watch; nothing of them is on the record yet. */
  streamed(spoken: Spoken): void;
};

/** `turn`: number of events in the record when the mind was asked. */
export type Spoken = {
  readonly case: string;
  readonly seat: Seat;
  readonly turn: number;
  readonly words: string;
};

type Searching = { searches(state: Case): ReturnType<Bench['search']> };

/**
 * Conducts the sitting of a job, from wherever the record stands, until the draft is made or the sitting
 * ends. The lease of the job makes one process at a time; the version of the record makes that of two, one
 * speaks. Killed at any moment, it is gone on with by whoever takes the job next, and nothing is said twice.
 */
export function conductHearing(bailiff: Bailiff): JobHandler {
  return async ({ payload }, signal) => {
    const { hearing, case: caseId, record } = sittingOf(payload);
    const { diary, court, cases, announcements } = bailiff;
    const isOpen = async () => (await diary.hearing(hearing))?.state === 'open';
    if (!(await isOpen())) return;
    const open = openCaseAt(court, await cases.at(record, 1));
    const profile = await profileOf(bailiff, open.state());
    const own = bailiff.ownMind(profile);
    const around: News = {
      isOpen,
      signal,
      news: (stop) =>
        announcements.news(record, AbortSignal.any([stop, AbortSignal.timeout(bailiff.lookMs)])),
    };
    const named = new Map((await diary.seats(caseId)).map(({ seat, mind }) => [seat, mind]));
    certain(await open.act(theCourt, (state) => decided(...seatedFirst(state, named))));
    const minds = new Map<string, Mind>();
    const mindOf = (name: string): Mind => {
      const mind = minds.get(name) ?? bailiff.mindNamed(name, profile) ?? own;
      minds.set(name, mind);
      return interruptible(mind, open, around, bailiff.pauseMs);
    };
    const bench: Bench = {
      minds: new Map(),
      seated(seat, { seats: sitting }) {
        const holder = sitting.get(seat);
        return holder?.actor === 'person'
          ? elsewhere(open, around)
          : mindOf(holder?.mind ?? own.name);
      },
      own,
      briefs: bailiff.briefs,
      search: (state) => own.searches(state),
      heard() {},
      streamed: (seat, words) =>
        bailiff.streamed({ case: caseId, seat, turn: open.version(), words }),
    };
    try {
      await hear(open, bench);
    } catch (error) {
      if (!(error instanceof SittingEnded)) throw error;
      // The next worker goes on at once; a sitting that is closed has nothing more to be done.
      if (signal.aborted) throw error;
      return;
    }
    const sitting = await diary.hearing(hearing);
    if (sitting?.state === 'open') await diary.move(sitting, sitting.version, 'closed');
  };
}

/** Seats of which the record does not say yet who sits there: the minds that the court named, or its own. */
function seatedFirst(state: Case, named: ReadonlyMap<Seat, string>): readonly CaseEvent[] {
  return seats
    .filter((seat) => !state.seats.has(seat))
    .map((seat): CaseEvent => {
      const mind = named.get(seat) ?? usualMind;
      return { type: 'seat-taken', data: { seat, actor: 'mind', mind } };
    });
}

/** Who plays a seat for which nobody else was named. */
export const usualMind = 'offline';

async function profileOf({ profiles }: Bailiff, { constitution }: Case): Promise<Profile> {
  if (constitution === null) throw new HopelessJob('This case has no court yet.');
  const read = await profiles.read(constitution.profile.id);
  if (read.kind === 'read') return read.profile;
  throw new HopelessJob(`The jurisdiction ${constitution.profile.id} cannot be read here.`);
}

function sittingOf(payload: unknown): SittingJob {
  const isSitting = (value: unknown): value is SittingJob =>
    typeof value === 'object' &&
    value !== null &&
    'hearing' in value &&
    'case' in value &&
    'record' in value;
  if (isSitting(payload)) return payload;
  throw new HopelessJob('This job names no hearing.');
}
