import { join } from 'node:path';
import { Command } from 'commander';
import { hearFolder } from './hear.ts';
import type { CommandContext } from './io.ts';
import type { World } from './world.ts';

/** `court demo`: hears the first demo case. */
export function demoCommand(context: CommandContext, world: World, root: string): Command {
  return new Command('demo')
    .description('Hear the demo case.')
    .option('--out <dir>', 'where the papers of the hearing go', 'out')
    .option('--afresh', 'throw away an unfinished hearing and begin anew', false)
    .action(async (asked: { readonly out: string; readonly afresh: boolean }) => {
      const folder = join(root, 'cases', 'greenhouse-heater');
      const options = { ...asked, seat: [], law: '.court/law', setAside: false, json: false };
      context.done(await hearFolder(context.io, world, folder, options));
    });
}
