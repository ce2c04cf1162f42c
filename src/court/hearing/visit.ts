import type { Identity } from '../../core/person/claims.ts';
import type { HearingDiary, Standing } from '../../ports/hearing-diary.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { CaseSoFar } from '../case-so-far.ts';
import { openCaseAt, type Court, type OpenCase } from '../open-case.ts';
import type { CasesInHand } from './cases-in-hand.ts';
import { seenBy, type Seen } from './seen-by.ts';

/** What the court needs to show cases to people, and to let them act in them. */
export type CourtHouse = {
  /** Reads and writes as the court itself. */
  readonly court: Court;
  readonly cases: CasesInHand;
  /** The same cases without what is sealed in them, for those who may not read that. */
  readonly openly: CasesInHand;
  diaryFor(identity: Identity): HearingDiary;
  /** Appends as the caller: the policies of the record decide. */
  writerFor(identity: Identity): Pick<RecordStore, 'append'>;
};

/** Somebody before a case: what they are in it, and what they may see of it. */
export type Visit = {
  readonly diary: HearingDiary;
  readonly standing: Standing;
  /** All of it; of this nobody is shown anything but what `seen` holds. */
  readonly soFar: CaseSoFar;
  readonly seen: Seen;
};

/** `null` where the case is not there for the caller. */
export async function visit(
  house: CourtHouse,
  identity: Identity,
  caseId: string,
): Promise<Visit | null> {
  const diary = house.diaryFor(identity);
  const standing = await diary.standing(caseId);
  if (standing === null) return null;
  const cases = standing.isKeptFrom ? house.openly : house.cases;
  const soFar = await cases.at(standing.record, standing.version);
  return { diary, standing, soFar, seen: seenBy(soFar, standing.seats) };
}

/** The court for what a caller does: it reads as the court, and writes as the caller. */
export function courtFor(house: CourtHouse, identity: Identity): Court {
  const { court } = house;
  const writer = house.writerFor(identity);
  return { ...court, store: { ...court.store, append: (...batch) => writer.append(...batch) } };
}

export function openFor(house: CourtHouse, identity: Identity, { soFar }: Visit): OpenCase {
  return openCaseAt(courtFor(house, identity), soFar);
}
