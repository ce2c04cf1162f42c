import { antecedentBefore } from './party-names.ts';
import { afterShort, known } from './surroundings.ts';
import type { Citation } from './citation.ts';

const id = /(?<![^\s("“‘[—])(?:[Ii]d\.,?|[Ii]bid\.,?)(?=$|[\s;:)\]—])/g;
const supra = /(?<![A-Za-z0-9])[Ss]upra(?![A-Za-z0-9])/g;
const volumeBefore = /(?<![\w.])(?<volume>\d{1,6})\s$/;

/** `Id.` and `ibid.`: the citation right before. */
export function findIds(text: string): Citation[] {
  return [...text.matchAll(id)].map((match) => {
    const { end, meta } = afterShort(text, match.index + match[0].length);
    return {
      type: 'IdCitation',
      groups: {},
      start: match.index,
      end,
      text: text.slice(match.index, end),
      meta,
    };
  });
}

/** `Supra`: a citation further up, known by the name or the volume before it. */
export function findSupras(text: string): Citation[] {
  return [...text.matchAll(supra)].map((match) => {
    const start = match.index;
    const { end, meta } = afterShort(text, start + match[0].length);
    const volume = volumeBefore.exec(text.slice(Math.max(0, start - 10), start));
    const name = antecedentBefore(text, start - (volume?.[0].length ?? 0), 0);
    return {
      type: 'SupraCitation',
      groups: {},
      start,
      end,
      text: text.slice(start, end),
      meta: { ...meta, ...known({ antecedent_guess: name, ...volume?.groups }) },
    };
  });
}
