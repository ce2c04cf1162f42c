import { fold } from '../language/fold.ts';
import type { DocumentKind, Passage, Tier } from './document.ts';
import { kindCues, type KindCues } from './kind-cues.ts';
import { formOf, type Form } from './kind-form.ts';

export type KindReading = {
  readonly kind: DocumentKind;
  readonly confidence: Tier;
  /** What told it, in a sentence. */
  readonly because: string;
};

/** How much of the beginning is searched for phrases, in UTF-16 code units. */
const sample = 24_000;
/** Lines at the top among which a title is sought. */
const titleLines = 6;
const weights = {
  title: 4,
  laterTitle: 3,
  insideLine: 2,
  namedSecond: 1,
  plain: 2,
  phrase: 1,
  mostPhrases: 4,
  name: 2,
  addressed: 2,
};
/** What a court is asked in; a letter to a court that asks nothing of it stays a letter. */
const courtPapers: ReadonlySet<DocumentKind> = new Set(['complaint', 'answer']);

type Score = {
  readonly kind: DocumentKind;
  readonly points: number;
  readonly isNamed: boolean;
  readonly reasons: readonly string[];
};

/**
 * The kind of a document, told by its title, its words and its form; the file name only adds to what
 * the content says, and alone makes no more than a weak guess. Linear time.
 */
export function kindOf(name: string, text: string, passages: readonly Passage[]): KindReading {
  const lines = linesOf(text, passages);
  const stem = fold(name.replace(/\.[a-z\d]{1,5}$/i, '')).replaceAll(/[_.-]+/g, ' ');
  const words = lines.join('\n');
  const title = findTitle(lines.slice(0, titleLines));
  const form = formOf(lines, passages);
  return verdict(kindCues.map((cues) => scoreOf(cues, words, stem, title, form)));
}

function scoreOf(cues: KindCues, words: string, stem: string, title: Title, form: Form): Score {
  const { kind } = cues;
  const titled =
    title.kinds[0] === kind ? title.points : title.kinds.includes(kind) ? weights.namedSecond : 0;
  const count = (patterns: readonly RegExp[]) =>
    patterns.filter((pattern) => pattern.test(words)).length;
  const plain = count(cues.plain);
  const said = plain * weights.plain + count(cues.phrases) * weights.phrase;
  const shaped = form.points.get(kind) ?? 0;
  const isNamed = cues.names.test(stem) || cues.titles.test(stem);
  const content = titled + Math.min(said, weights.mostPhrases) + shaped;
  const ownWord = isNamed ? weights.name : 0;
  const addressed = form.toCourt && courtPapers.has(kind) && plain > 0 ? weights.addressed : 0;
  const points = content + ownWord + addressed;
  return {
    kind,
    points: form.toCourt && kind === 'correspondence' ? points / 2 : points,
    isNamed,
    reasons: [
      ...(titled > 0 ? ['its title'] : []),
      ...(said > 0 ? ['its words'] : []),
      ...(shaped > 0 ? ['its layout'] : []),
      ...(isNamed ? ['its file name'] : []),
    ],
  };
}

const enough = 1.5;
const sure = { points: 5, ahead: 2, againstName: 7 };
const likely = { points: 3, ahead: 1 };

function verdict(scores: readonly Score[]): KindReading {
  const best = scores.reduce((one, other) => (other.points > one.points ? other : one));
  if (best.points < enough) {
    return { kind: 'other', confidence: 'weak', because: 'Nothing in it tells its kind.' };
  }
  return {
    kind: best.kind,
    confidence: tierOf(best, scores),
    because: `Told by ${best.reasons.join(' and ')}.`,
  };
}

/** A name that speaks for another kind takes the last certainty away. */
function tierOf(best: Score, scores: readonly Score[]): Tier {
  const rivals = scores.filter((score) => score !== best);
  const ahead = best.points - Math.max(...rivals.map(({ points }) => points));
  const isDisputed = !best.isNamed && rivals.some(({ isNamed }) => isNamed);
  const needed = isDisputed ? sure.againstName : sure.points;
  if (best.points >= needed && ahead >= sure.ahead) return 'strong';
  return best.points >= likely.points && ahead >= likely.ahead ? 'fair' : 'weak';
}

type Title = { readonly points: number; readonly kinds: readonly DocumentKind[] };

const longestTitle = 120;
const longestSentence = 60;

/** The first line that names a kind. «Answer to the complaint» is an answer: what is named first counts. */
function findTitle(lines: readonly string[]): Title {
  for (const [line, words] of lines.entries()) {
    if (!canBeTitle(words)) continue;
    const named = kindCues
      .map(({ kind, titles }) => ({ kind, at: words.search(titles) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at);
    const [first] = named;
    if (first === undefined) continue;
    const begins = /^[\W\d]*$/.test(words.slice(0, first.at));
    const points = line === 0 ? weights.title : begins ? weights.laterTitle : weights.insideLine;
    return { points, kinds: named.map(({ kind }) => kind) };
  }
  return { points: 0, kinds: [] };
}

const speaks = /^["']?(?:i|i'm|we|my|he|she|they|it|yo|nosotr[oa]s|me|mi)\b/;
const about = /^(?:from|to|de|para|subject|re|asunto|materia|ref|objeto|project|proyecto) ?: /;
const tableHead = /^[^,;]*(?:[,;][^ ,;][^,;]*){2}/;

/** No head of a letter, no sentence, no field that says what it is about, no row of a table. */
function canBeTitle(words: string): boolean {
  const isSentence = words.length > longestSentence && words.endsWith('.');
  return (
    words.length <= longestTitle &&
    !isSentence &&
    !speaks.test(words) &&
    !about.test(words) &&
    !tableHead.test(words)
  );
}

/** The passages at the beginning, a line each, folded. */
function linesOf(text: string, passages: readonly Passage[]): string[] {
  return passages
    .filter(({ start }) => start < sample)
    .map(({ start, end }) => fold(text.slice(start, end)).replace(/^#+ /, ''));
}
