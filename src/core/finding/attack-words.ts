import type { Language } from '../document/document.ts';

/** The reasons of attacks as a draft prints them. */
export type AttackWords = {
  readonly ownCause: string;
  readonly close: string;
  readonly hearsay: string;
  readonly late: string;
  readonly promise: string;
  readonly doubt: string;
  readonly somethingElse: (words: readonly string[]) => string;
  readonly excerpt: string;
  readonly contradicted: (name: string) => string;
  readonly noRecord: string;
  readonly timeUnshown: string;
};

export const attackWords: Readonly<Record<Language, AttackWords>> = {
  en: {
    ownCause: 'its author speaks in their own cause',
    close: 'its author is close to a party',
    hearsay: 'its author repeats what somebody else said',
    late: 'it is dated after everything that the complaint speaks of',
    promise: 'it says what will be, not what was',
    doubt: 'its author is not sure',
    somethingElse: (words) => `it owns up to something, but does not speak of: ${words.join(', ')}`,
    excerpt: 'it is an excerpt or a summary, and the original is not in the file',
    contradicted: (name) => `${name} says otherwise`,
    noRecord: 'no record made at the time shows it',
    timeUnshown: 'no passage of the file says when it was done or arrived',
  },
  es: {
    ownCause: 'su autor habla en causa propia',
    close: 'su autor es cercano a una parte',
    hearsay: 'su autor repite lo que otro dijo',
    late: 'su fecha es posterior a todo lo que relata la demanda o acusación',
    promise: 'dice lo que será, no lo que fue',
    doubt: 'su autor no está seguro',
    somethingElse: (words) => `reconoce algo, pero no se refiere a: ${words.join(', ')}`,
    excerpt: 'es un extracto o un resumen, y el original no está en los antecedentes',
    contradicted: (name) => `${name} dice otra cosa`,
    noRecord: 'ningún registro de la época lo muestra',
    timeUnshown: 'ningún pasaje de los antecedentes dice cuándo se hizo o llegó',
  },
};
