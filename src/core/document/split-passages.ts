import { sentences } from '../language/sentences.ts';
import { blocksOf, type Block } from './blocks.ts';
import { dateOrder, findDates, type DateOrder } from './dates.ts';
import type { Language, Passage } from './document.ts';
import { headsReferences, leadInLevel } from './heading.ts';
import type { Layout } from './layout.ts';
import { beginsClause, isFormula } from './line-role.ts';
import type { Turn } from './turn.ts';

/** Passages are cut at a sentence when they grow longer than this, in UTF-16 code units. */
export const longestPassage = 600;

/**
 * The passages of a document, in order: every word lies in exactly one. Hard-wrapped lines are joined,
 * a turn of speech is one passage, headings are context for what follows them. Linear time.
 */
export function splitPassages(layout: Layout, language: Language | 'unknown'): Passage[] {
  const order = dateOrder(layout.text, language);
  const blocks = blocksOf(layout.lines, order);
  const lastTurn = blocks.findLastIndex((block) => block.role === 'turn');
  const passages: Passage[] = [];
  let above: readonly Title[] = [];
  let floor: Floor | null = null;
  for (const [index, block] of blocks.entries()) {
    const { start } = block.first;
    const { end } = block.last;
    const words = layout.text.slice(start, end);
    if (block.role === 'heading') {
      above = above.filter(({ level }) => level < block.level);
      if (floor?.turn.kind === 'spoken') floor = null;
    } else if (endsList(blocks[index - 1], block)) {
      above = above.filter(({ level }) => level < leadInLevel);
    }
    if (block.turn !== null) floor = { turn: block.turn, indent: block.first.indent };
    else if (index > lastTurn && floor !== null && isOver(floor, block)) floor = null;
    const headings = above.map(({ title }) => title);
    const evidential = isEvidential(block, words) && !headings.some(headsReferences);
    const speaks = evidential && !/^[[(].*[\])]$/.test(words) ? floor?.turn : undefined;
    for (const piece of pieces(layout.text, start, end)) {
      passages.push({
        n: passages.length + 1,
        ...piece,
        page: block.first.page,
        headings,
        speaker: speaks?.speaker ?? null,
        saidAt: speaks === undefined ? entryDate(block, words, order) : speaks.saidAt,
        evidential,
      });
    }
    if (block.role === 'heading') above = [...above, { level: block.level, title: words }];
  }
  return passages;
}

/** The date with which an entry of a log begins. */
function entryDate(block: Block, words: string, order: DateOrder): string | null {
  if (block.role !== 'item') return null;
  const [date] = findDates(words.slice(0, 40), order);
  return date !== undefined && date.start <= '- ['.length ? date.iso : null;
}

type Floor = { readonly turn: Turn; readonly indent: number };

/** After the last turn, what is no longer indented under it is nobody's speech. */
function isOver({ turn, indent }: Floor, block: Block): boolean {
  return turn.kind === 'spoken' && block.first.indent <= indent;
}

/** A paragraph set apart after a list no longer stands under the line that led the list in. */
function endsList(before: Block | undefined, block: Block): boolean {
  return before?.role === 'item' && block.role !== 'item' && block.first.apart;
}

type Title = { readonly level: number; readonly title: string };

function isEvidential(block: Block, words: string): boolean {
  if (isFormula(words)) return false;
  if (block.role === 'heading') return block.level === leadInLevel && !isLabel(words);
  return block.role !== 'furniture';
}

/** «Scope:» is a label; «Hyphenated compounds count:» leads in a list and says something itself. */
function isLabel(leadIn: string): boolean {
  return leadIn.split(' ').length <= 3;
}

type Place = { readonly start: number; readonly end: number };

/** Whole if short enough, else as many sentences to a piece as fit, and long sentences cut at a mark. */
function pieces(text: string, start: number, end: number): Place[] {
  if (end - start <= longestPassage) return [{ start, end }];
  const places: Place[] = [];
  for (const sentence of sentences(text.slice(start, end)).flatMap((place) =>
    cut(text, start, place),
  )) {
    const last = places.at(-1);
    const fits = last !== undefined && sentence.end - last.start <= longestPassage;
    if (!fits || beginsClause(text.slice(sentence.start, sentence.start + 12)))
      places.push(sentence);
    else places[places.length - 1] = { start: last.start, end: sentence.end };
  }
  return places;
}

function cut(text: string, offset: number, sentence: Place): Place[] {
  const places: Place[] = [];
  const end = offset + sentence.end;
  let from = offset + sentence.start;
  while (end - from > longestPassage) {
    const window = text.slice(from, from + longestPassage);
    const mark = Math.max(window.lastIndexOf('; '), window.lastIndexOf(', ')) + 1;
    const space = mark > longestPassage / 3 ? mark : window.lastIndexOf(' ');
    const to = from + (space > 0 ? space : unbroken(window));
    places.push({ start: from, end: to });
    from = text.charAt(to) === ' ' ? to + 1 : to;
  }
  return [...places, { start: from, end }];
}

/** Never between the halves of a surrogate pair. */
function unbroken(window: string): number {
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}
