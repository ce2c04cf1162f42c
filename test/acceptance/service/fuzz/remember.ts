import { type Answer, headerOf, jsonOf } from './ask.ts';
import type { Description, Operation } from './description.ts';

const most = 48;

/** Keeps the ids that an answer tells, so that later requests name things that are there. */
export function remember(
  ids: Map<string, readonly string[]>,
  description: Description,
  operation: Operation,
  answer: Answer,
): void {
  if (answer.status >= 300 || !headerOf(answer, 'content-type').includes('json')) return;
  const keep = (kind: string, id: unknown): void => {
    if (typeof id !== 'string') return;
    const had = ids.get(kind) ?? [];
    if (!had.includes(id)) ids.set(kind, [...had, id].slice(-most));
  };
  const own = kindOf(description, operation.path);
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 4) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'id' && own !== null) keep(own, inner);
      else if (key.endsWith('Id')) keep(key.slice(0, -2), inner);
      else walk(inner, depth + 1);
    }
  };
  walk(jsonOf(answer), 0);
}

/** What `id` is of in answers of this path: `/v1/courts/{court}/cases` tells cases, named `{case}` elsewhere. */
function kindOf({ operations }: Description, path: string): string | null {
  const pieces = path.split('/');
  const last = pieces.findLast((piece) => piece !== '');
  if (last?.startsWith('{') === true) return last.slice(1, -1);
  for (const { path: other } of operations) {
    const parts = other.split('/');
    const next = parts[parts.indexOf(last ?? '') + 1] ?? '';
    if (parts.includes(last ?? '') && next.startsWith('{')) return next.slice(1, -1);
  }
  return null;
}
