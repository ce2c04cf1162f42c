import { z } from 'zod';
import type { Refusal } from '../../core/refusal.ts';
import { problem } from '../../wire/v1/problem.ts';
import { Refused } from '../refuse.ts';

/** One refusal, for the schema of a route that answers with a status of its own. */
export const refused = {
  description: 'The request was refused, and why.',
  content: { 'application/problem+json': { schema: problem } },
} as const;

/** The refusals that any route may answer with, for its schema. */
export const problems = {
  400: refused,
  401: refused,
  403: refused,
  404: refused,
  409: refused,
  412: refused,
  413: refused,
  415: refused,
  422: refused,
  428: refused,
  429: refused,
  503: refused,
} as const;

/** Bytes of whatever type they are, for the schema of a route. */
export const anyBytes = {
  description: 'The bytes, in their own type.',
  content: { '*/*': { schema: z.any() } },
} as const;

/** SV2: what is not there and what the caller may not see are told alike. */
export function there<Thing>(thing: Thing | null | undefined, name: string): Thing {
  if (thing !== null && thing !== undefined) return thing;
  throw new Refused({ rule: 'SV2', at: ['path'], says: `There is no such ${name}.` });
}

/** SV4: the policies of the schema leave it to others. */
export const notYours = (says: string): Refused => new Refused({ rule: 'SV4', at: [], says });

/** The entity tag of a version. */
export const etag = (version: number): string => `"${version}"`;

/** SV12, SV5: the version on which a change rests, from If-Match. */
export function versionOf(ifMatch: string | undefined): number {
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch ?? '') ?? [];
  if (version !== undefined) return Number(version);
  const says = 'If-Match must name the version on which this rests, as in "7".';
  const refusal: Refusal = { rule: 'SV12', at: ['headers', 'if-match'], says };
  throw new Refused(ifMatch === undefined ? refusal : { ...refusal, rule: 'SV1' });
}

/** SV6: something else has what is asked for. */
export const taken = (says: string, field: string): Refused =>
  new Refused({ rule: 'SV6', at: ['body', field], says });

/** SV5 */
export const stale = (): Refused =>
  new Refused({
    rule: 'SV5',
    at: ['headers', 'if-match'],
    says: 'It has changed since; read it again.',
  });

/** What the court itself refuses, rule by rule. */
export function refusedBy(refusals: readonly Refusal[]): Refused {
  const [first, ...more] = refusals;
  if (first === undefined) throw new TypeError('a refusal names no rule');
  return new Refused(first, ...more);
}
