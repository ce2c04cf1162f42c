import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import type { Document, Passage } from '../core/document/document.ts';
import type { Refusal } from '../core/refusal.ts';
import { normsIn } from '../court/intake/norms-in.ts';
import { readDocument, tooLarge } from '../court/intake/read-document.ts';
import { deepest } from '../court/intake/read-papers.ts';
import type { DocumentReaders, RawFile } from '../ports/document-reader.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { whyUnreadable } from './why-unreadable.ts';
import type { World } from './world.ts';

type Tools = Pick<World, 'readers'>;

type ReadOptions = { readonly json: boolean; readonly text: boolean };
type Outcome =
  | { readonly kind: 'read'; readonly documents: readonly Document[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'missing'; readonly says: string };

/** `court read FILE…`: what the court makes of each file. */
export function readCommand(context: CommandContext, tools: Tools): Command {
  return new Command('read')
    .description(
      'What the court reads in a file: kind, pages, numbered passages, who, when, how much.',
    )
    .argument('<file...>', 'PDF, DOCX, e-mail, Markdown or text')
    .option('--json', 'print one array with everything, the canonical text included', false)
    .option('--text', 'print the canonical text only', false)
    .action(async (files: string[], options: ReadOptions) => {
      context.done(await read(context.io, tools, files, options));
    });
}

async function read(
  io: Io,
  tools: Tools,
  files: readonly string[],
  options: ReadOptions,
): Promise<ExitCode> {
  if (options.json && options.text) {
    io.err('--json and --text exclude each other.');
    return 2;
  }
  const { readers } = tools;
  const shown: unknown[] = [];
  let code: ExitCode = 0;
  for (const file of files) {
    const outcome = await readPath(file, readers);
    if (outcome.kind === 'missing') {
      io.err(outcome.says);
      code = 2;
    } else if (outcome.kind === 'refused') {
      for (const { rule, says } of outcome.refusals) io.err(`${rule}: ${says}`);
      if (code === 0) code = 1;
      shown.push({ name: basename(file), refusals: outcome.refusals });
    } else {
      shown.push(...outcome.documents);
      if (options.text) for (const { text } of outcome.documents) io.out(text);
      else if (!options.json) for (const document of outcome.documents) print(io, document);
    }
  }
  if (options.json) io.out(JSON.stringify(shown, null, 2));
  return code;
}

async function readPath(file: string, readers: DocumentReaders): Promise<Outcome> {
  try {
    const { size } = await stat(file);
    const large = tooLarge(basename(file), size);
    if (large !== null) return { kind: 'refused', refusals: [large] };
    return await readWithin({ name: basename(file), bytes: await readFile(file) }, readers, 0);
  } catch (error) {
    return { kind: 'missing', says: `${file} cannot be read: ${whyUnreadable(error)}.` };
  }
}

/** The file and what came inside it; an attachment that is refused warns and stops nothing. */
async function readWithin(
  file: RawFile,
  readers: DocumentReaders,
  depth: number,
): Promise<Exclude<Outcome, { kind: 'missing' }>> {
  const read = await readDocument(file, readers, normsIn);
  if (read.kind === 'refused') return read;
  const warnings = [...read.document.warnings];
  const inner: Document[] = [];
  for (const attachment of read.attachments) {
    if (depth === deepest) {
      warnings.push(`${attachment.name} lies too deep inside other e-mails and was left out.`);
      continue;
    }
    const outcome = await readWithin(attachment, readers, depth + 1);
    if (outcome.kind === 'read') inner.push(...outcome.documents);
    else
      warnings.push(
        ...outcome.refusals.map(({ rule, says }) => `Attachment left out, ${rule}: ${says}`),
      );
  }
  return { kind: 'read', documents: [{ ...read.document, warnings }, ...inner] };
}

function print(io: Io, document: Document): void {
  const colors = pc.createColors(io.color);
  const { text, passages, pages, mentions } = document;
  const language = { en: 'English', es: 'Spanish', unknown: 'language unknown' }[document.language];
  io.out(colors.bold(document.name));
  io.out(
    `  ${document.kind} (${document.kindConfidence}), ${language}, ${counted(pages.length, 'page')}, ${counted(passages.length, 'passage')}, ${document.format}`,
  );
  for (const warning of document.warnings) io.out(colors.yellow(`  ! ${warning}`));
  let above = '';
  for (const passage of passages) {
    const title = passage.headings.join(' > ');
    if (title !== above && title !== '') io.out(colors.dim(`  ${title}`));
    above = title;
    io.out(line(passage, text, colors));
  }
  const rows: readonly [string, readonly string[]][] = [
    ['people', mentions.people.map(({ name }) => name)],
    ['dates', mentions.dates.map(({ iso }) => iso)],
    ['amounts', mentions.amounts.map(({ start, end }) => text.slice(start, end))],
    ['norms', mentions.norms.map((norm) => norm.text)],
  ];
  for (const [label, values] of rows) {
    const distinct = [...new Set(values)];
    if (distinct.length > 0) io.out(`  ${label}: ${distinct.join(' · ')}`);
  }
  io.out('');
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function line(passage: Passage, text: string, colors: ReturnType<typeof pc.createColors>): string {
  const who =
    passage.speaker === null
      ? ''
      : `${passage.speaker}${passage.saidAt === null ? '' : `, ${passage.saidAt}`}: `;
  const words = text.slice(passage.start, passage.end);
  const number = `¶${passage.n}`.padStart(6);
  const page = `p. ${passage.page}`;
  return passage.evidential
    ? `${colors.cyan(number)} ${colors.dim(page)}  ${colors.bold(who)}${words}`
    : colors.dim(`${number} ${page}  [${words}]`);
}
