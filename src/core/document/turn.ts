import { fold } from '../language/fold.ts';
import { clock, moment } from './clock.ts';
import type { DateOrder } from './dates.ts';
import { isFieldLabel } from './field-labels.ts';
import type { Line } from './layout.ts';
import { longestLetterHead, letterTurn } from './letter.ts';
import { lineHead } from './line-role.ts';

/** The beginning of a turn of speech: who speaks and when, as far as the line says so. */
export type Turn = {
  readonly speaker: string;
  /** ISO 8601 date or date-time as written, without a zone. */
  readonly saidAt: string | null;
  /** A letter goes on until the next one begins, a spoken turn only among other turns. */
  readonly kind: 'spoken' | 'letter';
};

const stamp = `(\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})(?:, | |T)${clock}`;
const name = '([\\p{L}@~+][^:<>\\[\\]]{0,48}?)';
const lead = '^(?:[-*•] )?';
const stampThenName = new RegExp(`${lead}[\\[(]?${stamp}[\\])]?(?: ?[-,:])? ${name}:(?= |$)`, 'iu');
const nameThenStamp = new RegExp(`${lead}${name},? [\\[(]?${stamp}[\\])]?:?$`, 'iu');
const clockThenName = new RegExp(`${lead}[\\[(]?${clock}[\\])]?(?: ?[-,])? ${name}:(?= |$)`, 'iu');

const monthDay = '\\d{1,2} (?:de )?[a-zñ]{3,10}\\.?(?: (?:de )?\\d{4})?,? ';
const looseStamp = new RegExp(`${lead}[\\[(]?(?:${monthDay})?${clock}[\\])]?(?: ?[-,])? `, 'iu');
const looseName = /^(\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3})(?:: ?| - )(?=\S)/u;

/** A turn that its time stamp marks, as in exported chats and message threads. */
function stampedTurn(head: string, order: DateOrder): Turn | null {
  const first = stampThenName.exec(head);
  if (first !== null) {
    const [, date = '', time = '', speaker = ''] = first;
    return { speaker, saidAt: moment(date, time, order), kind: 'spoken' };
  }
  const last = nameThenStamp.exec(head);
  if (last !== null) {
    const [, speaker = '', date = '', time = ''] = last;
    return { speaker, saidAt: moment(date, time, order), kind: 'spoken' };
  }
  const speaker = clockThenName.exec(head)?.[2];
  return speaker === undefined ? null : { speaker, saidAt: null, kind: 'spoken' };
}

const role = new RegExp(
  '^(?:(?:the )?(?:court|witness|judge|clerk|bailiff|reporter|interpreter|president|chair|moderator|prosecutor|prosecution|defense|defence|plaintiff|defendant|claimant|respondent|interviewer|officer|detective|operator|dispatcher|caller)' +
    '|(?:el |la )?(?:tribunal|juez|jueza|magistrado|magistrada|fiscal|defensor|defensora|defensa|querellante|demandante|demandado|demandada|imputado|imputada|acusado|acusada|testigo|perito|perita|secretario|secretaria|presidente|presidenta|funcionario|funcionaria|ministro|ministra|entrevistador|entrevistadora))' +
    "(?: \\p{Lu}[\\p{L}'-]+){0,3}$",
  'iu',
);
const titled =
  /^(?:the|el|la|mr|mrs|ms|dr|prof|sr|sra|srta|hon|don|doña)\b\.? [\p{L}'-]+(?: (?:\p{L}\.|[\p{L}'-]+)){0,4}$/iu;
const properName = /^\p{Lu}(?:[\p{L}'-]*|\.)(?: (?:de|del|la|van|von|\p{Lu}[\p{L}'.-]*)){0,4}$/u;
const questionLetters = /^[QAPR]$/;

/** A letter marks a turn only where the question mark (Q., or P. with R.) comes back. */
const pairs: Readonly<Record<string, string>> = { Q: 'q', A: 'q', P: 'r', R: 'p' };

