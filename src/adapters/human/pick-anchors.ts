import type { Passage } from '../../core/document/document.ts';
import { sourceOf } from '../../core/case/courtroom-of.ts';
import type { Case } from '../../core/case/case.ts';
import type { Source } from '../../core/gate/courtroom.ts';
import { placeInPassage } from '../../core/gate/place-in-passage.ts';
import type { Anchor } from '../../core/gate/proposal.ts';
import { foldedWords } from '../../core/gate/words.ts';
import { done, type Desk } from './desk.ts';
import type { Choice } from './terminal.ts';

/** Lets a person pick passages of these sources, from `least` up to `most`. */
export async function pickAnchors(
  desk: Desk,
  state: Case,
  sources: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): Promise<readonly Anchor[] | undefined> {
  const open = sources.flatMap((id) => sourceOf(state, id) ?? []);
  const listed = open.map(({ id, label }) => ({ value: id, label }));
  const anchors: Anchor[] = [];
  while (anchors.length < most) {
    const enough: readonly Choice[] =
      anchors.length < least ? [] : [{ value: done, label: desk.words.done }];
    const chosen = await desk.choose(desk.words.source(anchors.length), [...enough, ...listed]);
    if (chosen === undefined) return undefined;
    if (chosen === done) break;
    const source = open.find(({ id }) => id === chosen);
    const anchor = source === undefined ? undefined : await pickAnchor(desk, source);
    if (desk.isEmpty()) return undefined;
    if (anchor !== undefined) anchors.push(anchor);
  }
  return anchors;
}

async function pickAnchor(desk: Desk, source: Source): Promise<Anchor | undefined> {
  const passage = await pickPassage(desk, source);
  if (passage === undefined) return undefined;
  desk.say(shown(source, passage));
  for (;;) {
    const quote = await desk.write(desk.words.quote);
    if (quote === undefined) return undefined;
    const { start, end } = passage;
    if (quote.trim() === '') {
      return { source: source.id, start, end, quote: source.text.slice(start, end) };
    }
    const place = placeInPassage(source, passage, quote);
    if (place !== undefined) return { source: source.id, quote, ...place };
    desk.say(desk.words.notThere);
  }
}

/** By number, or from the list of those that hold the words searched for. */
async function pickPassage(desk: Desk, source: Source): Promise<Passage | undefined> {
  for (;;) {
    const asked = await desk.write(`${source.label}. ${desk.words.passage}`);
    if (asked === undefined) return undefined;
    const numbered = source.passages.find(({ n }) => String(n) === asked.trim());
    if (numbered !== undefined) return numbered;
    const wanted = foldedWords(asked);
    const found = source.passages.filter((passage) => {
      const words = foldedWords(source.text.slice(passage.start, passage.end));
      return wanted.every((word) => words.some((one) => one.startsWith(word)));
    });
    if (found.length === 0) {
      desk.say(desk.words.noPassage);
      continue;
    }
    const chosen = await desk.choose(
      source.label,
      found.map((passage) => ({ value: String(passage.n), label: shown(source, passage, 100) })),
    );
    return found.find(({ n }) => String(n) === chosen);
  }
}

function shown({ text }: Source, { n, start, end, speaker }: Passage, most = 4_000): string {
  const words = text.slice(start, end);
  const short = words.length > most ? `${words.slice(0, most).toWellFormed()} ...` : words;
  return `¶${n} ${speaker === null ? '' : `${speaker}: `}${short}`;
}
