import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import type { Docket } from '../../ports/docket.ts';
import { caseChanges, caseMember, casesQuery, courtCase, newCase } from '../../wire/v1/cases.ts';
import { court } from '../../wire/v1/courts.ts';
import { pageOf } from '../../wire/v1/page.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { etag, notYours, problems, stale, taken, there, versionOf } from './answers.ts';

const ofCourt = z.object({ court: z.uuid() });
const ofCase = z.object({ case: z.uuid() });

/** Courts, their dockets, and who is of a case. */
export function registerCases(app: App, docketFor: (identity: Identity) => Docket): void {
  app.get(
    '/v1/courts',
    { schema: { tags: ['courts'], response: { ...problems, 200: z.array(court) } } },
    async ({ identity }) => [...(await docketFor(identity).courts())],
  );

  app.get(
    '/v1/courts/:court',
    { schema: { tags: ['courts'], params: ofCourt, response: { ...problems, 200: court } } },
    async ({ identity, params }) => there(await docketFor(identity).court(params.court), 'court'),
  );

  app.get(
    '/v1/courts/:court/cases',
    {
      schema: {
        tags: ['cases'],
        params: ofCourt,
        querystring: casesQuery,
        response: { ...problems, 200: pageOf(courtCase) },
      },
    },
    async ({ identity, params, query }) => {
      const docket = docketFor(identity);
      there(await docket.court(params.court), 'court');
      const { limit, cursor = null, stage = null, text = null } = query;
      const { items, next } = await docket.cases(params.court, { limit, cursor, stage, text });
      return { items: [...items], next };
    },
  );

  app.post(
    '/v1/courts/:court/cases',
    {
      schema: {
        tags: ['cases'],
        params: ofCourt,
        body: newCase,
        response: { ...problems, 201: courtCase },
      },
    },
    async ({ identity, params, body }, reply) => {
      const docket = docketFor(identity);
      there(await docket.court(params.court), 'court');
      const row = await docket.begin(params.court, body);
      if (row === null) throw notYours('Your roles in this court do not let you file a case.');
      return reply
        .code(201)
        .header('location', `/v1/cases/${row.id}`)
        .header('etag', etag(row.version))
        .send(row);
    },
  );

  app.get(
    '/v1/cases/:case',
    { schema: { tags: ['cases'], params: ofCase, response: { ...problems, 200: courtCase } } },
    async ({ identity, params }, reply) => {
      const row = there(await docketFor(identity).case(params.case), 'case');
      return reply.header('etag', etag(row.version)).send(row);
    },
  );

  app.patch(
    '/v1/cases/:case',
    {
      schema: {
        tags: ['cases'],
        params: ofCase,
        body: caseChanges,
        response: { ...problems, 200: courtCase },
      },
    },
    async ({ identity, params, body, headers }, reply) => {
      const docket = docketFor(identity);
      there(await docket.case(params.case), 'case');
      const row = await docket.change(params.case, versionOf(headers['if-match']), body);
      if (row === 'stale') throw stale();
      if (row === 'taken') throw taken('Another case of this court has that number.', 'number');
      if (row === 'refused') throw notYours('Your roles in this case do not let you change it.');
      const changed = there(row, 'case');
      return reply.header('etag', etag(changed.version)).send(changed);
    },
  );

  app.get(
    '/v1/cases/:case/members',
    {
      schema: {
        tags: ['cases'],
        params: ofCase,
        response: { ...problems, 200: z.array(caseMember) },
      },
    },
    async ({ identity, params }) => {
      const docket = docketFor(identity);
      there(await docket.case(params.case), 'case');
      const members = await docket.members(params.case);
      return members.map(({ personId, role, party }) => ({ personId, role, party }));
    },
  );

  app.post(
    '/v1/cases/:case/members',
    {
      schema: {
        tags: ['cases'],
        params: ofCase,
        body: caseMember,
        response: { ...problems, 200: caseMember, 201: caseMember },
      },
    },
    async ({ identity, params, body }, reply) => {
      const docket = docketFor(identity);
      const { id: caseId, courtId } = there(await docket.case(params.case), 'case');
      const outcome = await docket.admit({ ...body, caseId, courtId });
      if (outcome === 'refused')
        throw notYours('Only a clerk of the court admits people to a case.');
      if (outcome === 'nobody') {
        const says = 'There is no such person.';
        throw new Refused({ rule: 'SV2', at: ['body', 'personId'], says });
      }
      return reply.code(outcome === 'known' ? 200 : 201).send(body);
    },
  );

  app.delete(
    '/v1/cases/:case/members/:person/:role',
    {
      schema: {
        tags: ['cases'],
        params: ofCase.extend({ person: z.uuid(), role: caseMember.shape.role }),
        response: { ...problems, 204: z.void() },
      },
    },
    async ({ identity, params }, reply) => {
      const docket = docketFor(identity);
      there(await docket.case(params.case), 'case');
      const { case: caseId, person, role } = params;
      const gone = await docket.dismiss(caseId, person, role);
      if (!gone) throw notYours('There is no such member, or it is not yours to dismiss.');
      return reply.code(204).send();
    },
  );
}
