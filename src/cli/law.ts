import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { checkQuote, type QuoteClaim, type QuoteStatus } from '../core/law/check-quote.ts';
import { importWork, longestWork } from '../core/law/import-work.ts';
import { libraryOf, type Library } from '../core/law/library.ts';
import { readQuoteClaims } from '../core/law/read-quote-claims.ts';
import type { WorkVersion } from '../core/law/work-version.ts';
import type { Refusal } from '../core/refusal.ts';
import { LawLibraryFault, type Kept } from '../ports/law-library.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { whyUnreadable } from './why-unreadable.ts';
import type { World } from './world.ts';

type Tools = Pick<World, 'lawFolder' | 'decode'>;

/** Where imported law is kept unless told otherwise, below the working directory. */
const usualLibrary = '.court/law';

/** `court law import FILE…` and `court law check QUOTES.json`. */
export function lawCommand(context: CommandContext, tools: Tools): Command {
  const { io } = context;
  const law = new Command('law').description('Works of law, in force by date.');
  law
    .command('import')
    .description('Import works of law: WORK@DATE.md or .txt, or Markdown with version_date.')
    .argument('<file...>')
    .option('--library <dir>', 'folder of the imported works', usualLibrary)
    .option('--replace', 'put another text in the place of a version that is there', false)
    .option('--json', 'print JSON', false)
    .action(async (files: string[], options: ImportOptions) => {
      context.done(await guarded(io, () => importFiles(io, tools, files, options)));
    });
  law
    .command('check')
    .description('For each { work, article, quote, on } say: in force, stale or absent.')
    .argument('<quotes>', 'a JSON file, or - for standard input')
    .option('--library <dir>', `folder of the imported works (default: ${usualLibrary})`)
    .option('--works <file...>', 'import these works for this run alone')
    .option('--on-field <name>', 'field that holds the date', 'on')
    .option('--json', 'print JSON', false)
    .action(async (quotes: string, options: CheckOptions) => {
      context.done(await guarded(io, () => checkQuotes(io, tools, quotes, options)));
    });
  return law;
}

type ImportOptions = {
  readonly library: string;
  readonly replace: boolean;
  readonly json: boolean;
};

/** Reads all files before it keeps any, so that a bad one leaves the library as it was. */
async function importFiles(
  io: Io,
  tools: Tools,
  files: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const read = await readWorks(io, tools, files);
  if (typeof read === 'number') return read;
  const library = tools.lawFolder(options.library);
  const rows: { readonly version: WorkVersion; readonly outcome: Kept }[] = [];
  for (const version of read) {
    rows.push({ version, outcome: await library.keep(version, { replace: options.replace }) });
  }
  if (options.json) {
    const told = rows.map(({ version: { work, from, standing, articles }, outcome }) => {
      return { work, from, standing, articles: articles.length, outcome };
    });
    io.out(JSON.stringify(told, null, 2));
  }
  for (const { version, outcome } of rows) {
    const { work, from, standing, articles } = version;
    const name = `${work}, from ${from} (${standing}, ${articles.length} articles)`;
    if (outcome === 'differs') {
      io.err(
        `LAW7 ${name}: another text of this version is there; --replace puts this one in its place.`,
      );
    } else if (!options.json) {
      io.out(`${outcome}  ${name}`);
    }
  }
  return rows.some(({ outcome }) => outcome === 'differs') ? 1 : 0;
}

type CheckOptions = {
  readonly library?: string;
  readonly works?: readonly string[];
  readonly onField: string;
  readonly json: boolean;
};

async function checkQuotes(
  io: Io,
  tools: Tools,
  quotes: string,
  options: CheckOptions,
): Promise<ExitCode> {
  const claims = await readClaims(io, tools, quotes, options.onField);
  if (claims === 2) return 2;
  const library = await openLibrary(io, tools, options);
  if (typeof library === 'number') return library;

  const checked = claims.map((claim) => ({ claim, found: checkQuote(library, claim) }));
  for (const work of new Set(claims.map((claim) => claim.work))) {
    if (!library.works.has(work)) io.err(`No version of ${work} is loaded.`);
  }
  if (options.json) {
    const told = checked.map(({ claim: { work, article, on }, found }) => {
      return { work, article, on, ...found };
    });
    io.out(JSON.stringify(told, null, 2));
  } else {
    for (const { claim, found } of checked) {
      io.out(`${inWords(claim, found)}  ${claim.work} ${claim.article} on ${claim.on}`);
    }
  }
  return checked.every(({ found }) => found.status === 'in force') ? 0 : 1;
}

function inWords({ on }: QuoteClaim, found: QuoteStatus): string {
  if (found.status !== 'stale') return found.status;
  return found.since > on ? `stale (not before ${found.since})` : `stale since ${found.since}`;
}

async function readClaims(
  io: Io,
  tools: Tools,
  quotes: string,
  onField: string,
): Promise<readonly QuoteClaim[] | 2> {
  const words = quotes === '-' ? await io.stdin() : await textOf(io, tools, quotes);
  if (words === null) return 2;
  let value: unknown;
  try {
    value = JSON.parse(words.replace(/^\uFEFF/, ''));
  } catch (error) {
    io.err(`LAW8 ${quotes} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
    return 2;
  }
  const read = readQuoteClaims(value, onField);
  if (read.kind === 'read') return read.claims;
  tell(io, quotes, read.refusals);
  return 2;
}

/** The works named for this run, and the imported ones where a library is named or no work is. */
async function openLibrary(
  io: Io,
  tools: Tools,
  { library, works }: CheckOptions,
): Promise<Library | ExitCode> {
  const read = await readWorks(io, tools, works ?? []);
  if (typeof read === 'number') return read;
  const isOpened = library !== undefined || works === undefined;
  const kept = isOpened ? await tools.lawFolder(library ?? usualLibrary).versions() : [];
  return libraryOf([...kept, ...read]);
}

async function readWorks(
  io: Io,
  tools: Tools,
  files: readonly string[],
): Promise<readonly WorkVersion[] | ExitCode> {
  const versions: WorkVersion[] = [];
  let code: ExitCode = 0;
  for (const file of files) {
    const text = await textOf(io, tools, file);
    if (text === null) {
      code = 2;
      continue;
    }
    const read = importWork(basename(file), text);
    if (read.kind === 'imported') {
      versions.push(read.version);
    } else {
      tell(io, file, read.refusals);
      if (code === 0) code = 1;
    }
  }
  return code === 0 ? versions : code;
}

async function textOf(io: Io, { decode }: Tools, file: string): Promise<string | null> {
  try {
    const { size } = await stat(file);
    // A UTF-16 code unit takes at most three bytes of UTF-8; what is longer is refused unread.
    if (size > longestWork * 3) {
      io.err(`LAW5 ${file} has ${size} bytes, more than any work of law.`);
      return null;
    }
    const decoded = decode(await readFile(file));
    if (decoded !== null) return decoded.text;
    io.err(`LAW9 ${file} is not text.`);
  } catch (error) {
    io.err(`LAW9 ${file} cannot be read: ${whyUnreadable(error)}.`);
  }
  return null;
}

function tell(io: Io, file: string, refusals: readonly Refusal[]): void {
  for (const { rule, says } of refusals) io.err(`${rule} ${file}: ${says}`);
}

async function guarded(io: Io, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof LawLibraryFault)) throw error;
    io.err(error.message);
    return 2;
  }
}
