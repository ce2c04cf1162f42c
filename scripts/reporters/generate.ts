/**
 * Writes src/core/citation/reporter-table.ts from the data of reporters-db (Free Law Project, BSD-2).
 * Run by hand when a new version of the data is out:
 *
 *   pip download --no-deps --dest /tmp/reporters reporters-db && unzip -d /tmp/reporters /tmp/reporters/*.whl
 *   node scripts/reporters/generate.ts /tmp/reporters/reporters_db/data VERSION
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  flattenTemplates,
  resolveTemplate,
  splitAtGroup,
  splitAtReporter,
  type Pattern,
  type Templates,
} from './templates.ts';

const moment = z.string().nullable();
const reportersFile = z.record(
  z.string(),
  z.array(
    z.object({
      cite_type: z.string(),
      name: z.string(),
      editions: z.record(
        z.string(),
        z.object({ start: moment, end: moment, regexes: z.array(z.string()).optional() }),
      ),
      variations: z.record(z.string(), z.string()),
    }),
  ),
);
const worksFile = z.record(
  z.string(),
  z.array(
    z.object({
      start: moment,
      end: moment,
      regexes: z.array(z.string()),
      variations: z.array(z.string()),
    }),
  ),
);
const templates: z.ZodType<Templates> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), templates])),
);

/** S the Supreme Court of the United States, C another court, L law, J journal. */
type Kind = 'S' | 'C' | 'L' | 'J';

/** Where a template brings its own expression for the reporter, the literal that every match begins with. */
const anchors = new Map([
  ['Cal. Code', 'Cal.'],
  ['N.Y. Law', 'N.Y.'],
  ['Tex. Code Ann.', 'Tex.'],
  ['S.W.2d', 'S'],
]);

const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined)
  throw new Error('Name the folder of the data and the version of reporters-db.');

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'));
const reporters = reportersFile.parse(await read('reporters.json'));
const laws = worksFile.parse(await read('laws.json'));
const journals = worksFile.parse(await read('journals.json'));
const variables = flattenTemplates(templates.parse(await read('regexes.json')));

const patterns = new Map<string, number>();
const lines: string[] = [];
/** Readings that take in more of the text come before those of the bare name. */
const ownLines: string[] = [];

function patternNumber({ before, after }: Pattern): number {
  const line = `${before}\t${after}`;
  const known = patterns.get(line);
  if (known !== undefined) return known;
  patterns.set(line, patterns.size);
  return patterns.size - 1;
}

/** Federal codes are cited without a section sign too, as in «18 USC 12». */
const signless = new Map([
  ['$section_marker\\s*', '(?:$section_marker\\s*)?'],
  ['$reporter,? § ', '$reporter,? (?:§{1,2} ?)?'],
]);

function federal(format: string): string {
  return [...signless].reduce(
    (whole, [sign, optional]) => whole.replace(sign, () => optional),
    format,
  );
}

function writeEdition(
  kind: Kind,
  names: readonly string[],
  years: { start: string | null; end: string | null },
  formats: readonly string[],
): void {
  const numbers: number[] = [];
  for (const format of formats.length === 0 ? ['$full_cite'] : formats) {
    const resolved = resolveTemplate(federal(format), variables);
    const pattern = splitAtReporter(resolved);
    if (pattern !== undefined) numbers.push(patternNumber(pattern));
    else {
      const anchor = anchors.get(names[0] ?? '');
      if (anchor === undefined) throw new Error(`${names[0]} needs an anchor for ${format}.`);
      const own = patternNumber(splitAtGroup(resolved));
      ownLines.push([kind, span(years), `=${own}`, anchor, names[0]].join('\t'));
    }
  }
  if (numbers.length > 0)
    lines.push([kind, span(years), [...new Set(numbers)].join(','), ...names].join('\t'));
}

const year = (date: string | null): string => date?.slice(0, 4) ?? '';
const span = (years: { start: string | null; end: string | null }): string =>
  `${year(years.start)}-${year(years.end)}`;

for (const reporter of Object.values(reporters).flat()) {
  const supreme =
    reporter.cite_type === 'scotus_early' ||
    (reporter.cite_type === 'federal' && /supreme/i.test(reporter.name));
  for (const [name, edition] of Object.entries(reporter.editions)) {
    const variations = Object.keys(reporter.variations).filter(
      (variation) => reporter.variations[variation] === name && variation !== name,
    );
    writeEdition(supreme ? 'S' : 'C', [name, ...variations], edition, edition.regexes ?? []);
  }
}
for (const [kind, works] of [
  ['L', laws],
  ['J', journals],
] as const)
  for (const [name, entries] of Object.entries(works))
    for (const entry of entries)
      writeEdition(kind, [name, ...entry.variations], entry, entry.regexes);

const literal = (text: string): string => text.replaceAll('`', '’').replaceAll('${', '$\\{');

await writeFile(
  new URL('../../src/core/citation/reporter-table.ts', import.meta.url),
  `/* oxlint-disable max-lines -- generated data, one edition to a line */
/**
 * Reporters, laws and journals of the United States: generated by scripts/reporters/generate.ts from
 * reporters-db ${version} (Free Law Project, BSD-2-Clause; see NOTICE). Do not edit.
 */

/**
 * One pattern to a line, numbered from 0: what stands before the reporter's name, a tab, what after.
 * A blank stands for white space with at most one line break.
 */
export const patternTable = String.raw\`
${[...patterns.keys()].map(literal).join('\n')}
\`;

/**
 * One edition to a line, tab-separated: S Supreme Court, C court, L law, J journal; years of
 * publication; numbers of its patterns; its name; its variations. After \`=\` the pattern matches the
 * name too: then follow the literal with which every such name begins, and the name of the edition.
 */
export const editionTable = String.raw\`
${[...ownLines, ...lines].map(literal).join('\n')}
\`;
`,
);
