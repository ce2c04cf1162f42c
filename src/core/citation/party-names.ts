import type { Meta } from './citation.ts';

/** No name of a case is longer, as far as this reading goes. */
const reach = 300;

const signals = new Set(
  `see also cf but e.g in re quoting citing accord compare contra under and following overruling
   affirming reversing vacating distinguishing applying cited discussing by from per than that when
   overruled held then later here moreover however thus accordingly similarly but
   where while although because since as`.split(/\s+/),
);

/** Small words that stand inside of names. */
const connectors = new Set(
  `of the and & for ex rel. de la del von van der du y e to on in at d/b/a al. et as a`.split(' '),
);

/** Abbreviations that end in a period without ending a sentence, beside initials such as U.S. */
const abbreviation =
  /^(?:(?:[A-Z]\.)+|[A-Z][a-z]{0,3}'?[a-z]?\.|(?:Corp|Prods?|Bros|Assn|Assoc|Indus|Petrol|Sav|Educ|Comm|Commn|Const|Constr|Transp|Telegr?|Serv|Servs|Auth|Narcotics|Narc|Mach|Mfrs?|Agric|Pharm|Pharms|Chems?|Elecs?|Props?)\.),?$/;

const versus = /\sv(?:s?\.|\s)\s?/g;
const matterOf = /(?:^|\s)(?:[Ii]n\sre|[Ee]x\sparte|[Mm]atter\sof)\s(?<name>[^;]+)$/;
const antecedent = /(?<name>[A-Z][\w'’.&-]*(?:\s(?:[A-Z][\w'’.&-]*|of|the|&))*)\s?,?["”’]?\s*$/;

/** A reporter whose volume and page are still to come, as in «585 U.S. ___» or «— U.S. —». */
const unpublished = /[,\s]*[_—–-]{1,20}\s[A-Z][\w. ]{0,15}\s[_—–-]{1,20}[\s,[(]*$/;

/**
 * Who the parties of a full citation are, read backwards from it.
 *
 * @param floor where the citation before ends; nothing before it is read
 */
export function partiesBefore(text: string, start: number, floor: number): Meta {
  const stretch = text.slice(Math.max(floor, start - reach), start);
  const words = trimName(stretch.slice(stretch.lastIndexOf(';') + 1).replace(unpublished, ''));
  const year = /\s\((?<year>\d{4})\)$/.exec(words);
  const named = trimName(words.slice(0, year?.index ?? words.length));
  const dated: Meta = year?.groups?.['year'] === undefined ? {} : { year: year.groups['year'] };
  const split = [...named.matchAll(versus)].at(-1);
  if (split !== undefined) {
    const defendant = trimName(named.slice(split.index + split[0].length));
    const plaintiff = nameBefore(named.slice(0, split.index));
    return { ...dated, ...(plaintiff && { plaintiff }), ...(defendant && { defendant }) };
  }
  const matter = matterOf.exec(named)?.groups?.['name'];
  if (matter !== undefined) return { ...dated, defendant: matter };
  const before = antecedentBefore(text, start, floor);
  return { ...dated, ...(before && { antecedent_guess: before }) };
}

/** The name to which a short citation or `supra` refers: the capitalised words right before it. */
export function antecedentBefore(text: string, start: number, floor: number): string | undefined {
  const stretch = text.slice(Math.max(floor, start - 100), start);
  const name = antecedent.exec(stretch)?.groups?.['name'];
  return name === undefined ? undefined : nameBefore(name);
}

/** The longest run of words at the end that can be a name; empty where there is none. */
export function nameBefore(words: string): string | undefined {
  const all = words.trim().split(/\s+/);
  let first = all.length;
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const word = String(all[index]);
    if (signals.has(bare(word))) {
      if (!connectors.has(word)) break;
    } else if (/^["“‘'(]?[A-Z0-9]/.test(word)) {
      if (endsSentence(word, index === all.length - 1)) break;
      first = index;
    } else if (!connectors.has(word)) break;
  }
  const name = all
    .slice(first)
    .join(' ')
    .replaceAll(/^["“‘'(]+|[,\s]+$/g, '');
  return name === '' ? undefined : name;
}

function endsSentence(word: string, last: boolean): boolean {
  return /[.!?:]["”’]?$/.test(word) && !last && !abbreviation.test(word);
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[.,:]+$/g, '');
}

/** Without the commas, blanks, dashes for a missing volume and open brackets around a name. */
function trimName(words: string): string {
  return words.replaceAll(/^[\s,]+|[\s,([]+$/g, '').replaceAll(/\s+/g, ' ');
}
