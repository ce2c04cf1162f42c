import type { Case } from '../core/case/case.ts';
import type { MindCalled } from '../core/case/case-event.ts';
import type { Move } from '../core/case/move.ts';
import type { Refusal } from '../core/refusal.ts';
import type { HearingAct } from '../core/hearing/lawful-acts.ts';
import type { Seat } from '../core/gate/proposal.ts';

/**
 * What makes the moves of a seat: the offline engine, a model, a script, a person.
 *
 * Contract (mind.contract.ts holds every adapter to it):
 * - MI1 `next` answers with a move whose act is among `view.lawful`, or with `null` («I have nothing»).
 * - MI2 it never changes anything: a move is a proposal and the court decides.
 * - MI3 after `view.refusals` it does not repeat the refused move.
 * - MI4 an outside fault is a thrown `MindFault`; the court lets the floor pass and records it.
 */
export interface Mind {
  /** `offline`, `claude`, `scripted`, `human`. */
  readonly name: string;
  readonly actor: 'person' | 'mind';
  next(view: SeatView, stream: (words: string) => void): Promise<MindAnswer>;
}

export type MindAnswer = {
  readonly move: Move | null;
  /** The call of a model behind the move, for the record. */
  readonly call?: Omit<MindCalled['data'], 'seat' | 'answer'> & { readonly answer: string };
  /** A person leaves the seat: the court's own mind takes it from here. */
  readonly leaves?: boolean;
  /**
   * Why what the mind said was no move at all (MV rules): told to it on the next try, like a refusal of the
   * court. With these, `move` is `null` and the try counts.
   */
  readonly refusals?: readonly Refusal[];
};

/** What a seat may see. Private notes are the seat's own, and no other's are in here. */
export type SeatView = {
  readonly seat: Seat;
  readonly title: string;
  /** The brief of the role, Markdown. */
  readonly brief: { readonly version: string; readonly text: string };
  readonly language: 'en' | 'es';
  /** The case without anybody's private notes. */
  readonly state: Case;
  readonly notes: string;
  readonly lawful: readonly HearingAct[];
  /** Why the last tries of this turn were refused. */
  readonly refusals: readonly Refusal[];
};

/** The outside thing behind a mind failed. */
export class MindFault extends Error {
  readonly mind: string;
  readonly retryable: boolean;
  /** The call that was answered and came to nothing, for the record: its tokens were spent. */
  readonly call: MindAnswer['call'];
  constructor(
    mind: string,
    message: string,
    retryable: boolean,
    { cause, call }: { readonly cause?: unknown; readonly call?: MindAnswer['call'] } = {},
  ) {
    super(message, { cause });
    this.name = 'MindFault';
    this.mind = mind;
    this.retryable = retryable;
    this.call = call;
  }
}
