import type { Case } from '../core/case/case.ts';
import type { PassagesNoted, SearchReported } from '../core/case/case-event.ts';
import type { Profile } from '../core/jurisdiction/profile.ts';
import type { FindNorms } from '../core/document/document-of.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Court } from '../court/open-case.ts';
import type { Briefs } from '../ports/briefs.ts';
import type { CaseFolder } from '../ports/case-folder.ts';
import type { DocumentReaders } from '../ports/document-reader.ts';
import type { HearingFolder } from '../ports/hearing-folder.ts';
import type { LawLibrary } from '../ports/law-library.ts';
import type { Mind } from '../ports/mind.ts';
import type { Hashing } from '../core/record/hashing.ts';
import type { Archive } from '../ports/archive.ts';
import type { Printer } from '../ports/printer.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { ProfileSource } from '../ports/profile-source.ts';
import type { Io } from './io.ts';

/** What the commands get from the machine they run on; `main.ts` picks it. */
export type World = {
  readonly folder: CaseFolder;
  readonly readers: DocumentReaders;
  readonly findNorms: FindNorms;
  readonly profiles: ProfileSource;
  /** Law that was imported into a folder of this machine. */
  lawFolder(folder: string): LawLibrary;
  /** Bytes as text, by their encoding; `null` where they are no text. */
  decode(bytes: Uint8Array): { readonly text: string } | null;
  readonly printer: Printer;
  readonly archive: Archive;
  readonly hashing: Hashing;
  readonly briefs: Briefs;
  /** A court for one hearing; with clock and key fixed, it does the same again byte for byte. */
  court(settings: CourtSettings): Promise<CourtAnswer>;
  /** Where a hearing waits while it is heard: in a folder of this machine. */
  hearingFolder(path: string): HearingFolder;
  /** The same for a hearing that nobody will go on with. */
  passingHearing(): HearingFolder;
  ownMind(profile: Profile): SearchingMind;
  /** Minds by name. */
  readonly minds: Readonly<Record<string, MindMaker>>;
};

/** The court's own mind also tells what it looked for in vain. */
export type SearchingMind = Mind & {
  searches(state: Case): readonly (SearchReported | PassagesNoted)[];
};

/** Makes a mind for one hearing, or says which setting it lacks. */
export type MindMaker = (profile: Profile, io: Io) => Mind | Refusal;

export type CourtSettings = {
  /** ISO 8601 instant at which the clock stands still. */
  readonly clock: string | null;
  readonly keyFile: string | null;
  /** Without a key file: the secret from which the key grows, 64 hex digits; made where there is none. */
  readonly seed?: string;
  /** Where the record is kept; in memory where nothing is said. */
  readonly store?: RecordStore;
};

export type CourtAnswer =
  | {
      readonly kind: 'court';
      readonly court: Court;
      /** The secret from which the court's key grows, unless it came from a file. */
      readonly seed?: string;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
