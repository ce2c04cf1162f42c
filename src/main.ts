#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { claudeMind } from './adapters/claude/mind.ts';
import { usualClaude } from './adapters/claude/settings.ts';
import { fileHearingFolder } from './adapters/file/hearing-folder.ts';
import { openKeyFile } from './adapters/file/key.ts';
import { makeKeyFile } from './adapters/file/make-key.ts';
import { readBriefs } from './adapters/filesystem/briefs.ts';
import { filesystemCaseFolder } from './adapters/filesystem/case-folder.ts';
import { clackTerminal } from './adapters/human/clack-terminal.ts';
import { askToken } from './adapters/human/ask-token.ts';
import { lineTerminal } from './adapters/human/line-terminal.ts';
import { humanMind } from './adapters/human/mind.ts';
import type { Terminal } from './adapters/human/terminal.ts';
import { folderLawLibrary } from './adapters/law/folder.ts';
import { memoryHearingFolder } from './adapters/memory/hearing-folder.ts';
import { memoryRecordStore } from './adapters/memory/record-store.ts';
import { offlineMind, type OfflineMind } from './adapters/offline/mind.ts';
import { profileFolder } from './adapters/profiles/profile-folder.ts';
import { documentReaders } from './adapters/reading/document-readers.ts';
import { ed25519Key } from './adapters/system/ed25519-key.ts';
import { derivedEntropy, systemEntropy } from './adapters/system/entropy.ts';
import { systemHashing } from './adapters/system/hashing.ts';
import { decode } from './adapters/text/decode.ts';
import { typstPrinter } from './adapters/typst/printer.ts';
import { readBundle, writeBundle } from './adapters/zip/bundle.ts';
import { backupCommand, type BackupWorld, restoreCommand } from './cli/backup.ts';
import { citeCommand } from './cli/cite.ts';
import { dbCommand, type DatabaseWorld } from './cli/db.ts';
import { demoCommand } from './cli/demo.ts';
import { doctorCommand, type DoctorWorld } from './cli/doctor.ts';
import { evalCommand } from './cli/eval.ts';
import { evaluateCommand } from './cli/evaluate.ts';
import { hearForEval } from './cli/hear-for-eval.ts';
import { hearCommand } from './cli/hear.ts';
import type { CommandContext, ExitCode, Io } from './cli/io.ts';
import { keyCommand } from './cli/key.ts';
import { lawCommand } from './cli/law.ts';
import { readCommand } from './cli/read.ts';
import { rebuildCommand, type RebuildWorld } from './cli/rebuild.ts';
import { replayCommand } from './cli/replay.ts';
import { verifyCommand } from './cli/verify.ts';
import { serveCommand, type ServiceWorld } from './cli/serve.ts';
import { rejectCommand, signCommand } from './cli/sign.ts';
import { takeCommand } from './cli/take.ts';
import { watchCommand } from './cli/watch.ts';
import { whyCommand } from './cli/why.ts';
import { processIo } from './cli/process-io.ts';
import type { RemoteWorld } from './cli/remote-court.ts';
import type { CourtAnswer, CourtSettings, World } from './cli/world.ts';
import type { Profile } from './core/jurisdiction/profile.ts';
import type { Refusal } from './core/refusal.ts';
import { normsIn } from './court/intake/norms-in.ts';
import type { Mind } from './ports/mind.ts';

/** The only file that knows everyone: picks the adapters and opens the doors. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function world(): Promise<World> {
  return {
    folder: filesystemCaseFolder(),
    readers: documentReaders(),
    findNorms: normsIn,
    profiles: profileFolder(join(root, 'jurisdictions')),
    lawFolder: folderLawLibrary,
    decode,
    printer: typstPrinter(),
    archive: { pack: writeBundle, open: readBundle },
    hashing: systemHashing,
    briefs: await readBriefs(join(root, 'src/agents/briefs')),
    court,
    hearingFolder: fileHearingFolder,
    passingHearing: memoryHearingFolder,
    ownMind: offline,
    minds,
  };
}

/** One offline mind per jurisdiction: what it found in the papers serves the court and every seat. */
function offline(profile: Profile): OfflineMind {
  const mind = offlineMinds.get(profile) ?? offlineMind(profile);
  offlineMinds.set(profile, mind);
  return mind;
}

const offlineMinds = new WeakMap<Profile, OfflineMind>();

const minds: World['minds'] = {
  offline,
  human: (_profile, io) => humanMind(terminalOf(io)),
  claude: () => claudeFrom(process.env),
};

/** Loaded when it is asked for: a hearing on this machine needs no database. */
const database: DatabaseWorld = {
  async open(tell) {
    const { databaseWorld } = await import('./database-world.ts');
    return databaseWorld(process.env, process.cwd()).open(tell);
  },
};

const backups: BackupWorld = {
  async open(tell) {
    const { backupWorld } = await import('./service/open-operations.ts');
    return backupWorld(process.env, process.cwd()).open(tell);
  },
};

