import type { Cue, Element } from '../jurisdiction/profile.ts';
import { matchCue } from '../language/cue.ts';
import { compileCue, type CompiledCue } from '../language/cue-pattern.ts';
import type { NameIndex } from '../language/entities.ts';
import { signs, type Sign } from '../language/negation.ts';
import type { Word } from '../language/words.ts';
import type { Clause } from './file-index.ts';

/** An element's cues and terms, compiled once. */
export type ElementCues = {
  readonly cuesFor: readonly CompiledCue[];
  readonly cuesAgainst: readonly CompiledCue[];
  readonly terms: readonly CompiledCue[];
};

export function compileElement(element: Element): ElementCues {
  return {
    cuesFor: compileAll(element.cuesFor.map((cue: Cue) => cue.pattern)),
    cuesAgainst: compileAll(element.cuesAgainst.map((cue: Cue) => cue.pattern)),
    terms: compileAll(element.terms),
  };
}

/** A pattern that opens with its actor is also read without it: Spanish leaves the subject out. */
function compileAll(patterns: readonly string[]): readonly CompiledCue[] {
  return patterns.flatMap((pattern) => {
    const compilation = compileCue(pattern);
    return compilation.kind === 'compiled' ? [compilation.cue] : [];
  });
}

export type CueHit = {
  readonly pattern: string;
  /** 1 where the cue stands as it is, -1 where a negation outside its own words turns it round. */
  readonly sign: Sign;
  /** 0 to 1, by how many words were matched. */
  readonly strength: number;
};

export function cueHits(
  cues: readonly CompiledCue[],
  clause: Clause,
  names: NameIndex,
): readonly CueHit[] {
  return cues.flatMap((cue): CueHit[] => {
    const match = matchCue(cue, clause.words, names);
    if (match === null) return [];
    const inside = (word: Word) => match.start <= word.start && word.end <= match.end;
    // what stands in a gap of the pattern is no word of the cue: «gave nobody permission»
    const masked = clause.words.map((word) =>
      inside(word) && isOwnWord(cue, word) ? { ...word, folded: '' } : word,
    );
    const last = clause.words.findLastIndex(inside);
    const count = clause.words.filter(inside).length;
    return [
      {
        pattern: cue.pattern,
        sign: signs(masked)[last] as Sign,
        strength: Math.min(1, 0.6 + 0.2 * (count - 1)),
      },
    ];
  });
}

function isOwnWord({ steps }: CompiledCue, { folded }: Word): boolean {
  return steps.some(
    (step) =>
      step.kind === 'word' && (step.stem ? folded.startsWith(step.text) : folded === step.text),
  );
}
