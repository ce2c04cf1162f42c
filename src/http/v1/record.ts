import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import { encodeEvent } from '../../core/record/chain.ts';
import type { RecordedEvent } from '../../core/record/event.ts';
import { readHead } from '../../core/record/head.ts';
import { receiptFor } from '../../core/record/receipt.ts';
import { exportBundle, type Export } from '../../court/hearing/export-case.ts';
import { visit, type CourtHouse } from '../../court/hearing/visit.ts';
import { openCaseAt } from '../../court/open-case.ts';
import type { HearingDiary } from '../../ports/hearing-diary.ts';
import { pageOf } from '../../wire/v1/page.ts';
import { eventsQuery, head, receipt, recordedEvent } from '../../wire/v1/record.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { etag, notYours, problems, there } from './answers.ts';

const ofCase = z.object({ case: z.uuid() });
const tags = ['record'];
const lines = z.instanceof(Readable).meta({ type: 'string' });
const bytes = z.instanceof(Buffer).meta({ type: 'string', format: 'binary' });

/** What a bundle is made with, besides the record. */
export type Bundling = Omit<Export, 'originals' | 'withoutPrivate'> & {
  /** The papers of a case as they were filed, by SHA-256, as far as the caller may read them. */
  originals(identity: Identity, caseId: string): Promise<ReadonlyMap<string, Uint8Array>>;
};

/** The record of a case: its events, what the court signed of it, and all of it in one file. */
export function registerRecord(app: App, house: CourtHouse, bundling: Bundling): void {
  app.get(
    '/v1/cases/:case/record/events',
    {
      schema: {
        tags,
        params: ofCase,
        querystring: eventsQuery,
        response: {
          ...problems,
          200: {
            content: {
              'application/json': { schema: pageOf(recordedEvent) },
              'application/x-ndjson': { schema: lines },
            },
          },
        },
      },
    },
    async ({ identity, params, query, headers }, reply) => {
      const diary = house.diaryFor(identity);
      there(await diary.standing(params.case), 'case');
      const after = Number(query.cursor ?? 0);
      if (headers.accept?.includes('application/x-ndjson') === true) {
        const told = Readable.from(linesAfter(diary, params.case, after), { objectMode: false });
        return reply.type('application/x-ndjson').send(told);
      }
      const events = await diary.events(params.case, after, query.limit + 1);
      const items = events.slice(0, query.limit);
      const last = items.at(-1);
      const goesOn = events.length > query.limit && last !== undefined;
      return reply
        .type('application/json')
        .send({ items: items.map(plain), next: goesOn ? String(last.seq) : null });
    },
  );

  app.get(
    '/v1/cases/:case/record/heads',
    { schema: { tags, params: ofCase, response: { ...problems, 200: z.array(head) } } },
    async ({ identity, params }) => {
      const diary = house.diaryFor(identity);
      there(await diary.standing(params.case), 'case');
      return (await diary.heads(params.case)).flatMap((event) => {
        const read = readHead(event);
        const { seq, at, hash } = event;
        return read === null ? [] : [{ seq, at, hash, ...read }];
      });
    },
  );

  app.get(
    '/v1/cases/:case/record/receipt',
    { schema: { tags, params: ofCase, response: { ...problems, 200: receipt } } },
    async ({ identity, params }, reply) => {
      const { soFar } = there(await visit(house, identity, params.case), 'case');
      const { court } = house;
      const { signer } = court;
      const unsigned = receiptFor(soFar.id, soFar.tip, court.now(), signer.publicKey);
      const signed = unsigned.signed(await signer.sign(unsigned.statement));
      return reply.header('etag', etag(soFar.tip.seq)).send(signed);
    },
  );

  app.get(
    '/v1/cases/:case/bundle',
    {
      schema: {
        tags,
        params: ofCase,
        response: { ...problems, 200: { content: { 'application/zip': { schema: bytes } } } },
      },
    },
    async ({ identity, params }, reply) => {
      const { standing, soFar } = there(await visit(house, identity, params.case), 'case');
      if (standing.isKeptFrom) {
        throw notYours(
          'Papers of this case are sealed: a bundle of it is for those who may read them.',
        );
      }
      const { constitution, hearing } = soFar.state;
      if (constitution === null || hearing.state === 'in-session') {
        const says =
          'A bundle is made of a case that is filed and whose hearing is not in session.';
        throw new Refused({ rule: 'SV6', at: [], says });
      }
      const originals = await bundling.originals(identity, params.case);
      const open = openCaseAt(house.court, soFar);
      const tools = { ...bundling, originals, withoutPrivate: true };
      const { bundle } = await exportBundle(house.court, open, tools);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="case-${params.case}.zip"`)
        .send(Buffer.from(bundle));
    },
  );
}

const perPage = 500;

/** Every event that the caller may see, a line each, read as fast as it is taken. */
async function* linesAfter(
  diary: Pick<HearingDiary, 'events'>,
  caseId: string,
  from: number,
): AsyncIterable<string> {
  let after = from;
  for (;;) {
    const events = await diary.events(caseId, after, perPage);
    yield events.map((event) => `${encodeEvent(event).line}\n`).join('');
    const last = events.at(-1);
    if (last === undefined || events.length < perPage) return;
    after = last.seq;
  }
}

/** As the wire has it: the members of an event, and no types of ours. */
function plain({ by, data, ...event }: RecordedEvent) {
  return { ...event, by: { ...by }, data: { ...data } };
}
