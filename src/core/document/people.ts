import { fold } from '../language/fold.ts';
import { withoutOverlaps } from './dates.ts';
import type { Passage, PersonMention } from './document.ts';
import { givenNames } from './given-names.ts';

/** Every length is bounded, so that no text takes more than linear time. */
const capital =
  "(?:\\p{Lu}')?(?=\\p{Lu}{1,3}\\p{Ll})\\p{L}{2,30}(?:['-]\\p{L}{2,30}){0,2}(?!\\p{L})";
const full = `${capital}(?: (?:\\p{Lu}\\.|(?:(?:de|del|la|las|los|van|von|der|y) ){0,2}${capital})){0,4}`;
const shout = '\\p{Lu}[\\p{Lu}-]{1,30}(?: (?:DE |DEL |LA ){0,2}\\p{Lu}[\\p{Lu}-]{1,30}){0,4}';

/** Words before a name that say a person follows; the name is the group. */
const introduced: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Judge|Justice|Sir|Sr|Sra|Srta|Dra|Señor|Señora|señor|señora|Don|Doña|don|doña|Dn|Dña|[Jj]uez|[Jj]ueza|[Ff]iscal|[Pp]erit[oa]|[Tt]estigo|[Ii]mputad[oa]|[Dd]emandante|[Dd]emandad[oa]|[Qq]uerellante|[Aa]bogad[oa]|[Oo]fficer|[Dd]etective|[Ss]ergeant|[Cc]abo|[Ss]argento|[Ww]itness|[Pp]laintiff|[Dd]efendant|[Cc]laimant|[Rr]espondent|[Aa]ttorney|[Cc]ounsel)\\.?,? (${full})`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})(?:DON|DOÑA|SR\\.|SRA\\.|MR\\.|MRS\\.|MS\\.|DR\\.) (${shout})`, 'gu'),
  new RegExp(
    `(?<!\\p{L})(?:From|To|Cc|Customer|Client|Patient|Name|Witness|Author|Signed|De|Para|Cliente|Paciente|Nombre|Testigo|Firmado|Autor): (${full})(?= ?(?:<|$|[.,;(]| \\p{Lu}[\\p{L} ]*:))`,
    'gmu',
  ),
];
const caption = new RegExp(
  `(?<![\\p{L}'-])(?<!\\p{L} )(${full}),? (?:v|vs|c)\\.? (${full})(?=$|[,.;()]| \\d)`,
  'gmu',
);
const anyName = new RegExp(`(?<!\\p{L})${full}`, 'gu');

/** Words that begin with a capital beside names and belong to no name. */
const noName = new Set(
  'the a an i he she it they we you this that these those his her their my our your and but if when on in at by for from to of el la los las un una yo este esta ese esa su sus mi y o pero si cuando en por para con del de court tribunal company bank inc ltd llc corp sa spa limitada street avenue calle avenida january february march april may june july august september october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo president presidente signature name title address attention attn plaintiff defendant claimant respondent case no demandante demandado querellante imputado date dear by its attends center airport university hospital'.split(
    ' ',
  ),
);
const mostKnown = 200;

/**
 * People named in a canonical text: those who speak, those whom a title, a role or a caption
 * introduces, names that begin with a common given name, and wherever such a name stands again.
 * Rather too few than too many.
 */
export function findPeople(text: string, passages: readonly Passage[]): PersonMention[] {
  const found = [...introductions(text), ...given(text)];
  const known = new Set([...found.map(({ name }) => name), ...speakers(passages)]);
  return withoutOverlaps([...found, ...again(text, [...known].slice(0, mostKnown))]);
}

function introductions(text: string): PersonMention[] {
  const single = introduced.flatMap((pattern) => Array.from(text.matchAll(pattern)));
  const named = single.flatMap((match) => mention(match.index + match[0].length, match[1]));
  const captions = Array.from(text.matchAll(caption)).flatMap((match) => {
    const [whole, one = '', other] = match;
    return [
      ...mention(match.index + one.length, one),
      ...mention(match.index + whole.length, other),
    ];
  });
  return [...named, ...captions];
}

function given(text: string): PersonMention[] {
  return Array.from(text.matchAll(anyName)).flatMap((match) => {
    const words = match[0].split(' ');
    const first = words.findIndex((word) => givenNames.has(fold(word)));
    return first < 0 ? [] : mention(match.index + match[0].length, words.slice(first).join(' '));
  });
}

/** The mention of a name that ends at `end`. */
function mention(end: number, written = ''): PersonMention[] {
  const words = written.split(' ');
  const wrong = words.findIndex((word) => noName.has(fold(word)) && /^\p{Lu}/u.test(word));
  const name = (wrong < 0 ? words : words.slice(0, wrong)).join(' ');
  const start = end - written.length;
  return name.length < 2 ? [] : [{ start, end: start + name.length, name }];
}

function speakers(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ speaker }) =>
    speaker !== null && givenNames.has(fold(speaker.split(' ', 1).join(''))) ? [speaker] : [],
  );
}

/** Every place where a known name stands, the longest name first. */
function again(text: string, known: readonly string[]): PersonMention[] {
  if (known.length === 0) return [];
  const names = known
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${names.join('|')})(?![\\p{L}\\d])`, 'gu');
  return Array.from(text.matchAll(pattern)).map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    name,
  }));
}
