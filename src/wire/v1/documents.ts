import { z } from 'zod';
import { documentKinds } from '../../core/document/document.ts';
import { line } from './cases.ts';
import { language } from './language.ts';

/** A document of a case. Name and hash leave when it is erased. */
export const courtDocument = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    /** `E3`: what the record calls it, from the filing on. */
    exhibit: z.string().nullable(),
    name: z.string().nullable(),
    kind: z.enum(documentKinds).nullable(),
    /** Told by the bytes and not by the name. */
    mediaType: z.string(),
    /** In bytes. */
    size: z.int().min(0),
    /** Of the bytes as they were filed; also their entity tag. */
    sha256: z.string().nullable(),
    language: language.nullable(),
    pages: z.int().nullable(),
    /** What a person should know of the reading. */
    warnings: z.array(z.string()),
    sealed: z.boolean(),
    scan: z.enum(['clean', 'not-configured']),
    /** The document that it came inside of. */
    inside: z.uuid().nullable(),
    filedAt: z.iso.datetime(),
    erasedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Document' });

export type CourtDocument = z.infer<typeof courtDocument>;

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true');

/** The files themselves are the parts of a multipart/form-data body. */
export const uploadQuery = z.strictObject({
  /** Seen by who acts in the case and by the clerks alone. */
  sealed: flag,
  /** Whether papers of the same names are to leave for these. */
  replace: flag,
});

export const refusalShown = z
  .object({
    rule: z.string(),
    at: z.array(z.union([z.string(), z.number()])),
    says: z.string(),
  })
  .meta({ id: 'Refusal' });

export const uploaded = z
  .object({
    documents: z.array(courtDocument),
    /** Why something that came inside a file was left out. */
    leftOut: z.array(refusalShown),
  })
  .meta({ id: 'UploadedDocuments' });

export const contentQuery = z.strictObject({
  /** Shown in the browser, in a sandbox, and not saved. */
  inline: flag,
});

export const documentChanges = z
  .strictObject({ sealed: z.boolean() })
  .meta({ id: 'DocumentChanges' });

/** Why the document is erased; the audit keeps it. */
export const erasure = z.strictObject({ reason: line(1_000) }).meta({ id: 'Erasure' });

export const documentPassage = z
  .object({
    n: z.int().min(1),
    page: z.int().nullable(),
    /** UTF-16 code units of the canonical text, `ends` not included. */
    starts: z.int().min(0),
    ends: z.int().min(0),
    text: z.string(),
    /** Headings, captions and signatures are no evidence. */
    evidential: z.boolean(),
  })
  .meta({ id: 'DocumentPassage' });
