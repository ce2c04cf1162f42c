import { fold } from '../language/fold.ts';
import type { Language } from './document.ts';

const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to that was is for with as by not are be this from or which have has been it he she they his her their will shall were would did had i you we my your our at on an if so'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las de del que y en un una por con se su al es lo como para no fue sus le les ha han era son este esta yo mi nos si pero porque ya muy cuando donde sin sobre entre desde hasta'.split(
      ' ',
    ),
  ),
};

/** How much of a document is looked at, in UTF-16 code units. */
const sample = 40_000;
const fewestWords = 3;

/** Told by the words without which no sentence is made; `unknown` where they are few or undecided. */
export function languageOf(text: string): Language | 'unknown' {
  let en = 0;
  let es = 0;
  for (const [word] of fold(text.slice(0, sample)).matchAll(/\p{L}+/gu)) {
    if (functionWords.en.has(word)) en += 1;
    if (functionWords.es.has(word)) es += 1;
  }
  if (en >= fewestWords && en > es * 1.5) return 'en';
  return es >= fewestWords && es > en * 1.5 ? 'es' : 'unknown';
}
