import type { Graph, Issue } from './graph.ts';
import { standardOf } from './graph.ts';
import type { IssueScheme } from './scheme.ts';
import { match, readTerm, variablesOf, type Term } from './term.ts';

/**
 * Groups statements that answer one question into issues. A statement that is at issue already stays
 * where it is, and the others of its group join it there; two issues are never made one.
 */
export function applyIssueSchemes(
  graph: Graph,
  schemes: readonly IssueScheme[],
): { graph: Graph; notes: string[] } {
  if (schemes.length === 0) return { graph, notes: [] };
  const issues = new Map(graph.issues);
  const issueOf = new Map(
    [...issues].flatMap(([id, { positions }]) => positions.map((position) => [position, id])),
  );
  const terms = Array.from(graph.statements.keys(), (id) => readTerm(id));
  const notes: string[] = [];

  for (const scheme of schemes) {
    for (const [values, positions] of groupsOf(scheme, terms)) {
      if (positions.length < 2) continue;
      const taken = positions
        .map((position) => issueOf.get(position))
        .find((id) => id !== undefined);
      const id = taken ?? unused(`${scheme.id}(${values})`, issues);
      const elsewhere = positions.filter((position) => (issueOf.get(position) ?? id) !== id);
      if (elsewhere.length > 0) {
        notes.push(`${elsewhere.join(', ')} stay out of issue ${id}: they are at issue elsewhere.`);
      }
      const joining = positions.filter((position) => !issueOf.has(position));
      const issue: Issue = issues.get(id) ?? { positions: [], standard: standardOf('PE') };
      issues.set(id, { ...issue, positions: [...issue.positions, ...joining] });
      for (const position of joining) issueOf.set(position, id);
    }
  }
  return { graph: { ...graph, issues }, notes };
}

/** Statements that fit a pattern of the scheme, by the values that they must share. */
function groupsOf({ patterns }: IssueScheme, terms: readonly Term[]): Map<string, string[]> {
  const isList = patterns.some((pattern) => pattern === '...' || pattern === '…');
  const read = patterns.map((pattern) => readTerm(pattern));
  const used = isList ? read.slice(0, 1) : read;
  const [first, ...rest] = used.map(variablesOf);
  const shared = (first ?? []).filter((name) =>
    isList ? !/\d$/u.test(name) : rest.every((names) => names.includes(name)),
  );

  const groups = new Map<string, string[]>();
  for (const term of terms) {
    const keys = used.flatMap((pattern) => {
      const bindings = match(pattern, term, new Map());
      return bindings === null ? [] : [shared.map((name) => bindings.get(name)?.text).join(',')];
    });
    for (const key of new Set(keys)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [term.text]);
      else group.push(term.text);
    }
  }
  return groups;
}

function unused(id: string, issues: ReadonlyMap<string, unknown>): string {
  let free = id;
  while (issues.has(free)) free += '′';
  return free;
}
