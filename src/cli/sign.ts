import { basename, dirname, extname, join } from 'node:path';
import { Command } from 'commander';
import type { Refusal } from '../core/refusal.ts';
import { decideOnDraft } from '../court/hearing/decide-on-draft.ts';
import { writeAtOnce } from './file-out.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { openBundle } from './open-bundle.ts';
import type { World } from './world.ts';

/** What a person who judges has at hand. */
export type JudgeDesk = Pick<World, 'archive' | 'printer' | 'hashing' | 'court'>;

type DecideOptions = {
  readonly as: string;
  readonly reason: string;
  readonly key?: string;
  readonly out?: string;
  readonly json: boolean;
};

/** `court sign BUNDLE`: a person in the judge's seat signs the draft in which a hearing ended. */
export function signCommand(context: CommandContext, desk: JudgeDesk): Command {
  return decideCommand(context, desk, 'sign')
    .description(
      'Sign the draft of a bundle, as a person in the judge’s seat; writes a new bundle.',
    )
    .option('--reason <text>', 'a remark that goes with the signature', '');
}

/** `court reject BUNDLE`: a person in the judge's seat rejects it. */
export function rejectCommand(context: CommandContext, desk: JudgeDesk): Command {
  return decideCommand(context, desk, 'reject')
    .description('Reject the draft of a bundle, with a reason; writes a new bundle.')
    .requiredOption('--reason <text>', 'why it is rejected');
}

function decideCommand(context: CommandContext, desk: JudgeDesk, act: 'sign' | 'reject'): Command {
  return new Command(act)
    .argument('<bundle>')
    .requiredOption('--as <name>', 'name of the person who judges')
    .option('--key <file>', 'the key with which the court signed the record')
    .option(
      '--out <file>',
      'the new bundle (else beside the old one; only here may it replace one)',
    )
    .option('--json', 'print JSON', false)
    .action(async (bundle: string, options: DecideOptions) => {
      context.done(await decide(context.io, desk, { act, bundle }, options));
    });
}

const decisions = { sign: 'signed', reject: 'rejected' } as const;

/** 0 decided and written, 1 the court refuses or the bundle does not verify, 2 bad use. */
async function decide(
  io: Io,
  desk: JudgeDesk,
  { act, bundle }: { readonly act: 'sign' | 'reject'; readonly bundle: string },
  options: DecideOptions,
): Promise<ExitCode> {
  const opened = await openBundle(desk, bundle);
  if (opened.kind === 'refused') {
    for (const line of opened.says) io.err(line);
    return opened.code;
  }
  const made = await desk.court({ clock: null, keyFile: options.key ?? null });
  if (made.kind === 'refused') return refuse(io, options, made.refusals, 2);

  const choice = { act, name: options.as, reason: options.reason };
  const decided = await decideOnDraft(made.court, opened, choice, desk);
  if (decided.kind === 'refused') return refuse(io, options, decided.refusals, 1);

  const path = options.out ?? besideOf(bundle, decisions[act]);
  const written = await writeAtOnce(path, decided.bundle, { replace: options.out !== undefined });
  if (written === 'taken') {
    const says = `${path} is there already; name it with --out to write over it.`;
    return refuse(io, options, [{ rule: 'CL3', at: ['out'], says }], 2);
  }
  const { id } = opened;
  const told = { decision: decisions[act], by: options.as, reason: options.reason, case: id };
  if (options.json) {
    io.out(JSON.stringify({ ...told, events: decided.events, bundle: path }, null, 2));
    return 0;
  }
  io.out(`The draft of ${id} is ${told.decision} by ${options.as}.`);
  io.out(
    `${path}: ${decided.events} events, ${decided.events - opened.recorded.length} of them new.`,
  );
  return 0;
}

/** `out/bundle.zip` signed is `out/bundle-signed.zip`. */
function besideOf(bundle: string, decision: string): string {
  const ending = extname(bundle);
  return join(dirname(bundle), `${basename(bundle, ending)}-${decision}${ending}`);
}

function refuse(
  io: Io,
  { json }: DecideOptions,
  refusals: readonly Refusal[],
  code: ExitCode,
): ExitCode {
  if (json) io.out(JSON.stringify({ refusals }, null, 2));
  else for (const { rule, says } of refusals) io.err(`${rule}: ${says}`);
  return code;
}
