import { z } from 'zod';
import { documentKinds } from '../../core/document/document.ts';
import { readDocument } from '../../core/jurisdiction/profile-document.ts';
import type { Refusal } from '../../core/refusal.ts';

const date = z.iso.date('a date is written as 2026-03-31');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'an id has small letters, digits and hyphens');
const words = z
  .string()
  .trim()
  .min(1, 'it may not be empty')
  .max(20_000)
  .refine((text) => text.isWellFormed(), 'half of a surrogate pair is no character');

const partyRoles = ['claimant', 'respondent', 'prosecution', 'accused', 'victim'] as const;

const casePage = z
  .strictObject({
    caption: words,
    jurisdiction: id,
    procedure: id,
    matter: z.enum(['civil', 'criminal']),
    cause: id,
    language: z.enum(['en', 'es']),
    dates: z.strictObject({ facts: date, filed: date, hearing: date }).partial(),
    parties: z.array(
      z.strictObject({
        id,
        role: z.enum(partyRoles),
        name: words,
        aliases: z.array(words).default([]),
      }),
    ),
    documents: z.array(
      z.strictObject({
        file: words,
        by: id.optional(),
        kind: z.enum(documentKinds).optional(),
      }),
    ),
    witnesses: z.array(z.strictObject({ id, name: words, statement: words })),
    notes: z.strictObject({ prosecutor: words, defender: words }).partial(),
  })
  .partial();

/** `case.yaml`: what the filer says of the case. Every key is optional, and the secretary works out the rest. */
export type CasePage = z.output<typeof casePage>;
export type PartyRole = (typeof partyRoles)[number];

export type ReadCasePage =
  | { readonly kind: 'read'; readonly page: CasePage }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Reads a `case.yaml`.
 *
 * Refusals: IN1 it is no YAML that is read here; IN2 a key is unknown or has not its shape; IN3 it names a
 * file that is not in the folder, or a party that it does not list, or two by one id; IN8 its dates do not
 * follow one another.
 */
export function readCasePage(
  { name, text }: { name: string; text: string },
  files: readonly string[],
): ReadCasePage {
  const { document, refusals } = readDocument({ name, text });
  if (refusals.length > 0) return refused('IN1', refusals);
  const shaped = document.shape(casePage, document.data ?? {});
  if (shaped.value === undefined) return refused('IN2', shaped.refusals);

  const page = shaped.value;
  const parties = new Set((page.parties ?? []).map((party) => party.id));
  const strays = [
    ...(page.documents ?? []).flatMap(({ file, by }, index) => [
      ...(files.includes(file) ? [] : [stray(['documents', index, 'file'], `no file ${file}`)]),
      ...(by === undefined || parties.has(by)
        ? []
        : [stray(['documents', index, 'by'], `no party ${by}`)]),
    ]),
    ...twice('parties', page.parties ?? []),
    ...twice('witnesses', page.witnesses ?? []),
    ...(page.witnesses ?? []).flatMap(({ statement }, index) =>
      files.includes(statement)
        ? []
        : [stray(['witnesses', index, 'statement'], `no file ${statement}`)],
    ),
  ];
  if (strays.length > 0) {
    const placed = strays.map(({ at, what }) => ({
      rule: 'IN3',
      at,
      says: `${name} line ${document.line(at)}: there is ${what}.`,
    }));
    return refused('IN3', placed);
  }
  const disorder = disorderOf(page.dates ?? {});
  if (disorder !== undefined) {
    const at = ['dates', disorder.later];
    const says = `${name} line ${document.line(at)}: ${disorder.says}.`;
    return refused('IN8', [{ rule: 'IN8', at, says }]);
  }
  return { kind: 'read', page };
}

/** The first two dates of a page that cannot both be true: facts, filing and hearing follow one another. */
function disorderOf(dates: NonNullable<CasePage['dates']>) {
  const told = (['facts', 'filed', 'hearing'] as const).flatMap((what) => {
    const on = dates[what];
    return on === undefined ? [] : [{ what, on }];
  });
  return told.flatMap(({ what: later, on }, index) =>
    told
      .slice(0, index)
      .filter((earlier) => earlier.on > on)
      .map((earlier) => ({
        later,
        says: `${later} (${on}) is before ${earlier.what} (${earlier.on})`,
      })),
  )[0];
}

const stray = (at: readonly (string | number)[], what: string) => ({ at, what });

/** Entries that take an id which one before them has. */
const twice = (list: string, entries: readonly { readonly id: string }[]) =>
  entries.flatMap(({ id: own }, index) =>
    entries.findIndex((one) => one.id === own) === index
      ? []
      : [stray([list, index, 'id'], `an earlier entry with the id ${own}`)],
  );

function refused(rule: string, refusals: readonly Refusal[]): ReadCasePage {
  return { kind: 'refused', refusals: refusals.map((refusal) => ({ ...refusal, rule })) };
}
