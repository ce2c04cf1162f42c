import { z } from 'zod';
import type { SeatChange } from '../../ports/hearing-diary.ts';
import type { Identity } from '../../core/person/claims.ts';
import { usualMind } from '../../agents/conduct-hearing.ts';
import { changeSeat } from '../../court/hearing/change-seat.ts';
import { roomOf } from '../../court/hearing/room-of.ts';
import { courtFor, visit, type CourtHouse, type Visit } from '../../court/hearing/visit.ts';
import { seatHolder, seatTaking, workspace, workspaceChange } from '../../wire/v1/hearings.ts';
import { seat } from '../../wire/v1/seat.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { etag, problems, refusedBy, stale, there, versionOf } from './answers.ts';

const ofCase = z.object({ case: z.uuid() });
const ofSeat = ofCase.extend({ seat });
const tags = ['hearings'];

/** Who sits where, and the private notes that go with each seat. */
export function registerSeats(app: App, house: CourtHouse, minds: readonly string[]): void {
  app.get(
    '/v1/cases/:case/seats',
    { schema: { tags, params: ofCase, response: { ...problems, 200: z.array(seatHolder) } } },
    async ({ identity, params }) =>
      seatsOf(there(await visit(house, identity, params.case), 'case')),
  );

  app.put(
    '/v1/cases/:case/seats/:seat',
    {
      schema: {
        tags,
        params: ofSeat,
        body: seatTaking,
        response: { ...problems, 200: z.array(seatHolder) },
      },
    },
    async ({ identity, params, body }) => {
      const visited = there(await visit(house, identity, params.case), 'case');
      if (body.kind === 'mind' && !minds.includes(body.mind)) {
        const says = `There is no mind «${body.mind}»; there are: ${minds.join(', ')}.`;
        throw new Refused({ rule: 'SV1', at: ['body', 'mind'], says });
      }
      const { courtId } = visited.standing;
      const of = { caseId: params.case, courtId, seat: params.seat };
      return await change(house, identity, visited, {
        ...of,
        ...(body.kind === 'mind' ? { to: 'mind', mind: body.mind } : { to: 'caller' }),
      });
    },
  );

  app.delete(
    '/v1/cases/:case/seats/:seat',
    { schema: { tags, params: ofSeat, response: { ...problems, 200: z.array(seatHolder) } } },
    async ({ identity, params }) => {
      const visited = there(await visit(house, identity, params.case), 'case');
      const { caseId, courtId } = visited.standing;
      const rows = await visited.diary.seats(caseId);
      const mind = rows.find((one) => one.seat === params.seat)?.mind ?? usualMind;
      const of = { caseId, courtId, seat: params.seat };
      return await change(house, identity, visited, { ...of, to: 'mind', mind });
    },
  );

  app.get(
    '/v1/cases/:case/seats/:seat/workspace',
    { schema: { tags, params: ofSeat, response: { ...problems, 200: workspace } } },
    async ({ identity, params }, reply) => {
      const { diary, seen } = there(await visit(house, identity, params.case), 'case');
      const desk = there(await diary.workspace(params.case, params.seat), 'workspace of yours');
      const handed = seen.state.notes.get(params.seat) ?? '';
      return reply.header('etag', etag(desk.version)).send({ ...desk, handed });
    },
  );

  app.put(
    '/v1/cases/:case/seats/:seat/workspace',
    {
      schema: {
        tags,
        params: ofSeat,
        body: workspaceChange,
        response: { ...problems, 200: workspace },
      },
    },
    async ({ identity, params, body, headers }, reply) => {
      const expected = versionOf(headers['if-match']);
      const { diary, standing, seen } = there(await visit(house, identity, params.case), 'case');
      const { caseId, courtId } = standing;
      const of = { caseId, courtId, seat: params.seat };
      const written = await diary.write(of, expected, body.notes);
      if (written === 'stale') throw stale();
      const desk = there(written, 'workspace of yours');
      const handed = seen.state.notes.get(params.seat) ?? '';
      return reply.header('etag', etag(desk.version)).send({ ...desk, handed });
    },
  );
}

async function change(
  house: CourtHouse,
  identity: Identity,
  { diary, standing, soFar }: Visit,
  wished: SeatChange,
) {
  // Who sits there already need not sit down again, however often it is asked for.
  const sits = wished.to === 'caller' && standing.seats.includes(wished.seat);
  if (!sits) {
    const usher = { court: courtFor(house, identity), diary, standing };
    const changed = await changeSeat(usher, soFar, wished);
    if (changed.kind === 'refused') throw refusedBy(changed.refusals);
  }
  return await seatsOf(there(await visit(house, identity, standing.caseId), 'case'));
}

async function seatsOf({ diary, standing, seen }: Visit) {
  return [...roomOf(seen.state, standing, await diary.seats(standing.caseId)).seats];
}
