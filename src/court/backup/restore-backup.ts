import { encodeEvent, genesis, isEvent } from '../../core/record/chain.ts';
import type { Tip } from '../../core/record/chain.ts';
import type { Hashing } from '../../core/record/hashing.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ChainHead, DatabaseToFill, ReadParts } from '../../ports/backup.ts';
import type { ObjectStorage } from '../../ports/object-storage.ts';
import { checkBackup, type Digest } from './check-backup.ts';
import { chainHead, isHeadsPart, keyOfPart, type Manifest, tableOfPart } from './manifest.ts';

/** Of many broken records the first are named. */
const mostBroken = 1_000;

export type RestoreTargets = {
  readonly parts: ReadParts;
  readonly database: DatabaseToFill;
  readonly storage: Pick<ObjectStorage, 'get' | 'put'>;
  readonly digest: Digest;
  readonly hashing: Hashing;
};

export type BackupRestored =
  | {
      readonly kind: 'restored';
      readonly manifest: Manifest;
      readonly events: number;
      /** Records whose chain is not whole, or does not end as the backup and the docket say: so they were taken. */
      readonly broken: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Fills an empty database from a backup, all of it or nothing: first every part is held against its sum, then
 * rows and objects are written, then every object and every chain is read back and checked. A chain that was
 * broken when the backup was taken is told and restored as it is: it is evidence, and the other cases are
 * whole. Objects of a restore that was refused stay in the storage, where no row names them.
 */
export async function restoreBackup(targets: RestoreTargets): Promise<BackupRestored> {
  const { parts, database, digest } = targets;
  const filled = await database.filled();
  if (filled !== null) {
    return refused(
      'BK5',
      [filled],
      `${filled} is not empty. A backup is restored into an empty, migrated database.`,
    );
  }
  const checked = await checkBackup(parts, digest);
  if (checked.kind === 'refused') return checked;
  const { manifest } = checked;
  const refusal = schemaRefusal(manifest, database);
  if (refusal !== null) return refusal;
  await fillTables(targets);
  const objects = await putObjects(targets);
  if (objects !== null) return objects;
  await database.settle();
  const chains = await checkChains(targets, headsIn(parts));
  await database.commit();
  return { kind: 'restored', manifest, ...chains };
}

/** Rows fit the tables that the same migrations made, and no others. */
function schemaRefusal(manifest: Manifest, database: DatabaseToFill): BackupRestored | null {
  const here = database.migrations.join(', ');
  const there = manifest.migrations.join(', ');
  const tables = new Map(database.tables.map(({ name, columns }) => [name, columns.join()]));
  const isSame = manifest.tables.every(({ name, columns }) => tables.get(name) === columns.join());
  if (here === there && isSame && tables.size === manifest.tables.length) return null;
  const says =
    `The backup was taken at the migrations ${there}; this database is at ${here || 'none'}. ` +
    'Restore with the release that took it, and migrate then.';
  return refused('BK4', [], says);
}

/** A backup holds its tables in the order in which they can be filled. */
async function fillTables({ parts, database }: RestoreTargets): Promise<void> {
  const tables = new Map(database.tables.map((table) => [table.name, table]));
  for await (const part of parts()) {
    const table = tables.get(tableOfPart(part.name) ?? '');
    if (table !== undefined) await database.fill(table, await part.lines());
  }
}

async function putObjects({
  parts,
  storage,
  digest,
}: RestoreTargets): Promise<BackupRestored | null> {
  for await (const { name, size, content } of parts()) {
    const key = keyOfPart(name, 'objects');
    if (key === null) continue;
    const put = await storage.put(key, content(), { size, sha256: null });
    if (put.kind === 'differs' || put.kind === 'mismatch') {
      return refused('BK7', [key], `Another object lies in the storage under ${key}, and stays.`);
    }
    const back = await storage.get(key);
    const sum = digest();
    if (back !== null) for await (const piece of back.content) sum.update(piece);
    if (sum.end() !== put.sha256) {
      return refused(
        'BK7',
        [key],
        `The object ${key} does not come back from the storage as it was put.`,
      );
    }
  }
  return null;
}

async function* headsIn(parts: ReadParts): AsyncGenerator<ChainHead> {
  for await (const part of parts()) {
    if (!isHeadsPart(part.name)) continue;
    for (const line of await part.lines()) yield chainHead.parse(JSON.parse(line));
  }
}

/** Reads the record back: whether each chain is whole, and ends where it ended. */
async function checkChains(
  { database, hashing }: RestoreTargets,
  heads: AsyncGenerator<ChainHead>,
): Promise<{ readonly events: number; readonly broken: readonly string[] }> {
  const broken: string[] = [];
  let events = 0;
  try {
    for await (const { record, tip, shown } of chainsOf(database, hashing)) {
      const { value: head } = await heads.next();
      const isHead = head?.record === record && isSame(head, tip);
      if (!(isHead && isSame(shown, tip)) && broken.length < mostBroken) broken.push(record);
      events += tip.seq;
    }
    for await (const { record } of heads) if (broken.length < mostBroken) broken.push(record);
  } finally {
    // Lets go of the file, wherever the reading of it stopped.
    await heads.return(undefined);
  }
  return { events, broken };
}

type Chain = { readonly record: string; readonly tip: Tip; readonly shown: Tip };

/** Where the chain of each case ends, by its lines; one that is broken ends where it breaks. */
async function* chainsOf(database: DatabaseToFill, hashing: Hashing): AsyncGenerator<Chain> {
  let chain: Chain | null = null;
  for await (const lines of database.lines()) {
    for (const { record, line, shown } of lines) {
      if (chain !== null && chain.record !== record) {
        yield chain;
        chain = null;
      }
      const before: Tip = chain?.tip ?? genesis(record, hashing);
      chain = { record, shown, tip: tipAfter(before, line, hashing) ?? before };
    }
  }
  if (chain !== null) yield chain;
}

function tipAfter(before: Tip, line: string, hashing: Hashing): Tip | null {
  const event = parsed(line);
  if (!isEvent(event)) return null;
  const { hash } = encodeEvent(event, hashing);
  const follows = event.seq === before.seq + 1 && event.prev === before.hash && event.hash === hash;
  return follows ? { seq: event.seq, hash } : null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const isSame = (one: Tip, other: Tip): boolean => one.seq === other.seq && one.hash === other.hash;

function refused(
  rule: string,
  at: readonly string[],
  says: string,
): Extract<BackupRestored, { kind: 'refused' }> {
  return { kind: 'refused', refusals: [{ rule, at, says }] };
}
