import { z } from 'zod';
import { line } from './cases.ts';
import { pageQuery } from './page.ts';
import { seat } from './seat.ts';

const instant = z.iso.datetime({ offset: true });
/** Instants that a calendar of this age can hold. */
const planned = instant.refine((at) => {
  const time = Date.parse(at);
  return time >= Date.UTC(1900) && time < Date.UTC(2300);
}, 'must lie between 1900 and 2300');

export const hearingState = z.enum(['scheduled', 'open', 'closed', 'cancelled']);

/** A sitting of a case. */
export const hearing = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    courtId: z.uuid(),
    startsAt: instant,
    endsAt: instant.nullable(),
    room: z.string().nullable(),
    state: hearingState,
    /** Also its entity tag. */
    version: z.int().min(1),
  })
  .meta({ id: 'Hearing' });

export const newHearing = z
  .strictObject({
    startsAt: planned,
    endsAt: planned.nullable().default(null),
    room: line(200).nullable().default(null),
  })
  .meta({ id: 'NewHearing' });

export const hearingChanges = z
  .strictObject({
    startsAt: planned.optional(),
    endsAt: planned.nullable().optional(),
    room: line(200).nullable().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, { message: 'changes nothing' })
  .meta({ id: 'HearingChanges' });

/** What becomes of a sitting: it opens and closes, or is called off. */
export const hearingMove = z
  .strictObject({ state: z.enum(['open', 'closed', 'cancelled']) })
  .meta({ id: 'HearingMove' });

export const calendarQuery = pageQuery.extend({
  from: planned.optional(),
  to: planned.optional(),
});

/** Who has a seat: a person, or a mind of the court. */
export const seatHolder = z
  .object({
    seat,
    /** What this procedure calls it. */
    title: z.string(),
    holder: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), id: z.uuid(), name: z.string(), isYou: z.boolean() }),
      z.object({ kind: z.literal('mind'), mind: z.string() }),
    ]),
  })
  .meta({ id: 'Seat' });

/** The caller sits down, or names a mind that plays the seat. */
export const seatTaking = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person') }),
    z.strictObject({
      kind: z.literal('mind'),
      mind: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'is no name of a mind'),
    }),
  ])
  .meta({ id: 'SeatTaking' });

/** Private notes of a seat. They stay with the seat, whoever sits there. */
export const workspace = z
  .object({
    notes: z.string(),
    /** What came with the papers for this seat alone. */
    handed: z.string(),
    /** Also its entity tag; 0 while nothing was written. */
    version: z.int().min(0),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'Workspace' });

export const workspaceChange = z
  .strictObject({
    notes: z
      .string()
      .max(200_000)
      .refine((text) => text.isWellFormed() && !text.includes('\0'), {
        message: 'holds broken characters',
      }),
  })
  .meta({ id: 'WorkspaceChange' });

/** No move is deeper than this. */
const deepest = 8;

/** Words that a record can hold, in nothing deeper than a move: what is deeper costs whoever looks at it. */
function isSayable(move: unknown): boolean {
  let level: readonly unknown[] = [move];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    if (level.some((one) => typeof one === 'string' && one.includes('\0'))) return false;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.entries(one).flat() : [],
    );
  }
  return true;
}

/** What a person does from a seat; the members of the move follow from its act. */
export const actAsked = z
  .strictObject({
    seat,
    move: z
      .looseObject({ act: z.string().max(60) })
      .refine(isSayable, 'is nested too deep, or holds a NUL'),
  })
  .meta({ id: 'Act' });

export const actDone = z
  .object({
    /** Number of events in the record after it. */
    version: z.int().min(0),
  })
  .meta({ id: 'ActDone' });
