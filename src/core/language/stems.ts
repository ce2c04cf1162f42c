import snowball from 'snowball-stemmers';
import type { Language } from '../document/document.ts';
import { fold } from './fold.ts';
import { irregularForms } from './irregular-forms.ts';
import type { Word } from './words.ts';

/** Gives the stem of a word (Snowball, Porter 2001; irregular verbs by their infinitive), folded. */
export type Stemmer = (word: Pick<Word, 'raw' | 'folded'>) => string;

/** A stemmer with a memory of its own. Numbers, dates and amounts are their own stems. */
export function stemmer(language: Language): Stemmer {
  const snow = snowball.newStemmer(language === 'en' ? 'english' : 'spanish');
  const irregular = irregularForms[language];
  // Snowball leaves a vowel in some forms of Spanish verbs and not in others («golpeó», «golpear»)
  const finish = (stem: string) =>
    language === 'es' ? (/^(.{3,}?)[aeiou]+$/u.exec(stem)?.[1] ?? stem) : stem;
  const memory = new Map<string, string>();
  return ({ raw, folded }) => {
    const known = memory.get(raw);
    if (known !== undefined) return known;
    const regular = irregular.get(folded) ?? (language === 'en' ? folded : raw.toLowerCase());
    const stem = /^\p{L}/u.test(folded) ? finish(fold(snow.stem(regular))) : folded;
    memory.set(raw, stem);
    return stem;
  };
}
