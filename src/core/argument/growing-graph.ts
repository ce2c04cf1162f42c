import type { Argument, Graph, Premise, Statement } from './graph.ts';
import type { RulePattern, SchemeRule } from './scheme-rule.ts';
import { sentence } from './sentence.ts';
import { readTerm, substitute, type Bindings } from './term.ts';

/** A graph that applications of schemes are added to. */
export class GrowingGraph {
  readonly #graph: Graph;
  readonly #language: ReadonlyMap<string, string>;
  readonly #statements: Map<string, Statement>;
  readonly #assumptions: Set<string>;
  readonly #arguments: Map<string, Argument>;
  /** Arguments that stood in the graph before, so that no scheme repeats them. */
  readonly #written: ReadonlySet<string>;

  constructor(graph: Graph, language: ReadonlyMap<string, string>) {
    this.#graph = graph;
    this.#language = language;
    this.#statements = new Map(graph.statements);
    this.#assumptions = new Set(graph.assumptions);
    this.#arguments = new Map(graph.arguments);
    this.#written = new Set([...graph.arguments.values()].map(contentOf));
  }

  /** What schemes may start from. */
  given(): string[] {
    const concluded = [...this.#graph.arguments.values()].map(({ conclusion }) => conclusion);
    return [...this.#assumptions, ...concluded];
  }

  graph(): Graph {
    return {
      ...this.#graph,
      statements: this.#statements,
      assumptions: this.#assumptions,
      arguments: this.#arguments,
    };
  }

  /** Adds an argument for each conclusion of the rule, and returns the statements derived. */
  apply(rule: SchemeRule, bindings: Bindings): string[] {
    const { scheme } = rule;
    const premiseOf = ({ role, pattern }: RulePattern): Premise => {
      const statement = this.#declare(substitute(pattern, bindings));
      return role === '' ? { statement } : { role, statement };
    };
    const assumed = rule.assumptions.map(premiseOf);
    const premises = [...rule.premises.map(premiseOf), ...assumed];
    for (const { statement } of assumed) this.#assumptions.add(statement);

    const conclusions = rule.conclusions.map((pattern) => substitute(pattern, bindings));
    const drafts = conclusions
      .map((conclusion): Argument => {
        const { weighing, properties } = scheme;
        const argument = { conclusion, premises, undercutter: null, scheme: scheme.id, weighing };
        return properties.size === 0 ? argument : { ...argument, properties };
      })
      .filter((argument) => !this.#written.has(contentOf(argument)));
    const values = rule.variables.map((name) => substitute(readTerm(name), bindings));
    const id = values.length === 0 ? scheme.id : `${scheme.id}(${values.join(',')})`;
    if (drafts.length > 0) {
      const undercutter = this.#addExceptions(id, rule.exceptions.map(premiseOf));
      for (const [index, draft] of drafts.entries()) {
        this.#declare(draft.conclusion);
        this.#add(index === 0 ? id : `${id} ${index + 1}`, { ...draft, undercutter });
      }
    }
    return [...conclusions, ...assumed.map(({ statement }) => statement)];
  }

  /** Each exception, once shown, takes the argument out of play. */
  #addExceptions(id: string, exceptions: readonly Premise[]): string | null {
    if (exceptions.length === 0) return null;
    const undercutter = `undercut(${id})`;
    this.#statements.set(undercutter, { text: `${id} does not apply.` });
    for (const [index, exception] of exceptions.entries()) {
      this.#add(`${id} exception ${index + 1}`, {
        conclusion: undercutter,
        premises: [exception],
        undercutter: null,
        scheme: null,
        weighing: { kind: 'linked' },
      });
    }
    return undercutter;
  }

  #add(id: string, argument: Argument): void {
    let free = id;
    while (this.#arguments.has(free)) free += '′';
    this.#arguments.set(free, argument);
  }

  #declare(statement: string): string {
    if (!this.#statements.has(statement)) {
      this.#statements.set(statement, { text: sentence(statement, this.#language) ?? statement });
    }
    return statement;
  }
}

function contentOf({ scheme, conclusion, premises }: Argument): string {
  return JSON.stringify([scheme, conclusion, premises.map(({ statement }) => statement).sort()]);
}
