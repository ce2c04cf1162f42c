import type { Document, Passage } from '../document/document.ts';
import { clauses, isVerb } from '../language/clauses.ts';
import { fold } from '../language/fold.ts';
import { irregularForms } from '../language/irregular-forms.ts';
import { sentences } from '../language/sentences.ts';
import type { Span } from '../language/span.ts';
import { stopwords } from '../language/stopwords.ts';
import { words } from '../language/words.ts';

/** One thing that the complaint says happened, or must be shown. Offsets in the canonical text. */
export type Allegation = {
  readonly n: number;
  readonly document: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

export type Decomposition = {
  readonly allegations: readonly Allegation[];
  readonly by: 'listed-elements' | 'numbered-paragraphs' | 'propositions';
  /** How many stand in the complaint, of which the court hears the first `mostAllegations`. */
  readonly pleaded: number;
};

/** A complaint of more allegations than this is cut, and says so. */
export const mostAllegations = 200;

/**
 * The allegations of a complaint, in this order of preference: elements that a paper of the file lists,
 * numbered paragraphs that hold a verb, and else the propositions of its sentences.
 */
export function decompose(complaint: Document, documents: readonly Document[]): Decomposition {
  for (const document of [complaint, ...documents.filter((other) => other !== complaint)]) {
    const listed = listedElements(document);
    if (listed.length > 1) return limited(document, listed, 'listed-elements');
  }
  const numbered = numberedParagraphs(complaint);
  if (numbered.length > 1) return limited(complaint, numbered, 'numbered-paragraphs');
  return limited(complaint, propositions(complaint), 'propositions');
}

function limited(
  document: Document,
  spans: readonly Span[],
  by: Decomposition['by'],
): Decomposition {
  const kept = spans.slice(0, mostAllegations);
  return {
    by,
    allegations: kept.map(({ start, end }, index) => ({
      n: index + 1,
      document: document.name,
      text: document.text.slice(start, end),
      start,
      end,
    })),
    pleaded: spans.length,
  };
}

const announcesElements =
  /\b(?:must (?:prove|show|establish)|elements (?:of|are|to be)|debe (?:probar|acreditar|demostrar)|elementos (?:de|del|son|que))\b/u;
const number =
  /^(?:\(?\d{1,5}[.):°º]{1,2}-?|\(?[a-z]\)|\(?[ivx]{1,5}[.)]|[IVX]{1,5}[.)]|(?:§|¶) ?\d+\.?|(?:PRIMERO|SEGUNDO|TERCERO|CUARTO|QUINTO|SEXTO|S[EÉ]PTIMO|OCTAVO|NOVENO|D[EÉ]CIMO|(?:Primero|Segundo|Tercero|Cuarto|Quinto|Sexto|S[ée]ptimo|Octavo|Noveno|D[ée]cimo|First|Second|Third|Fourth|Fifth|FIRST|SECOND|THIRD|FOURTH|FIFTH))[:.,)-]+)\s+/u;

/** Numbered items that follow a passage which announces elements to be shown. */
function listedElements(document: Document): readonly Span[] {
  const at = document.passages.findIndex((passage) =>
    announcesElements.test(fold(textOf(document, passage))),
  );
  if (at < 0) return [];
  const items: Span[] = [];
  for (const passage of document.passages.slice(at + 1)) {
    const match = number.exec(textOf(document, passage));
    if (match === null) break;
    items.push(
      withoutStop(document.text, { start: passage.start + match[0].length, end: passage.end }),
    );
  }
  return items;
}

function numberedParagraphs(complaint: Document): readonly Span[] {
  return pleaded(complaint).flatMap((passage) => {
    const text = textOf(complaint, passage);
    const match = number.exec(text);
    if (match === null) return [];
    const said = text.slice(match[0].length);
    if (!saysSomething(said) || isFormal(said) || isReference(said)) return [];
    return [{ start: passage.start + match[0].length, end: passage.end }];
  });
}

/** Fewest words of a numbered paragraph that ends in a stop, where its verb is one that nobody listed. */
const fewestWords = 6;

function saysSomething(text: string): boolean {
  return holdsVerb(text) || (words(text).length >= fewestWords && text.endsWith('.'));
}

/** The passages before the prayer («POR TANTO», «WHEREFORE»): what follows asks and alleges nothing. */
function pleaded(complaint: Document): readonly Passage[] {
  const at = complaint.passages.findIndex((passage) => prayer.test(textOf(complaint, passage)));
  return at > 0 ? complaint.passages.slice(0, at) : complaint.passages;
}

const prayer =
  /^(?:POR TANTO|Por tanto|POR LO TANTO|WHEREFORE|Wherefore|RUEGO A|PRAYER|Prayer(?: for relief)?:?$|Relief (?:sought|requested)|Petici[oó]n(?:es)? concretas?|EL DERECHO|II\.? (?:EL )?DERECHO|(?:PRIMER|SEGUNDO|TERCER) OTROS[IÍ]|OTROS[IÍ])(?!\p{L})/u;

