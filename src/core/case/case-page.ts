import { z } from 'zod';
import { documentKinds } from '../document/document.ts';

const date = z.iso.date('a date is written as 2026-03-31');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, 'an id has small letters, digits and hyphens');
const words = z
  .string()
  .trim()
  .min(1, 'it may not be empty')
  .max(20_000)
  .refine((text) => text.isWellFormed(), 'half of a surrogate pair is no character')
  .refine((text) => !text.includes('\0'), 'a zero byte is no character');

const partyRoles = ['claimant', 'respondent', 'prosecution', 'accused', 'victim'] as const;

/** What the filer says of the case, in `case.yaml` or over HTTP. Every key is optional. */
export const casePage = z
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

/** The secretary works out what the page leaves out. */
export type CasePage = z.output<typeof casePage>;
export type PartyRole = (typeof partyRoles)[number];

/** What is wrong with a page that has its shape; `what` is a clause without a full stop. */
export type PageTrouble = {
  readonly rule: 'IN3' | 'IN8';
  readonly at: readonly (string | number)[];
  readonly what: string;
};

/**
 * Troubles of a page about these files.
 *
 * Rules: IN3 it names a file that is not there, or a party that it does not list, or two by one id; IN8 its
 * dates do not follow one another.
 */
export function troublesOfPage(page: CasePage, files: readonly string[]): readonly PageTrouble[] {
  const parties = new Set((page.parties ?? []).map((party) => party.id));
  const known = new Set(files);
  const strays = [
    ...(page.documents ?? []).flatMap(({ file, by }, index) => [
      ...(known.has(file) ? [] : [stray(['documents', index, 'file'], `no file ${file}`)]),
      ...(by === undefined || parties.has(by)
        ? []
        : [stray(['documents', index, 'by'], `no party ${by}`)]),
    ]),
    ...twice('parties', page.parties ?? []),
    ...twice('witnesses', page.witnesses ?? []),
    ...(page.witnesses ?? []).flatMap(({ statement }, index) =>
      known.has(statement)
        ? []
        : [stray(['witnesses', index, 'statement'], `no file ${statement}`)],
    ),
  ];
  return strays.length > 0 ? strays : disorderOf(page.dates ?? {});
}

/** The first two dates of a page that cannot both be true: facts, filing and hearing follow one another. */
function disorderOf(dates: NonNullable<CasePage['dates']>): readonly PageTrouble[] {
  const told = (['facts', 'filed', 'hearing'] as const).flatMap((what) => {
    const on = dates[what];
    return on === undefined ? [] : [{ what, on }];
  });
  return told
    .flatMap(({ what: later, on }, index) =>
      told
        .slice(0, index)
        .filter((earlier) => earlier.on > on)
        .map((earlier): PageTrouble => ({
          rule: 'IN8',
          at: ['dates', later],
          what: `${later} (${on}) is before ${earlier.what} (${earlier.on})`,
        })),
    )
    .slice(0, 1);
}

const stray = (at: PageTrouble['at'], what: string): PageTrouble => ({
  rule: 'IN3',
  at,
  what: `there is ${what}`,
});

/** Entries that take an id which one before them has. */
function twice(list: string, entries: readonly { readonly id: string }[]): readonly PageTrouble[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id: own }, index) => {
    if (seen.has(own)) return [stray([list, index, 'id'], `an earlier entry with the id ${own}`)];
    seen.add(own);
    return [];
  });
}
