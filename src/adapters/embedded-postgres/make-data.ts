import { spawn } from 'node:child_process';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresFault } from './fault.ts';
import { give, type Place } from './place.ts';
import type { Programs } from './programs.ts';
import type { Secrets } from './secrets.ts';
import { sentenceOf } from './sentence-of.ts';
import { accessFile, settingsFile } from './server-settings.ts';

/** Makes the data where there are none yet: whole, or not at all. */
export async function makeData(place: Place, programs: Programs, secrets: Secrets): Promise<void> {
  const isThere = await access(join(place.data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const aside = `${place.data}.new`;
  const passwords = `${place.data}.password`;
  try {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { mode: 0o700 });
    await give(aside, place.account);
    await writeFile(passwords, secrets.admin, { mode: 0o600 });
    await give(passwords, place.account);
    await initialise(aside, passwords, place, programs);
    await rename(aside, place.data);
  } finally {
    await rm(passwords, { force: true });
    await rm(aside, { recursive: true, force: true });
  }
}

/** The machine's own Unicode letters where it has them: what is a letter decides how words are found. */
const locales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C'];

/**
 * UTF-8, ordered by code point by PostgreSQL itself, so that no update of the machine's libraries can
 * disorder an index; with checksums of every page.
 */
async function initialise(
  folder: string,
  passwords: string,
  place: Place,
  programs: Programs,
): Promise<void> {
  for (const locale of locales) {
    const ended = await run(place, programs, [
      '--no-instructions',
      '--data-checksums',
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${passwords}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--lc-messages=C',
    ]);
    if (ended.code === 0) return;
    if (!/invalid locale name/.test(ended.said)) {
      throw new EmbeddedPostgresFault(sentenceOf(ended.said, place.data, null));
    }
  }
  throw new EmbeddedPostgresFault('This machine knows no locale for a database, not even C.');
}

async function run(
  place: Place,
  programs: Programs,
  words: readonly string[],
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(programs.initdb, [...words], {
    ...place.account,
    cwd: '/',
    env: { ...programs.environment, LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve) => {
    child.once('error', (cause) => resolve({ code: null, said: cause.message }));
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Writes what the server is told into its folder. */
export async function writeSettings(
  place: Place,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, text] of [
    ['postgresql.conf', settingsFile(more)],
    ['pg_hba.conf', accessFile],
  ] as const) {
    const path = join(place.data, name);
    await writeFile(`${path}.new`, text, { mode: 0o600 });
    await give(`${path}.new`, place.account);
    await rename(`${path}.new`, path);
  }
}
