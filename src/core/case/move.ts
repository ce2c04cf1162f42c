import type { Proposal, Seat } from '../gate/proposal.ts';

/** What a seat asks to do. A mind and a person ask alike; the court decides. */
export type Move =
  | { readonly act: 'open' | 'appear' | 'deliberate' | 'pass' | 'draft' }
  | {
      readonly act: 'state-case' | 'argue' | 'answer' | 'answer-question' | 'close';
      readonly proposal: Proposal;
    }
  | { readonly act: 'offer'; readonly exhibits: readonly string[]; readonly text: string }
  | {
      readonly act: 'object';
      /** An offered exhibit; `null` where the objection is to the question just asked. */
      readonly exhibit: string | null;
      readonly ground: string;
      readonly text: string;
    }
  | { readonly act: 'rule'; readonly overruled: boolean; readonly text: string }
  | {
      readonly act: 'examine' | 'cross-examine';
      readonly witness: string;
      /** The exhibit with the witness's own statement. */
      readonly exhibit: string;
      readonly element: string | null;
      readonly text: string;
    }
  | {
      readonly act: 'raise-question';
      readonly statement: string;
      readonly question: string;
      /** The ground for asking, before the gate like anything else. */
      readonly proposal: Proposal;
    }
  | { readonly act: 'concede'; readonly element: string; readonly text: string }
  | {
      readonly act: 'reweigh';
      readonly statement: string;
      /** The new weight of the statement, 0 to 1. */
      readonly value: number;
      /** The reason, which the draft prints. */
      readonly text: string;
    };

/** Who moves. */
export type Mover = {
  readonly seat: Seat;
  readonly actor: 'person' | 'mind';
  /** Nobody chose this move: the court does in the seat's stead what its rules do, in its own set words. */
  readonly byRule?: true;
};
