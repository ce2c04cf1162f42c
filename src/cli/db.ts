import { Command } from 'commander';
import type { Refusal } from '../core/refusal.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

/** What the commands need of the database that the settings name. */
export type DatabaseWorld = {
  open(tell: (says: string) => void): Promise<DatabaseAnswer>;
};

export type DatabaseAnswer =
  | { readonly kind: 'open'; readonly database: DatabaseAtHand }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export type DatabaseAtHand = {
  readonly name: string;
  /** Host and port, for a person. */
  readonly where: string;
  /** Whether it is on this machine. */
  readonly isLocal: boolean;
  readonly environment: 'development' | 'test' | 'production';
  readonly notices: readonly string[];
  migrate(): Promise<{ readonly applied: readonly string[] } | Refused>;
  states(): Promise<{ readonly states: readonly MigrationTold[] } | Refused>;
  /** Throws all of it away. */
  reset(): Promise<readonly Refusal[]>;
  close(): Promise<void>;
};

type Refused = { readonly refusals: readonly Refusal[] };

type MigrationTold = {
  readonly version: string;
  readonly name: string;
  readonly state: 'applied' | 'pending' | 'changed' | 'missing';
};

type Options = { readonly json: boolean };
type ResetOptions = Options & { readonly yes: boolean; readonly yesReallyTheDatabase?: string };

/** `court db migrate | status | reset`. */
export function dbCommand(context: CommandContext, world: DatabaseWorld): Command {
  const { io } = context;
  const db = new Command('db').description('The database of the court.');
  db.command('migrate')
    .description('Apply the migrations that are not yet applied.')
    .option('--json', 'print JSON', false)
    .action(async (options: Options) => {
      context.done(await withDatabase(io, world, (at) => migrate(io, at, options)));
    });
  db.command('status')
    .description('Which migrations are applied, pending, changed or missing.')
    .option('--json', 'print JSON', false)
    .action(async (options: Options) => {
      context.done(await withDatabase(io, world, (at) => status(io, at, options)));
    });
  db.command('reset')
    .description('Throw away everything in the database, and apply the migrations.')
    .option('--yes', 'outside development too', false)
    .option('--yes-really-the-database <name>', 'the name of a database on another machine')
    .option('--json', 'print JSON', false)
    .action(async (options: ResetOptions) => {
      context.done(await withDatabase(io, world, (at) => reset(io, at, options)));
    });
  return db;
}

async function withDatabase(
  io: Io,
  world: DatabaseWorld,
  run: (database: DatabaseAtHand) => Promise<ExitCode>,
): Promise<ExitCode> {
  const answer = await world.open((says) => io.err(says));
  if (answer.kind === 'refused') return tell(io, answer, 2);
  const { database } = answer;
  try {
    for (const notice of database.notices) io.err(notice);
    return await run(database);
  } finally {
    await database.close();
  }
}

async function migrate(io: Io, database: DatabaseAtHand, { json }: Options): Promise<ExitCode> {
  const answer = await database.migrate();
  if ('refusals' in answer) return tell(io, answer, 1);
  const { applied } = answer;
  if (json) io.out(JSON.stringify({ database: database.name, applied }, null, 2));
  else if (applied.length === 0) io.out(`${database.name} is up to date.`);
  else for (const file of applied) io.out(`applied  ${file}`);
  return 0;
}

async function status(io: Io, database: DatabaseAtHand, { json }: Options): Promise<ExitCode> {
  const answer = await database.states();
  if ('refusals' in answer) return tell(io, answer, 1);
  const { states } = answer;
  if (json) io.out(JSON.stringify({ database: database.name, migrations: states }, null, 2));
  else for (const { version, name, state } of states) io.out(`${state}  ${version}_${name}`);
  return states.every(({ state }) => state === 'applied') ? 0 : 1;
}

async function reset(io: Io, database: DatabaseAtHand, options: ResetOptions): Promise<ExitCode> {
  const refusal = mayReset(database, options);
  if (refusal !== null) return tell(io, { refusals: [refusal] }, 1);
  const refusals = await database.reset();
  if (refusals.length > 0) return tell(io, { refusals }, 1);
  return migrate(io, database, options);
}

/** Whoever resets a database that others rely on says so twice. */
function mayReset(database: DatabaseAtHand, options: ResetOptions): Refusal | null {
  const { name, where, isLocal, environment } = database;
  if (!isLocal && options.yesReallyTheDatabase !== name) {
    const says = `${name} on ${where} is not on this machine; all of it would be lost. To go on: --yes-really-the-database ${name}`;
    return { rule: 'DB10', at: ['yes-really-the-database'], says };
  }
  if (environment === 'production' && !options.yes) {
    const says = `${name} on ${where} is not for development; all of it would be lost. To go on: --yes`;
    return { rule: 'DB10', at: ['yes'], says };
  }
  return null;
}

function tell(io: Io, { refusals }: Refused, code: ExitCode): ExitCode {
  for (const { rule, says } of refusals) io.err(`${rule} ${says}`);
  return code;
}
