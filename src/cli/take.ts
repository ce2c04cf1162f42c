import { Command, Argument, InvalidArgumentError } from 'commander';
import { viewOf } from '../agents/view.ts';
import type { Case } from '../core/case/case.ts';
import { seats, type Seat } from '../core/gate/proposal.ts';
import { type HearingAct, lawfulActs } from '../core/hearing/lawful-acts.ts';
import type { Refusal } from '../core/refusal.ts';
import type { LiveClient } from '../wire/v1/client.ts';
import { courtroomScreen } from './courtroom-screen.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { isCaseId, noCaseId, remoteCourt, type RemoteWorld } from './remote-court.ts';
import { hearingOn } from './watch.ts';

type TakeOptions = { readonly case: string; readonly server: string };

/** `court take SEAT`: a person sits down in a hearing elsewhere, and acts from this terminal. */
export function takeCommand(context: CommandContext, world: RemoteWorld): Command {
  return new Command('take')
    .description('Sit in a seat of a hearing on a server; leaving hands the seat back.')
    .addArgument(new Argument('<seat>', seats.join(', ')).argParser(seatNamed))
    .requiredOption('--case <id>', 'id of the case')
    .requiredOption('--server <url>', 'address of the court')
    .action(async (seat: Seat, options: TakeOptions) => {
      context.done(await take(context.io, world, seat, options));
    });
}

function seatNamed(text: string): Seat {
  const seat = seats.find((one) => one === text);
  if (seat === undefined) throw new InvalidArgumentError(`the seats are ${seats.join(', ')}.`);
  return seat;
}

/** 0 the person left, or the hearing came to its end, 1 the court refused, 2 bad use. */
async function take(
  io: Io,
  world: RemoteWorld,
  seat: Seat,
  { case: caseId, server }: TakeOptions,
): Promise<ExitCode> {
  if (!isCaseId(caseId)) return refuse(io, noCaseId(caseId), 2);
  const court = await remoteCourt(server, world);
  if ('rule' in court) return refuse(io, court, 2);
  const taken = await court.seat('PUT', caseId, seat);
  if (taken !== null) return refuse(io, taken, 1);
  try {
    const client = court.live((says) => io.err(says));
    try {
      const refusal = await sit(io, world, client, seat, caseId);
      if (refusal !== null) return refuse(io, refusal, 1);
    } finally {
      client.close();
    }
  } finally {
    const left = await court.seat('DELETE', caseId, seat);
    if (left !== null) refuse(io, left, 1);
  }
  return 0;
}

/** Watches, and asks the person whenever it is the seat's turn, until one of them is done. */
async function sit(
  io: Io,
  world: RemoteWorld,
  client: LiveClient,
  seat: Seat,
  caseId: string,
): Promise<Refusal | null> {
  const screen = courtroomScreen(io, false);
  const heard = hearingOn(screen);
  const { followed } = heard;
  const mind = world.person(io);
  let ended: Refusal | null = null;
  let holds = false;
  let news = Promise.withResolvers<void>();
  const tell = (): void => {
    news.resolve();
    news = Promise.withResolvers();
  };
  let version = 0;
  const following = client.follow(
    caseId,
    {
      onEvent(event) {
        heard.take(event);
        tell();
      },
      onPassed: tell,
      onSpeech: (speech) => screen.streamed(speech.seat, speech.words),
      onEntered(entered) {
        holds = entered.seats.includes(seat);
        version = Math.max(version, entered.version);
        tell();
      },
      onResync: () => heard.forget(),
      onEnd(refusal) {
        ended = refusal;
        tell();
      },
    },
    { detail: 'whole' },
  );
  let refusals: readonly Refusal[] = [];
  for (;;) {
    const state = followed.state();
    const turn = turnOf(state, seat);
    if (ended !== null || isOver(state)) return ended;
    if (!holds || turn.length === 0 || following.at() < version) {
      await news.promise;
      continue;
    }
    const restsOn = following.at();
    const view = viewOf(state, { seat, lawful: turn, refusals, briefs: new Map() });
    const { move, leaves } = await mind.next(view, () => undefined);
    if (leaves === true || move === null) return null;
    const id = world.newId();
    const answer = await client.act({ id, case: caseId, seat, version: restsOn, move });
    if (answer.kind === 'refused') {
      const [{ rule, says } = { rule: '', says: '' }] = answer.refusals;
      const isOvertaken = rule === 'SV5';
      if (isOvertaken) io.err(says);
      refusals = isOvertaken ? [] : answer.refusals;
      continue;
    }
    refusals = [];
    version = Math.max(version, answer.version);
  }
}

/** What the seat may do, where it is its turn. */
function turnOf({ hearing, constitution }: Case, seat: Seat): readonly HearingAct[] {
  if (constitution === null || isOver({ hearing })) return [];
  const lawful = lawfulActs(hearing, constitution.procedure);
  if (lawful[0]?.seat !== seat) return [];
  return lawful.filter((one) => one.seat === seat).map(({ act }) => act);
}

const isOver = ({ hearing }: Pick<Case, 'hearing'>): boolean =>
  hearing.state !== 'not-opened' && hearing.state !== 'in-session';

function refuse(io: Io, { rule, says }: Refusal, code: ExitCode): ExitCode {
  io.err(`${rule}: ${says}`);
  return code;
}
