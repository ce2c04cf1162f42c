import type { Meta } from './citation.ts';

/** What follows a citation and belongs to it; `end` is where the pin cite ends, if there is one. */
export type Following = { readonly meta: Meta; readonly end: number };

const label =
  '(?:(?:(?:& )?(?:notes?|nn?\\.?|fnn?\\.?)|¶{1,2}|§{1,2}|\\*{1,4}|pg\\.?|pp?\\.?)\\s?)?';
const token = `${label}(?:\\d{1,9}:\\d{1,9}(?:-\\d{1,9}(?::\\d{1,9})?)?|\\*?\\d{1,9}(?:[-–]\\d{1,9})?)`;
/** A comma, «at», then pages, paragraphs or notes; what follows must not be a citation of its own. */
export const pinCite = `,?\\s?(?:at\\s)?${token}(?:,\\s?${token}){0,20}(?=[,.;)\\]\\\\|]|\\s?[(\\[]|$)`;

const months =
  'Jan(?:\\.|uary)|Feb(?:\\.|ruary)|Mar(?:\\.|ch)|Apr(?:\\.|il)|May|June|July|Aug(?:\\.|ust)|Sept?(?:\\.|ember)|Oct(?:\\.|ober)|Nov(?:\\.|ember)|Dec(?:\\.|ember)';

const pin = new RegExp(`(?<pin>${pinCite})`, 'y');
const courtAndDate = new RegExp(
  `(?:${pinCite})?,?\\s?(?<extra>[^(;\\n]{0,200}?)[([](?<inside>[^()[\\]]{1,100})[)\\]]`,
  'y',
);
const dated = new RegExp(
  `^(?:(?<court>\\S.{0,80}?)\\s)??(?:(?<month>${months})\\s)?(?:(?<day>\\d{1,2}),?\\s)?(?<year>\\d{4})(?:-\\d{2,4})?$`,
);
const lawDetails =
  /(?<pin>(?:\([0-9a-zA-Z]{1,4}\)){0,9}(?: and (?:\([0-9a-zA-Z]{1,4}\)){1,9})?(?: et seq\.)?)(?: ?\((?<publisher>[A-Z][a-z]{1,20}\.?(?: Supp\.)?)? ?[^()]{0,20}?(?<year>\d{4})?(?:-\d{2})?\))?/y;

/** Pin cite, parallel citations, court, date and a remark in brackets after a full citation of a case. */
export function afterCase(text: string, end: number): Following {
  const page = readPin(text, end);
  const match = execAt(courtAndDate, text, end);
  const date = dated.exec(match?.groups?.['inside'] ?? '');
  if (match === null || date === null)
    return {
      end: page.end,
      meta: known({ pin_cite: page.pin, parenthetical: remark(text, page.end) }),
    };
  const close = end + match[0].length;
  return {
    end: page.end,
    meta: known({
      pin_cite: page.pin,
      extra: match.groups?.['extra'],
      ...date.groups,
      parenthetical: remark(text, close),
    }),
  };
}

/** Pin cite and a remark after a short citation, `id.` or `supra`. */
export function afterShort(text: string, end: number): Following {
  const page = readPin(text, end);
  return {
    end: page.end,
    meta: known({ pin_cite: page.pin, parenthetical: remark(text, page.end) }),
  };
}

/** Subsections, publisher and year after a law. */
export function afterLaw(text: string, end: number): Following {
  const match = execAt(lawDetails, text, end);
  const { pin: subsection, publisher, year } = match?.groups ?? {};
  const close = end + (match?.[0].length ?? 0);
  return {
    end: end + (subsection?.length ?? 0),
    meta: known({ pin_cite: subsection, publisher, year, parenthetical: remark(text, close) }),
  };
}

function readPin(
  text: string,
  at: number,
): { readonly pin: string | undefined; readonly end: number } {
  const match = execAt(pin, text, at);
  return { pin: match?.[0], end: at + (match?.[0].length ?? 0) };
}

/** The words in the brackets that open right after `at`; `undefined` for a bare year or no end. */
function remark(text: string, at: number): string | undefined {
  const open = text[at] === ' ' ? at + 1 : at;
  if (text[open] !== '(') return undefined;
  let depth = 0;
  for (let index = open; index < Math.min(text.length, open + 600); index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) {
      const words = text.slice(open + 1, index);
      return /^\d{4}/.test(words) ? undefined : words;
    }
  }
  return undefined;
}

/** Only what is there, without the commas and blanks around it. */
export function known(meta: { readonly [name: string]: string | undefined }): Meta {
  const kept: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(meta)) {
    const trimmed = value?.replaceAll(/^[,\s]+|[,\s]+$/g, '').replaceAll(/\s+/g, ' ');
    if (trimmed !== undefined && trimmed !== '') kept[name] = trimmed;
  }
  return kept;
}

function execAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
