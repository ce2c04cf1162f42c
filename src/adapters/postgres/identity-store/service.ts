import { z } from 'zod';
import type { Identity } from '../../../core/person/claims.ts';

/** Identity is kept by the court's own workers alone: no token reaches its schema. */
export const service: Identity = { kind: 'service' };

export const bytes = z.instanceof(Uint8Array);
/** `bigint` of PostgreSQL arrives as text; ours are safe integers. */
export const wholeNumber = z.coerce.number().pipe(z.int());
