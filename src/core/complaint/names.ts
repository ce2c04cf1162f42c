import { fold } from '../language/fold.ts';

/** A capitalised word, initials, or a title with its stop; no other stop belongs to a name. */
const capital = `(?:(?:Mr|Mrs|Ms|Dr|Prof|Sra?|St)\\.|(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}\\p{M}'&-]*)`;
const particle =
  '(?:de|del|la|las|los|van|von|der|den|da|do|dos|di|du|le|ten|bin|ibn|y|e|of|and|&)';

/** A run of up to six capitalised words, particles between them allowed. */
export const nameSource = `${capital}(?: (?:${particle} ){0,2}${capital}){0,5}`;

const corporate = new Set(
  'ltd limited inc incorporated llc llp plc corp corporation co company gmbh sa spa ltda limitada eirl cia sons hijos group s.a'.split(
    ' ',
  ),
);
/** What firms and bodies deal in or are; the words of a name that are nobody's name. */
const trades = new Set(
  (
    'supply supplies exchange studio bakery bread services service storage heating boatyard yard school club society council hospital bank ' +
    'university insurance logistics transport transports motors garage builders building construction properties homes foods market shop store ' +
    'stores house hotel bakehouse works engineering association union tribunal agency theatre press review orchids farm farms brothers daughters ' +
    'constructora inmobiliaria comercial comercializadora transportes servicios maderas muebles panaderia distribuidora importadora ferreteria ' +
    'clinica hospital colegio banco municipalidad universidad seguros automotriz sociedad empresa comunidad edificio cooperativa hermanos ' +
    'almacen almacenes abarrotes taller restaurante hotel fundacion corporacion asociacion sindicato agricola ingenieria street road lane avenue calle avenida'
  ).split(' '),
);
const particles = new Set(
  'de del la las los van von der den da do dos di du le y e of and &'.split(' '),
);
/** Titles, opening words and words of the forms that are written with a capital and belong to no name. */
const notNames = new Set(
  (
    'we our he she they it his her there signed firmado mr mrs ms miss dr prof sir don dona senor senora sr sra srta the a an el la los las i yo on in at by for and y e as to from of de del this that if when ' +
    'before after since while because between entre antes despues although where what who my your their its no not all any each every some one que su sus mi mis un una lo le se con por para en ' +
    'claimant plaintiff complainant respondent defendant accused claim complaint statement answer date dated filed subject person charged versus v vs contra against ' +
    'demandante demandado demandada querellante querellado acusado acusada imputado imputada victima ' +
    'yours faithfully sincerely respectfully regards dear re atentamente saludos us u.s s.s usia'
  ).split(' '),
);

/** The name without titles and stops at its ends; empty where nothing of a name is left. */
export function cleanName(found: string): string {
  const parts = found
    .split(' ')
    .map((part) => (part === '&' ? part : part.replace(/^[.'&-]+|(?<!\b\p{L})[.'&-]+$/gu, '')));
  const isName = (part: string) => !notNames.has(fold(part));
  const first = parts.findIndex(isName);
  if (first < 0) return '';
  return parts
    .slice(first, parts.findLastIndex(isName) + 1)
    .join(' ')
    .replace(/'s$/u, '');
}

/** A firm or a body, told by its corporate ending or its trade. */
export function isFirm(name: string): boolean {
  return name
    .split(' ')
    .map((part) => fold(part.replace(/\.$/u, '')))
    .some((part) => corporate.has(part) || trades.has(part) || part === '&');
}

/** The ways in which people shorten a name: each of its own words, without corporate endings and trades. */
export function shortForms(name: string): readonly string[] {
  const parts = name.split(' ').filter((part) => /^\p{Lu}/u.test(part));
  const own = parts.filter((part) => {
    const folded = fold(part.replace(/\.$/u, ''));
    return !corporate.has(folded) && !particles.has(folded);
  });
  const singles = own.filter((part) => part.length > 2 && !trades.has(fold(part)));
  const pair = own.length > 2 && !isFirm(name) ? [own.slice(0, 2).join(' ')] : [];
  return [...new Set([name, ...pair, ...singles])];
}

/**
 * The fullest way in which a text writes a name: «Prewle» is the «Tobias Prewle» that it also names, and
 * «O. Kirrage» is its «Oda Kirrage». `written`: every name of the text, in its order.
 */
export function fullest(name: string, written: readonly string[]): string {
  const parts = fold(name).split(' ');
  const last = parts.at(-1);
  const longer = written.filter((other) => {
    const others = fold(other).split(' ');
    return (
      others.at(-1) === last &&
      others.length >= parts.length &&
      parts.every((part) => others.some((whole) => isInitial(part, whole) || part === whole))
    );
  });
  return longer.reduce((best, other) => (other.length > best.length ? other : best), name);
}

function isInitial(part: string, whole: string): boolean {
  return /^\p{L}\.?$/u.test(part) && whole.startsWith(part.charAt(0));
}
