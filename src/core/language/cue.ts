import { clauses } from './clauses.ts';
import { compileCue, type CompiledCue, type Step } from './cue-pattern.ts';
import { covers, indexNames, type CueNames, type NameIndex } from './entities.ts';
import { sentences } from './sentences.ts';
import type { Span } from './span.ts';
import { words, type Word } from './words.ts';

/**
 * Where a cue pattern first stands in a text, all of it within one clause, or null where it does not
 * (or is broken, which `compileCue` explains). `names` fill `<actor>` and `<other>`.
 */
export function cueMatches(pattern: string, text: string, names: CueNames): Span | null {
  const compilation = compileCue(pattern);
  if (compilation.kind === 'broken') return null;
  const index = indexNames(names);
  for (const found of clausesOf(text)) {
    const match = matchCue(compilation.cue, found, index);
    if (match !== null) return match;
  }
  return null;
}

/** The words of a text clause by clause, each with its place in the text. */
export function clausesOf(text: string): readonly (readonly Word[])[] {
  return sentences(text).flatMap((sentence) => {
    const inSentence = text.slice(sentence.start, sentence.end);
    return clauses(inSentence).map((clause) => {
      const from = sentence.start + clause.start;
      return words(text.slice(from, sentence.start + clause.end)).map((word) => ({
        ...word,
        start: from + word.start,
        end: from + word.end,
      }));
    });
  });
}

/** The first match of a compiled cue among the words of one clause, in the offsets of those words. */
export function matchCue(cue: CompiledCue, found: readonly Word[], names: NameIndex): Span | null {
  if (!mayMatch(cue, found)) return null;
  // arrivals[i]: steps awaiting word i, each with the word at which its match began
  const arrivals: Map<number, number>[] = found.map(() => new Map());
  for (const [at, active] of arrivals.entries()) {
    enter(cue.steps, cue.steps.length - 1, at, active);
    for (const [index, began] of active) {
      for (const length of consumes(cue.steps[index] as Step, found, at, names)) {
        const next = (cue.steps[index] as { next: number }).next;
        const reached = arrivals[at + length] ?? new Map<number, number>();
        if (enter(cue.steps, next, began, reached)) {
          return { start: (found[began] as Word).start, end: (found[at + length - 1] as Word).end };
        }
      }
    }
  }
  return null;
}

function mayMatch({ needs }: CompiledCue, found: readonly Word[]): boolean {
  return (
    needs.length === 0 ||
    found.some(({ folded }) =>
      needs.some(({ text, stem }) => (stem ? folded.startsWith(text) : folded === text)),
    )
  );
}

/** Adds a step and what follows from it without a word; true where that reaches the end. */
function enter(
  steps: readonly Step[],
  index: number,
  began: number,
  active: Map<number, number>,
): boolean {
  const step = steps[index] as Step;
  if (step.kind === 'end') return true;
  if (active.has(index)) return false;
  active.set(index, began);
  if (step.kind !== 'split') return false;
  return step.nexts.map((next) => enter(steps, next, began, active)).includes(true);
}

function consumes(
  step: Step,
  found: readonly Word[],
  at: number,
  names: NameIndex,
): readonly number[] {
  const folded = (found[at] as Word).folded;
  switch (step.kind) {
    case 'word':
      return (step.stem ? folded.startsWith(step.text) : folded === step.text) ? [1] : [];
    case 'any':
      return [1];
    case 'placeholder':
      return covers(step.name, found, at, names);
    case 'split':
    case 'end':
      return [];
  }
}
