import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Somebody the server can run as. */
export type Account = { readonly uid: number; readonly gid: number };

/**
 * Whom the server runs as: `null` for whoever runs this process, unless that is root, whom PostgreSQL
 * refuses. Root gives way to the owner of what is there already, or else to nobody.
 *
 * @param paths the first that is there, and is not root's, decides
 */
export async function chooseAccount(paths: readonly string[]): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await readAccounts();
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    const owner = known.find(({ uid }) => uid !== 0 && uid === found?.uid);
    if (owner !== undefined) return owner;
  }
  return known.find(({ name }) => name === 'nobody') ?? { uid: 65_534, gid: 65_534 };
}

type NamedAccount = Account & { readonly name: string };

/** passwd(5); initdb looks its user up there, so an owner who is not in it is of no use. */
async function readAccounts(): Promise<readonly NamedAccount[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: +uid, gid: +gid }] : [];
  });
}

/** The first folder on the way to `path` that the account may not pass, or `null`. */
export async function closedOnTheWay(path: string, account: Account): Promise<string | null> {
  const way: string[] = [];
  for (let at = await realpath(path); ; at = dirname(at)) {
    way.unshift(at);
    if (at === dirname(at)) break;
  }
  for (const folder of way) {
    const { uid, gid, mode } = await stat(folder);
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & pass) === 0) return folder;
  }
  return null;
}
