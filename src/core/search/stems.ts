import type { Language } from '../document/document.ts';
import { stemmer } from '../language/stems.ts';
import { stopwords } from '../language/stopwords.ts';
import { fold } from '../language/fold.ts';

/** The stem of a folded word in a language; empty for a word that says nothing by itself. */
export type SearchStem = (word: string, language: Language) => string;

/** Stemmers with a memory of their own (Snowball). */
export function searchStem(): SearchStem {
  const stem = { en: stemmer('en'), es: stemmer('es') };
  return (word, language) => {
    if (stopwords.has(word)) return '';
    // Folding took the accent by which the Spanish stemmer knows «-ción».
    const raw = language === 'es' ? word.replace(/([cs])ion$/, '$1ión') : word;
    return fold(stem[language]({ raw, folded: word }));
  };
}

/** Both stems of a word whose language nobody told. */
export function stemsOf(stem: SearchStem, word: string): readonly string[] {
  return [...new Set([stem(word, 'en'), stem(word, 'es')])].filter((one) => one !== '');
}
