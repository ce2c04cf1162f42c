import { guardVariables, readGuard, type Guard } from './guard.ts';
import type { ArgumentScheme, Pattern } from './scheme.ts';
import { readTerm, variablesOf, type Term } from './term.ts';

/** A scheme made ready for forward chaining. */
export type SchemeRule = {
  readonly scheme: ArgumentScheme;
  /** Variables that its premises bind: the values that tell one application from another. */
  readonly variables: readonly string[];
  readonly premises: readonly RulePattern[];
  readonly assumptions: readonly RulePattern[];
  readonly exceptions: readonly RulePattern[];
  readonly guards: readonly Guard[];
  readonly conclusions: readonly Term[];
};

export type RulePattern = { readonly role: string; readonly pattern: Term };

/** The rule, or why the scheme cannot be applied forward. */
export function ruleOf(scheme: ArgumentScheme): SchemeRule | { note: string } {
  const premises = scheme.premises.map(nameBlanks).map(readPattern);
  const assumptions = scheme.assumptions.map(readPattern);
  const exceptions = scheme.exceptions.map(readPattern);
  const conclusions = scheme.conclusions.map((conclusion) => readTerm(conclusion));
  const variables = [...new Set(premises.flatMap(({ pattern }) => variablesOf(pattern)))];

  const guards: Guard[] = [];
  for (const text of scheme.guards) {
    const guard = readGuard(text);
    if (guard === null) return notApplied(scheme, `its guard «${text}» is not known here`);
    guards.push(guard);
  }
  const used = [
    ...[...assumptions, ...exceptions].flatMap(({ pattern }) => variablesOf(pattern)),
    ...conclusions.flatMap(variablesOf),
    ...guards.flatMap(guardVariables),
  ];
  const unbound = used.find((name) => !variables.includes(name));
  if (unbound !== undefined) return notApplied(scheme, `no premise gives ${unbound} a value`);
  return { scheme, variables, premises, assumptions, exceptions, guards, conclusions };
}

function notApplied({ id }: ArgumentScheme, why: string): { note: string } {
  return { note: `The scheme ${id} is not applied, for ${why}.` };
}

/** `_` is another variable each time it stands in the premises. */
function nameBlanks({ role, term }: Pattern, index: number): Pattern {
  let blanks = 0;
  const name = () => `_${index}_${(blanks += 1)}`;
  return { role, term: term.replaceAll(/(?<![\p{L}\p{N}_])_(?![\p{L}\p{N}_])/gu, name) };
}

function readPattern({ role, term }: Pattern): RulePattern {
  return { role, pattern: readTerm(term) };
}
