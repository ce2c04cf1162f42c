import type { Meta } from './citation.ts';
import { matchAt } from './match-at.ts';

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
  'y',
);
const lawDetails = new RegExp(
  `(?<pin>(?:\\([0-9a-zA-Z]{1,4}\\)){0,9}(?: and (?:\\([0-9a-zA-Z]{1,4}\\)){1,9})?(?: et seq\\.)?)(?: ?\\((?=[A-Z\\d])(?<publisher>[A-Z][a-z]{1,20}\\.?(?: Supp\\.)?(?=[ )]))?? ?(?:(?:${months}) )?(?:\\d{1,2}, )?(?<year>\\d{4})?(?:-\\d{2})?\\))?`,
  'y',
);

/** Pin cite, parallel citations, court, date and a remark in brackets after a full citation of a case. */
export function afterCase(text: string, end: number): Following {
  const page = readPin(text, end);
  const match = matchAt(courtAndDate, text, end);
  const date = match && matchAt(dated, String(match.groups['inside']), 0);
  if (date === undefined)
    return {
      end: page.end,
      meta: known({ pin_cite: page.pin, parenthetical: remark(text, page.end) }),
    };
  return {
    end: page.end,
    meta: known({
      pin_cite: page.pin,
      extra: match?.groups['extra'],
      ...date.groups,
      parenthetical: remark(text, Number(match?.end)),
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
  const match = matchAt(lawDetails, text, end);
  const { pin: subsections, publisher, year } = { ...match?.groups };
  return {
    end: end + String(subsections).length,
    meta: known({
      pin_cite: subsections,
      publisher,
      year,
      parenthetical: remark(text, Number(match?.end)),
    }),
  };
}

function readPin(
  text: string,
  at: number,
): { readonly pin: string | undefined; readonly end: number } {
  const match = matchAt(pin, text, at);
  return { pin: match?.words, end: match?.end ?? at };
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
