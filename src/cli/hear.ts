import { Command, InvalidArgumentError } from 'commander';
import { hear } from '../agents/hear.ts';
import { seats, type Seat } from '../core/gate/proposal.ts';
import { libraryOf } from '../core/law/library.ts';
import { importWork } from '../core/law/import-work.ts';
import type { Profile } from '../core/jurisdiction/profile.ts';
import type { Refusal } from '../core/refusal.ts';
import { chooseJurisdiction } from '../court/intake/choose-jurisdiction.ts';
import { fileCase } from '../court/intake/file-case.ts';
import { readCasePage, type CasePage } from '../court/intake/case-page.ts';
import { largestFile } from '../court/intake/read-document.ts';
import { readPapers, type ReadPapers } from '../court/intake/read-papers.ts';
import { openCase, type Court, type OpenCase } from '../court/open-case.ts';
import { exportCase } from '../court/hearing/export-case.ts';
import type { Mind } from '../ports/mind.ts';
import { courtroomScreen, type Screen } from './courtroom-screen.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { writePapers } from './papers-out.ts';
import type { World } from './world.ts';

export type HearOptions = {
  readonly out: string;
  readonly seat: readonly SeatChoice[];
  readonly jurisdiction?: string;
  readonly law: string;
  readonly clock?: string;
  readonly key?: string;
  readonly setAside: boolean;
  readonly json: boolean;
};

type SeatChoice = { readonly seat: Seat; readonly mind: string };

/** `court hear FOLDER`: a folder of papers goes in, a hearing is heard, a reasoned draft comes out. */
export function hearCommand(context: CommandContext, world: World): Command {
  return new Command('hear')
    .description('Hear the case in a folder and write the record, the transcript and a draft.')
    .argument('<folder>', 'PDF, DOCX, Markdown, text and e-mail; case.yaml is optional')
    .option('--out <dir>', 'where the papers of the hearing go', 'out')
    .option(
      '--seat <seat=mind>',
      `who sits where (${Object.keys(world.minds).join(', ')})`,
      seatChoice,
      [],
    )
    .option('--jurisdiction <id>', 'jurisdiction, where the folder names none')
    .option('--law <dir>', 'folder of imported law', '.court/law')
    .option('--clock <instant>', 'let the clock stand still (ISO 8601)', instant)
    .option('--key <file>', 'signing key of the court (made for this hearing where none is given)')
    .option('--set-aside', 'hear the case without the papers that cannot be read', false)
    .option('--json', 'print one JSON object at the end, and nothing else', false)
    .action(async (folder: string, options: HearOptions) => {
      context.done(await hearFolder(context.io, world, folder, options));
    });
}

/** Hears one folder. 0 heard, 1 the papers were refused, 2 bad use. */
export async function hearFolder(
  io: Io,
  world: World,
  folder: string,
  options: HearOptions,
): Promise<ExitCode> {
  const screen = courtroomScreen(io, options.json);
  const heard = await conductHearing(io, world, folder, options, screen);
  if (heard.kind === 'refused') return refuse(io, options, heard.refusals, heard.code);
  const { court, open, originals } = heard;
  const out = await exportCase(court, open, { ...world, originals });
  await writePapers(options.out, out);
  screen.closed(open.state(), options.out, [...out.keys()]);
  return 0;
}

export type Conducted =
  | {
      readonly kind: 'heard';
      readonly court: Court;
      readonly open: OpenCase;
      /** Bytes of the papers by SHA-256. */
      readonly originals: ReadonlyMap<string, Uint8Array>;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly code: ExitCode };

