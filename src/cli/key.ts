import { Command } from 'commander';
import { fingerprint } from '../core/record/head.ts';
import type { Hashing } from '../core/record/hashing.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Signer } from '../ports/signer.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

/** What the machine keeps of keys. */
export type Keys = {
  readonly hashing: Hashing;
  /** The key in a file, made where there is none. */
  readonly make: (
    path: string,
  ) => Promise<
    | { readonly kind: 'opened'; readonly key: { readonly signer: Signer } }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
  >;
};

type KeyOptions = { readonly json: boolean };

/** `court key FILE`: makes a signing key, or says whose it is: the fingerprint that `--trust` takes. */
export function keyCommand(context: CommandContext, keys: Keys): Command {
  return new Command('key')
    .description('Make a signing key where there is none, and tell its fingerprint.')
    .argument('<file>')
    .option('--json', 'print JSON', false)
    .action(async (file: string, options: KeyOptions) => {
      context.done(await tellKey(context.io, keys, file, options));
    });
}

async function tellKey(
  io: Io,
  { hashing, make }: Keys,
  file: string,
  { json }: KeyOptions,
): Promise<ExitCode> {
  const opened = await make(file);
  if (opened.kind === 'refused') {
    const { refusal } = opened;
    if (json) io.out(JSON.stringify({ refusals: [refusal] }, null, 2));
    else io.err(`${refusal.rule}: ${refusal.says}`);
    return 2;
  }
  const told = fingerprint(opened.key.signer.publicKey, hashing);
  io.out(json ? JSON.stringify({ file, fingerprint: told }, null, 2) : told);
  return 0;
}
