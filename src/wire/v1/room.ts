import { z } from 'zod';
import { hearing, seatHolder } from './hearings.ts';
import { pageOf, pageQuery } from './page.ts';
import { seat } from './seat.ts';

/** A line of the transcript. */
export const said = z
  .object({
    /** Place of its event in the record; also the cursor of what comes after it. */
    seq: z.int().min(1),
    at: z.string(),
    by: z.object({ kind: z.enum(['person', 'mind', 'court']), name: z.string().nullable() }),
    kind: z.enum(['phase', 'speech', 'ruling', 'note', 'rejected']),
    speaker: z.string(),
    seat: seat.nullable(),
    /** `S4`, `O1`, `Q2`, where it has a number. */
    label: z.string(),
    text: z.string(),
    /** `E3 ¶2`. */
    places: z.array(z.string()),
    /** The seat to whom alone it is shown. */
    privateTo: seat.nullable(),
  })
  .meta({ id: 'TranscriptLine' });

export const transcriptQuery = pageQuery.extend({
  /** Lines after this event. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

const pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({
    kind: z.literal('objection-open'),
    to: z.enum(['offer', 'question']),
    seat,
    /** Exhibits that may be objected to; none where it is a question. */
    exhibits: z.array(z.string()),
    grounds: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  z.object({
    kind: z.literal('ruling-due'),
    on: z.enum(['offer', 'question']),
    objector: seat,
    /** What is to be ruled on. */
    due: z.array(z.object({ objection: z.string(), ground: z.string(), text: z.string() })),
  }),
  z.object({ kind: z.literal('answer-due') }),
]);

/** The courtroom as the caller sees it now. */
export const room = z
  .object({
    case: z.uuid(),
    caption: z.string(),
    language: z.enum(['en', 'es']),
    /** Number of events in the record; also its entity tag, on which an act rests. */
    version: z.int().min(0),
    state: z.enum(['not-opened', 'in-session', 'closed', 'signed', 'rejected']),
    /** Whether the sitting is open, and a mind speaks when it is its turn. */
    sitting: hearing.nullable(),
    phase: z.object({ n: z.int().min(0), name: z.string() }).nullable(),
    /** Whose turn it is. */
    floor: seat.nullable(),
    pending,
    seats: z.array(seatHolder),
    /** What the caller may lawfully do now, for each seat that they hold. */
    yours: z.array(z.object({ seat, acts: z.array(z.string()) })),
    hasDraft: z.boolean(),
    /** The newest lines, or those after the cursor. */
    transcript: pageOf(said),
  })
  .meta({ id: 'Room' });
