import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { mindThat, openSmallCase, silent, smallCourt } from '../../test/world.ts';
import { smallProfile } from '../../test/small-profile.ts';
import { decided } from '../core/refusal.ts';
import { casesInHand } from '../court/hearing/cases-in-hand.ts';
import { openCase, theCourt } from '../court/open-case.ts';
import type { HearingRow, SeatRow } from '../ports/hearing-diary.ts';
import type { LeasedJob, Payload } from '../ports/jobs.ts';
import { HopelessJob } from '../ports/jobs-worker.ts';
import { recordAnnouncements } from '../ports/record-announcements.ts';
import { conductHearing, type Bailiff, type Spoken } from './conduct-hearing.ts';
import { SittingEnded } from './live-mind.ts';

const sitting = { hearing: 'H-1', case: 'case', record: 'C-1' };
const jobOf = (payload: Payload): LeasedJob => ({
  id: '1',
  kind: 'hearing.conduct',
  key: 'H-1 2',
  payload,
  lease: 1,
  attempt: 1,
  mostAttempts: 100,
});

/** A small court with an open sitting. */
async function opened(more: Partial<Bailiff> = {}, seats: readonly SeatRow[] = []) {
  const announcements = recordAnnouncements();
  const memory = smallCourt();
  const court = {
    ...memory,
    store: {
      ...memory.store,
      async append(...batch: Parameters<typeof memory.store.append>) {
        const answer = await memory.store.append(...batch);
        announcements.announce('C-1');
        return answer;
      },
    },
  };
  await openSmallCase(court);
  let row: HearingRow = {
    id: 'H-1',
    caseId: 'case',
    courtId: 'court',
    startsAt: '2026-03-02T09:00:00.000Z',
    endsAt: null,
    room: null,
    state: 'open',
    version: 2,
  };
  const spoken: Spoken[] = [];
  const bailiff: Bailiff = {
    court,
    cases: casesInHand(court.store, 1_000_000),
    diary: {
      hearing: async (id) => (id === 'H-1' ? row : null),
      seats: async () => seats,
      async move(one, version, state) {
        row = { ...one, version: version + 1, state };
        announcements.announce('C-1');
        return row;
      },
    },
    announcements,
    profiles: { read: async () => ({ kind: 'read', profile: smallProfile() }) },
    briefs: new Map(),
    mindNamed: () => null,
    ownMind: () => ({ ...silent, searches: () => [] }),
    pauseMs: 0,
    lookMs: 5_000,
    streamed: (one) => void spoken.push(one),
    ...more,
  };
  const stop = new AbortController();
  const conduct = (payload: Payload = sitting) =>
    conductHearing(bailiff)(jobOf(payload), stop.signal);
  const close = () => bailiff.diary.move(row, row.version, 'closed');
  return { court, bailiff, conduct, close, stop, spoken, row: () => row };
}

const typesOf = async ({ store }: Bailiff['court']) =>
  (await store.read('C-1')).map(({ type }) => type);

const human = (seat: 'judge' | 'defender') =>
  decided({ type: 'seat-taken', data: { seat, actor: 'person', mind: 'human' } } as const);

