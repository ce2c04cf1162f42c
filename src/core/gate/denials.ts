import { irregularForms } from '../language/irregular-forms.ts';
import { stopwords } from '../language/stopwords.ts';
import { foldedWords } from './words.ts';

const negations = new Set(
  (
    'not cannot no never nor neither none nobody nothing without unable fail fails failed refuse refuses refused deny denies denied ' +
    'nunca jamas tampoco ni sin ningun ninguna ninguno nadie nada niega nego niego negaron'
  ).split(' '),
);

/** What a text says, word by word: each stem with whether it stands affirmed, denied, or both. */
export type Said = {
  readonly affirmed: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly negations: number;
};

/** Reads canonical text in both languages at once: a negation denies the next word that carries matter. */
export function said(text: string): Said {
  const plain = text.replace(numero, ' ').replaceAll("n't", ' not').replaceAll("N'T", ' not');
  const found = foldedWords(plain);
  const affirmed = new Set<string>();
  const denied = new Set<string>();
  let count = 0;
  let isDenied = false;
  for (const folded of found) {
    if (negations.has(folded)) {
      count += 1;
      isDenied = true;
    } else if (isMatter(folded)) {
      (isDenied ? denied : affirmed).add(stem(folded));
      isDenied = false;
    }
  }
  return { affirmed, denied, negations: count };
}

/** «No. 5» denies nothing. */
const numero = /\bNos?\.\s?(?=\d)/giu;

const isMatter = (folded: string) =>
  folded.length > 1 && !stopwords.has(folded) && !/^\p{N}/u.test(folded);

const infinitives = new Map([...irregularForms.es, ...irregularForms.en]);

const ending = /(?:ing|ed|aron|ieron|ando|iendo|ado|ada|ido|ida|ar|er|ir|es|os|as|[seoa])$/u;

/** A plain stem that serves English and Spanish alike. */
function stem(folded: string): string {
  const regular = infinitives.get(folded) ?? folded;
  return withoutEnding(withoutEnding(regular)).slice(0, 6);
}

function withoutEnding(folded: string): string {
  const short = folded.replace(ending, '');
  return short.length > 2 ? short : folded;
}
