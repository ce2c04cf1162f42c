import { z } from 'zod';

const part = z.strictObject({
  name: z.string(),
  size: z.int().min(0),
  sha256: z.string().regex(/^[\da-f]{64}$/),
});

const table = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int().min(0),
});

/** What a backup says of itself, in its last part but one. */
export const manifest = z.strictObject({
  format: z.literal('first-court backup'),
  version: z.literal(1),
  /** ISO 8601: the moment that the backup shows. */
  takenAt: z.string(),
  /** Versions of the migrations that made its tables. */
  migrations: z.array(z.string()),
  tables: z.array(table),
  /** Cases that have a record. */
  heads: z.int().min(0),
  objects: z.strictObject({ count: z.int().min(0), bytes: z.int().min(0) }),
  /** Every part with rows or heads, in their order. Each object has its sum in the part after it. */
  parts: z.array(part),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestName = 'manifest.json';
/** SHA-256 of the manifest. */
export const sealName = 'manifest.json.sha256';

/** Names of the parts of an archive, so that each is found by hand too. */
export const partNames = {
  rows: (tableName: string, n: number) => `tables/${tableName}/${numbered(n)}.jsonl.gz`,
  heads: (n: number) => `heads/${numbered(n)}.jsonl.gz`,
  object: (key: string) => `objects/${key}`,
  sum: (key: string) => `sums/${key}`,
};

/** The table of a part with rows; `null` where it is another part. */
export function tableOfPart(name: string): string | null {
  return /^tables\/([^/]+)\/\d+\.jsonl\.gz$/.exec(name)?.[1] ?? null;
}

/** The storage key of a part with an object, or with its sum. */
export function keyOfPart(name: string, kind: 'objects' | 'sums'): string | null {
  return name.startsWith(`${kind}/`) ? name.slice(kind.length + 1) : null;
}

export const isHeadsPart = (name: string): boolean => name.startsWith('heads/');

const numbered = (n: number): string => String(n).padStart(6, '0');

export const chainHead = z.strictObject({ record: z.string(), seq: z.int(), hash: z.string() });
