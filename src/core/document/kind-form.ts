import type { DocumentKind, Passage } from './document.ts';

/** What the arrangement of a document says of its kind, whatever its words are. */
export type Form = {
  readonly points: ReadonlyMap<DocumentKind, number>;
  /** It is addressed to a court, so that its being a letter tells less. */
  readonly toCourt: boolean;
};

const weights = {
  head: 4,
  greeting: 2.5,
  bareName: 1,
  closing: 1.5,
  dated: 1,
  turns: 4,
  entries: 3,
  toCourt: 1,
};
/** Lines within which a letter greets, and within which it closes, counted from either end. */
const greetingLines = 14;
const closingLines = 8;

/** The form of a document, by its folded lines (one for each passage at its beginning). */
export function formOf(lines: readonly string[], passages: readonly Passage[]): Form {
  const top = lines.slice(0, greetingLines);
  const toCourt = top.some((line) => court.test(line));
  const letter = letterPoints(lines, top);
  const points = new Map<DocumentKind, number>([
    ['correspondence', toCourt ? Math.min(letter, weights.toCourt) : letter],
  ]);
  const thread = turnsKind(lines, passages);
  if (thread !== null) points.set(thread, weights.turns);
  if (isLog(lines, passages)) points.set('machine-record', weights.entries);
  return { points, toCourt };
}

/** The head of a letter or an e-mail, as the passages give it. */
const letterHead = /^(?:from|de): .{1,300} (?:to|para|a): /;
const greeting =
  /^(?:dear|estimad[oa]s?)\b[^:.]{0,50}$|^(?:to whom it may concern|a quien corresponda)[,:.]?$|^(?:dear|hi|hello|hola|querid[oa]|estimad[oa]s?|distinguid[oa]s?|muy senor(?:a|es)?|senor(?:a|es|ita)?|sra?|mr|mrs|ms|miss|dr|buen[oa]s (?:dias|tardes))\b[^:]{0,60}[,:]$|^de (?:mi|nuestra) (?:mayor )?consideracion ?[:,]?$/;
const bareName = /^[a-z'-]{2,20}(?: [a-z'-]{2,20})?,$/;
const closing =
  /^(?:yours\b.{0,30}|(?:very |most )?sincerely|(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|respectfully(?: yours)?|faithfully|atte|(?:muy )?atentamente.{0,60}|(?:le |les |lo |la |se despide )?saluda.{0,60}|(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?.{0,40}|cordialmente.{0,40}|sin otro particular.{0,80}|quedo (?:a|at).{0,60})[,.]?$/;
const day =
  /^(?:[a-z .]{2,30}, )?(?:(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom),? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:de )?[a-z]{3,10}\.?(?:,? (?:de |del )?\d{4})?|[a-z]{3,10} \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)\.?$/;
const court =
  /^(?:to )?(?:the )?(?:(?:registrar|clerk|judge|magistrates?)\b|(?:[a-z]+ ){0,4}(?:court|tribunal)\b.{0,40}$|honou?rable )|^(?:al |a |ante )?(?:el |la |su )?(?:senor(?:a)? juez|tribunal\b|juzgado\b|senoria|usia)|^s\. ?j\. ?[lg]?|^to the (?:court|judge|tribunal)\b/;

function letterPoints(lines: readonly string[], top: readonly string[]): number {
  if (
    letterHead.test(lines.slice(0, 4).join(' ')) ||
    lines.slice(1, 2).some((line) => letterHead.test(line))
  )
    return weights.head;
  const isGreeted = top.some((line) => greeting.test(line));
  const isNamed = !isGreeted && top.some((line) => bareName.test(line));
  const isClosed = lines.slice(-closingLines).some((line) => closing.test(line));
  const opens = isGreeted ? weights.greeting : isNamed ? weights.bareName : 0;
  const isDated = opens > 0 && top.some((line) => day.test(line));
  return opens + (isClosed ? weights.closing : 0) + (isDated ? weights.dated : 0);
}

const fewest = 3;
const timed = /^\W{0,3}(?:[\d/.-]{4,10}[, ]{1,2}|\d{1,2} [a-z]{3,10} )?\d{1,2}:\d\d/;

/** Turns of speech make a thread where they carry a time or stand under days, else a transcript. */
function turnsKind(lines: readonly string[], passages: readonly Passage[]): DocumentKind | null {
  const turns = passages.filter(({ speaker }) => speaker !== null);
  if (turns.length < fewest || turns.length < passages.length * 0.4) return null;
  const stamped = turns.filter(({ saidAt }) => saidAt !== null).length;
  const clocked = lines.filter((line) => timed.test(line)).length;
  const days = lines.filter((line) => day.test(line)).length;
  const isAsked = turns.some(({ speaker }) => /^[qapr]$/i.test(String(speaker)));
  const isThread = Math.max(stamped, clocked) >= turns.length / 2 || (days > 0 && !isAsked);
  return isThread ? 'message-thread' : 'transcript';
}

const entry =
  /^\W{0,2}(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?:[t ,;]{1,2}\d{1,2}:\d\d|[,;])|^\W{0,2}\d\d:\d\d:\d\d\b/;

/** Line after line that begins with the moment and that nobody speaks. */
function isLog(lines: readonly string[], passages: readonly Passage[]): boolean {
  const entries = lines.filter(
    (line, index) => entry.test(line) && passages[index]?.speaker === null,
  ).length;
  return entries >= fewest && entries >= lines.length * 0.4;
}
