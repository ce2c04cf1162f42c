import type { Case, ConstitutedCase } from '../../core/case/case.ts';
import { languageOfCase } from '../../core/case/language-of-case.ts';
import { seats, type Seat } from '../../core/gate/proposal.ts';
import type { Pending } from '../../core/hearing/hearing.ts';
import { lawfulActs, phaseOf, type HearingAct } from '../../core/hearing/lawful-acts.ts';
import type { SeatRow, Standing } from '../../ports/hearing-diary.ts';

/** The courtroom at one moment. */
export type Room = {
  readonly caption: string;
  readonly language: 'en' | 'es';
  readonly state: Case['hearing']['state'];
  readonly phase: { readonly n: number; readonly name: string } | null;
  readonly floor: Seat | null;
  readonly pending: PendingTold;
  readonly seats: readonly SeatTold[];
  /** What the visitor may lawfully do now, from each seat that they hold. */
  readonly yours: readonly { readonly seat: Seat; readonly acts: readonly HearingAct[] }[];
  readonly hasDraft: boolean;
};

/** What must be dealt with first, with what it takes to do so. */
export type PendingTold =
  | Extract<Pending, { kind: 'nothing' | 'answer-due' }>
  | (Extract<Pending, { kind: 'objection-open' }> & {
      /** Exhibits that may be objected to; none where it is a question. */
      readonly exhibits: readonly string[];
      readonly grounds: readonly { readonly id: string; readonly name: string }[];
    })
  | (Extract<Pending, { kind: 'ruling-due' }> & {
      /** What is to be ruled on. */
      readonly due: readonly {
        readonly objection: string;
        readonly ground: string;
        readonly text: string;
      }[];
    });

export type SeatTold = {
  readonly seat: Seat;
  readonly title: string;
  readonly holder:
    | {
        readonly kind: 'person';
        readonly id: string;
        readonly name: string;
        readonly isYou: boolean;
      }
    | { readonly kind: 'mind'; readonly mind: string };
};

/** The room as a visitor finds it. What is lawful comes from the one table that the core decides by. */
export function roomOf(
  state: Case,
  { person, seats: held }: Pick<Standing, 'person' | 'seats'>,
  rows: readonly SeatRow[],
): Room {
  const { hearing, constitution } = state;
  const caption = state.filing?.caption.prose ?? '';
  const shell = { caption, language: languageOfCase(state), state: hearing.state };
  const heldBy = (seat: Seat) => holderOf(state, seat, person, rows);
  if (constitution === null) {
    return {
      ...shell,
      phase: null,
      floor: null,
      pending: { kind: 'nothing' },
      seats: seats.map((seat) => ({ seat, title: seat, holder: heldBy(seat) })),
      yours: held.map((seat) => ({ seat, acts: [] })),
      hasDraft: false,
    };
  }
  const { procedure, profile } = constitution;
  const lawful = lawfulActs(hearing, procedure);
  const session = hearing.state === 'in-session' ? hearing : null;
  return {
    ...shell,
    phase: session && { n: session.phase, name: phaseOf(session, procedure).name },
    floor: session && session.floor,
    pending:
      session === null
        ? { kind: 'nothing' }
        : pendingOf(session.pending, state, profile.objections),
    seats: seats.map((seat) => ({
      seat,
      title: procedure.titles[seat],
      holder: heldBy(seat),
    })),
    yours: held.map((seat) => ({
      seat,
      acts: lawful.filter((one) => one.seat === seat).map(({ act }) => act),
    })),
    hasDraft: state.draft !== null,
  };
}

function holderOf(
  state: Case,
  seat: Seat,
  you: string,
  rows: readonly SeatRow[],
): SeatTold['holder'] {
  const row = rows.find((one) => one.seat === seat);
  if (row !== undefined && row.person !== null) {
    return { kind: 'person', ...row.person, isYou: row.person.id === you };
  }
  return { kind: 'mind', mind: row?.mind ?? state.seats.get(seat)?.mind ?? '' };
}

function pendingOf(
  pending: Pending,
  { exhibits, objections }: Case,
  known: ConstitutedCase['constitution']['profile']['objections'],
): PendingTold {
  switch (pending.kind) {
    case 'nothing':
    case 'answer-due':
      return pending;
    case 'objection-open': {
      const against = pending.to === 'offer' ? 'exhibit' : 'question';
      const offered = [...exhibits.values()].filter(({ standing }) => standing.kind === 'offered');
      const grounds = known.filter((ground) => ground.against === against);
      return {
        ...pending,
        exhibits: pending.to === 'offer' ? offered.map(({ exhibit }) => exhibit) : [],
        grounds: grounds.map(({ id, name }) => ({ id, name })),
      };
    }
    case 'ruling-due': {
      const due = objections.filter(({ ruling }) => ruling === null);
      return {
        ...pending,
        due: due.map(({ objection, ground, text }) => ({ objection, ground, text: text.prose })),
      };
    }
  }
}
