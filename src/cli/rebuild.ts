import { Command } from 'commander';
import type { Refusal } from '../core/refusal.ts';
import type { Rebuilt } from '../court/registry/rebuild-docket.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

/** What the command needs of the database that the settings name. */
export type RebuildWorld = {
  open(tell: (says: string) => void): Promise<RebuildAnswer>;
};

export type RebuildAnswer =
  | {
      readonly kind: 'open';
      rebuild(mend: boolean): AsyncIterable<Rebuilt>;
      close(): Promise<void>;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

type Options = { readonly check: boolean; readonly json: boolean };

/** `court rebuild`: makes what the lists show of each case anew from its record, and says which differed. */
export function rebuildCommand(context: CommandContext, world: RebuildWorld): Command {
  const { io } = context;
  return new Command('rebuild')
    .description('Make what lists show of the cases anew from the record; say what differed.')
    .option('--check', 'only say what differs, and change nothing', false)
    .option('--json', 'print JSON, one line for each case that is not as its record tells', false)
    .action(async (options: Options) => {
      const answer = await world.open((says) => io.err(says));
      if (answer.kind === 'refused') {
        for (const { rule, says } of answer.refusals) io.err(`${rule} ${says}`);
        return context.done(2);
      }
      try {
        return context.done(await rebuild(io, answer.rebuild(!options.check), options));
      } finally {
        await answer.close();
      }
    });
}

async function rebuild(
  io: Io,
  cases: AsyncIterable<Rebuilt>,
  { check, json }: Options,
): Promise<ExitCode> {
  const counts = { same: 0, differs: 0, broken: 0, busy: 0 };
  for await (const rebuilt of cases) {
    counts[rebuilt.kind] += 1;
    if (rebuilt.kind !== 'same') io.out(json ? JSON.stringify(rebuilt) : told(rebuilt, check));
  }
  const { same, differs, broken, busy } = counts;
  const all = same + differs + broken + busy;
  if (json) io.out(JSON.stringify({ cases: all, ...counts, mended: check ? 0 : differs }));
  else
    io.out(
      `${all} cases: ${same} as their records tell, ${differs} ${check ? 'not' : 'made anew'}.`,
    );
  if (broken + busy > 0) return 1;
  return check && differs > 0 ? 1 : 0;
}

function told(rebuilt: Exclude<Rebuilt, { kind: 'same' }>, check: boolean): string {
  switch (rebuilt.kind) {
    case 'differs':
      return `${check ? 'differs' : 'made anew'}  ${rebuilt.record}: ${rebuilt.columns.join(', ')}`;
    case 'broken':
      return `BROKEN  ${rebuilt.record}: ${rebuilt.says}`;
    case 'busy':
      return `busy  ${rebuilt.record}: others kept writing to it; try again.`;
  }
}
