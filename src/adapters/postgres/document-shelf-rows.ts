import { z } from 'zod';
import { documentKinds } from '../../core/document/document.ts';
import type {
  NewPaper,
  ShelvedDocument,
  ShelvedPaper,
  ShelvedPassage,
} from '../../ports/document-shelf.ts';

export const versionRow = z.object({ version: z.int() });
export const nameRow = z.object({ name: z.string() });

const instant = z.date().transform((at) => at.toISOString());
/** Sizes stay far below 2^53 bytes. */
const bytes = z.union([z.string(), z.bigint(), z.number()]).transform(Number);

const shared = {
  id: z.string(),
  court_id: z.string(),
  case_id: z.string(),
  exhibit: z.string().nullable(),
  kind: z.enum(documentKinds).nullable(),
  language: z.enum(['en', 'es']).nullable(),
  pages: z.int().nullable(),
  warnings: z.array(z.string()),
  media_type: z.string(),
  size: bytes,
  storage_key: z.string(),
  chunk_size: z.int(),
  sealed: z.boolean(),
  scan: z.enum(['clean', 'not-configured']),
  inside: z.string().nullable(),
  inside_n: z.int().nullable(),
  filed_at: instant,
};

/** A document that is there, with its place inside another one. */
export const paperRow: z.ZodType<ShelvedPaper & { readonly inside_n: number | null }> = z.object({
  ...shared,
  erased_at: z.null(),
  name: z.string(),
  sha256: z.string(),
  wrapped_key: z.instanceof(Uint8Array),
  key_version: z.int(),
});

export const documentRow: z.ZodType<ShelvedDocument> = z.union([
  paperRow,
  z.object({
    ...shared,
    erased_at: instant,
    name: z.null(),
    sha256: z.null(),
    wrapped_key: z.null(),
    key_version: z.null(),
  }),
]);

export const passageRow: z.ZodType<ShelvedPassage> = z.object({
  n: z.int(),
  page: z.int().nullable(),
  starts: z.int(),
  ends: z.int(),
  text: z.string(),
  evidential: z.boolean(),
});

/** Papers as JSON for one insert; bytes in hex. */
export function documentsAsJson(papers: readonly NewPaper[]): string {
  const places = new Map<string, number>();
  return JSON.stringify(
    papers.map(({ wrapped_key, inside, ...paper }) => {
      const n = inside === null ? null : (places.get(inside) ?? 0) + 1;
      if (inside !== null && n !== null) places.set(inside, n);
      const key = Buffer.from(wrapped_key).toString('hex');
      return { ...paper, passages: [], inside, inside_n: n, wrapped_key: key };
    }),
  );
}

export function passagesAsJson(papers: readonly NewPaper[]): string {
  return JSON.stringify(
    papers.flatMap(({ id, case_id, court_id, sealed, passages }) =>
      passages.map((passage) => ({ document_id: id, case_id, court_id, sealed, ...passage })),
    ),
  );
}
