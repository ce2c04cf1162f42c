import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import type { Heard } from '../core/finding/expectation.ts';
import { readExpectation } from '../core/finding/read-expectation.ts';
import { score, sum, type Score, type Share } from '../core/finding/score.ts';
import type { Refusal } from '../core/refusal.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

/** What hearing a folder gave, as far as the measure needs it. */
export type FolderHeard =
  | { readonly kind: 'heard'; readonly heard: Heard }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export type HearFolder = (folder: string) => Promise<FolderHeard>;

type EvalOptions = { readonly expect: readonly string[]; readonly json: boolean };

/** `court eval FOLDER… --expect FILE…`: how hearings compare with what careful readers found. */
export function evalCommand(context: CommandContext, hear: HearFolder): Command {
  return new Command('eval')
    .description('How hearings of folders compare with what careful readers found in them.')
    .argument('<folder...>', 'case folders')
    .requiredOption('--expect <file...>', 'an expectation file for each folder, in the same order')
    .option('--json', 'print JSON', false)
    .action(async (folders: string[], options: EvalOptions) => {
      context.done(await evaluate(context.io, folders, options, hear));
    });
}

type Measured = { readonly folder: string; readonly score: Score };

async function evaluate(
  io: Io,
  folders: readonly string[],
  { expect, json }: EvalOptions,
  hear: HearFolder,
): Promise<ExitCode> {
  if (expect.length !== folders.length) {
    io.err(
      `--expect names ${expect.length} files for ${folders.length} folders; each folder needs its own.`,
    );
    return 2;
  }
  const measured: Measured[] = [];
  for (const [index, folder] of folders.entries()) {
    const result = await measure(folder, String(expect[index]), hear);
    if ('refusals' in result) {
      for (const { rule, says } of result.refusals) io.err(`${rule} ${says}`);
      return 2;
    }
    measured.push(result);
    if (!json) for (const line of linesOf(basename(folder), result.score)) io.out(line);
  }
  const total = sum(measured.map((one) => one.score));
  if (json) {
    const plain = measured.map((one) => ({ folder: one.folder, ...one.score }));
    io.out(JSON.stringify({ folders: plain, total }, null, 2));
  } else if (measured.length > 1) {
    for (const line of linesOf('all folders', total)) io.out(line);
  }
  return 0;
}

async function measure(
  folder: string,
  file: string,
  hear: HearFolder,
): Promise<Measured | { readonly refusals: readonly Refusal[] }> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return { refusals: [{ rule: 'EV4', at: ['expect'], says: `${file} cannot be read.` }] };
  }
  const read = readExpectation(basename(file), text);
  if (read.kind === 'refused') return { refusals: read.refusals };
  const result = await hear(folder);
  if (result.kind === 'refused') return { refusals: result.refusals };
  return { folder, score: score(result.heard, read.expectation) };
}

function linesOf(title: string, measured: Score): readonly string[] {
  const { precision } = measured;
  return [
    title,
    `  keys found              ${rate(measured.keys)}`,
    `  right side              ${rate(measured.side)}   (all for the claimant: ${rate(measured.allFor)})`,
    `  contrary keys found     ${rate(measured.contrary)}`,
    `  contrary, right side    ${rate(measured.contrarySide)}`,
    `  side left open          ${rate(measured.open)}`,
    `  precision               ${rate(precision.all)}   strong ${rate(precision.strong)}   fair ${rate(precision.fair)}   weak ${rate(precision.weak)}`,
    `  elements matched        ${rate(measured.elements)}`,
    `  proved against reader   ${rate(measured.provedAgainstReader)}`,
    `  silent without evidence ${rate(measured.silent)}`,
    ...measured.unmatched.map((element) => `  unmatched: ${element}`),
    ...measured.missing.map(({ file, quote }) => `  not in ${file}: «${quote}»`),
  ];
}

/** «.91 (10 of 11)»; a dash where there is nothing to count. */
function rate({ hits, of }: Share): string {
  if (of === 0) return '-';
  return `${(hits / of).toFixed(2).replace(/^0/u, '')} (${hits} of ${of})`;
}
