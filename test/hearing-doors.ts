import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { systemHashing } from '../src/adapters/system/hashing.ts';
import { typstPrinter } from '../src/adapters/typst/printer.ts';
import { readBundle, writeBundle } from '../src/adapters/zip/bundle.ts';
import { describeApi } from '../src/http/docs.ts';
import { registerHearings } from '../src/http/v1/hearing-routes.ts';
import { hearing } from '../src/wire/v1/hearings.ts';
import { room as roomShape } from '../src/wire/v1/room.ts';
import { root } from './hear-folder.ts';
import { openTestApp, seedCourt } from './open-test-app.ts';
import { fileFolder, openTestCourthouse, type OpenedHouse } from './open-courthouse.ts';
import { person } from './open-test-database.ts';

export const here = '11111111-1111-4111-8111-111111111111';
export const heater = '33333333-3333-4333-8333-333333333333';

/** People of the court by number; rivals are of the case beside the first of their role. */
export const [clerk, judge, counsel, defender, observer, stranger, rival, administrator] = [
  1, 2, 3, 4, 5, 6, 7, 8,
] as const;

const roles = new Map<number, Record<string, string[]>>([
  [clerk, { [here]: ['clerk'] }],
  [judge, { [here]: ['judge'] }],
  [counsel, { [here]: ['prosecutor'] }],
  [defender, { [here]: ['defender'] }],
  [observer, { [here]: ['observer'] }],
  [rival, { [here]: ['defender'] }],
  [administrator, { [here]: ['administrator'] }],
]);

type Asked = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Room = z.infer<typeof roomShape>;

/** If-Match. */
export const on = (version: number) => ({ 'if-match': `"${version}"` });

/** A court with one case, the doors to its hearings, and nobody who conducts them yet. */
export async function openHearingDoors() {
  let house: OpenedHouse | undefined;
  let papers: ReadonlyMap<string, Uint8Array> = new Map();
  const { app, opened: base } = await openTestApp(
    (n) => roles.get(n) ?? {},
    async (made, { database, settings }) => {
      house = openTestCourthouse(database, settings.url);
      await describeApi(made, () => '');
      registerHearings(made, {
        house,
        bundling: {
          printer: typstPrinter(),
          archive: { pack: writeBundle, open: readBundle },
          hashing: systemHashing,
          originals: async () => papers,
        },
        minds: ['offline', 'slow'],
      });
    },
  );
  if (house === undefined) throw new Error('no house');
  const { admin } = base;
  await seedCourt(base, here, [...roles.keys(), stranger]);
  await admin(
    `insert into court.cases (id, record, court_id, jurisdiction) values ($1, 'heater', $2, 'model')`,
    [heater, here],
  );
  const members: readonly (readonly [number, string])[] = [
    [judge, 'judge'],
    [counsel, 'prosecutor'],
    [defender, 'defender'],
    [rival, 'defender'],
  ];
  for (const [n, role] of members) {
    await admin(
      `insert into court.case_members (case_id, person_id, role, court_id) values ($1, $2, $3, $4)`,
      [heater, person(n).claims.sub, role, here],
    );
  }

  const ask = async (
    as: number,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { body, headers = {} }: Asked = {},
  ) => {
    const response = await app.inject({
      method,
      url: path.startsWith('/v1') ? path : `/v1/cases/${heater}${path}`,
      headers: {
        'x-as': String(as),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const isJson = /application\/(problem\+)?json/.test(String(response.headers['content-type']));
    const told: unknown = isJson ? JSON.parse(response.body) : response.body;
    const { statusCode: status, headers: answered, rawPayload: bytes } = response;
    return { status, headers: answered, body: told, bytes };
  };
  const room = async (as: number): Promise<Room> =>
    roomShape.parse((await ask(as, 'GET', '/room')).body);
  const worker = house;
  return {
    app,
    house,
    admin,
    ask,
    room,
    /** Waits until the room is so. */
    until: async (as: number, is: (room: Room) => boolean): Promise<Room> => {
      for (;;) {
        const now = await room(as);
        if (is(now)) return now;
        await pause(20);
      }
    },
    take: (as: number, seat: string) =>
      ask(as, 'PUT', `/seats/${seat}`, { body: { kind: 'person' } }),
    act: (as: number, version: number, seat: string, move: unknown) =>
      ask(as, 'POST', '/acts', { body: { seat, move }, headers: on(version) }),
    /** Files the papers of our greenhouse. */
    file: async (): Promise<void> => {
      papers = await fileFolder(worker, 'heater', `${root}cases/greenhouse-heater`);
    },
    /** Schedules a sitting and opens it. */
    sit: async () => {
      const body = { startsAt: '2026-03-02T09:00:00Z' };
      const { id } = hearing.parse((await ask(clerk, 'POST', '/hearings', { body })).body);
      const path = `/v1/hearings/${id}`;
      const opening = { body: { state: 'open' }, headers: on(1) };
      return { path, opened: await ask(judge, 'PUT', `${path}/state`, opening) };
    },
  };
}

/** Whether the draft is made and the sitting over. */
export const isOver = ({ state, sitting }: Room) => state === 'closed' && sitting === null;

/** What the only seat of the visitor may do. */
export const actsOf = ({ yours }: Room): readonly string[] => yours[0]?.acts ?? [];

/** What somebody patient does. */
export function patiently(acts: readonly string[]) {
  if (acts.includes('pass')) return { act: 'pass' };
  const act = acts.find((one) => one === 'close' || one === 'answer');
  if (act === undefined) return { act: acts[0] };
  const conclusion = { about: 'nothing' };
  const scheme = 'procedure';
  const proposal = {
    kind: 'procedural',
    text: 'Nothing to add.',
    anchors: [],
    scheme,
    bindings: {},
    conclusion,
  };
  return { act, proposal };
}
