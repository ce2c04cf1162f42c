import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { EmbeddedPostgresFault, isCode } from './fault.ts';

/** Passwords of the two logins of the embedded server. */
export type Secrets = { readonly admin: string; readonly server: string };

/** Those kept at `path`, for its owner's eyes alone; made where there are none. */
export async function keepSecrets(path: string): Promise<Secrets> {
  const kept = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  });
  if (kept !== null) return parse(kept, path);
  const made = { admin: password(), server: password() };
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(made)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return made;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

function parse(text: string, path: string): Secrets {
  try {
    const { admin, server }: Record<string, unknown> = JSON.parse(text);
    if (typeof admin === 'string' && typeof server === 'string') return { admin, server };
  } catch {
    // What the parser says could quote the file.
  }
  throw new EmbeddedPostgresFault(
    `${path} does not hold the passwords of the embedded database. Put the file back from a backup.`,
  );
}
