import type { CourtHouse } from '../../court/hearing/visit.ts';
import type { App } from '../app.ts';
import { registerArguments } from './arguments.ts';
import { registerDrafts } from './drafts.ts';
import { registerSittings } from './hearings.ts';
import { type Bundling, registerRecord } from './record.ts';
import { registerRoom } from './room.ts';
import { registerSeats } from './seats.ts';

/** What the live hearing needs behind its doors. */
export type HearingsDesk = {
  readonly house: CourtHouse;
  readonly bundling: Bundling;
  /** Names of the minds that may be put into a seat. */
  readonly minds: readonly string[];
};

/** Sittings, the room, seats, acts, arguments, drafts and the record. */
export function registerHearings(app: App, { house, bundling, minds }: HearingsDesk): void {
  registerSittings(app, house);
  registerRoom(app, house);
  registerSeats(app, house, minds);
  registerArguments(app, house);
  registerDrafts(app, house, bundling.printer);
  registerRecord(app, house, bundling);
}
