import type { Refusal } from '../core/refusal.ts';
import { clientMessage, type ClientMessage } from '../wire/v1/live.ts';
import { refusals } from './refusals.ts';

export type ReadMessage =
  | { readonly kind: 'read'; readonly message: ClientMessage }
  | { readonly kind: 'refused'; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** LV1: a message of a client is JSON that lies no deeper than this, in a shape of the protocol. */
export function readMessage(text: string, depth: number): ReadMessage {
  if (depthOf(text) > depth) return refused(refusals.malformed('This JSON lies too deep.'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(refusals.malformed('This is not JSON.'));
  }
  const parsed = clientMessage.safeParse(value);
  if (parsed.success) return { kind: 'read', message: parsed.data };
  const [first, ...more] = parsed.error.issues.slice(0, 5).map(({ path, message }) => {
    const at = path.map((part) => (typeof part === 'number' ? part : String(part)));
    return refusals.malformed(`${at.join('.') || 'message'}: ${message}.`, at);
  });
  return refused(first ?? refusals.malformed('This is no message.'), ...more);
}

const refused = (...all: readonly [Refusal, ...Refusal[]]): ReadMessage => ({
  kind: 'refused',
  refusals: all,
});

/** The deepest nesting of brackets outside of strings, in one pass and before anything is built. */
function depthOf(text: string): number {
  let [deepest, open] = [0, 0];
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, (open += 1));
    else if (sign === '}' || sign === ']') open -= 1;
  }
  return deepest;
}
