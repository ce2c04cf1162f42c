import { foldedWords } from '../gate/words.ts';
import type { Seat } from '../gate/proposal.ts';
import type { Prose } from '../record/prose.ts';
import type { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import { givesOrders } from './gives-orders.ts';
import type { Mover } from './move.ts';

/** What is said, part by part, and the quotes that it is said with. */
export type Said = { readonly parts: readonly string[]; readonly quotes: readonly string[] };

/** So many words in a row are no chance. */
const run = 8;

/**
 * CA9: what a mind says in its own words is its own. A run of words that stands in a paper is quoted with its
 * place, and the private notes of a seat are never read out. So no paper speaks through a mind, whatever it
 * tells it to say. What is in issue may be named, where it gives no orders; a person may say anything.
 */
export function ownWords(state: Case, said: Said, { seat }: Mover): readonly Refusal[] {
  const borrowed = borrowedWords(state, said, seat);
  if (borrowed === undefined) return [];

  // There may be thousands of allegations: they are looked at only where something was borrowed.
  const quotes = [...said.quotes, ...inIssue(state)];
  const says = borrowedWords(state, { ...said, quotes }, seat);
  return says === undefined ? [] : [{ rule: 'CA9', at: ['text'], says }];
}

/** Why a run of words is not the speaker's own, for the first that is not. */
function borrowedWords(state: Case, { parts, quotes }: Said, seat: Seat): string | undefined {
  const free = quotes.map(folded).filter((one) => one.trim() !== '');
  const notes = folded(state.notes.get(seat) ?? '');
  const papers = [...state.exhibits.values()];
  for (const words of parts.flatMap((part) => runsIn(part, free))) {
    if (notes.includes(words)) return 'The private notes of a seat stay with it.';
    const paper = papers.find((exhibit) => foldedPaper(exhibit.text).includes(words));
    if (paper !== undefined) {
      return `«${words.trim()}» stands in ${paper.exhibit}: a mind quotes it with its place, or says it in its own words.`;
    }
  }
  return undefined;
}

/** The runs of words between what may be said freely. */
function runsIn(part: string, free: readonly string[]): readonly string[] {
  const own = free.reduce<readonly string[]>(
    (pieces, one) => pieces.flatMap((piece) => piece.split(one)),
    [folded(part)],
  );
  return own
    .flatMap((piece) => {
      const words = foldedWords(piece);
      return words
        .slice(0, Math.max(0, words.length - run + 1))
        .map((_word, at) => ` ${words.slice(at, at + run).join(' ')} `);
    })
    .filter((words) => !free.some((one) => one.includes(words)));
}

const inIssue = ({ issues, allegations }: Case): readonly string[] =>
  [...issues.values(), ...allegations]
    .map(({ text }) => text.prose)
    .filter((text) => !givesOrders(text));

const folded = (text: string) => ` ${foldedWords(text).join(' ')} `;

/** A paper is folded once, however often a mind speaks. */
const papersFolded = new WeakMap<Prose, string>();

function foldedPaper(text: Prose): string {
  const known = papersFolded.get(text);
  if (known !== undefined) return known;
  const made = folded(text.prose);
  papersFolded.set(text, made);
  return made;
}
