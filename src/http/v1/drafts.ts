import { z } from 'zod';
import type { DraftChoice } from '../../core/case/decide-draft.ts';
import { languageOfCase } from '../../core/case/language-of-case.ts';
import type { Identity } from '../../core/person/claims.ts';
import { isObject } from '../../core/record/chain.ts';
import { decideDraftOf } from '../../court/hearing/decide-on-draft.ts';
import { resolutionPage } from '../../court/hearing/resolution-page.ts';
import { openFor, visit, type CourtHouse, type Visit } from '../../court/hearing/visit.ts';
import type { Printer } from '../../ports/printer.ts';
import { draft, draftQuery, rejection, signature } from '../../wire/v1/drafts.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { etag, notYours, problems, refusedBy, stale, there, versionOf } from './answers.ts';

const ofCase = z.object({ case: z.uuid() });
const tags = ['drafts'];

/** The draft in which a hearing ends, and the person who signs or rejects it. */
export function registerDrafts(app: App, house: CourtHouse, printer: Printer): void {
  app.get(
    '/v1/cases/:case/draft',
    {
      schema: {
        tags,
        params: ofCase,
        querystring: draftQuery,
        response: {
          ...problems,
          200: {
            content: {
              'application/json': { schema: draft },
              'text/markdown': { schema: z.string() },
              'application/pdf': {
                schema: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }),
              },
            },
          },
        },
      },
    },
    async ({ identity, params, query }, reply) => {
      const visited = there(await visit(house, identity, params.case), 'case');
      const told = toldDraft(visited);
      void reply.header('etag', etag(told.version));
      if (query.format === 'json') return reply.type('application/json').send(told);
      const { state, decidedAt, said } = visited.soFar;
      const markdown = resolutionPage(state, decidedAt ?? '');
      if (query.format === 'markdown') return reply.type('text/markdown').send(markdown);
      const title = state.filing?.caption.prose ?? '';
      const at = decidedAt ?? said.at(-1)?.at ?? '1970-01-01T00:00:00.000Z';
      const page = { markdown, title, language: languageOfCase(state), at };
      return reply.type('application/pdf').send(Buffer.from(await printer.print(page)));
    },
  );

  app.post(
    '/v1/cases/:case/draft/signature',
    { schema: { tags, params: ofCase, body: signature, response: { ...problems, 201: draft } } },
    async ({ identity, params, body, headers }, reply) => {
      const version = versionOf(headers['if-match']);
      const decided = await decide(house, identity, params.case, { act: 'sign', version, ...body });
      return reply.code(201).header('etag', etag(decided.version)).send(decided);
    },
  );

  app.post(
    '/v1/cases/:case/draft/rejection',
    { schema: { tags, params: ofCase, body: rejection, response: { ...problems, 201: draft } } },
    async ({ identity, params, body, headers }, reply) => {
      const version = versionOf(headers['if-match']);
      const decided = await decide(house, identity, params.case, {
        act: 'reject',
        version,
        ...body,
      });
      return reply.code(201).header('etag', etag(decided.version)).send(decided);
    },
  );
}

type Wish = Omit<DraftChoice, 'name'> & { readonly version: number };

/** Only a person who judges the case and sits in the judge's seat; the record's policies ask the same. */
async function decide(house: CourtHouse, identity: Identity, caseId: string, wish: Wish) {
  const visited = there(await visit(house, identity, caseId), 'case');
  refuseOthers(identity, visited);
  const open = openFor(house, identity, visited);
  if (open.version() !== wish.version) throw stale();
  const { name } = visited.standing;
  const decision = await decideDraftOf(open, { act: wish.act, reason: wish.reason, name });
  if (decision.kind === 'refused') throw refusedBy(decision.refusals);
  return toldDraft({ soFar: open.soFar() });
}

/** SV4, HR7: it is for a person in the judge's seat; SV16: who showed a second factor where the court asks for it. */
function refuseOthers(identity: Identity, { standing }: Visit): void {
  const { roles, seats, signsWithSecondFactor } = standing;
  const isPerson = identity.kind === 'person' && identity.claims.app_metadata.machine === undefined;
  if (!isPerson) {
    const says = 'Only a person in the judge’s seat signs or rejects a draft; a key is none.';
    throw notYours(says);
  }
  if (!roles.includes('judge') || !seats.includes('judge')) {
    throw notYours('Only the judge of the case, in the judge’s seat, signs or rejects a draft.');
  }
  if (signsWithSecondFactor && identity.claims.aal !== 'aal2') {
    const says = 'This court signs after a second factor: sign in with yours.';
    throw new Refused({ rule: 'SV16', at: ['headers', 'authorization'], says });
  }
}

function toldDraft({ soFar }: Pick<Visit, 'soFar'>) {
  const { state, tip, decidedAt } = soFar;
  const { draft: made, decision } = state;
  const computed = there(read(there(made, 'draft yet').draft.prose), 'draft any more');
  return {
    version: tip.seq,
    draft: { ...computed, format: String(computed['format']) },
    decision: decision && {
      decision: decision.decision,
      by: decision.by.prose,
      reason: decision.reason.prose,
      at: decidedAt ?? '',
    },
  };
}

/** The draft as it was computed; nothing where its text left the record. */
function read(prose: string) {
  try {
    const computed: unknown = JSON.parse(prose);
    return isObject(computed) ? computed : null;
  } catch {
    return null;
  }
}
