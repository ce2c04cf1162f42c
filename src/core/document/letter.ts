import { clock, moment } from './clock.ts';
import type { DateOrder } from './dates.ts';
import type { Line } from './layout.ts';
import { lineHead } from './line-role.ts';
import type { Turn } from './turn.ts';

/** Lines that the head of a letter or an e-mail may take. */
export const longestLetterHead = 8;

const from = /^(?:> ?)*(?:from|de): (.+)$/i;
const to = /^(?:> ?)*(?:to|para|a): /i;
const sent = /^(?:> ?)*(?:date|sent|fecha|enviado(?: el)?): (.+)$/i;
const reply =
  /^(?:> ?)*(?:on|el) (.{6,120}?(?:\d:\d\d(?: ?[ap]\.? ?m\.?)?|\d{4})),? ([^,\d<]{2,60}(?:<[^>]*> ?)?)(?:wrote|escribi[óo]):$/iu;
const time = new RegExp(clock, 'i');

/** The letter that begins with a line, told by its `From:` and by what follows: `To:`, `Date:`. */
export function letterTurn(
  head: string,
  following: readonly Line[],
  order: DateOrder,
): Turn | null {
  const answered = reply.exec(head);
  if (answered !== null) {
    const [, when = '', who = ''] = answered;
    return { speaker: nameOf(who), saidAt: momentIn(when, order), kind: 'letter' };
  }
  const sender = from.exec(head)?.[1];
  if (sender === undefined) return null;
  const rest = following.map(({ text }) => text.slice(0, lineHead));
  if (!rest.some((line) => to.test(line))) return null;
  const date = rest.map((line) => sent.exec(line)?.[1]).find((found) => found !== undefined);
  return {
    speaker: nameOf(sender),
    saidAt: date === undefined ? null : momentIn(date, order),
    kind: 'letter',
  };
}

function momentIn(words: string, order: DateOrder): string | null {
  return moment(words, time.exec(words)?.[0] ?? null, order);
}

/** `Ana Soto <ana@example.org>` is Ana Soto; an address alone stays an address. */
function nameOf(sender: string): string {
  const name = sender
    .replace(/ ?[<[(][^>\])]*[>\])]/, '')
    .replace(/^"|"$/g, '')
    .trim();
  return name === '' ? sender.replace(/[<>]/g, '') : name;
}
