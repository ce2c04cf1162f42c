import { z } from 'zod';
import { wholeInAddress } from './page.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An event of the record, word for word as the chain holds it; texts stand as `{ sealed }`. */
export const recordedEvent = z
  .object({
    v: z.literal(1),
    case: z.string(),
    seq: z.int().min(1),
    id: z.string(),
    at: z.string(),
    by: z.looseObject({ seat: z.string(), kind: z.enum(['person', 'mind', 'court']) }),
    type: z.string(),
    data: z.looseObject({}),
    prev: hash,
    hash,
  })
  .meta({ id: 'RecordedEvent' });

export const eventsQuery = z.object({
  limit: wholeInAddress(1, 1_000).default(200),
  /** Events after this one. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** A head: by it the court signed everything before. */
export const head = z
  .object({
    seq: z.int().min(1),
    at: z.string(),
    purpose: z.string(),
    /** Ed25519, hex. */
    key: z.string(),
    signature: z.string(),
    hash,
  })
  .meta({ id: 'Head' });

/** The court vouches for where the record of a case ended at a moment. */
export const receipt = z
  .object({
    format: z.literal('first-court-receipt/1'),
    case: z.string(),
    seq: z.int().min(0),
    hash,
    at: z.string(),
    key: hash,
    /** Ed25519 over the canonical JSON (RFC 8785) of the members without this one, hex. */
    signature: z.string().regex(/^[0-9a-f]{128}$/),
  })
  .meta({ id: 'Receipt' });