/** Reads a folder, files the case and hears it up to the draft. Writes nothing outside the record. */
export async function conductHearing(
  io: Io,
  world: World,
  folder: string,
  options: Omit<HearOptions, 'out' | 'json'>,
  screen: Screen,
): Promise<Conducted> {
  const read = await world.folder.read(folder, largestFile);
  if (read.kind === 'refused') return no(read.refusals);
  const names = read.files.map(({ name }) => name);
  const paged =
    read.casePage === null
      ? ({ kind: 'read', page: {} } as const)
      : readCasePage(read.casePage, names);
  if (paged.kind === 'refused') return no(paged.refusals);

  screen.reading(read.files.length);
  const papers = await readPapers(read.files, world.readers, world.findNorms);
  if (papers.refusals.length > 0 && !options.setAside) return no(papers.refusals);

  const wanted =
    options.jurisdiction ?? paged.page.jurisdiction ?? chooseJurisdiction(papers.documents);
  const profile = await world.profiles.read(wanted);
  if (profile.kind === 'missing') {
    const known = (await world.profiles.list()).join(', ');
    const says = `There is no jurisdiction «${wanted}»; there are: ${known}.`;
    return no([{ rule: 'IN5', at: ['jurisdiction'], says }], 2);
  }
  if (profile.kind === 'refused') return no(profile.refusals);

  const made = await world.court({ clock: options.clock ?? null, keyFile: options.key ?? null });
  if (made.kind === 'refused') return no(made.refusals, 2);
  const minds = chooseMinds(world, options.seat, profile.profile, io);
  if (minds.kind === 'refused') return no(minds.refusals, 2);

  const filed = await file(world, made.court, profile.profile, paged.page, papers, options.law);
  if (filed.kind === 'refused') return no(filed.refusals);
  const { open } = filed;
  screen.filed(open.state());
  const own = world.ownMind(profile.profile);
  await hear(open, {
    minds: minds.minds,
    own,
    briefs: world.briefs,
    search: (state) => own.searches(state),
    heard: (event, state) => screen.heard(event, state),
    streamed: (seat, words) => screen.streamed(seat, words),
  });
  return { kind: 'heard', court: made.court, open, originals: papers.originals };
}

function no(refusals: readonly Refusal[], code: ExitCode = 1): Conducted {
  return { kind: 'refused', refusals, code };
}

type Filed =
  | { readonly kind: 'filed'; readonly open: OpenCase }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

async function file(
  world: World,
  court: Court,
  profile: Profile,
  page: CasePage,
  { documents, refusals, leftOut }: ReadPapers,
  law: string,
): Promise<Filed> {
  const own = (await world.profiles.law(profile.id)).map(({ name, text }) =>
    importWork(name, text),
  );
  const versions = own.flatMap((work) => (work.kind === 'imported' ? [work.version] : []));
  const library = libraryOf([...versions, ...(await world.lawFolder(law).versions())]);
  const id = `case-${hex(court.entropy.after('case')(4))}`;
  const open = await openCase(court, id);
  const today = court.now().slice(0, 10);
  const setAside = [...refusals, ...leftOut].map(({ says }) => says);
  const decision = await open.act({ seat: 'secretary', kind: 'court' }, () =>
    fileCase({ documents, page, profile, library, today, setAside }),
  );
  return decision.kind === 'refused' ? decision : { kind: 'filed', open };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

type Chosen =
  | { readonly kind: 'chosen'; readonly minds: ReadonlyMap<Seat, Mind> }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** One mind per name, so that a person who takes two seats has one terminal. */
function chooseMinds(
  world: World,
  choices: readonly SeatChoice[],
  profile: Profile,
  io: Io,
): Chosen {
  const made = new Map<string, Mind | Refusal>();
  const minds = new Map<Seat, Mind>();
  for (const seat of seats) {
    const name = choices.findLast((choice) => choice.seat === seat)?.mind ?? 'offline';
    const mind = made.get(name) ?? makeMind(world, name, profile, io);
    if ('rule' in mind) return { kind: 'refused', refusals: [mind] };
    made.set(name, mind);
    minds.set(seat, mind);
  }
  return { kind: 'chosen', minds };
}

function makeMind({ minds }: World, name: string, profile: Profile, io: Io): Mind | Refusal {
  const make = Object.hasOwn(minds, name) ? minds[name] : undefined;
  if (make !== undefined) return make(profile, io);
  const says = `There is no mind «${name}»; there are: ${Object.keys(minds).join(', ')}.`;
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

function seatChoice(value: string, before: readonly SeatChoice[]): readonly SeatChoice[] {
  const [name = '', mind = ''] = value.split('=');
  const seat = seatNames[name];
  if (seat === undefined || mind === '') {
    const known = Object.keys(seatNames).join(', ');
    throw new InvalidArgumentError(`write SEAT=MIND, with a seat among ${known}.`);
  }
  return [...before, { seat, mind }];
}

function instant(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time))
    throw new InvalidArgumentError('write an instant such as 2026-03-02T09:00:00Z.');
  return new Date(time).toISOString();
}

function refuse(
  io: Io,
  { json }: HearOptions,
  refusals: readonly Refusal[],
  code: ExitCode,
): ExitCode {
  if (json) io.out(JSON.stringify({ refusals }, null, 2));
  else for (const { rule, says } of refusals) io.err(`${rule}: ${says}`);
  return code;
}
