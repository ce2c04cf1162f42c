import { fold } from '../language/fold.ts';
import type { DocumentKind, Passage, Tier } from './document.ts';
import { kindCues, type KindCues } from './kind-cues.ts';

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
const weights = { title: 4, laterTitle: 2, phrase: 1, mostPhrases: 4, name: 1.5, layout: 4 };

type Score = { readonly cues: KindCues; readonly points: number; readonly reasons: string[] };

/**
 * The kind of a document, told by its title, its words and its layout; the file name only adds to
 * what the content says, and alone makes no more than a weak guess.
 */
export function kindOf(name: string, text: string, passages: readonly Passage[]): KindReading {
  const words = fold(sampleOf(text, passages));
  const stem = fold(name.replace(/\.[a-z\d]{1,5}$/i, '')).replaceAll(/[_.-]+/g, ' ');
  const title = findTitle(words.split('\n', titleLines));
  const layout = layoutKind(words, passages);
  return verdict(
    kindCues.map((cues): Score => {
      const reasons: string[] = [];
      let points = 0;
      if (title.kinds[0] === cues.kind) {
        points += title.line === 0 ? weights.title : weights.laterTitle;
        reasons.push('its title');
      } else if (title.kinds.includes(cues.kind)) {
        points += weights.phrase;
      }
      const phrases = cues.phrases.filter((phrase) => phrase.test(words)).length;
      points += Math.min(phrases, weights.mostPhrases) * weights.phrase;
      if (phrases > 0) reasons.push('its words');
      if (layout === cues.kind) {
        points += weights.layout;
        reasons.push('its layout');
      }
      if (cues.titles.test(stem)) {
        points += weights.name;
        reasons.push('its file name');
      }
      return { cues, points, reasons };
    }),
  );
}

function verdict(scores: readonly Score[]): KindReading {
  const best = scores.reduce((one, other) => (other.points > one.points ? other : one));
  const { points } = best;
  if (points < weights.name) {
    return { kind: 'other', confidence: 'weak', because: 'Nothing in it tells its kind.' };
  }
  const rivals = scores.filter((score) => score !== best).map((score) => score.points);
  const ahead = points - Math.max(...rivals);
  const confidence =
    points >= 5 && ahead >= 2 ? 'strong' : points >= 3 && ahead >= 1 ? 'fair' : 'weak';
  return {
    kind: best.cues.kind,
    confidence,
    because: `Told by ${best.reasons.join(' and ')}.`,
  };
}

type Title = { readonly line: number; readonly kinds: readonly DocumentKind[] };

const longestTitle = 120;

/** The first line that names a kind. «Answer to the complaint» is an answer: what is named first counts. */
function findTitle(lines: readonly string[]): Title {
  for (const [line, words] of lines.entries()) {
    const isSentence = words.length > 60 && words.endsWith('.');
    if (letterHead.test(words) || words.length > longestTitle || isSentence) continue;
    const named = kindCues
      .map(({ kind, titles }) => ({ kind, at: words.search(titles) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at);
    if (named.length > 0) return { line, kinds: named.map(({ kind }) => kind) };
  }
  return { line: -1, kinds: [] };
}

/** The passages at the beginning, a line each. */
function sampleOf(text: string, passages: readonly Passage[]): string {
  return passages
    .filter(({ start }) => start < sample)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

const fewestTurns = 3;

/** The head of a letter or an e-mail, as the passages give it. */
const letterHead = /^(?:.{0,200}\n)?(?:from|de): .{1,300} (?:to|para|a): /;

/** Turns of speech make a thread where they carry the time, else a transcript. */
function layoutKind(words: string, passages: readonly Passage[]): DocumentKind | null {
  const turns = passages.filter(({ speaker }) => speaker !== null);
  if (letterHead.test(words)) return 'correspondence';
  if (turns.length < fewestTurns || turns.length < passages.length * 0.4) return null;
  const stamped = turns.filter(({ saidAt }) => saidAt !== null).length;
  return stamped >= turns.length / 2 ? 'message-thread' : 'transcript';
}
