import { z } from 'zod';
import type { Said } from '../../court/case-so-far.ts';
import { actOfPerson } from '../../court/hearing/act-of-person.ts';
import { type PendingTold, roomOf } from '../../court/hearing/room-of.ts';
import { openFor, visit, type CourtHouse } from '../../court/hearing/visit.ts';
import { actAsked, actDone } from '../../wire/v1/hearings.ts';
import { pageOf } from '../../wire/v1/page.ts';
import { room, said, transcriptQuery } from '../../wire/v1/room.ts';
import type { App } from '../app.ts';
import { etag, problems, refusedBy, stale, there, versionOf } from './answers.ts';

const ofCase = z.object({ case: z.uuid() });
const tags = ['hearings'];

/** The courtroom of a case: what is to be seen there, and what is done. */
export function registerRoom(app: App, house: CourtHouse): void {
  app.get(
    '/v1/cases/:case/room',
    {
      schema: {
        tags,
        params: ofCase,
        querystring: transcriptQuery,
        response: { ...problems, 200: room },
      },
    },
    async ({ identity, params, query }, reply) => {
      const { diary, standing, soFar, seen } = there(
        await visit(house, identity, params.case),
        'case',
      );
      const [rows, sittings] = await Promise.all([
        diary.seats(params.case),
        diary.hearings(params.case),
      ]);
      const told = roomOf(seen.state, standing, rows);
      const version = soFar.tip.seq;
      return reply.header('etag', etag(version)).send({
        ...told,
        case: params.case,
        version,
        sitting: sittings.find(({ state }) => state === 'open') ?? null,
        pending: plain(told.pending),
        seats: [...told.seats],
        yours: told.yours.map(({ seat, acts }) => ({ seat, acts: [...acts] })),
        transcript:
          query.cursor === undefined ? newest(seen.said, query.limit) : page(seen.said, query),
      });
    },
  );

  app.get(
    '/v1/cases/:case/transcript',
    {
      schema: {
        tags,
        params: ofCase,
        querystring: transcriptQuery,
        response: { ...problems, 200: pageOf(said) },
      },
    },
    async ({ identity, params, query }) => {
      const { seen } = there(await visit(house, identity, params.case), 'case');
      return page(seen.said, query);
    },
  );

  app.post(
    '/v1/cases/:case/acts',
    {
      schema: { tags, params: ofCase, body: actAsked, response: { ...problems, 201: actDone } },
    },
    async ({ identity, params, body, headers }, reply) => {
      const version = versionOf(headers['if-match']);
      const visited = there(await visit(house, identity, params.case), 'case');
      const open = openFor(house, identity, visited);
      const done = await actOfPerson(open, visited.standing, { ...body, version });
      if (done.kind === 'overtaken') throw stale();
      if (done.kind === 'refused') throw refusedBy(done.refusals);
      return reply.code(201).header('etag', etag(done.version)).send({ version: done.version });
    },
  );
}

/** Lists that the wire may own. */
function plain(pending: PendingTold) {
  switch (pending.kind) {
    case 'nothing':
    case 'answer-due':
      return pending;
    case 'objection-open':
      return { ...pending, exhibits: [...pending.exhibits], grounds: [...pending.grounds] };
    case 'ruling-due':
      return { ...pending, due: [...pending.due] };
  }
}

type Asked = z.output<typeof transcriptQuery>;

function page(lines: readonly Said[], { cursor = '0', limit }: Asked) {
  const after = lines.filter(({ seq }) => seq > Number(cursor));
  const items = after.slice(0, limit).map(told);
  const last = items.at(-1);
  const goesOn = after.length > limit && last !== undefined;
  return { items, next: goesOn ? String(last.seq) : null };
}

const newest = (lines: readonly Said[], limit: number) => ({
  items: lines.slice(-limit).map(told),
  next: null,
});

function told({ seq, at, by, privateTo, line }: Said) {
  return { seq, at, by, privateTo, ...line, places: [...line.places] };
}
