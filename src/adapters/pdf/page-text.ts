import type { PageText } from '../../core/document/layout.ts';

/** A run of characters on a page, as PDF text extraction hands it over; points from the lower left. */
export type Run = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size in points. */
  readonly size: number;
  readonly endsLine: boolean;
};

type TextLine = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Average width of a character, in points. */
  readonly step: number;
};

/** Share of the font size by which a run may stand above or below its line (superscripts do). */
const drift = 0.55;
/** A gap beyond this many font sizes divides columns of a table. */
const columnGap = 2;

/** Lines of a page with its indents and blank lines, from runs in the order of reading. */
export function pageText(runs: readonly Run[]): PageText {
  const lines = linesOf(runs);
  const left = lines.reduce((least, { x }) => Math.min(least, x), Infinity);
  const pitch = linePitch(lines);
  const written = lines.map((line, index) => {
    const before = lines[index - 1];
    const isApart = before !== undefined && isApartFrom(before, line, pitch);
    const indent = Math.min(60, Math.max(0, Math.round((line.x - left) / line.step)));
    return `${isApart ? '\n' : ''}${' '.repeat(indent)}${line.words}`;
  });
  return { text: written.join('\n') };
}

function linesOf(runs: readonly Run[]): TextLine[] {
  const lines: TextLine[] = [];
  let open: Run[] = [];
  const close = () => {
    const line = joined(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const run of runs) {
    const before = open.findLast(({ words }) => words.trim() !== '') ?? open.at(-1);
    if (before !== undefined && run.words !== '' && !isOnLineOf(before, run)) close();
    open.push(run);
    if (run.endsLine) close();
  }
  close();
  return lines;
}

function isOnLineOf(before: Run, run: Run): boolean {
  return Math.abs(before.y - run.y) <= drift * Math.max(before.size, run.size);
}

function joined(runs: readonly Run[]): TextLine | null {
  const spoken = runs.filter(({ words }) => words.trim() !== '');
  const [first] = spoken;
  if (first === undefined) return null;
  const words = runs
    .map((run) =>
      run.words.trim() === '' && run.width > columnGap * first.size ? '   ' : run.words,
    )
    .join('')
    .trim();
  const length = spoken.reduce((sum, run) => sum + run.words.length, 0);
  const width = spoken.reduce((sum, run) => sum + run.width, 0);
  const step = width > 0 ? width / length : first.size / 2;
  return { words, x: first.x, y: first.y, step: Math.max(step, 0.5) };
}

/** The usual distance between base lines that follow each other, in points. */
function linePitch(lines: readonly TextLine[]): number {
  const steps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before !== undefined && before.y > line.y ? [before.y - line.y] : [];
    })
    .toSorted((one, other) => one - other);
  return steps[Math.floor(steps.length / 3)] ?? 0;
}

function isApartFrom(before: TextLine, line: TextLine, pitch: number): boolean {
  const step = before.y - line.y;
  return step < -1 || step > pitch * 1.3;
}
