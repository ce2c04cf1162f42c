import { z } from 'zod';
import { type CourtHouse, visit } from '../../court/hearing/visit.ts';
import type { HearingChanged, HearingRow, Planned } from '../../ports/hearing-diary.ts';
import {
  calendarQuery,
  hearing,
  hearingChanges,
  hearingMove,
  newHearing,
} from '../../wire/v1/hearings.ts';
import { pageOf } from '../../wire/v1/page.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { etag, notYours, problems, stale, there, versionOf } from './answers.ts';

const ofCase = z.object({ case: z.uuid() });
const ofCourt = z.object({ court: z.uuid() });
const ofHearing = z.object({ hearing: z.uuid() });
const tags = ['hearings'];

/** The sittings of cases: planned, held, closed. */
export function registerSittings(app: App, house: CourtHouse): void {
  app.get(
    '/v1/cases/:case/hearings',
    { schema: { tags, params: ofCase, response: { ...problems, 200: z.array(hearing) } } },
    async ({ identity, params }) => {
      const diary = house.diaryFor(identity);
      there(await diary.standing(params.case), 'case');
      return [...(await diary.hearings(params.case))];
    },
  );

  app.post(
    '/v1/cases/:case/hearings',
    {
      schema: {
        tags,
        params: ofCase,
        body: newHearing,
        response: { ...problems, 201: hearing },
      },
    },
    async ({ identity, params, body }, reply) => {
      const diary = house.diaryFor(identity);
      const { caseId, courtId } = there(await diary.standing(params.case), 'case');
      refuseBackwards(body);
      const made = await diary.schedule({ caseId, courtId }, body);
      if (made === 'refused') throw theRegistrys();
      return reply
        .code(201)
        .header('location', `/v1/hearings/${made.id}`)
        .header('etag', etag(made.version))
        .send(made);
    },
  );

  app.get(
    '/v1/courts/:court/hearings',
    {
      schema: {
        tags,
        params: ofCourt,
        querystring: calendarQuery,
        response: { ...problems, 200: pageOf(hearing) },
      },
    },
    async ({ identity, params, query }) => {
      const { from = null, to = null, cursor = null, limit } = query;
      const asked = { from, to, cursor, limit };
      const { items, next } = await house.diaryFor(identity).calendar(params.court, asked);
      return { items: [...items], next };
    },
  );

  app.get(
    '/v1/hearings/:hearing',
    { schema: { tags, params: ofHearing, response: { ...problems, 200: hearing } } },
    async ({ identity, params }, reply) => {
      const row = there(await house.diaryFor(identity).hearing(params.hearing), 'hearing');
      return reply.header('etag', etag(row.version)).send(row);
    },
  );

  app.patch(
    '/v1/hearings/:hearing',
    {
      schema: {
        tags,
        params: ofHearing,
        body: hearingChanges,
        response: { ...problems, 200: hearing },
      },
    },
    async ({ identity, params, body, headers }, reply) => {
      const diary = house.diaryFor(identity);
      const row = there(await diary.hearing(params.hearing), 'hearing');
      const expected = versionOf(headers['if-match']);
      if (row.version !== expected) throw stale();
      if (row.state !== 'scheduled') throw past(row);
      const { startsAt, endsAt, room } = row;
      const planned: Planned = {
        startsAt: body.startsAt ?? startsAt,
        endsAt: body.endsAt === undefined ? endsAt : body.endsAt,
        room: body.room === undefined ? room : body.room,
      };
      refuseBackwards(planned);
      const changed = heldTo(await diary.reschedule(row.id, expected, planned));
      return reply.header('etag', etag(changed.version)).send(changed);
    },
  );

  app.put(
    '/v1/hearings/:hearing/state',
    {
      schema: {
        tags,
        params: ofHearing,
        body: hearingMove,
        response: { ...problems, 200: hearing },
      },
    },
    async ({ identity, params, body: { state }, headers }, reply) => {
      const diary = house.diaryFor(identity);
      const row = there(await diary.hearing(params.hearing), 'hearing');
      const expected = versionOf(headers['if-match']);
      if (row.version !== expected) throw stale();
      if (row.state !== beforeState[state]) throw past(row);
      if (state === 'open') await refuseUnfiled(house, identity, row);
      const moved = await diary.move(row, expected, state);
      if (moved === 'taken') throw conflict('Another hearing of this case is open.');
      const now = heldTo(moved);
      return reply.header('etag', etag(now.version)).send(now);
    },
  );
}

/** The state that each comes after. */
const beforeState = { open: 'scheduled', closed: 'open', cancelled: 'scheduled' } as const;

const theRegistrys = () =>
  notYours('The registry of the court and the judge of the case set hearings.');

const conflict = (says: string) => new Refused({ rule: 'SV6', at: ['body', 'state'], says });

const past = ({ state }: HearingRow) => conflict(`The hearing is ${state}, and stays so.`);

function heldTo(changed: HearingChanged): HearingRow {
  if (changed === 'stale') throw stale();
  if (changed === 'refused') throw theRegistrys();
  return there(changed, 'hearing');
}

function refuseBackwards({ startsAt, endsAt }: Planned): void {
  if (endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)) return;
  const says = 'A hearing ends after it begins.';
  throw new Refused({ rule: 'SV1', at: ['body', 'endsAt'], says });
}

/** CA1: nothing can be heard before the papers of a case are on record. */
async function refuseUnfiled(
  house: CourtHouse,
  identity: Parameters<CourtHouse['diaryFor']>[0],
  { caseId }: HearingRow,
): Promise<void> {
  const { soFar } = there(await visit(house, identity, caseId), 'case');
  if (soFar.state.constitution !== null) return;
  throw new Refused({ rule: 'CA1', at: [], says: 'This case has no court yet: file it first.' });
}
