import { bytesToHex } from '@noble/hashes/utils.js';
import { noCase } from '../core/case/case.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { Profile } from '../core/jurisdiction/profile.ts';
import { importWork } from '../core/law/import-work.ts';
import { libraryOf } from '../core/law/library.ts';
import { canonicalJson } from '../core/record/canonical-json.ts';
import type { Refusal } from '../core/refusal.ts';
import type { CasePage } from '../core/case/case-page.ts';
import { readCasePage } from '../court/intake/case-page.ts';
import {
  chooseJurisdiction,
  type ChosenJurisdiction,
} from '../court/intake/choose-jurisdiction.ts';
import { fileCase } from '../court/intake/file-case.ts';
import { largestFile } from '../court/intake/read-document.ts';
import { readPapers, type ReadPapers } from '../court/intake/read-papers.ts';
import { certain, openCase, type Court, type OpenCase } from '../court/open-case.ts';
import type { RawFile } from '../ports/document-reader.ts';
import type { BegunHearing, HearingFolder, HearingInputs } from '../ports/hearing-folder.ts';
import type { Mind } from '../ports/mind.ts';
import { chooseMinds, type SeatChoice } from './choose-minds.ts';
import type { Screen } from './courtroom-screen.ts';
import type { ExitCode, Io } from './io.ts';
import type { World } from './world.ts';

export type HearingSettings = {
  readonly seat: readonly SeatChoice[];
  readonly jurisdiction?: string;
  readonly law: string;
  readonly clock?: string;
  readonly key?: string;
  readonly setAside: boolean;
  readonly afresh: boolean;
};

/** A case on the record, and who hears it. */
export type OpenedHearing = {
  readonly kind: 'opened';
  readonly court: Court;
  readonly open: OpenCase;
  readonly profile: Profile;
  readonly minds: ReadonlyMap<Seat, Mind>;
  /** Bytes of the papers by SHA-256. */
  readonly originals: ReadonlyMap<string, Uint8Array>;
};

export type NotOpened = {
  readonly kind: 'refused';
  readonly refusals: readonly Refusal[];
  readonly code: ExitCode;
};

/** All that one command knows of the hearing that it is to open. */
type Asked = {
  readonly io: Io;
  readonly world: World;
  readonly settings: HearingSettings;
  readonly place: HearingFolder;
  readonly screen: Screen;
  readonly files: readonly RawFile[];
  readonly page: CasePage;
  readonly court: Court;
  /** Secret of a key that was made for this hearing. */
  readonly seed: string | null;
  readonly inputs: Omit<HearingInputs, 'jurisdiction'>;
};

/** Goes on with the hearing that waits in `place`, or files the papers of a folder and begins one there. */
export async function openHearing(
  io: Io,
  world: World,
  folder: string,
  settings: HearingSettings,
  place: HearingFolder,
  screen: Screen,
): Promise<OpenedHearing | NotOpened> {
  const read = await world.folder.read(folder, largestFile);
  if (read.kind === 'refused') return no(read.refusals);
  const { files, casePage } = read;
  const names = files.map(({ name }) => name);
  const paged =
    casePage === null ? ({ kind: 'read', page: {} } as const) : readCasePage(casePage, names);
  if (paged.kind === 'refused') return no(paged.refusals);

  const waiting = settings.afresh ? null : await place.waiting();
  const { clock = null, key: keyFile = null } = settings;
  const { store } = place;
  const secret = waiting?.seed ?? null;
  const kept = secret === null ? {} : { seed: secret };
  const made = await world.court({ clock, keyFile, store, ...kept });
  if (made.kind === 'refused') return no(made.refusals, 2);
  const { court, seed = null } = made;

  const hashes = files.map(({ name, bytes }) => [name, world.hashing.bytes(bytes)]);
  const papers = world.hashing.text(canonicalJson([hashes, casePage?.text ?? null]));
  const key = keyFile === null ? null : bytesToHex(court.signer.publicKey);
  const inputs = { papers, key, clock };
  const { page } = paged;
  const asked: Asked = { io, world, settings, place, screen, files, page, court, seed, inputs };
  return waiting === null ? begin(asked) : goOn(asked, waiting);
}