describe('a sitting', () => {
  test('is conducted to the draft, with the minds that were named, and then closed', async () => {
    const talking = mindThat(() => ({ move: null }), 'talking');
    const streaming = {
      ...talking,
      async next(_: unknown, stream: (words: string) => void) {
        stream('Well.');
        return { move: null };
      },
    };
    const named: SeatRow = { seat: 'defender', mind: 'talking', person: null };
    const { court, conduct, row, spoken } = await opened(
      { mindNamed: (name) => (name === 'talking' ? streaming : null) },
      [named],
    );
    await conduct();
    expect((await typesOf(court)).filter((type) => type === 'draft-made')).toHaveLength(1);
    expect(row()).toMatchObject({ state: 'closed', version: 3 });
    const open = await openCase(court, 'C-1');
    expect(open.state().seats.get('defender')?.mind).toBe('talking');
    expect(open.state().seats.get('judge')?.mind).toBe('offline');
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken[0]).toMatchObject({ case: 'case', seat: 'defender', words: 'Well.' });
    await conduct();
    expect((await typesOf(court)).filter((type) => type === 'seat-taken')).toHaveLength(5);
  });

  test('that is not open is left alone', async () => {
    const { court, conduct, close } = await opened();
    const before = await typesOf(court);
    await close();
    await conduct();
    expect(await typesOf(court)).toEqual(before);
  });

  test('waits for a person, and stops waiting when it is closed', async () => {
    const { court, conduct, close } = await opened();
    const open = await openCase(court, 'C-1');
    await open.act(theCourt, () => human('judge'));
    const conducted = conduct();
    await pause(50);
    const before = await typesOf(court);
    expect(before).not.toContain('hearing-stepped');
    await close();
    await conducted;
    expect(await typesOf(court)).toEqual(before);
  });

  test('is given back when the worker is to stop', async () => {
    const { court, conduct, stop, row } = await opened();
    const open = await openCase(court, 'C-1');
    await open.act(theCourt, () => human('judge'));
    const conducted = conduct();
    await pause(20);
    stop.abort();
    await expect(conducted).rejects.toBeInstanceOf(SittingEnded);
    expect(row().state).toBe('open');
  });

  test('goes on without a mind whose seat was taken, and hears nothing that it says then', async () => {
    const thinking = Promise.withResolvers<void>();
    const said = Promise.withResolvers<void>();
    const slow = {
      ...mindThat(() => ({ move: null }), 'slow'),
      async next(_: unknown, stream: (words: string) => void) {
        thinking.resolve();
        await said.promise;
        stream('Too late.');
        return { move: null };
      },
    };
    const named: SeatRow = { seat: 'judge', mind: 'slow', person: null };
    const { court, conduct, spoken } = await opened(
      { mindNamed: (name) => (name === 'slow' ? slow : null) },
      [named],
    );
    const conducted = conduct();
    await thinking.promise;
    const open = await openCase(court, 'C-1');
    await open.act(theCourt, () => human('judge'));
    await pause(30);
    said.resolve();
    await open.refresh();
    expect(open.state().hearing.state).toBe('not-opened');
    const offline = { seat: 'judge', actor: 'mind', mind: 'none' } as const;
    await open.act(theCourt, () => decided({ type: 'seat-taken', data: offline }));
    await conducted;
    expect(spoken).toEqual([]);
    expect((await typesOf(court)).filter((type) => type === 'draft-made')).toHaveLength(1);
  });

  test('looks at the record by itself where no news comes', async () => {
    const deaf = { news: (_: string, signal: AbortSignal) => aborted(signal) };
    const { court, conduct, close } = await opened({ announcements: deaf, lookMs: 20 });
    const open = await openCase(court, 'C-1');
    await open.act(theCourt, () => human('judge'));
    const conducted = conduct();
    await pause(30);
    await close();
    await conducted;
    expect(await typesOf(court)).not.toContain('hearing-stepped');
  });

  test('a fault goes to the queue, which tries again', async () => {
    const broken = { ...silent, next: async () => Promise.reject(new Error('a bug')) };
    const { conduct } = await opened({ ownMind: () => ({ ...broken, searches: () => [] }) });
    await expect(conduct()).rejects.toThrow('a bug');
  });

  test('of nothing, without a court, or in a jurisdiction that is not here, is hopeless', async () => {
    const missing = await opened({ profiles: { read: async () => ({ kind: 'missing' }) } });
    await expect(missing.conduct()).rejects.toBeInstanceOf(HopelessJob);
    await expect(missing.conduct('nothing')).rejects.toBeInstanceOf(HopelessJob);
    const { court, conduct } = await opened();
    const open = await openCase(court, 'C-2');
    await open.act(theCourt, () => human('defender'));
    await expect(conduct({ ...sitting, record: 'C-2' })).rejects.toBeInstanceOf(HopelessJob);
  });
});

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
