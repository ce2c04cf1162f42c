import { z } from 'zod';
import type { Refusal } from '../refusal.ts';
import type { Expectation } from './expectation.ts';

export type ExpectationRead =
  | { readonly kind: 'read'; readonly expectation: Expectation }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const shape = z.object({
  cause: z.string().default('none'),
  elements: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      expected: z.enum(['proved', 'not proved', 'no evidence', 'contested']),
    }),
  ),
  keys: z.array(
    z.object({
      element: z.string(),
      side: z.enum(['for', 'against', 'both']),
      file: z.string(),
      quote: z.string().min(1),
    }),
  ),
  alsoGood: z.array(z.object({ file: z.string(), quote: z.string().min(1) })).default([]),
});

/**
 * Reads an expectation file.
 *
 * Refusals: EV1 it is no JSON; EV2 it has not its shape; EV3 a key names an element that is not listed.
 */
export function readExpectation(name: string, text: string): ExpectationRead {
  const data = parse(text);
  if (data === undefined) return refused('EV1', [], `${name} is no JSON.`);
  const shaped = shape.safeParse(data);
  if (!shaped.success) {
    return {
      kind: 'refused',
      refusals: shaped.error.issues.map(({ path, message }) => ({
        rule: 'EV2',
        at: path.map((part) => (typeof part === 'number' ? part : String(part))),
        says: `${name}, ${path.join('.')}: ${message}.`,
      })),
    };
  }
  const expectation = shaped.data;
  const known = new Set(expectation.elements.map((element) => element.id));
  const stray = expectation.keys.findIndex((key) => !known.has(key.element));
  const named = expectation.keys[stray]?.element;
  return named === undefined
    ? { kind: 'read', expectation }
    : refused('EV3', ['keys', stray, 'element'], `${name}: there is no element «${named}».`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(rule: string, at: Refusal['at'], says: string): ExpectationRead {
  return { kind: 'refused', refusals: [{ rule, at, says }] };
}
