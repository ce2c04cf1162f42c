import type { Seat } from '../core/gate/proposal.ts';

/**
 * Carries what is not on the record from each replica to the others: words as they are spoken, who is here,
 * and that somebody's rights changed. Best effort: news may be lost, and nothing rests on its coming.
 *
 * Contract (room-bus.contract.ts holds every adapter to it):
 * - RB1 news reach every other member, each once, and never the teller.
 * - RB2 what one member tells comes in the order in which it was told.
 * - RB3 news of up to 64 KiB arrive whole, in any letters, or not at all.
 * - RB4 a member that left hears nothing more, and telling it is no fault.
 */
export interface RoomBus {
  join(hear: (news: RoomNews) => void): RoomBusMember;
  close(): Promise<void>;
}

export type RoomBusMember = {
  /** Never throws and never waits. */
  tell(news: RoomNews): void;
  leave(): void;
};

export type RoomNews =
  | {
      readonly kind: 'speech';
      readonly case: string;
      readonly seat: Seat;
      /** Number of events when the mind was asked. */
      readonly turn: number;
      readonly n: number;
      readonly words: string;
      /** Whether only who may read sealed papers may hear it. */
      readonly sealed: boolean;
    }
  | {
      readonly kind: 'presence';
      readonly case: string;
      /** The replica that tells who is in its part of the room: all of them. */
      readonly hub: string;
      readonly count: number;
      readonly here: readonly Present[];
    }
  /** Members, seats or the seal of the case changed: rights of these people are asked again, or of all. */
  | { readonly kind: 'rights'; readonly case: string; readonly people: readonly string[] | null }
  /** A text left the record of this name, or was sealed or opened: it is read again. */
  | { readonly kind: 'texts'; readonly record: string }
  /** Something may have been missed. */
  | { readonly kind: 'missed' };

/** Somebody in a room. */
export type Present = {
  readonly person: string;
  readonly name: string | null;
  readonly seats: readonly Seat[];
};

/** Longest news, in UTF-8 bytes of its JSON. */
export const longestNews = 65_536;
