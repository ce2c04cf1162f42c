import { matchAt, type MatchAt } from './match-at.ts';
import type { WorkNames } from './works.ts';

/** A work named in a text; `end` is where its name ends. */
export type NamedWork = {
  readonly slug: string | null;
  readonly start: number;
  readonly end: number;
};

export type WorkReader = {
  /** The work named at `at`, after «de la», «of the», a comma or a blank. */
  after(text: string, at: number): NamedWork | undefined;
  /** Works named on their own: those of the table, and laws and decrees by number. */
  all(text: string): NamedWork[];
};

const edge = '(?<![\\p{L}\\d])';
const finish = '(?![\\p{L}\\d])';
const number = '(?<number>\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,6})(?:\\/(?<year>\\d{4}))?';
const sign = '(?:\\s?(?:N[°ºo.]{1,2}|Nro\\.?|N[úu]m\\.?|n[úu]mero|No\\.)\\s?|\\s)';
const kind = [
  '(?<decreeWithForce>D\\.?\\s?F\\.?\\s?L\\.?|[Dd]ecreto\\scon\\s[Ff]uerza\\sde\\s[Ll]ey)',
  '(?<decreeLaw>D\\.?\\s?L\\.?|[Dd]ecreto[\\s-][Ll]ey)',
  '(?<royalDecree>[Rr]eal\\s[Dd]ecreto)',
  '(?<decree>D\\.?\\s?S\\.?|[Dd]ecreto(?:\\s[Ss]upremo)?)',
  '(?<organicLaw>[Ll]ey\\s[Oo]rg[áa]nica(?:\\s[Cc]onstitucional)?)',
  '(?<law>[Ll]ey)',
].join('|');
const numbered = `(?:${kind})${sign}${number}${finish}`;
const slugOfKind: { readonly [kind: string]: string } = {
  decreeWithForce: 'decreto-con-fuerza-de-ley',
  decreeLaw: 'decreto-ley',
  royalDecree: 'real-decreto',
  decree: 'decreto-supremo',
  organicLaw: 'ley-organica',
  law: 'ley',
};

/** «de la», «of the» and their like; a comma, a bracket or a blank do for works of the table. */
const link =
  /(?<word>(?:,?\s(?:ambos|todos|todas)(?:\sellos)?)?,?\s(?:de\sla|del|de\slos|de\slas|de|of\sthe|of|in\sthe|under\sthe)\s)|,?\s\(?|\s?\/\s?/y;
const same =
  /(?:(?:este|esta|presente|mismo|misma|dicho|dicha|citado|citada|this|that|said)\s){1,2}(?:c[óo]digo|ley|decreto|code|act)/iuy;
const capital = "[\\p{Lu}][\\p{L}’'-]{1,30}";
const spanish = new RegExp(
  `(?:Código|Ley|Estatuto|Reglamento|Convención|Convenio|Tratado)(?:\\s(?:(?:de|del|la|las|los|el|y|e|sobre|en|para|a|con|su|sus)\\s){0,3}${capital}){1,8}`,
  'uy',
);
const english = new RegExp(
  `(?:${capital}\\s(?:(?:of|the|and|for|&|in|on|to)\\s){0,2}){1,7}?(?:Code|Act|Rules|Regulations?|Constitution|Statute|Ordinance|Convention|Treaty|Directive)(?:\\s(?:of\\s)?\\d{4})?${finish}`,
  'uy',
);

export function readWorks(works: readonly WorkNames[]): WorkReader {
  const slugs = new Map(
    works.flatMap(({ slug, names, abbreviations }) =>
      [...names, ...abbreviations].map((name) => [slugify(name.replaceAll('.', '')), slug]),
    ),
  );
  const names = alternatives(works.flatMap((work) => work.names).map(spelling));
  const abbreviations = alternatives(works.flatMap((work) => work.abbreviations).map(dotted));
  const listed = new RegExp(`(?:${names})${finish}`, 'iuy');
  const abbreviated = new RegExp(`(?:${abbreviations})(?![\\p{L}\\d])`, 'uy');
  const byNumber = new RegExp(numbered, 'uy');
  const alone = new RegExp(`${edge}(?:(?<name>${names})${finish}|${numbered})`, 'gu');

  const slugOfName = (name: string): string => {
    const slug = slugify(name.replaceAll('.', ''));
    return slugs.get(slug) ?? slug;
  };
  const at = (text: string, start: number, anyWork: boolean): NamedWork | undefined => {
    const law = matchAt(byNumber, text, start);
    if (law !== undefined) return { slug: slugOfNumber(law.groups), start, end: law.end };
    for (const expression of anyWork
      ? [listed, abbreviated, spanish, english]
      : [listed, abbreviated]) {
      const match = matchAt(expression, text, start);
      if (match === undefined) continue;
      return { slug: slugOfName(match.words), start, end: match.end };
    }
    return undefined;
  };

  return {
    after(text, place) {
      const linked = matchAt(link, text, place);
      if (linked === undefined) return undefined;
      const start = linked.end;
      const own = matchAt(same, text, start);
      if (own !== undefined) return { slug: null, start, end: own.end };
      return at(text, start, linked.groups['word'] !== undefined);
    },
    all(text) {
      return [...text.matchAll(alone)].map((match) => {
        const groups: MatchAt['groups'] = { ...match.groups };
        const { name } = groups;
        return {
          slug: name === undefined ? slugOfNumber(groups) : slugOfName(name),
          start: match.index,
          end: match.index + match[0].length,
        };
      });
    },
  };
}

function slugOfNumber(groups: MatchAt['groups']): string {
  const kinds = Object.keys(slugOfKind).filter((name) => groups[name] !== undefined);
  const number = String(groups['number']).replaceAll('.', '');
  const year = groups['year'] === undefined ? [] : [groups['year']];
  return [...kinds.map((name) => slugOfKind[name]), number, ...year].join('-');
}

/** `Código Civil` becomes `codigo-civil`. */
function slugify(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Longest first, so that a name wins over the beginning of it; never an empty expression. */
function alternatives(expressions: readonly string[]): string {
  const sorted = expressions.toSorted((one, other) => other.length - one.length);
  return sorted.length === 0 ? '(?!)' : sorted.join('|');
}

const accents: { readonly [letter: string]: string } = {
  á: '[áa]',
  é: '[ée]',
  í: '[íi]',
  ó: '[óo]',
  ú: '[úu]',
};

/** A name with its accents optional and any white space between its words. */
function spelling(name: string): string {
  return escape(name)
    .replaceAll(/\s+/g, '\\s{1,9}')
    .replaceAll(/[áéíóú]/g, (letter) => String(accents[letter]));
}

/** `CPP`, `C.P.P.` or `C. P. P.`. */
function dotted(abbreviation: string): string {
  const letters = abbreviation.replaceAll('.', '').split('').map(escape);
  return `${letters.join('\\.\\s?')}\\.|${letters.join('')}`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
