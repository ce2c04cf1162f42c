import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../core/refusal.ts';
import { splitStatements, type Statement } from './split-statements.ts';

export type Migration = {
  /** Digits of its time, `yyyymmddhhmmss`. */
  readonly version: string;
  readonly name: string;
  readonly file: string;
  readonly statements: readonly Statement[];
};

export type MigrationFiles =
  | { readonly kind: 'read'; readonly migrations: readonly Migration[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const shape = /^(\d{14})_(\w+)\.sql$/;

// A statement that ended the runner's transaction would leave half a migration behind.
const endsTransaction =
  /^(?:begin|commit|rollback|abort|end|savepoint|release|start transaction|prepare transaction)\b/i;

/** The migrations of a folder, oldest first, or everything that is wrong with them. */
export async function readMigrations(folder: string): Promise<MigrationFiles> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const migrations: Migration[] = [];
  const refusals: Refusal[] = [];
  for (const file of names) {
    const read = await readMigration(folder, file);
    if ('rule' in read) {
      refusals.push(read);
      continue;
    }
    const twin = migrations.at(-1);
    if (twin?.version === read.version) {
      refusals.push(
        no('DB2', file, `has the same time as ${twin.file}. Give one of them another.`),
      );
    }
    migrations.push(read);
  }
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'read', migrations };
}

async function readMigration(folder: string, file: string): Promise<Migration | Refusal> {
  const [, version, name] = shape.exec(file) ?? [];
  if (version === undefined || name === undefined) {
    return no('DB1', file, 'is not named yyyymmddhhmmss_name.sql.');
  }
  const split = splitStatements(await readFile(join(folder, file), 'utf8'));
  if (split.kind === 'unclosed') {
    return no('DB3', file, `begins a ${split.what} on line ${split.line} and never closes it.`);
  }
  const ending = split.statements.find(({ bare }) => endsTransaction.test(bare));
  if (ending !== undefined) {
    return no(
      'DB4',
      file,
      `has «${ending.bare.slice(0, 40)}» on line ${ending.line}; each migration runs in a transaction of the runner's.`,
    );
  }
  return { version, name, file, statements: split.statements };
}

export function no(rule: string, file: string, says: string): Refusal {
  return { rule, at: [file], says: `${file} ${says}` };
}