const rebuilding: RebuildWorld = {
  async open(tell) {
    const { rebuildWorld } = await import('./service/open-operations.ts');
    return rebuildWorld(process.env, process.cwd()).open(tell);
  },
};

const examination: DoctorWorld = {
  async *examine() {
    const { doctorWorld } = await import('./service/examine-court.ts');
    yield* doctorWorld(process.env, process.cwd()).examine();
  },
};

/** Loaded when it is asked for, for the same reason. */
const serviceWorld: ServiceWorld = {
  async start(role, tell) {
    const { readConfig } = await import('./read-config.ts');
    const { startFault, startService } = await import('./service/start-service.ts');
    const read = await readConfig(process.env, process.cwd());
    if (read.kind === 'refused') return read;
    try {
      return await startService(read.config, role, tell);
    } catch (error) {
      const says = startFault(error);
      if (says === null) throw error;
      return { kind: 'refused', refusals: [{ rule: 'SE5', at: [], says }] };
    }
  },
  askedToEnd: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

/** A court elsewhere, for a person at this terminal. */
const elsewhere: RemoteWorld = {
  token: async () => process.env['COURT_TOKEN'] ?? (await askToken(process.stdin.isTTY === true)),
  person: (io) => humanMind(terminalOf(io)),
  random: Math.random,
  newId: () => crypto.randomUUID(),
};

/** A person at a terminal gets choices to walk through, a pipe gets lines, and neither spoils `--json`. */
function terminalOf(io: Io): Terminal {
  return io.terminal && process.stdin.isTTY
    ? clackTerminal((words) => io.write(words))
    : lineTerminal(process.stdin, (words) => io.err(words.replace(/\n$/u, '')));
}

/** `CLAUDE_API_KEY` and `CLAUDE_MODEL`; `CLAUDE_BASE_URL` for a gateway. */
function claudeFrom(settings: NodeJS.ProcessEnv): Mind | Refusal {
  const { CLAUDE_API_KEY: apiKey, CLAUDE_MODEL: model, CLAUDE_BASE_URL: baseURL } = settings;
  if (!apiKey || !model) {
    const says = `The mind «claude» needs ${apiKey ? 'CLAUDE_MODEL' : 'CLAUDE_API_KEY'} in the environment.`;
    return { rule: 'CL2', at: ['seat'], says };
  }
  return claudeMind({ ...usualClaude, apiKey, model, ...(baseURL ? { baseURL } : {}) });
}

/** With clock and key fixed the salts and ids follow from the key, so that a record comes out the same. */
async function court(settings: CourtSettings): Promise<CourtAnswer> {
  const { clock, keyFile, store = memoryRecordStore() } = settings;
  const { seed = randomBytes(32).toString('hex') } = settings;
  const opened =
    keyFile === null
      ? ({ kind: 'opened', key: ed25519Key(Buffer.from(seed, 'hex')) } as const)
      : await openKeyFile(keyFile);
  if (opened.kind === 'refused') return { kind: 'refused', refusals: [opened.refusal] };
  const { key } = opened;
  const isFixed = clock !== null && keyFile !== null;
  return {
    kind: 'court',
    ...(keyFile === null ? { seed } : {}),
    court: {
      store,
      signer: key.signer,
      entropy: isFixed ? derivedEntropy(key.derive('salts and ids')) : systemEntropy(),
      now: () => clock ?? new Date().toISOString(),
    },
  };
}

async function main(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context: CommandContext = {
    io: processIo(),
    done: (result) => {
      code = result;
    },
  };
  const here = await world();
  const program = new Command('court')
    .description(
      'First Court: a case folder goes in, a hearing is heard, a reasoned draft comes out.',
    )
    .exitOverride()
    .addCommand(demoCommand(context, here, root))
    .addCommand(hearCommand(context, here))
    .addCommand(verifyCommand(context, here))
    .addCommand(replayCommand(context, here))
    .addCommand(watchCommand(context, elsewhere))
    .addCommand(takeCommand(context, elsewhere))
    .addCommand(whyCommand(context, here))
    .addCommand(signCommand(context, here))
    .addCommand(rejectCommand(context, here))
    .addCommand(keyCommand(context, { ...here, make: makeKeyFile }))
    .addCommand(evalCommand(context, hearForEval(context.io, here)))
    .addCommand(evaluateCommand(context))
    .addCommand(readCommand(context, here))
    .addCommand(citeCommand(context, here))
    .addCommand(lawCommand(context, here))
    .addCommand(dbCommand(context, database))
    .addCommand(serveCommand(context, serviceWorld))
    .addCommand(rebuildCommand(context, rebuilding))
    .addCommand(backupCommand(context, backups))
    .addCommand(restoreCommand(context, backups))
    .addCommand(doctorCommand(context, examination));
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    context.io.err(faultSays(error));
    return 2;
  }
}

/** An outside thing failed, and says so itself; anything else is a bug and shows where. */
function faultSays(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOutside = 'code' in error || 'retryable' in error;
  return isOutside ? error.message : `This is a bug of the court: ${error.stack ?? error.message}`;
}

process.exitCode = await main(process.argv.slice(2));