function propositions(complaint: Document): readonly Span[] {
  const before = pleaded(complaint);
  const evidential = before.filter((passage) => passage.evidential);
  const passages = evidential.length > 0 ? evidential : before;
  return passages.flatMap((passage) => {
    const text = textOf(complaint, passage);
    return sentences(text).flatMap((sentence) => {
      const lead = heading.exec(text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
      const start = sentence.start + lead;
      const inSentence = text.slice(start, sentence.end);
      if (!holdsVerb(inSentence) || isFormal(inSentence) || isReference(inSentence)) return [];
      return conjuncts(inSentence).map((part) => ({
        start: passage.start + start + part.start,
        end: passage.start + start + part.end,
      }));
    });
  });
}

/** What a charge or a list of facts prints before them; no part of what is alleged. */
const heading =
  /^(?:(?:HECHOS?|Hechos?|LOS HECHOS|FACTS?|Facts?|Particulars(?: of offence)?|PARTICULARS(?: OF OFFENCE)?|Statement of facts)[:.]\s*|In that\s+|That\s+(?=on\b))/u;

/** What is asked of the court, and what only opens, labels or accompanies a paper. */
const formal: readonly RegExp[] = [
  // requests
  /^(?:por (?:lo )?tanto|en merito|pido|pedimos|solicito|solicitamos|ruego|rogamos|sirvase|se (?:pide|solicita)|wherefore|therefore .{0,40}(?:asks?|requests?|prays?)|(?:\S+ ){0,6}(?:claims damages|claims? (?:for )?(?:interest|costs)|requests?|prays?|asks? for|asks? (?:that )?the (?:court|tribunal|judge|panel|arbitrator)|pide|solicita|seeks))\b/u,
  /^(?:i|we) (?:\w+ ){0,2}(?:ask|request|seek|pray|want|would like|enclose|attach|submit|thank|look forward)\b/u,
  /^(?:adjunto|adjuntamos|acompan[oa]|acompanamos|quedo|saluda|agradezco)\b/u,
  // openings and addresses
  /\b(?:vengo|venimos|viene|vienen) en (?:deducir|interponer|formular|presentar|entablar|demandar|denunciar|querellarme)\b/u,
  /\ba (?:us|u\.s|ss|s\.s|usia)\b.{0,40}\b(?:digo|decimos|expongo|dice)\b/u,
  /\b(?:acusa a|formaliza a|(?:accuses?|charges?) (?:\S+ ){1,4}(?:of|with)|(?:is|are|stands) charged (?:as|with)|(?:brings|files|bring|file) (?:this|the) (?:claim|complaint|action|charge))\b/u,
  /^(?:my name is|i am called|me llamo|mi nombre es|soy|presentad[oa]|filed|dated|signed|fechad[oa]|firmad[oa])\b/u,
  // labels of a form and of a caption, with their values
  /^(?:procedimiento|materia|calificacion|participacion|pena|tribunal|rol|ruc|rit|demandantes?|demandad[oa]s?|abogad[oa]|domicilio|rut|occupation|person charged|custody|charged by|charge \d+|count \d+|reply after caution|reply to charge|date|place|name|address|claimant|respondent|plaintiff|defendant|accused|en lo principal|(?:primer |segundo |tercer )?otrosi|lo principal|re|subject|asunto)[^.:]{0,30}?:/u,
  // who the parties are and why this court hears them
  /^(?:the )?(?:\S+ ){1,4}(?:is|are) (?:a |an )?(?:natural persons?|residents?|individuals?|(?:limited |private |domestic |foreign )*(?:company|companies|corporation|partnership))\b/u,
  /\b(?:this|the) (?:court|tribunal) has (?:\S+ ){0,3}jurisdiction\b|\b(?:jurisdiction|venue) (?:is|and venue|lies)\b|\b(?:tribunal|us|usia) es competente\b|\bcompetencia (?:de|del) (?:este|us|tribunal)\b/u,
];

function isFormal(text: string): boolean {
  const folded = fold(text.slice(0, 200));
  return formal.some((expression) => expression.test(folded));
}

const reference =
  /^(?:(?:exhibit|annex|appendix|anexo|documento)\b|see\b|https?:|\S+ v\.? \S+,? \d)|\(\d{4}\)\.?$/u;

function isReference(text: string): boolean {
  return reference.test(fold(text).replace(number, ''));
}

function holdsVerb(text: string): boolean {
  return words(text).some(
    (word) =>
      isVerb(word) ||
      presents.has(word.folded) ||
      irregularForms.en.has(word.folded) ||
      (firstPerson.test(word.raw) && !adverbs.has(word.folded)),
  );
}

/** «compré», «vendí»: what somebody says of himself in the past. */
const firstPerson = /^\p{L}{2,}(?:é|í)$/u;
const adverbs = new Set('aqui ahi alli asi que porque cafe casi'.split(' '));

const presents = new Set(
  'claims says alleges owes holds refuses promised debe adeuda sostiene reclama mantiene ocupa niega vive'.split(
    ' ',
  ),
);

/** What only reports that something is alleged: «the proposition is that», «the complainant says that». */
const matrix =
  /^(?:the proposition is that|(?:\S+ ){0,9}?(?:says?|alleges|claims|submits|asserts|contends|sostiene|alega|afirma|expone|denuncia|acusa) (?:that|que))\s+/u;
const leastWords = 2;

/**
 * The propositions that one sentence joins with «and», «y», «;». Quotations, date ranges and lists of
 * names stay whole: a part is cut off only where it begins a predicate of its own.
 */
function conjuncts(sentence: string): readonly Span[] {
  const from = matrixLength(sentence);
  if (from === 0) return predicates(sentence, false);
  return repeated(sentence, from).flatMap(({ start, end }) =>
    predicates(sentence.slice(start, end), true).map((part) => ({
      start: start + part.start,
      end: start + part.end,
    })),
  );
}

/** «that A, that B, and that C» after one «the proposition is»: each is a proposition of its own. */
function repeated(sentence: string, from: number): readonly Span[] {
  const spans: Span[] = [];
  let start = from;
  for (const { index, 0: link } of sentence.matchAll(
    /[,;] (?:and )?that |; (?:y )?que |, y que /gu,
  )) {
    if (index < start || quotationMarks(sentence.slice(from, index)) % 2 === 1) continue;
    spans.push({ start, end: index });
    start = index + link.length;
  }
  return [...spans, { start, end: sentence.length }];
}

/** `isLed`: a «that» stood before it. */
function predicates(rest: string, isLed: boolean): readonly Span[] {
  const parts: Span[] = [];
  const found = clauses(rest);
  let read = 0;
  let quotations = 0;
  for (const [at, clause] of found.entries()) {
    const gap = rest.slice(read, clause.start);
    const text = rest.slice(clause.start, clause.end);
    const inside = (quotations + quotationMarks(gap)) % 2 === 1;
    quotations += quotationMarks(gap + text);
    read = clause.end;
    // «it must be so because …»: what is asked for is no fact; its reason is
    if (isConclusion(text) && givesReason(rest, found[at + 1])) continue;
    const previous = parts.at(-1);
    const reported = !isLed && previous !== undefined && isReported(rest, previous, text);
    if (previous === undefined || (!inside && !reported && isConjunct(gap, text)))
      parts.push(clause);
    else parts[parts.length - 1] = { start: previous.start, end: clause.end };
  }
  return parts.map(({ start, end }) => {
    const part = rest.slice(start, end);
    const lead = isLed || start > 0 ? part.length - withoutLead(part).length : 0;
    return { start: start + lead, end: end - part.length + part.replace(/[*_\s]+$/u, '').length };
  });
}

const saying =
  /\b(?:said|says|told|tells|promised|claimed|stated|assured|wrote|admitted|knew|knows|dijo|dice|aseguro|prometio|afirmo|escribio|reconocio|sabia|manifesto|senalo)\b/u;

/** A second thing that somebody is said to have said («he told me that … and that …») stays with its speaker. */
function isReported(text: string, before: Span, clause: string): boolean {
  return (
    /^(?:and|y|e|or|o) (?:that|que) /iu.test(clause) &&
    saying.test(fold(text.slice(before.start, before.end)))
  );
}

function matrixLength(sentence: string): number {
  const folded = fold(sentence);
  // a place in the folded text is one in the text only where folding kept the length
  return folded.length === sentence.length ? (matrix.exec(folded)?.[0] ?? '').length : 0;
}

function isConjunct(gap: string, text: string): boolean {
  const isJoined =
    gap.includes(';') || /^(?:(?:and|y|e|but|pero)\b|(?:me|te|se|le|lo|nos|les) )/iu.test(text);
  return isJoined && words(text).filter((word) => !stopwords.has(word.folded)).length >= leastWords;
}

function withoutLead(text: string): string {
  return text.replace(
    /^(?:(?:and|y|e|but|pero|because|since|porque|pues|ya) )?(?:(?:that|que) )?/iu,
    '',
  );
}

function isConclusion(text: string): boolean {
  return /\b(?:should|must|ought|deberia|debe|debera|deben)\b/u.test(fold(text));
}

function givesReason(text: string, clause: Span | undefined): boolean {
  return (
    clause !== undefined &&
    /^(?:because|since|porque|pues|ya) /iu.test(text.slice(clause.start, clause.end))
  );
}

function quotationMarks(text: string): number {
  return text.replace(/[^"“”«»]/gu, '').length;
}

function withoutStop(text: string, { start, end }: Span): Span {
  return { start, end: /[.;]/u.test(text.charAt(end - 1)) ? end - 1 : end };
}

function textOf(document: Document, passage: Passage): string {
  return document.text.slice(passage.start, passage.end);
}
