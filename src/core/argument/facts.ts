import { isVariable, substitute, variablesOf, type Bindings, type Term } from './term.ts';

/** Terms found so far, indexed by predicate and by each argument. */
export class Facts {
  readonly #all = new Map<string, Term>();
  readonly #indexed = new Map<string, Term[]>();

  /** Says whether the term is new. */
  add(term: Term): boolean {
    if (this.#all.has(term.text)) return false;
    this.#all.set(term.text, term);
    this.#index(predicateOf(term), term);
    for (const [place, argument] of term.arguments.entries()) {
      this.#index(argumentKey(term, place, argument.text), term);
    }
    return true;
  }

  /** Few enough terms to hold every one that the pattern can match. */
  candidates(pattern: Term, bindings: Bindings): Iterable<Term> {
    if (isVariable(pattern)) {
      const bound = bindings.get(pattern.text);
      if (bound === undefined) return this.#all.values();
      return this.#all.has(bound.text) ? [bound] : [];
    }
    let fewest = this.#indexed.get(predicateOf(pattern)) ?? [];
    for (const [place, argument] of pattern.arguments.entries()) {
      if (!variablesOf(argument).every((name) => bindings.has(name))) continue;
      const key = argumentKey(pattern, place, substitute(argument, bindings));
      const found = this.#indexed.get(key) ?? [];
      if (found.length < fewest.length) fewest = found;
    }
    return fewest;
  }

  #index(key: string, term: Term): void {
    const indexed = this.#indexed.get(key);
    if (indexed === undefined) this.#indexed.set(key, [term]);
    else indexed.push(term);
  }
}

function predicateOf(term: Term): string {
  return `${term.functor}/${term.arguments.length}`;
}

function argumentKey(term: Term, place: number, argument: string): string {
  return `${predicateOf(term)}/${place}/${argument}`;
}
