import { Command } from 'commander';
import type { Refusal } from '../core/refusal.ts';
import type { BackupMade } from '../court/backup/make-backup.ts';
import type { BackupRestored } from '../court/backup/restore-backup.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

/** What the commands need of the court that the settings name. */
export type BackupWorld = {
  open(tell: (says: string) => void): Promise<BackupAnswer>;
};

export type BackupAnswer =
  | {
      readonly kind: 'open';
      /** @throws where the folder of the file cannot be written, with a sentence */
      backup(file: string): Promise<BackupMade>;
      restore(file: string): Promise<BackupRestored>;
      close(): Promise<void>;
    }
  | Refused;

type Refused = { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
type Options = { readonly json: boolean };

/** What a backup lacks on purpose: with it, a thief of the file would read every document. */
const keysApart =
  'The master key and the signing key are not in it. Without the master key no document can be read again: keep both elsewhere.';

/** `court backup FILE`: the whole court in one file, while it works. */
export function backupCommand(context: CommandContext, world: BackupWorld): Command {
  const { io } = context;
  return new Command('backup')
    .description(
      'Write the whole court into one file: database and documents, still encrypted; no keys.',
    )
    .argument('<file>', 'a file that is not there yet')
    .option('--json', 'print JSON', false)
    .action(async (file: string, options: Options) => {
      context.done(
        await opened(io, world, async (court) =>
          backup(io, await court.backup(file), file, options),
        ),
      );
    });
}

/** `court restore FILE`: an empty, migrated database becomes the court of a backup. */
export function restoreCommand(context: CommandContext, world: BackupWorld): Command {
  const { io } = context;
  return new Command('restore')
    .description(
      'Fill an empty, migrated database from a backup, and check every chain and document.',
    )
    .argument('<file>', 'what court backup wrote')
    .option('--json', 'print JSON', false)
    .action(async (file: string, options: Options) => {
      context.done(
        await opened(io, world, async (court) => restore(io, await court.restore(file), options)),
      );
    });
}

type Court = Extract<BackupAnswer, { kind: 'open' }>;

async function opened(
  io: Io,
  world: BackupWorld,
  run: (court: Court) => Promise<ExitCode>,
): Promise<ExitCode> {
  const answer = await world.open((says) => io.err(says));
  if (answer.kind === 'refused') return tell(io, answer, 2);
  try {
    return await run(answer);
  } finally {
    await answer.close();
  }
}

function backup(io: Io, made: BackupMade, file: string, { json }: Options): ExitCode {
  if (made.kind === 'taken') {
    const says = `${file} is there already, and stays as it is.`;
    return tell(io, { kind: 'refused', refusals: [{ rule: 'BK1', at: [file], says }] }, 1);
  }
  const { manifest, missing } = made;
  const { takenAt, tables, heads, objects } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (json) {
    io.out(
      JSON.stringify(
        { file, takenAt, tables: tables.length, rows, heads, objects, missing },
        null,
        2,
      ),
    );
  } else {
    io.out(`${file} holds the court as it was at ${takenAt}:`);
    io.out(
      `${rows} rows of ${tables.length} tables, ${heads} records, ${objects.count} documents (${objects.bytes} bytes, encrypted).`,
    );
    io.out(keysApart);
  }
  for (const key of missing)
    io.err(`BK8 The storage does not have ${key}, which a document names.`);
  return missing.length === 0 ? 0 : 1;
}

function restore(io: Io, restored: BackupRestored, { json }: Options): ExitCode {
  if (restored.kind === 'refused') return tell(io, restored, 1);
  const { manifest, events, broken } = restored;
  const { takenAt, heads, objects } = manifest;
  if (json) {
    io.out(JSON.stringify({ takenAt, records: heads, events, objects, broken }, null, 2));
  } else {
    io.out(`The court is as it was at ${takenAt}. Everybody has to sign in anew.`);
    io.out(`${objects.count} documents were read back and are as they were.`);
    io.out(
      `${heads} records with ${events} events were read back: ${heads - broken.length} chains are whole.`,
    );
  }
  for (const record of broken) {
    io.err(
      `BK6 The record of case ${record} was not a whole chain when the backup was taken, and is so now.`,
    );
  }
  return broken.length === 0 ? 0 : 1;
}

function tell(io: Io, { refusals }: Refused, code: ExitCode): ExitCode {
  for (const { rule, says } of refusals) io.err(`${rule} ${says}`);
  return code;
}
