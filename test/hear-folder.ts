import { fileURLToPath } from 'node:url';
import { readBriefs } from '../src/adapters/filesystem/briefs.ts';
import { filesystemCaseFolder } from '../src/adapters/filesystem/case-folder.ts';
import { memoryRecordStore } from '../src/adapters/memory/record-store.ts';
import { offlineMind } from '../src/adapters/offline/mind.ts';
import { profileFolder } from '../src/adapters/profiles/profile-folder.ts';
import { documentReaders } from '../src/adapters/reading/document-readers.ts';
import { ed25519Key } from '../src/adapters/system/ed25519-key.ts';
import { derivedEntropy } from '../src/adapters/system/entropy.ts';
import { hear } from '../src/agents/hear.ts';
import type { Case } from '../src/core/case/case.ts';
import type { CaseEvent } from '../src/core/case/case-event.ts';
import { seats, type Seat } from '../src/core/gate/proposal.ts';
import type { Profile } from '../src/core/jurisdiction/profile.ts';
import { importWork } from '../src/core/law/import-work.ts';
import { libraryOf } from '../src/core/law/library.ts';
import { readCasePage } from '../src/court/intake/case-page.ts';
import { chooseJurisdiction } from '../src/court/intake/choose-jurisdiction.ts';
import { fileCase } from '../src/court/intake/file-case.ts';
import { normsIn } from '../src/court/intake/norms-in.ts';
import { readPapers } from '../src/court/intake/read-papers.ts';
import { openCase } from '../src/court/open-case.ts';
import type { Mind, SeatView } from '../src/ports/mind.ts';
import type { RecordStore } from '../src/ports/record-store.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A hearing that was heard: what happened in court, how the case stands, what each seat saw at its turns. */
export type Heard = {
  readonly events: readonly CaseEvent[];
  readonly state: Case;
  readonly views: readonly SeatView[];
};

/** Who sits where; a seat that is not named has the offline mind. */
export type Seated = (seat: Seat, profile: Profile, own: () => Mind) => Mind | undefined;

/** Hears a folder from intake to draft as `case-test`, with clock and key fixed. */
export async function hearFolder(
  folder: string,
  seated: Seated = () => undefined,
  store: RecordStore = memoryRecordStore(),
): Promise<Heard> {
  const files = await filesystemCaseFolder().read(folder, 50 * 2 ** 20);
  if (files.kind === 'refused') throw new Error(JSON.stringify(files.refusals));
  const names = files.files.map(({ name }) => name);
  const paged =
    files.casePage === null
      ? ({ kind: 'read', page: {} } as const)
      : readCasePage(files.casePage, names);
  if (paged.kind === 'refused') throw new Error(JSON.stringify(paged.refusals));
  const { documents } = await readPapers(files.files, documentReaders(), normsIn);
  const profiles = profileFolder(`${root}jurisdictions`);
  const jurisdiction = chooseJurisdiction(documents, paged.page);
  const read = await profiles.read(jurisdiction.id);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  const { profile } = read;
  const works = (await profiles.law(profile.id)).map((work) => importWork(work.name, work.text));
  const library = libraryOf(
    works.flatMap((work) => (work.kind === 'imported' ? [work.version] : [])),
  );
  const key = ed25519Key(new Uint8Array(32));
  const court = {
    store,
    signer: key.signer,
    entropy: derivedEntropy(key.derive('salts and ids')),
    now: () => '2026-03-02T09:00:00.000Z',
  };
  const open = await openCase(court, 'case-test');
  const filed = await open.act({ seat: 'secretary', kind: 'court' }, () =>
    fileCase({
      documents,
      page: paged.page,
      profile,
      jurisdiction,
      library,
      today: '2026-03-02',
      setAside: [],
    }),
  );
  if (filed.kind === 'refused') throw new Error(JSON.stringify(filed.refusals));

  const views: SeatView[] = [];
  const events: CaseEvent[] = [];
  const watched = (mind: Mind): Mind => ({
    ...mind,
    next(view, stream) {
      views.push(view);
      return mind.next(view, stream);
    },
  });
  const own = offlineMind(profile);
  const minds = seats.map((seat) => {
    const mind = seated(seat, profile, () => offlineMind(profile)) ?? offlineMind(profile);
    return [seat, watched(mind)] as const;
  });
  await hear(open, {
    minds: new Map(minds),
    own,
    briefs: await readBriefs(`${root}src/agents/briefs`),
    search: (state) => own.searches(state),
    heard: (event) => void events.push(event),
    streamed: () => undefined,
  });
  return { events, state: open.state(), views };
}

let demo: Promise<Heard> | undefined;

/** Every view of the hearing of our civil demo case, in order. */
export async function allViewsOfDemo(): Promise<readonly SeatView[]> {
  demo ??= hearFolder(`${root}cases/greenhouse-heater`);
  return (await demo).views;
}

/** The last view for every set of acts that a seat was asked with there. */
export async function viewsOfDemo(): Promise<readonly SeatView[]> {
  const seen = new Map(
    (await allViewsOfDemo()).map((view) => [`${view.seat} ${view.lawful.join()}`, view]),
  );
  return [...seen.values()];
}
