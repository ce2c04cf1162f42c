import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import type { Citation } from '../core/citation/citation.ts';
import { cleaningSteps, type CleaningStep } from '../core/citation/cleaning.ts';
import { findCitations } from '../core/citation/find-citations.ts';
import { tooLarge } from '../court/intake/read-document.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { whyUnreadable } from './why-unreadable.ts';
import type { World } from './world.ts';

type Tools = Pick<World, 'decode'>;

type CiteOptions = { readonly json: boolean; readonly clean?: string };

/** `court cite FILE|-`: the legal citations in a text, with their offsets. */
export function citeCommand(context: CommandContext, tools: Tools): Command {
  return new Command('cite')
    .description('Legal citations in a text, with offsets in UTF-16 units.')
    .argument('<file>', 'a text or a page of markup, or - for standard input')
    .option('--clean <steps>', `make the text ready first: ${cleaningSteps.join(', ')}`)
    .option('--json', 'print an array of { type, groups, start, end, text, meta }', false)
    .action(async (file: string, options: CiteOptions) => {
      context.done(await cite(context.io, tools, file, options));
    });
}

async function cite(io: Io, tools: Tools, file: string, options: CiteOptions): Promise<ExitCode> {
  const steps = readSteps(options.clean);
  if (typeof steps === 'string') {
    io.err(`--clean: ${steps} is no step; the steps are ${cleaningSteps.join(', ')}.`);
    return 2;
  }
  const text = await readText(io, tools, file);
  if (text === undefined) return 2;
  const citations = findCitations(text, steps === undefined ? {} : { clean: steps });
  if (options.json) io.out(JSON.stringify(citations, null, 2));
  else for (const line of tableOf(citations)) io.out(line);
  return 0;
}

/** The steps in order; the name of the first that there is not; `undefined` where none are named. */
function readSteps(clean: string | undefined): readonly CleaningStep[] | string | undefined {
  if (clean === undefined) return undefined;
  const named = clean.split(',').map((step) => step.trim());
  const steps = named.flatMap((name) => cleaningSteps.filter((step) => step === name));
  return steps.length === named.length
    ? steps
    : named.find((name) => !cleaningSteps.some((step) => step === name));
}

async function readText(io: Io, { decode }: Tools, file: string): Promise<string | undefined> {
  if (file === '-') return io.stdin();
  try {
    const large = tooLarge(basename(file), (await stat(file)).size);
    if (large !== null) {
      io.err(`${large.rule}: ${large.says}`);
      return undefined;
    }
    const decoded = decode(await readFile(file));
    if (decoded !== null) return decoded.text;
    io.err(`${file} is no text: cite reads text and markup.`);
  } catch (error) {
    io.err(`${file} cannot be read: ${whyUnreadable(error)}.`);
  }
  return undefined;
}

function tableOf(citations: readonly Citation[]): string[] {
  if (citations.length === 0) return ['No citations.'];
  const rows = citations.map(({ type, start, end, text, groups }) => [
    `${start}-${end}`,
    type,
    text.replaceAll(/\s+/g, ' '),
    Object.entries(groups)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.min(60, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
