import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import {
  fileCaseFromDocuments,
  type FilingDesk as CourtFilingDesk,
} from '../../court/registry/file-case-from-documents.ts';
import type { Docket } from '../../ports/docket.ts';
import type { DocumentShelf } from '../../ports/document-shelf.ts';
import type { LawShelf } from '../../ports/law-shelf.ts';
import { filed, filingQuery, filingShown, newFiling } from '../../wire/v1/filing.ts';
import type { App } from '../app.ts';
import { refusedBy } from '../refused-by.ts';
import { etag, problems, there } from './answers.ts';

/** What filing needs of the world. */
export type FilingDesk = Pick<CourtFilingDesk, 'vault' | 'desk' | 'court'> & {
  docketFor(identity: Identity): Docket;
  shelfFor(identity: Identity): DocumentShelf;
  lawFor(identity: Identity): LawShelf;
};

/** A case is filed from what lies on its shelf. */
export function registerFiling(app: App, desk: FilingDesk): void {
  app.post(
    '/v1/cases/:case/filing',
    {
      schema: {
        tags: ['filing'],
        params: z.object({ case: z.uuid() }),
        querystring: filingQuery,
        body: newFiling.nullish(),
        response: { ...problems, 200: filingShown, 201: filed },
      },
    },
    async ({ identity, params, query, body }, reply) => {
      const docket = desk.docketFor(identity);
      const { id: caseId, courtId, record } = there(await docket.case(params.case), 'case');
      const { jurisdiction } = there(await docket.court(courtId), 'court');
      const law = await desk.lawFor(identity).texts(courtId);
      const page = body?.page ?? {};
      const { preview } = query;
      const outcome = await fileCaseFromDocuments(
        { caseId, record, jurisdiction, page, law, preview },
        { ...desk, shelf: desk.shelfFor(identity) },
      );
      if (outcome.kind === 'refused') throw refusedBy(outcome.refusals);
      const filing = filingShown.parse(outcome.shown);
      if (outcome.kind === 'previewed') return filing;
      const row = there(await docket.case(caseId), 'case');
      return reply
        .code(201)
        .header('location', `/v1/cases/${caseId}`)
        .header('etag', etag(row.version))
        .send({ case: row, filing });
    },
  );
}
