import type { Aliases } from '../complaint/complaint.ts';
import { cleanName, nameSource } from '../complaint/names.ts';
import { openingOf } from '../complaint/opening.ts';
import type { Document, Passage } from '../document/document.ts';
import { fold } from '../language/fold.ts';
import type { PartySide } from './finding.ts';
import type { Speakers } from './speakers.ts';

/** Who says a passage, and for which side that person stands. */
export type Voice = { readonly name: string | null; readonly side: PartySide | null };

const of = `(?:of|by|from|de|del|de la)`;
const role = `(?:(?:the |el |la )?(?:witness|accused|defendant|claimant|respondent|imputad[oa]|acusad[oa]|testigo|demandad[oa]|demandante|querellad[oa]|querellante|arbiter|señora?|don|doña|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?),? ){0,2}`;
const paper = `(?:[Ss]tatement|[Tt]estimony|[Aa]ffidavit|[Dd]eclaration|[Rr]eport|[Ll]etter|[Nn]otes?|[Ii]nterview|[Dd]eposition|[Cc]onfession|[Aa]nswer|[Dd]eclaración|[Tt]estimonio|[Ii]nforme|[Cc]arta|[Nn]ota|[Ee]ntrevista|[Cc]onfesión|[Cc]ontestación|[Dd]escargos|[Rr]eply|[Rr]esponse|[Mm]emo|[Mm]emorandum|[Vv]ersion|[Aa]ccount|[Dd]iary|[Rr]espuesta|[Rr]éplica|[Vv]ersión|[Rr]elato)`;

const heads: readonly RegExp[] = [
  new RegExp(`${paper} ${of} ${role}(${nameSource})`, 'u'),
  new RegExp(
    `(?:From|De|Author|Autora?|Officer|Perit[oa]|Signed|Firmado por|Declarante|Witness|Testigo):? (${nameSource})`,
    'u',
  ),
  new RegExp(
    `(?:[Pp]erson interviewed|[Ii]nterviewee|[Dd]eponent|[Ee]ntrevistad[oa]|[Ii]nterrogad[oa]|[Dd]eclara(?:nte)?): ?(${nameSource})`,
    'u',
  ),
  new RegExp(`(?:perit[oa]|engineer|expert),? (${nameSource})`, 'u'),
  new RegExp(
    `(${nameSource})'s (?:\\p{L}+ ){0,3}(?:note|notes|log|diary|summary|calculation|statement|account|record)`,
    'u',
  ),
  new RegExp(`(?:I am|My name is|Soy|Me llamo) (${nameSource})`, 'u'),
];
const headLength = 240;

/** Who wrote a document, by its first lines; parties' papers by their kind. */
export function authorOf(document: Document, aliases: Aliases): Voice {
  const headings = [...new Set(document.passages.flatMap((passage) => passage.headings))]
    .slice(0, 3)
    .join('\n');
  const head = `${openingOf(document, headLength)}\n${headings}`.slice(0, 2 * headLength);
  for (const expression of heads) {
    const name = cleanName(firstGroup(expression, head));
    if (name !== '') return { name, side: sideOfName(name, aliases) };
  }
  if (document.kind === 'admission' || document.kind === 'answer')
    return { name: null, side: 'respondent' };
  const inName = fold(document.name).replaceAll(/[-_.]/gu, ' ');
  const role = sideOfName(firstGroup(ofRole, fold(head)), aliases);
  if (role === null && ofVictim.test(`${inName} ${fold(head)}`))
    return { name: null, side: 'claimant' };
  return { name: null, side: role ?? sideOfLetter(document, head, aliases) };
}

const addressee = new RegExp(
  `(?:^|\\n)(?:To|Dear|A|Señora?|Sra?\\.?|Para|Estimad[oa]):? ${role}(${nameSource})`,
  'u',
);
const replies =
  /(?:we|i) (?:have|received|refer to) your letter|in (?:reply|answer|response) to your|(?:contesto|respondo|en respuesta a|recibi) su (?:carta|correo|demanda)/u;

/** A letter to the respondent comes from the claimant; one that answers a letter, from whom something was asked. */
function sideOfLetter({ kind }: Document, head: string, aliases: Aliases): PartySide | null {
  if (kind !== 'correspondence') return null;
  const to = sideOfName(cleanName(firstGroup(addressee, head)), aliases);
  if (to === 'respondent') return 'claimant';
  return replies.test(fold(head)) ? 'respondent' : null;
}

const ofRole =
  /(?:of|del?) (?:the |la )?(respondent|defendant|claimant|accused|imputad[oa]|demandad[oa]|demandante|acusad[oa])/u;

/** Who suffered a crime speaks as the side that accuses of it. */
const ofVictim =
  /(?:statement|interview|account|declaracion|testimonio|entrevista|relato) (?:of |de )?(?:the |la |el )?(?:victim|victima|ofendid[oa])\b/u;

function firstGroup(expression: RegExp, text: string): string {
  const match = expression.exec(text);
  return match === null ? '' : String(match[1]);
}

/** Who says this passage: its own speaker, else the author of the document. */
export function voiceOf(
  { speaker }: Passage,
  author: Voice,
  aliases: Aliases,
  speakers: Speakers = new Map(),
): Voice {
  if (speaker === null || /^(?:q|a|p|r)\.?$/iu.test(speaker)) return author;
  return { name: speaker, side: speakers.get(speaker) ?? sideOfName(speaker, aliases) };
}

/**
 * The side to which a name belongs: all its words, or their initials, are words of that side's aliases.
 * A relative who shares only the surname of a party is somebody else.
 */
export function sideOfName(name: string, aliases: Aliases): PartySide | null {
  const parts = wordsOf(name);
  if (parts.length === 0) return null;
  const claimant = belongs(parts, aliases.claimant);
  const respondent = belongs(parts, aliases.respondent);
  if (claimant === respondent) return null;
  return claimant ? 'claimant' : 'respondent';
}

const untitled = new Set(
  'mr mrs ms dr the a el la los las don dona sr sra senor senora de del for of'.split(' '),
);

function wordsOf(name: string): readonly string[] {
  return (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((part) => !untitled.has(part));
}

function belongs(parts: readonly string[], aliases: readonly string[]): boolean {
  const known = new Set(aliases.flatMap(wordsOf));
  const initials = new Set([...known].filter((part) => part.length === 1));
  const full = parts.filter((part) => part.length > 1 && known.has(part));
  return (
    full.length > 0 &&
    parts.every(
      (part) =>
        known.has(part) ||
        initials.has(part.charAt(0)) ||
        (part.length === 1 && hasInitial(known, part)),
    )
  );
}

function hasInitial(known: ReadonlySet<string>, initial: string): boolean {
  return [...known].some((part) => part.startsWith(initial));
}
