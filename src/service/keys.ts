import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeKeyFile } from '../adapters/file/make-key.ts';
import { openKeyFile } from '../adapters/file/key.ts';
import { makeMasterKeyFile, openMasterKeyFile } from '../adapters/file/master-key.ts';
import { systemCipher } from '../adapters/vault/cipher.ts';
import type { Config } from '../config.ts';
import type { Refusal } from '../core/refusal.ts';
import type { MasterKey } from '../ports/master-key.ts';
import type { Signer } from '../ports/signer.ts';

export type Keys =
  | { readonly kind: 'keys'; readonly signer: Signer; readonly masterKey: MasterKey }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * The key that signs the heads of records, and the one that wraps the keys of documents and secrets. Made at
 * the first start where the settings name no file; a file that they name must be there.
 */
export async function openKeys(config: Config): Promise<Keys> {
  const folder = join(config.dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const signing =
    config.signingKeyFile === undefined
      ? await makeKeyFile(join(folder, 'court.key'))
      : await openKeyFile(config.signingKeyFile);
  if (signing.kind === 'refused') return { kind: 'refused', refusals: [signing.refusal] };
  const masterFile = config.masterKeyFile ?? join(folder, 'master.key');
  if (config.masterKeyFile === undefined) await makeMasterKeyFile(masterFile, systemCipher);
  const master = await openMasterKeyFile(masterFile, systemCipher);
  if (master.kind === 'refused') return { kind: 'refused', refusals: [master.refusal] };
  return { kind: 'keys', signer: signing.key.signer, masterKey: master.masterKey };
}
