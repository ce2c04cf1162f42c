import { fold } from './fold.ts';
import { words } from './words.ts';

/**
 * A cue pattern compiled to a nondeterministic automaton over words (Thompson 1968): matching takes
 * time proportional to words × steps, whatever the pattern.
 */
export type CompiledCue = {
  readonly pattern: string;
  readonly steps: readonly Step[];
  /** Words or stems of which every match holds at least one; empty where the pattern names no word. */
  readonly needs: readonly Needed[];
};

export type Needed = { readonly text: string; readonly stem: boolean };

export type Placeholder = 'actor' | 'other' | 'amount' | 'date';

/** Each step consumes one word, a placeholder, or nothing, and leads to other steps; `end` accepts. */
export type Step =
  | { readonly kind: 'word'; readonly text: string; readonly stem: boolean; readonly next: number }
  | { readonly kind: 'any'; readonly next: number }
  | { readonly kind: 'placeholder'; readonly name: Placeholder; readonly next: number }
  | { readonly kind: 'split'; readonly nexts: readonly number[] }
  | { readonly kind: 'end' };

export type CueCompilation =
  | { readonly kind: 'compiled'; readonly cue: CompiledCue }
  | { readonly kind: 'broken'; readonly says: string };

type Part =
  | { readonly kind: 'word'; readonly text: string; readonly stem: boolean }
  | { readonly kind: 'placeholder'; readonly name: Placeholder }
  | { readonly kind: 'gap' }
  | { readonly kind: 'either'; readonly options: readonly (readonly Part[])[] };

/** Most words that `..` stands for. */
const widestGap = 5;
const deepest = 4;
const token = /\.\.|[()|]|<[a-z]*>|[^\s()|<>]+|[<>]/gu;
const placeholders: ReadonlyMap<string, Placeholder> = new Map([
  ['<actor>', 'actor'],
  ['<other>', 'other'],
  ['<amount>', 'amount'],
  ['<date>', 'date'],
]);

/** Reads a pattern of the language described at `Cue`; what is wrong with it comes as a sentence. */
export function compileCue(pattern: string): CueCompilation {
  const tokens = pattern.match(token) ?? [];
  const reading = sequence(tokens, 0, 0);
  if (typeof reading === 'string') return broken(pattern, reading);
  if (reading.at < tokens.length) return broken(pattern, 'a bracket closes that was never opened');
  const parts = reading.parts;
  if (parts.length === 0) return broken(pattern, 'it holds no word');
  if (parts[0]?.kind === 'gap' || parts.at(-1)?.kind === 'gap') {
    return broken(pattern, 'it begins or ends with «..»');
  }
  const steps: Step[] = [{ kind: 'end' }];
  const first = build(parts, 0, steps);
  if (acceptsNothing(steps, first)) return broken(pattern, 'it is satisfied by no words at all');
  steps.push({ kind: 'split', nexts: [first] });
  return { kind: 'compiled', cue: { pattern, steps, needs: needed(parts) } };
}

/** The same for a pattern of our own, which is never broken: if it is, that is a bug. */
export function ownCue(pattern: string): CompiledCue {
  const compilation = compileCue(pattern);
  if (compilation.kind === 'broken') throw new Error(compilation.says);
  return compilation.cue;
}

function broken(pattern: string, why: string): CueCompilation {
  return { kind: 'broken', says: `The cue pattern «${pattern}» is broken: ${why}.` };
}

type Reading = { readonly parts: readonly Part[]; readonly at: number };

function sequence(tokens: readonly string[], from: number, depth: number): Reading | string {
  const parts: Part[] = [];
  let at = from;
  while (at < tokens.length) {
    const here = tokens[at] as string;
    if (here === ')' || here === '|') break;
    if (here === '(') {
      const reading = alternatives(tokens, at + 1, depth + 1);
      if (typeof reading === 'string') return reading;
      parts.push(...reading.parts);
      at = reading.at;
      continue;
    }
    const part = single(here);
    if (typeof part === 'string') return part;
    parts.push(...part);
    at += 1;
  }
  return { parts, at };
}

function alternatives(tokens: readonly string[], from: number, depth: number): Reading | string {
  if (depth > deepest) return `its brackets are nested more than ${deepest} deep`;
  const options: (readonly Part[])[] = [];
  let at = from;
  for (;;) {
    const reading = sequence(tokens, at, depth);
    if (typeof reading === 'string') return reading;
    options.push(reading.parts);
    const mark = tokens[reading.at];
    at = reading.at + 1;
    if (mark === undefined) return 'a bracket is opened and never closed';
    if (mark === ')') return { parts: [{ kind: 'either', options }], at };
  }
}

function single(here: string): readonly Part[] | string {
  if (here === '..') return [{ kind: 'gap' }];
  if (/^[<>]/u.test(here)) {
    const name = placeholders.get(here);
    return name === undefined ? `«${here}» is no placeholder` : [{ kind: 'placeholder', name }];
  }
  const stem = here.endsWith('*');
  const bare = stem ? here.slice(0, -1) : here;
  if (bare.includes('*')) return '«*» stands elsewhere than at the end of a word';
  const found = words(bare);
  if (found.length === 0) return `«${here}» is no word`;
  return found.map((word, index) => ({
    kind: 'word',
    text: fold(word.folded),
    stem: stem && index === found.length - 1,
  }));
}

/** Builds the steps of `parts` so that the last leads to `next`; returns the first of them. */
function build(parts: readonly Part[], next: number, steps: Step[]): number {
  return parts.reduceRight((after, part) => buildPart(part, after, steps), next);
}

function buildPart(part: Part, next: number, steps: Step[]): number {
  switch (part.kind) {
    case 'gap': {
      let first = next;
      for (let count = 0; count < widestGap; count += 1) {
        const any = steps.push({ kind: 'any', next: first }) - 1;
        first = steps.push({ kind: 'split', nexts: [any, next] }) - 1;
      }
      return first;
    }
    case 'either':
      return (
        steps.push({
          kind: 'split',
          nexts: part.options.map((option) => build(option, next, steps)),
        }) - 1
      );
    case 'word':
    case 'placeholder':
      return steps.push({ ...part, next }) - 1;
  }
}

function acceptsNothing(steps: readonly Step[], first: number): boolean {
  const step = steps[first] as Step;
  if (step.kind === 'end') return true;
  return step.kind === 'split' && step.nexts.some((next) => acceptsNothing(steps, next));
}

/** The rarest guard that every match must pass: a plain word if there is one, else one of a choice. */
function needed(parts: readonly Part[]): readonly Needed[] {
  const guards = parts.flatMap((part): (readonly Needed[])[] => {
    if (part.kind === 'word') return [[{ text: part.text, stem: part.stem }]];
    if (part.kind !== 'either') return [];
    const options = part.options.map(needed);
    return options.some((option) => option.length === 0) ? [] : [options.flat()];
  });
  const longest = (guard: readonly Needed[]) => Math.min(...guard.map((need) => need.text.length));
  return guards.reduce<readonly Needed[]>(
    (best, guard) => (best.length === 0 || longest(guard) > longest(best) ? guard : best),
    [],
  );
}
