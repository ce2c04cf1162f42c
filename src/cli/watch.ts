import { Command } from 'commander';
import type { Refusal } from '../core/refusal.ts';
import { courtroomScreen, type Screen } from './courtroom-screen.ts';
import { followedCase } from './followed-case.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import {
  isCaseId,
  noCaseId,
  remoteCourt,
  type RemoteCourt,
  type RemoteWorld,
} from './remote-court.ts';

export type WatchOptions = {
  readonly server: string;
  readonly stay: boolean;
  readonly json: boolean;
};

/** `court watch CASE`: a hearing elsewhere, as it goes on. */
export function watchCommand(context: CommandContext, world: RemoteWorld): Command {
  return new Command('watch')
    .description('Watch a hearing on a server; the token comes from COURT_TOKEN, or is asked for.')
    .argument('<case>', 'id of the case')
    .requiredOption('--server <url>', 'address of the court')
    .option('--stay', 'go on after the draft is made, until it is signed or rejected', false)
    .option('--json', 'print each message as one line of JSON', false)
    .action(async (caseId: string, options: WatchOptions) => {
      context.done(await watch(context.io, world, caseId, options));
    });
}

/** 0 the hearing came to its end, 1 the court refused, 2 bad use. */
async function watch(
  io: Io,
  world: RemoteWorld,
  caseId: string,
  options: WatchOptions,
): Promise<ExitCode> {
  if (!isCaseId(caseId)) return refuse(io, noCaseId(caseId), 2);
  const court = await remoteCourt(options.server, world);
  if ('rule' in court) return refuse(io, court, 2);
  const refusal = options.json
    ? await streamJson(io, court, caseId, options)
    : await streamLines(io, court, caseId, options);
  return refusal === null ? 0 : refuse(io, refusal, 1);
}

/** The event after which there is nothing more to watch. */
const lastOf = ({ stay }: WatchOptions): string => (stay ? 'draft-decided' : 'draft-made');

function streamJson(
  io: Io,
  court: RemoteCourt,
  caseId: string,
  options: WatchOptions,
): Promise<Refusal | null> {
  return new Promise((resolve) => {
    const client = court.live((says) => io.err(says));
    const end = (refusal: Refusal | null): void => {
      client.close();
      resolve(refusal);
    };
    const say = (message: object): void => io.out(JSON.stringify(message));
    client.follow(caseId, {
      onEvent(event) {
        say(event);
        if (event.kind === lastOf(options)) end(null);
      },
      onSpeech: say,
      onPresence: say,
      onEntered: say,
      onResync: (after) => say({ type: 'resync', case: caseId, after }),
      onEnd: end,
    });
  });
}

function streamLines(
  io: Io,
  court: RemoteCourt,
  caseId: string,
  options: WatchOptions,
): Promise<Refusal | null> {
  return new Promise((resolve) => {
    const client = court.live((says) => io.err(says));
    const screen = courtroomScreen(io, false);
    const heard = hearingOn(screen);
    const end = (refusal: Refusal | null): void => {
      client.close();
      resolve(refusal);
    };
    client.follow(
      caseId,
      {
        onEvent(event) {
          heard.take(event);
          if (event.kind === lastOf(options)) end(null);
        },
        onSpeech: ({ seat, words }) => screen.streamed(seat, words),
        onResync: () => heard.forget(),
        onEnd: end,
      },
      { detail: 'whole' },
    );
  });
}

/** Tells a screen what comes: first how the case was filed, then what is heard. What comes again is not said again. */
export function hearingOn(screen: Screen) {
  const followed = followedCase();
  let said = 0;
  let isFiled = false;
  return {
    followed,
    take(message: Parameters<typeof followed.take>[0]): void {
      const event = followed.take(message);
      const { filing } = followed.state();
      if (event === null || message.seq <= said) return;
      said = message.seq;
      const begins = event.type === 'seat-taken' || event.type === 'hearing-stepped';
      if (begins && !isFiled && filing !== null) {
        isFiled = true;
        screen.filed(followed.state());
      }
      screen.heard(event, followed.state());
    },
    forget: () => followed.forget(),
  };
}

function refuse(io: Io, { rule, says }: Refusal, code: ExitCode): ExitCode {
  io.err(`${rule}: ${says}`);
  return code;
}
