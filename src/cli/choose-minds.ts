import { InvalidArgumentError } from 'commander';
import type { Case } from '../core/case/case.ts';
import { seats, type Seat } from '../core/gate/proposal.ts';
import type { Profile } from '../core/jurisdiction/profile.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Mind } from '../ports/mind.ts';
import type { Io } from './io.ts';
import type { World } from './world.ts';

/** `--seat SEAT=MIND`. */
export type SeatChoice = { readonly seat: Seat; readonly mind: string };

export type Chosen =
  | { readonly kind: 'chosen'; readonly minds: ReadonlyMap<Seat, Mind> }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Who sits where: as asked for, else whoever the record says sits there, else the offline mind. One mind per
 * name, so that a person who takes two seats has one terminal.
 */
export function chooseMinds(
  { minds: makers }: World,
  choices: readonly SeatChoice[],
  seated: Case['seats'],
  profile: Profile,
  io: Io,
): Chosen {
  const made = new Map<string, Mind | Refusal>();
  const minds = new Map<Seat, Mind>();
  for (const seat of seats) {
    const asked = choices.findLast((choice) => choice.seat === seat);
    const name = asked?.mind ?? seated.get(seat)?.mind ?? 'offline';
    const mind = made.get(name) ?? makeMind(makers, name, profile, io);
    if ('rule' in mind) return { kind: 'refused', refusals: [mind] };
    made.set(name, mind);
    minds.set(seat, mind);
  }
  return { kind: 'chosen', minds };
}

function makeMind(makers: World['minds'], name: string, profile: Profile, io: Io): Mind | Refusal {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make !== undefined) return make(profile, io);
  const says = `There is no mind «${name}»; there are: ${Object.keys(makers).join(', ')}.`;
  return { rule: 'CL1', at: ['seat'], says };
}

/** The seats by their product names, and by what a civil case calls them. */
const seatNames: Readonly<Record<string, Seat>> = {
  judge: 'judge',
  prosecutor: 'prosecutor',
  claimant: 'prosecutor',
  defender: 'defender',
  respondent: 'defender',
  secretary: 'secretary',
  clerk: 'secretary',
  witness: 'witness',
};

/** Reads one `--seat`, after those before it. */
export function seatChoice(value: string, before: readonly SeatChoice[]): readonly SeatChoice[] {
  const [name = '', mind = ''] = value.split('=');
  const seat = Object.hasOwn(seatNames, name) ? seatNames[name] : undefined;
  if (seat === undefined || mind === '') {
    const known = Object.keys(seatNames).join(', ');
    throw new InvalidArgumentError(`write SEAT=MIND, with a seat among ${known}.`);
  }
  return [...before, { seat, mind }];
}
