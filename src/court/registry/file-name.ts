import type { Refusal } from '../../core/refusal.ts';

/** In UTF-16 code units: what came inside a file has a name after it, and both have room together. */
const longest = 150;

/**
 * FL4: the name of a file that is filed is a name: no path, no control signs, nothing that turns the direction
 * of writing, so that what a person reads is what the name is.
 */
export function refusalOfName(name: string): Refusal | null {
  if (name.length > longest) return refusal(`has more than ${longest} letters`, name);
  if (name.trim() !== name || name === '' || name === '.' || name === '..') {
    return refusal('is no name of a file', name);
  }
  if (/[/\\]/u.test(name)) return refusal('holds a path', name);
  if (!name.isWellFormed() || /[\p{Cc}\p{Bidi_Control}\u{2028}\u{2029}]/u.test(name)) {
    return refusal('holds signs that cannot be seen', name);
  }
  return null;
}

function refusal(why: string, name: string): Refusal {
  // Told with its signs written out, so that the answer holds none of them.
  const shown = JSON.stringify(name.slice(0, 60).toWellFormed());
  return { rule: 'FL4', at: ['body', 'file'], says: `The name ${shown} ${why}.` };
}
