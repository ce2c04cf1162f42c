import { z } from 'zod';
import { documentKinds } from '../../core/document/document.ts';
import type { Identity } from '../../core/person/claims.ts';
import { readQuery } from '../../core/search/read-query.ts';
import type { FoundKind, Search } from '../../ports/search.ts';
import { found, searchQuery, suggestion, suggestionsQuery } from '../../wire/v1/search.ts';
import type { App } from '../app.ts';
import { Refused } from '../refuse.ts';
import { problems } from './answers.ts';

/** Search in what the caller may see. */
export function registerSearch(app: App, searchFor: (identity: Identity) => Search): void {
  app.get(
    '/v1/search',
    {
      schema: {
        tags: ['search'],
        querystring: searchQuery,
        response: { ...problems, 200: found },
      },
    },
    async ({ identity, query: asked }) => {
      const query = readQuery(asked.text);
      if ('rule' in query) throw new Refused(query);
      const { language = null, party = null, phase = null, from = null, to = null } = asked;
      const { hits, facets, ...rest } = await searchFor(identity).find({
        query,
        filters: {
          courtId: asked.court ?? null,
          caseId: asked.case ?? null,
          kind: asked.kind === undefined ? null : kindOf(asked.kind),
          language,
          party,
          phase,
          from,
          to,
        },
        limit: asked.limit,
        cursor: asked.cursor ?? null,
      });
      const { kinds, phases, parties, years } = facets;
      return {
        ...rest,
        items: hits.map((hit) => ({
          ...hit,
          excerpt: { ...hit.excerpt, highlights: [...hit.excerpt.highlights] },
        })),
        facets: {
          kinds: [...kinds],
          phases: [...phases],
          parties: [...parties],
          years: [...years],
        },
        corrections: [...rest.corrections],
      };
    },
  );

  app.get(
    '/v1/search/suggestions',
    {
      schema: {
        tags: ['search'],
        querystring: suggestionsQuery,
        response: { ...problems, 200: z.array(suggestion) },
      },
    },
    async ({ identity, query: { text, court = null, limit } }) => [
      ...(await searchFor(identity).suggest({ text, courtId: court, limit })),
    ],
  );
}

const kinds: readonly FoundKind[] = [...documentKinds, 'paper', 'law', 'case'];

/** SV1: the kinds are those that facets name. */
function kindOf(asked: string): FoundKind {
  const kind = kinds.find((one) => one === asked);
  if (kind !== undefined) return kind;
  const says = `«${asked}» is no kind of document; search knows ${kinds.join(', ')}.`;
  throw new Refused({ rule: 'SV1', at: ['query', 'kind'], says });
}
