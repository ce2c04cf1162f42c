import { Command } from 'commander';
import type { Finding } from '../ports/examination.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

export type DoctorWorld = {
  /** Looks at one thing after the other; changes nothing that stays. */
  examine(): AsyncIterable<Finding>;
};

/** `court doctor`: what is wrong with this court, and how to mend it. */
export function doctorCommand(context: CommandContext, world: DoctorWorld): Command {
  const { io } = context;
  return new Command('doctor')
    .description(
      'Look at settings, database, rights, keys, disk and clocks; say what is wrong and how to mend it.',
    )
    .option('--json', 'print JSON', false)
    .action(async (options: { readonly json: boolean }) => {
      context.done(await doctor(io, world, options.json));
    });
}

async function doctor(io: Io, world: DoctorWorld, json: boolean): Promise<ExitCode> {
  const findings: Finding[] = [];
  for await (const finding of world.examine()) {
    findings.push(finding);
    if (!json) tell(io, finding);
  }
  const bad = findings.filter(({ state }) => state === 'bad').length;
  const odd = findings.filter(({ state }) => state === 'odd').length;
  if (json) io.out(JSON.stringify({ healthy: bad === 0, findings }, null, 2));
  else
    io.out(
      bad === 0 ? `The court is well (${odd} things to look at).` : `${bad} things are wrong.`,
    );
  return bad === 0 ? 0 : 1;
}

const marks = { good: 'good', odd: 'odd ', bad: 'BAD ' } as const;

function tell(io: Io, { check, state, says, mend }: Finding): void {
  io.out(`${marks[state]}  ${check}: ${says}`);
  if (mend !== null) io.out(`      ${mend}`);
}
