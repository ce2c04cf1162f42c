import type { Refusal } from '../refusal.ts';
import { Facts } from './facts.ts';
import type { Graph } from './graph.ts';
import { passes } from './guard.ts';
import { GrowingGraph } from './growing-graph.ts';
import { applyIssueSchemes } from './issue-schemes.ts';
import type { ArgumentRule } from './rules.ts';
import type { Theory } from './scheme.ts';
import { ruleOf, type RulePattern, type SchemeRule } from './scheme-rule.ts';
import { match, readTerm, type Bindings, type Term } from './term.ts';

export type ChainBounds = {
  /** Most applications of schemes. */
  readonly applications: number;
  /** Most matches of a premise with a statement to try. */
  readonly steps: number;
  /** Most characters of a derived statement. */
  readonly characters: number;
};

export type Applied =
  | { readonly graph: Graph; readonly notes: readonly string[] }
  | { readonly refusals: readonly Refusal[] };

const usualBounds: ChainBounds = { applications: 10_000, steps: 2_000_000, characters: 1000 };

/**
 * Applies the schemes of a theory, forward, until nothing new follows from the assumptions and from
 * what the arguments of the graph conclude; then groups statements into issues. Rules of the kind of
 * Constraint Handling Rules (Frühwirth 1998), but none that deletes: the graph only grows, so the
 * order of the schemes does not matter.
 */
export function applySchemes(
  graph: Graph,
  theory: Theory,
  bounds: ChainBounds = usualBounds,
): Applied {
  const notes: string[] = [];
  const rules: SchemeRule[] = [];
  for (const scheme of theory.schemes.values()) {
    if (scheme.conclusions.length === 0) continue;
    const rule = ruleOf(scheme);
    if ('note' in rule) notes.push(rule.note);
    else rules.push(rule);
  }

  const growing = new GrowingGraph(graph, theory.language);
  const refusal = chain(growing, rules, bounds);
  if (refusal !== null) return { refusals: [refusal] };
  const grouped = applyIssueSchemes(growing.graph(), theory.issueSchemes);
  return { graph: grouped.graph, notes: [...notes, ...grouped.notes] };
}

/** Partly matched premises of a rule: those from `next` on are still to be found. */
type Partial = { readonly rule: SchemeRule; readonly next: number; readonly bindings: Bindings };

function chain(
  growing: GrowingGraph,
  rules: readonly SchemeRule[],
  bounds: ChainBounds,
): Refusal | null {
  const facts = new Facts();
  const fresh: Term[] = [];
  const learn = (text: string) => {
    const term = readTerm(text);
    if (facts.add(term)) fresh.push(term);
  };
  const applied = new Set<string>();
  let steps = 0;

  const apply = ({ rule, bindings }: Partial): Refusal | null => {
    const key = JSON.stringify([
      rule.scheme.id,
      ...rule.variables.map((name) => bindings.get(name)?.text),
    ]);
    if (applied.has(key) || !rule.guards.every((guard) => passes(guard, bindings))) return null;
    applied.add(key);
    if (applied.size > bounds.applications) {
      return refusal('AG41', rule, `apply more than ${bounds.applications} times`);
    }
    const derived = growing.apply(rule, bindings);
    if (derived.some((text) => text.length > bounds.characters)) {
      return refusal('AG43', rule, `derive a statement of over ${bounds.characters} characters`);
    }
    derived.forEach(learn);
    return null;
  };

  growing.given().forEach(learn);
  for (const rule of rules.filter(({ premises }) => premises.length === 0)) {
    const refused = apply({ rule, next: 0, bindings: new Map() });
    if (refused !== null) return refused;
  }
  for (let fact = fresh.pop(); fact !== undefined; fact = fresh.pop()) {
    const partials = startsWith(fact, rules);
    for (let partial = partials.pop(); partial !== undefined; partial = partials.pop()) {
      const { rule, next, bindings } = partial;
      const premise = rule.premises[next];
      if (premise === undefined) {
        const refused = apply(partial);
        if (refused !== null) return refused;
        continue;
      }
      for (const candidate of facts.candidates(premise.pattern, bindings)) {
        steps += 1;
        if (steps > bounds.steps) {
          return refusal('AG42', rule, `be matched in more than ${bounds.steps} steps`);
        }
        const extended = match(premise.pattern, candidate, bindings);
        if (extended !== null) partials.push({ rule, next: next + 1, bindings: extended });
      }
    }
  }
  return null;
}

/** The rules that the fact may set off, one partial match for each premise that it fits. */
function startsWith(fact: Term, rules: readonly SchemeRule[]): Partial[] {
  const starts = ({ pattern }: RulePattern) => match(pattern, fact, new Map());
  return rules.flatMap((rule) =>
    rule.premises
      .map(starts)
      .filter((bindings) => bindings !== null)
      .map((bindings) => ({ rule, next: 0, bindings })),
  );
}

function refusal(rule: ArgumentRule, { scheme }: SchemeRule, what: string): Refusal {
  const says = `The schemes of the file, with ${scheme.id} last, would ${what}.`;
  return { rule, at: ['argument_schemes', scheme.id], says };
}
