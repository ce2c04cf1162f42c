import type { DateOrder } from './dates.ts';
import { capitalsLevel, headingLevel, isCapitals, isTitle } from './heading.ts';
import type { Line } from './layout.ts';
import { isEntry, isField, isFurniture, isItem, runningLines } from './line-role.ts';
import { turnsOf, type Turn } from './turn.ts';

/** Lines that stand together: a paragraph, a list item, a turn of speech, a heading. */
export type Block = {
  readonly role: 'text' | 'item' | 'field' | 'turn' | 'heading' | 'furniture';
  readonly first: Line;
  readonly last: Line;
  /** Of a heading, 1 the highest; else 0. */
  readonly level: number;
  /** Of a turn of speech. */
  readonly turn: Turn | null;
};

export function blocksOf(lines: readonly Line[], order: DateOrder): Block[] {
  const turns = turnsOf(lines, order);
  const running = runningLines(lines);
  const blocks: Block[] = [];
  for (const [index, { line, stretch }] of stretched(lines).entries()) {
    const after = lines[index + 1];
    const block = blocks.at(-1);
    const turn = turns.get(line) ?? null;
    const begin = (role: Block['role'], level = 0) =>
      blocks.push({ role, first: line, last: line, level, turn });
    const betweenTurns = block?.role === 'turn' && after !== undefined && turns.has(after);

    if (running.has(line) || isFurniture(line)) begin('furniture');
    else if (turn !== null) begin('turn');
    else if (isEntry(line)) begin('item');
    else if (betweenTurns && isTopic(line)) begin('heading', 4);
    else if (block !== undefined && continues(block, line, stretch.width)) {
      blocks[blocks.length - 1] = { ...block, last: line };
    } else {
      const level = headingLevel(line, after);
      if (level > 0) begin('heading', level);
      else if (isItem(line)) begin('item');
      else begin(isField(line) ? 'field' : 'text');
    }
  }
  return blocks;
}

/** A title without a full stop between two turns of a transcript. */
function isTopic(line: Line): boolean {
  return line.text.length <= 120 && !/[.?!,;:\]]$/.test(line.text) && isTitle(line.text.split(' '));
}

type Stretch = { width: number };

/** Each line with the width in characters of the stretch of unbroken lines in which it stands. */
function stretched(lines: readonly Line[]): { line: Line; stretch: Stretch }[] {
  let stretch: Stretch = { width: 0 };
  return lines.map((line) => {
    if (line.apart) stretch = { width: 0 };
    stretch.width = Math.max(stretch.width, line.indent + line.text.length);
    return { line, stretch };
  });
}

/** Widths between which lines may have been broken by hand or by a page, in characters. */
const narrowest = 40;
const widest = 170;
/** A line is full when the next word would take it past this share of the width. */
const fullShare = 0.82;

/** Whether a line goes on with the block that the line before it belongs to. */
function continues(block: Block, line: Line, width: number): boolean {
  const { first, last } = block;
  if (block.role === 'heading') return continuesHeading(block, line);
  if (block.role === 'furniture') return false;
  const isSmall = /^\p{Ll}/u.test(line.text) && !isItem(line);
  const ended = /[.:;?!]["')\]]*$/.test(last.text);
  const turnsPage = line.page !== last.page;
  if (line.apart) return isSmall && !ended && turnsPage;
  if (ended && turnsPage) return false;
  if (block.role === 'turn') return true;
  if (block.role === 'item' && line.indent > first.indent) return true;
  if (isItem(line) || (block.role === 'field' && isField(line))) return false;
  const [nextWord = ''] = line.text.split(' ', 1);
  const isFull =
    width >= narrowest &&
    width <= widest &&
    last.indent + last.text.length + 1 + nextWord.length > width * fullShare;
  if (isSmall) return isFull || !ended;
  const isIndented = line.indent > last.indent + 1 && first !== last;
  return isFull && !(ended && isIndented);
}

/** A title in capitals that runs over two lines. */
function continuesHeading(block: Block, line: Line): boolean {
  return (
    block.level === capitalsLevel &&
    !line.apart &&
    isCapitals(line.text) &&
    isCapitals(block.last.text)
  );
}
