import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, chooseAccount, closedOnTheWay } from './account.ts';
import { EmbeddedPostgresFault, isCode } from './fault.ts';

/** Where the server's things lie, and whom it runs as. */
export type Place = {
  /** What PostgreSQL calls PGDATA; not there before it is made. */
  readonly data: string;
  /** A folder that the server's account can enter; programs are copied to it where they must be. */
  readonly base: string;
  /** `null` where it runs as whoever runs this process. */
  readonly account: Account | null;
  /** Where the data had to go instead of DATA_DIR, in a sentence, or `null`. */
  readonly moved: string | null;
};

/** The only release whose data the embedded programs read. */
export const release = '17';

/**
 * The place of the data below DATA_DIR. Root's server runs as somebody else; where that account cannot
 * enter DATA_DIR (a home with mode 0700), the data lie in a folder of their own below `apart`, and a
 * symbolic link in DATA_DIR leads there, this time and the next.
 */
export async function findPlace(dataDir: string, apart: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const link = join(await realpath(dataDir), 'postgres');
  const isThere = (await lstat(link).catch(() => null)) !== null;
  if (isThere) return placeOf(await existing(link), link);
  const account = await chooseAccount([dataDir]);
  if (account !== null) await letPassIfEmpty(dirname(link));
  const closed = account === null ? null : await closedOnTheWay(dataDir, account);
  if (closed === null) return { data: link, base: dirname(link), account, moved: null };
  const base = join(apart, randomBytes(6).toString('hex'));
  await mkdir(base, { recursive: true, mode: 0o711 }).catch((cause: Error) => {
    throw new EmbeddedPostgresFault(
      `PostgreSQL does not run as root, its account cannot enter ${closed}, and ${apart} cannot be made ` +
        `(${cause.message}). Choose a DATA_DIR that others may pass, or start as somebody who is not root.`,
    );
  });
  await symlink(join(base, 'postgres'), link);
  return { data: join(base, 'postgres'), base, account, moved: told(link, join(base, 'postgres')) };
}

/** A folder that was made for the court and nothing else, as mktemp makes them: what comes into it is ours. */
async function letPassIfEmpty(folder: string): Promise<void> {
  const [{ uid, mode }, entries] = [await stat(folder), await readdir(folder)];
  if (uid === 0 && entries.length === 0) await chmod(folder, (mode & 0o777) | 0o011);
}

/** Where the link leads, though nothing may be there yet. */
async function existing(link: string): Promise<string> {
  try {
    return await realpath(link);
  } catch (cause) {
    if (!isCode(cause, 'ENOENT')) throw cause;
    const target = await readlink(link);
    await mkdir(dirname(target), { recursive: true, mode: 0o711 });
    return target;
  }
}

async function placeOf(data: string, link: string): Promise<Place> {
  const account = await chooseAccount([data, dirname(data)]);
  const found = await stat(data).catch(() => null);
  const own = account?.uid ?? process.getuid?.();
  if (found !== null && own !== undefined && found.uid !== own) {
    throw new EmbeddedPostgresFault(
      `The database in ${data} belongs to user ${found.uid}, and this process runs as ${process.getuid?.()}. ` +
        'Start as that user or as root, or give the folder to this user (chown -R).',
    );
  }
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => release);
  if (version.trim() !== release) {
    throw new EmbeddedPostgresFault(
      `The database in ${data} was made by PostgreSQL ${version.trim()}, and the embedded one is ${release}. ` +
        'Carry it over with pg_dump and pg_restore, or set DATABASE_URL.',
    );
  }
  const moved = data === link ? null : told(link, data);
  return { data, base: dirname(data), account, moved };
}

function told(link: string, data: string): string {
  return `The database lies in ${data}, which ${link} leads to: its account may not enter the folders above.`;
}

// unix(7): a path of a socket has 107 bytes at most; PostgreSQL adds `/.s.PGSQL.` and the port.
const longestSocketFolder = 107 - '/.s.PGSQL.65535'.length - 1;

/** A folder for the socket that only the server's account and root may enter. */
export async function socketFolder({ base, account }: Place): Promise<string> {
  const near = join(base, 'postgres-socket');
  const isShort = Buffer.byteLength(near) <= longestSocketFolder;
  // A lock of the socket from before may name a process that is somebody else's by now.
  await rm(near, { recursive: true, force: true });
  const folder = isShort ? near : await mkdtemp(join(tmpdir(), 'court-'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await give(folder, account);
  return folder;
}

/** Hands a file or a folder to the server's account. */
export async function give(path: string, account: Account | null): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}