async function begin(asked: Asked): Promise<OpenedHearing | NotOpened> {
  const { io, world, settings, place, screen, files, page, inputs, seed } = asked;
  screen.reading(files.length);
  const papers = await readPapers(files, world.readers, world.findNorms);
  if (papers.refusals.length > 0 && !settings.setAside) return no(papers.refusals);
  const wanted = chooseJurisdiction(papers.documents, page, settings.jurisdiction);
  const read = await readProfile(world, wanted.id);
  if (read.kind === 'refused') return read;
  const { profile } = read;
  const chosen = chooseMinds(world, settings.seat, noCase.seats, profile, io);
  if (chosen.kind === 'refused') return no(chosen.refusals, 2);
  const filing = await decideFiling(asked, profile, wanted, papers);
  if (filing.kind === 'refused') return no(filing.refusals);

  const { originals } = papers;
  const id = `case-${bytesToHex(asked.court.entropy.after(inputs.papers)(4))}`;
  await place.begin({ inputs: { ...inputs, jurisdiction: wanted.id }, case: id, seed }, originals);
  const court = { ...asked.court, store: place.store };
  const open = await openCase(court, id);
  certain(await open.act({ seat: 'secretary', kind: 'court' }, () => filing));
  screen.filed(open.state());
  return { kind: 'opened', court, open, profile, minds: chosen.minds, originals };
}

async function goOn(asked: Asked, waiting: BegunHearing): Promise<OpenedHearing | NotOpened> {
  const { io, world, settings, place, page, court, inputs, screen } = asked;
  const begun = waiting.inputs;
  const jurisdiction = settings.jurisdiction ?? page.jurisdiction ?? begun.jurisdiction;
  const read = await readProfile(world, jurisdiction);
  if (read.kind === 'refused') return read;
  const { profile } = read;
  const open = await openCase(court, waiting.case);
  const { constitution, seats } = open.state();
  const others = [
    ...(inputs.papers === begun.papers ? [] : ['other papers']),
    ...(jurisdiction === begun.jurisdiction && constitution?.profile.version === profile.version
      ? []
      : ['another jurisdiction']),
    ...(inputs.key === begun.key ? [] : ['another key']),
    ...(inputs.clock === begun.clock ? [] : ['another clock']),
  ];
  if (others.length > 0) return no([waitsWith(others, place.name)], 2);
  const chosen = chooseMinds(world, settings.seat, seats, profile, io);
  if (chosen.kind === 'refused') return no(chosen.refusals, 2);
  screen.goesOn(open.version());
  const originals = await place.documents();
  return { kind: 'opened', court, open, profile, minds: chosen.minds, originals };
}

/** CL4: whoever goes on with a hearing brings what it was begun with. */
function waitsWith(others: readonly string[], name: string): Refusal {
  const says =
    `An unfinished hearing waits in ${name} that was begun with ${others.join(' and ')}. ` +
    'Go on with the same, name another --out, or throw it away with --afresh.';
  return { rule: 'CL4', at: ['out'], says };
}

async function readProfile(
  { profiles }: World,
  id: string,
): Promise<{ readonly kind: 'read'; readonly profile: Profile } | NotOpened> {
  const read = await profiles.read(id);
  if (read.kind === 'refused') return no(read.refusals);
  if (read.kind === 'read') return read;
  const known = (await profiles.list()).join(', ');
  const says = `There is no jurisdiction «${id}»; there are: ${known}.`;
  return no([{ rule: 'IN5', at: ['jurisdiction'], says }], 2);
}

async function decideFiling(
  { world, settings, page, court }: Asked,
  profile: Profile,
  jurisdiction: ChosenJurisdiction,
  { documents, refusals, leftOut }: ReadPapers,
) {
  const own = (await world.profiles.law(profile.id)).map(({ name, text }) =>
    importWork(name, text),
  );
  const versions = own.flatMap((work) => (work.kind === 'imported' ? [work.version] : []));
  const imported = await world.lawFolder(settings.law).versions();
  const library = libraryOf([...versions, ...imported]);
  const today = court.now().slice(0, 10);
  const setAside = [...refusals, ...leftOut];
  return fileCase({ documents, page, profile, library, today, setAside, jurisdiction });
}

function no(refusals: readonly Refusal[], code: ExitCode = 1): NotOpened {
  return { kind: 'refused', refusals, code };
}
