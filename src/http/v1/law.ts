import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import type { Docket } from '../../ports/docket.ts';
import type { LawShelf } from '../../ports/law-shelf.ts';
import type { RegistryDesk } from '../../ports/registry-desk.ts';
import { importedLaw, lawWork, newLaw, quotesChecked, quotesToCheck } from '../../wire/v1/law.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { refusedBy } from '../refused-by.ts';
import { notYours, problems, there } from './answers.ts';

/** What the law of a court needs of the world. */
export type LawDesk = {
  docketFor(identity: Identity): Docket;
  lawFor(identity: Identity): LawShelf;
  readonly desk: RegistryDesk;
};

const ofCourt = z.object({ court: z.uuid() });
const tags = ['law'];
/** The longest code of law has about 1.3 million bytes; several times that, with the signs of JSON. */
const largestBody = 25_000_000;

/** The law by which a court decides: what its jurisdiction brings along, and what it imported over that. */
export function registerLaw(app: App, desk: LawDesk): void {
  app.get(
    '/v1/courts/:court/law',
    { schema: { tags, params: ofCourt, response: { ...problems, 200: z.array(lawWork) } } },
    async ({ identity, params }) => {
      const { jurisdiction } = there(await desk.docketFor(identity).court(params.court), 'court');
      const imported = await desk.lawFor(identity).works(params.court);
      const shipped = await desk.desk.shippedLaw(jurisdiction);
      if (shipped.kind === 'refused') throw refusedBy(shipped.refusals);
      return [
        ...shipped.versions.map((version) => {
          return { ...version, origin: 'shipped' as const, source: null, importedAt: null };
        }),
        ...imported.map((version) => ({ ...version, origin: 'imported' as const })),
      ];
    },
  );

  app.post(
    '/v1/courts/:court/law',
    {
      bodyLimit: largestBody,
      schema: {
        tags,
        params: ofCourt,
        body: newLaw,
        response: { ...problems, 200: importedLaw, 201: importedLaw },
      },
    },
    async ({ identity, params, body }, reply) => {
      there(await desk.docketFor(identity).court(params.court), 'court');
      const { replace, ...file } = body;
      const read = await desk.desk.readLaw(file);
      if (read.kind === 'refused') throw refusedBy(read.refusals);
      const { version } = read;
      const law = desk.lawFor(identity);
      const outcome = await law.keep(params.court, version, file, { replace });
      if (outcome === 'refused') {
        throw notYours('Your roles in this court do not let you import law.');
      }
      if (outcome === 'differs') {
        const says = `Another text of ${version.work}, from ${version.from}, is there; ask for it to be replaced.`;
        throw new Refused({ rule: 'LAW7', at: ['body', 'text'], says });
      }
      return reply.code(outcome === 'kept' ? 201 : 200).send({ ...version, outcome });
    },
  );

  app.post(
    '/v1/courts/:court/law/check',
    {
      schema: {
        tags,
        params: ofCourt,
        body: quotesToCheck,
        response: { ...problems, 200: quotesChecked },
      },
    },
    async ({ identity, params, body }) => {
      const { jurisdiction } = there(await desk.docketFor(identity).court(params.court), 'court');
      const law = await desk.lawFor(identity).texts(params.court);
      const checked = await desk.desk.checkQuotes({ jurisdiction, law, claims: body.quotes });
      if (checked.kind === 'refused') throw refusedBy(checked.refusals);
      return {
        quotes: body.quotes.flatMap(({ work, article, on }, n) => {
          const found = checked.found[n];
          if (found === undefined) return [];
          const since = found.status === 'stale' ? found.since : null;
          return [{ work, article, on, status: found.status, since }];
        }),
      };
    },
  );
}
