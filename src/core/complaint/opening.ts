import type { Document } from '../document/document.ts';

/** The beginning of a document with each passage on a line of its own, so that no name runs over two. */
export function openingOf({ passages, text }: Document, atMost: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const { start, end } of passages) {
    if (length >= atMost) break;
    lines.push(text.slice(start, end));
    length += end - start + 1;
  }
  return lines.join('\n').slice(0, atMost);
}