type Label = { readonly text: string; readonly key: string; readonly sure: boolean };

/** The words before the colon or full stop with which a line begins, if a speaker can be called so. */
function labelOf(head: string): Label | null {
  const after = looseStamp.exec(head)?.[0].length;
  const sender = after === undefined ? undefined : looseName.exec(head.slice(after))?.[1];
  if (sender !== undefined && /\p{Ll}/u.test(sender)) {
    return { text: sender, key: `${fold(sender)}@`, sure: false };
  }
  const colon = /^(\p{L}[^:!?;"]{0,48}):(?= |$)/u.exec(head)?.[1];
  if (colon !== undefined) {
    const sure = questionLetters.test(colon) || role.test(colon) || titled.test(colon);
    const can =
      sure || (head.length > colon.length + 2 && properName.test(colon) && !isFieldLabel(colon));
    if (can) return { text: colon, key: `${fold(colon)}:`, sure };
  }
  const stop =
    /^([QAPR]|(?:(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Srta|Hon)\. )?\p{Lu}[\p{L}' -]{2,40})\.(?:--? ?| )(?=\S)/u.exec(
      head,
    )?.[1];
  if (stop === undefined) return null;
  const sure = questionLetters.test(stop) || role.test(stop) || titled.test(stop);
  return sure ? { text: stop, key: `${fold(stop)}.`, sure } : null;
}

/**
 * The lines with which somebody begins to speak. Labels are learned from the whole document: a
 * dialogue has labels that come back, and more than one of them; a word that the text also writes
 * small is no name.
 */
export function turnsOf(lines: readonly Line[], order: DateOrder): ReadonlyMap<Line, Turn> {
  const heads = lines.map((line) => unnumbered(line.text));
  const speakers = speakersOf(lines, heads.map(labelOf));
  const turns = new Map<Line, Turn>();
  for (const [index, line] of lines.entries()) {
    const head = unnumbered(line.text);
    const label = labelOf(head);
    const turn =
      letterTurn(line.text, lines.slice(index + 1, index + longestLetterHead), order) ??
      stampedTurn(head, order);
    if (turn !== null) turns.set(line, turn);
    else if (label !== null && speakers.has(label.key)) {
      turns.set(line, { speaker: label.text, saidAt: null, kind: 'spoken' });
    }
  }
  return turns;
}

function speakersOf(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
): ReadonlySet<string> {
  const counts = new Map<string, { label: Label; count: number }>();
  for (const label of labels) {
    if (label === null) continue;
    counts.set(label.key, { label, count: (counts.get(label.key)?.count ?? 0) + 1 });
  }
  const small = smallWords(lines);
  const often = new Set([...counts].filter(([, { count }]) => count > 1).map(([key]) => key));
  const candidates = [...counts.values()].filter(({ label }) =>
    questionLetters.test(label.text)
      ? often.has(`${pairs[label.text]}${label.key.slice(1)}`)
      : label.sure || !small.has(fold(label.text.split(' ', 1).join(''))),
  );
  const total = candidates.reduce((sum, { count }) => sum + count, 0);
  const isDialogue = total >= 3 && candidates.length >= 2 && total > candidates.length;
  return new Set(isDialogue ? candidates.map(({ label }) => label.key) : []);
}

/** Without the line number that court reporters print in the margin. */
function unnumbered(text: string): string {
  return text
    .slice(0, lineHead)
    .replace(/^\d{1,2} (?=[QAPR][.:]? |(?:THE|MR|MS|MRS|EL|LA) ?\.? ?\p{Lu})/u, '');
}

function smallWords(lines: readonly Line[]): ReadonlySet<string> {
  const small = new Set<string>();
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/(?<![\p{L}'])\p{Ll}{2,24}(?!\p{L})/gu))
      small.add(fold(word));
  }
  return small;
}
