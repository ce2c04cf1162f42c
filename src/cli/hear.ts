import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { hear } from '../agents/hear.ts';
import type { Refusal } from '../core/refusal.ts';
import { exportCase } from '../court/hearing/export-case.ts';
import type { HearingFolder } from '../ports/hearing-folder.ts';
import { seatChoice } from './choose-minds.ts';
import { courtroomScreen, type Screen } from './courtroom-screen.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import {
  openHearing,
  type HearingSettings,
  type NotOpened,
  type OpenedHearing,
} from './open-hearing.ts';
import { writePapers } from './papers-out.ts';
import type { World } from './world.ts';

export type HearOptions = HearingSettings & { readonly out: string; readonly json: boolean };

/** `court hear FOLDER`: a folder of papers goes in, a hearing is heard, a reasoned draft comes out. */
export function hearCommand(context: CommandContext, world: World): Command {
  return new Command('hear')
    .description('Hear the case in a folder and write the record, the transcript and a draft.')
    .argument('<folder>', 'PDF, DOCX, Markdown, text and e-mail; case.yaml is optional')
    .option(
      '--out <dir>',
      'where the papers of the hearing go; an unfinished hearing there is gone on with',
      'out',
    )
    .option(
      '--seat <seat=mind>',
      `who sits where (${Object.keys(world.minds).join(', ')})`,
      seatChoice,
      [],
    )
    .option('--jurisdiction <id>', 'jurisdiction, where the folder names none')
    .option('--law <dir>', 'folder of imported law', '.court/law')
    .option('--clock <instant>', 'let the clock stand still (ISO 8601)', instant)
    .option(
      '--key <file>',
      'signing key of the court, to sign the draft with later (else one is made and thrown away)',
    )
    .option('--set-aside', 'hear the case without the papers that cannot be read', false)
    .option('--afresh', 'throw away an unfinished hearing and begin anew', false)
    .option('--json', 'print one JSON object at the end, and nothing else', false)
    .action(async (folder: string, options: HearOptions) => {
      context.done(await hearFolder(context.io, world, folder, options));
    });
}

/**
 * Hears one folder, or goes on where its hearing stopped: until the papers are written, all of it waits in
 * `.hearing` beside them. 0 heard, 1 the papers were refused, 2 bad use.
 */
export async function hearFolder(
  io: Io,
  world: World,
  folder: string,
  options: HearOptions,
): Promise<ExitCode> {
  const screen = courtroomScreen(io, options.json);
  const place = world.hearingFolder(join(options.out, '.hearing'));
  try {
    const heard = await conductHearing(io, world, folder, options, place, screen);
    if (heard.kind === 'refused') return refuse(io, options, heard.refusals, heard.code);
    const { court, open, originals } = heard;
    const papers = await exportCase(court, open, { ...world, originals });
    await writePapers(options.out, papers);
    await place.finish();
    screen.closed(open.state(), options.out, [...papers.keys()]);
    return 0;
  } finally {
    await place.close();
  }
}

/** Hears a folder up to the draft. Writes nothing outside `place`. */
export async function conductHearing(
  io: Io,
  world: World,
  folder: string,
  settings: HearingSettings,
  place: HearingFolder,
  screen: Screen,
): Promise<OpenedHearing | NotOpened> {
  const opened = await openHearing(io, world, folder, settings, place, screen);
  if (opened.kind === 'refused') return opened;
  const { open, profile, minds } = opened;
  const own = world.ownMind(profile);
  await hear(open, {
    minds,
    own,
    briefs: world.briefs,
    search: (state) => own.searches(state),
    heard: (event, state) => screen.heard(event, state),
    streamed: (seat, words) => screen.streamed(seat, words),
  });
  return opened;
}

function instant(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time))
    throw new InvalidArgumentError('write an instant such as 2026-03-02T09:00:00Z.');
  return new Date(time).toISOString();
}

function refuse(
  io: Io,
  { json }: HearOptions,
  refusals: readonly Refusal[],
  code: ExitCode,
): ExitCode {
  if (json) io.out(JSON.stringify({ refusals }, null, 2));
  else for (const { rule, says } of refusals) io.err(`${rule}: ${says}`);
  return code;
}
