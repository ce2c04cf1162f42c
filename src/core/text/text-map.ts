/** `text` put in place of the source from `start` to `end`. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A text made from another, with the way back and forth. Offsets are UTF-16 code units. */
export type MappedText = {
  readonly text: string;
  /** Place in the source of a place in `text`; an offset at or past the end gives the source's end. */
  readonly sourceOffset: (offset: number) => number;
  /** Place in `text` of a place in the source; what was cut out falls on what follows it. */
  readonly textOffset: (sourceOffset: number) => number;
};

/** Applies edits that come in order and do not overlap. Linear in the source and the edits. */
export function applyEdits(source: string, edits: Iterable<Edit>): MappedText {
  const pieces: string[] = [];
  // Stretches that shift by one amount: `fromText[i]` and `fromSource[i]` are the same place.
  const fromText = [0];
  const fromSource = [0];
  let at = 0;
  let length = 0;
  for (const edit of edits) {
    pieces.push(source.slice(at, edit.start), edit.text);
    length += edit.start - at;
    at = edit.end;
    if (edit.text.length === edit.end - edit.start) {
      length += edit.text.length;
      continue;
    }
    fromText.push(length);
    fromSource.push(edit.start);
    length += edit.text.length;
    fromText.push(length);
    fromSource.push(edit.end);
  }
  const text = at === 0 ? source : pieces.join('') + source.slice(at);
  return {
    text,
    sourceOffset: (offset) => translate(offset, fromText, fromSource, text.length, source.length),
    textOffset: (offset) => translate(offset, fromSource, fromText, source.length, text.length),
  };
}

function translate(
  offset: number,
  from: readonly number[],
  to: readonly number[],
  fromEnd: number,
  toEnd: number,
): number {
  if (offset >= fromEnd) return toEnd;
  // First stretch that begins after the offset; the one before it holds the offset.
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(from, middle, fromEnd) <= Math.max(offset, 0)) low = middle + 1;
    else high = middle;
  }
  const moved = numberAt(to, low - 1, 0) + Math.max(offset, 0) - numberAt(from, low - 1, 0);
  return Math.min(moved, numberAt(to, low, toEnd));
}

function numberAt(numbers: readonly number[], index: number, otherwise: number): number {
  return numbers[index] ?? otherwise;
}
