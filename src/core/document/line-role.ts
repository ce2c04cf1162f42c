import type { Line } from './layout.ts';

/** Patterns look at no more of a line than this. */
export const lineHead = 240;

const bullet =
  /^(?:[-*•·▪○●‣] |\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})\) ?|[a-z]\) |\d{1,3}(?:\.\d{1,3}){0,4}(?:[.)]|\.?-|°|º) ?(?!\d)|\d{1,3}(?:\.\d{1,3}){1,4} (?=\p{Lu}))/iu;
const clause =
  /^(?:(?:article|section|clause|exhibit|art[íi]culo|art\.|secci[óo]n|cl[áa]usula|anexo) (?:[IVXLC]+|\d+)\b|(?:whereas|therefore|considerando|por tanto|primero|segundo|tercero|cuarto|quinto|sexto|s[ée]ptimo|octavo|noveno|d[ée]cimo) ?[:.,-])/iu;

/** A numbered clause in running text, where the lines are lost. */
export function beginsClause(text: string): boolean {
  return /^(?:\d{1,3}\.(?:\d{1,3}\.?)*|\([a-z]{1,3}\)) /.test(text);
}

/** A list item, a numbered clause or a numbered allegation. */
export function isItem(line: Line): boolean {
  const head = line.text.slice(0, lineHead);
  return bullet.test(head) || clause.test(head) || entry.test(head);
}

const entry =
  /^[[(]?(?:(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?:(?:[T ,;]|, )\d{1,2}:\d\d|[,;]\S)|\d\d:\d\d:\d\d\b)/;

/** A line of a log, which begins with the moment. */
export function isEntry(line: Line): boolean {
  return entry.test(line.text.slice(0, lineHead));
}

/** `Label: value` of a form, an invoice, a header of a letter. */
export function isField(line: Line): boolean {
  return /^\p{Lu}[\p{L}\d .'/#°º()&-]{0,40}: \S/u.test(line.text.slice(0, lineHead));
}

const rules: readonly RegExp[] = [
  // page numbers and drawn lines
  /^[\s|.-]*(?:(?:page|p[áa]gina|p[áa]g\.?|folio|fs\.|foja) ?)?\d{1,4}(?: ?(?:of|de|\/) ?\d{1,4})?[\s|.-]*$/i,
  /^[\s_=*~#.+|-]+$/,
  // nothing but addresses of the network
  /^(?:<?(?:https?:\/\/|www\.)\S+>?[ ,;]*)+$/i,
  // signatures
  /^(?:\/s\/|by: ?_*$|(?:signed|signature|firma|firmado|fdo\.) ?(?:[:_]|$))/i,
  /^(?:\p{L}{1,20}(?: \p{L}{1,20})?:? ?)?_{5,}[ _.]*$/u,
];

/** Page numbers, drawn lines, addresses, signatures: what stands on a line of its own and says nothing. */
export function isFurniture(line: Line): boolean {
  const head = line.text.slice(0, lineHead);
  return rules.some((rule) => rule.test(head));
}

/** They end where the oath ends: what somebody says under it, in the same paragraph, is evidence. */
const formulas: readonly RegExp[] = [
  // signatures and oaths
  /^in witness whereof\b/i,
  /^en (?:fe|testimonio) de lo cual\b/i,
  /\bunder (?:the )?(?:pains and )?penalt(?:y|ies) of perjury\b.{0,90}\b(?:foregoing|above|this|it)\b.{0,40}\btrue\b.{0,30}$/i,
  /^(?:subscribed and )?sworn (?:to )?(?:and subscribed )?before me\b/i,
  /\bduly sworn(?:,? (?:hereby|deposes?|states?|says?|testifie[sd]|declares?|and|as follows))*[ :.,]*$/i,
  /\b(?:juro|jura|prometo|promete) decir (?:la )?verdad\b.{0,40}$/i,
  /\bbajo (?:la )?(?:fe del? )?juramento(?: lo siguiente)?[ :.,]*$/i,
  // captions
  /^(?:In|IN|Before|BEFORE) (?:the|THE) .{0,60}\b(?:Court|COURT|Tribunal|TRIBUNAL)\b[^.]{0,80}$/,
  /^(?:case|cause|docket|civil action) (?:no|number|#)\.? ?[\w:/.-]{1,30}$/i,
  /^(?:v|vs|versus|contra)\.?$/i,
  /^(?:plaintiff|defendant|claimant|respondent|petitioner|demandante|demandad[oa]|querellante|querellad[oa]|imputad[oa])s?[.,]?(?:$| (?:v|vs)\.)/i,
  /^(?:rit|ruc|rol|causa rol|car[áa]tula|caratulado)\b ?(?:n[°ºo.]*)? ?[:\d"]/i,
  /^s\. ?j\. ?l\./i,
];
const longestFormula = 400;

/** Oaths, closing formulas and captions, told by the words of the whole paragraph. */
export function isFormula(paragraph: string): boolean {
  return paragraph.length <= longestFormula && formulas.some((formula) => formula.test(paragraph));
}

/**
 * Lines that come back page after page at its top or foot, but for their numbers: running headers and
 * footers.
 */
export function runningLines(lines: readonly Line[]): ReadonlySet<Line> {
  const edges = lines.filter(
    (line, index) => line.page !== lines[index - 2]?.page || line.page !== lines[index + 2]?.page,
  );
  const pagesOf = new Map<string, Set<number>>();
  for (const line of edges) {
    const key = keyOf(line);
    pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(line.page));
  }
  const running = new Set(
    [...pagesOf].filter(([, pages]) => pages.size >= fewestPages).map(([key]) => key),
  );
  return new Set(edges.filter((line) => running.has(keyOf(line))));
}

const fewestPages = 3;

function keyOf(line: Line): string {
  return line.text.slice(0, lineHead).replace(/\d+/g, '#');
}
