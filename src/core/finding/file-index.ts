import type { Document, Language, Passage } from '../document/document.ts';
import { clauses } from '../language/clauses.ts';
import { conceptsOf, type Concept } from '../language/concepts.ts';
import { fold } from '../language/fold.ts';
import { lacking, signs, type Sign } from '../language/negation.ts';
import { sentences } from '../language/sentences.ts';
import type { Span } from '../language/span.ts';
import { stemmer } from '../language/stems.ts';
import { stopwords } from '../language/stopwords.ts';
import { words, type Word } from '../language/words.ts';

/** A word of the matter as it is compared: its stem, the concept it belongs to, and whether it is denied. */
export type Term = {
  readonly stem: string;
  readonly concept: Concept | null;
  readonly sign: Sign;
  /** Whether only «without» or «sin» denies it. */
  readonly lacking: boolean;
  readonly folded: string;
  /** Index among the words of its clause. */
  readonly at: number;
};

export type Clause = {
  /** Offsets in the canonical text of the document; those of the words are relative to `start`. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
};

/** A sentence of a passage: what retrieval weighs and a finding quotes. */
export type Unit = {
  readonly document: number;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly asks: boolean;
  /** The question that this sentence answers with yes (1) or no (-1). */
  readonly answers: { readonly clauses: readonly Clause[]; readonly sign: Sign } | null;
  readonly clauses: readonly Clause[];
  readonly length: number;
};

export type FileIndex = {
  readonly units: readonly Unit[];
  /** Number of evidential passages. */
  readonly passages: number;
  /** Units that hold a stem or a concept, each with how often. */
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Units that hold a word, by its folded form. */
  readonly vocabulary: ReadonlyMap<string, ReadonlySet<number>>;
  readonly averageLength: number;
};

export type TermReader = (text: string, language: Language | 'unknown') => Clause[];

/** Reads text into clauses with their terms; one memory of stems for each language. */
export function termReader(fallback: Language): TermReader {
  const tools = { en: languageTools('en'), es: languageTools('es') };
  return (text, language) => {
    const { stem, concepts } = tools[language === 'unknown' ? fallback : language];
    return clauses(text).map(({ start, end }) => {
      const found = words(text.slice(start, end));
      const signed = signs(found);
      const lacks = lacking(found);
      const terms = found.flatMap((word, at): Term[] => {
        if (stopwords.has(word.folded)) return [];
        const stemmed = stem(word);
        const sign = signed[at] as Sign;
        const lacked = lacks[at] as boolean;
        return [
          {
            stem: stemmed,
            concept: concepts.get(stemmed) ?? null,
            sign,
            lacking: lacked,
            folded: word.folded,
            at,
          },
        ];
      });
      return { start, end, words: found, terms };
    });
  };
}

function languageTools(language: Language) {
  const stem = stemmer(language);
  return { stem, concepts: conceptsOf(language, stem) };
}

/** Indexes the sentences of every evidential passage of the documents that `isEvidence` lets in. */
export function indexFile(
  documents: readonly Document[],
  isEvidence: (document: Document) => boolean,
  read: TermReader,
): FileIndex {
  const units: Unit[] = [];
  let passages = 0;
  for (const [index, document] of documents.entries()) {
    if (!isEvidence(document)) continue;
    for (const passage of document.passages) {
      if (!passage.evidential) continue;
      passages += 1;
      units.push(...unitsOf(document, index, passage, read, units.at(-1)));
    }
  }
  const postings = new Map<string, Map<number, number>>();
  const vocabulary = new Map<string, Set<number>>();
  for (const [at, unit] of units.entries()) {
    for (const { folded } of unit.clauses.flatMap((clause) => clause.words)) {
      const places = vocabulary.get(folded) ?? new Set();
      vocabulary.set(folded, places.add(at));
    }
    // a bare «no» is about what was asked
    const about = [...unit.clauses, ...(unit.answers?.clauses ?? [])];
    for (const term of about.flatMap((clause) => clause.terms)) {
      count(postings, term.stem, at);
      if (term.concept !== null) count(postings, term.concept.name, at);
    }
  }
  const total = units.reduce((sum, unit) => sum + unit.length, 0);
  return {
    units,
    passages,
    postings,
    vocabulary,
    averageLength: total / Math.max(1, units.length),
  };
}

function unitsOf(
  document: Document,
  index: number,
  passage: Passage,
  read: TermReader,
  before: Unit | undefined,
): Unit[] {
  const text = document.text.slice(passage.start, passage.end);
  return sentences(text)
    .filter(({ start, end }) => !/https?:\/\//u.test(text.slice(start, end)))
    .flatMap((sentence) => entries(text, sentence))
    .map((sentence, at) => {
      const start = passage.start + sentence.start;
      const inSentence = text.slice(sentence.start, sentence.end);
      const found = read(inSentence, document.language).map((clause) => ({
        ...clause,
        start: start + clause.start,
        end: start + clause.end,
      }));
      return {
        document: index,
        passage,
        start,
        end: passage.start + sentence.end,
        asks: /\?["')\]]*$/u.test(inSentence),
        answers: at === 0 && before?.document === index ? answering(before, inSentence) : null,
        clauses: found,
        length: found.reduce((sum, clause) => sum + clause.terms.length, 0),
      };
    });
}

const entryDate =
  /(?<= |^)(?:\[?\d{4}-\d{2}-\d{2}|\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?=[\s,\]])/gu;

/** A log that was read as one run of words is cut before each of its dates. */
function entries(text: string, sentence: Span): readonly Span[] {
  const dates = Array.from(
    text.slice(sentence.start, sentence.end).matchAll(entryDate),
    (match) => sentence.start + match.index,
  );
  if (dates.length < 2) return [sentence];
  const starts = [sentence.start, ...dates.filter((at) => at > sentence.start)];
  const ends = [...starts.slice(1).map((at) => at - 1), sentence.end];
  return starts.map((start, at) => ({ start, end: ends[at] as number }));
}

const headLength = 40;

/** What a sentence says yes or no to; a mark (`A.`) before the answer is passed over. */
function answering(question: Unit, answer: string): Unit['answers'] {
  const word = /^(?:yes|no|correct|right|si|asi es|correcto)\b/u.exec(
    fold(answer.replace(/^[AR][.:] /u, '').slice(0, headLength)),
  )?.[0];
  if (!question.asks || word === undefined) return null;
  return { clauses: question.clauses, sign: word === 'no' ? -1 : 1 };
}

function count(postings: Map<string, Map<number, number>>, key: string, at: number): void {
  const places = postings.get(key) ?? new Map<number, number>();
  places.set(at, (places.get(at) ?? 0) + 1);
  postings.set(key, places);
}
