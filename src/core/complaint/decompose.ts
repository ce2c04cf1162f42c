import type { Document, Passage } from '../document/document.ts';
import { clauses, isVerb } from '../language/clauses.ts';
import { fold } from '../language/fold.ts';
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
  readonly warnings: readonly string[];
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
    warnings:
      spans.length > kept.length
        ? [
            `${document.name} holds ${spans.length} allegations; the court hears the first ${mostAllegations}.`,
          ]
        : [],
  };
}

const announcesElements =
  /\b(?:must (?:prove|show|establish)|elements (?:of|are|to be)|debe (?:probar|acreditar|demostrar)|elementos (?:de|del|son|que))\b/u;
const number =
  /^(?:\(?\d{1,5}[.):°º]|\(?[a-z]\)|\(?[ivx]{1,5}[.)]|[IVX]{1,5}[.)]|(?:§|¶) ?\d+\.?|(?:PRIMERO|SEGUNDO|TERCERO|CUARTO|QUINTO|SEXTO|S[EÉ]PTIMO|OCTAVO|NOVENO|D[EÉ]CIMO|(?:Primero|Segundo|Tercero|Cuarto|Quinto|Sexto|S[ée]ptimo|Octavo|Noveno|D[ée]cimo|First|Second|Third|Fourth|Fifth|FIRST|SECOND|THIRD|FOURTH|FIFTH))[:.,)-]+)\s+/u;

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
  return complaint.passages.flatMap((passage) => {
    const text = textOf(complaint, passage);
    const match = number.exec(text);
    if (
      match === null ||
      !holdsVerb(text) ||
      isRequest(text.slice(match[0].length)) ||
      isReference(text)
    )
      return [];
    return [{ start: passage.start + match[0].length, end: passage.end }];
  });
}

function propositions(complaint: Document): readonly Span[] {
  const evidential = complaint.passages.filter((passage) => passage.evidential);
  const passages = evidential.length > 0 ? evidential : complaint.passages;
  return passages.flatMap((passage) => {
    const text = textOf(complaint, passage);
    return sentences(text).flatMap((sentence) => {
      const inSentence = text.slice(sentence.start, sentence.end);
      if (!holdsVerb(inSentence) || isRequest(inSentence) || isReference(inSentence)) return [];
      return conjuncts(inSentence).map(({ start, end }) => ({
        start: passage.start + sentence.start + start,
        end: passage.start + sentence.start + end,
      }));
    });
  });
}

const request =
  /^(?:por tanto|en merito|pido|solicito|ruego|sirvase|wherefore|therefore .{0,40}(?:asks?|requests?|prays?)|(?:\S+ ){0,6}(?:claims damages|requests?|prays?|asks for|asks the court|pide|solicita|seeks))\b/u;

function isRequest(text: string): boolean {
  return request.test(fold(text.slice(0, 160)));
}

const reference =
  /^(?:(?:exhibit|annex|appendix|anexo|documento)\b|see\b|https?:|\S+ v\.? \S+,? \d)|\(\d{4}\)\.?$/u;

function isReference(text: string): boolean {
  return reference.test(fold(text).replace(number, ''));
}

function holdsVerb(text: string): boolean {
  return words(text).some((word) => isVerb(word) || presents.has(word.folded));
}

const presents = new Set(
  'claims says alleges owes holds refuses promised debe adeuda sostiene reclama mantiene ocupa niega vive'.split(
    ' ',
  ),
);

/** What only reports that something is alleged: «the proposition is that», «the complainant says that». */
const matrix =
  /^(?:the proposition is that|(?:\S+ ){0,9}?(?:says|alleges|claims|submits|asserts|contends|sostiene|alega|afirma|expone|denuncia|acusa) (?:that|que))\s+/u;
const leastWords = 2;

/**
 * The propositions that one sentence joins with «and», «y», «;». Quotations, date ranges and lists of
 * names stay whole: a part is cut off only where it begins a predicate of its own.
 */
function conjuncts(sentence: string): readonly Span[] {
  const from = matrixLength(sentence);
  const rest = sentence.slice(from);
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
    if (previous === undefined || (!inside && isConjunct(gap, text))) parts.push(clause);
    else parts[parts.length - 1] = { start: previous.start, end: clause.end };
  }
  return parts.map(({ start, end }) => ({
    start:
      from + start + (rest.slice(start, end).length - withoutLead(rest.slice(start, end)).length),
    end: from + end,
  }));
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
