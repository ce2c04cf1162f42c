import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Author, EventDraft, SealedDraft } from './event.ts';
import { type Hashing, portableHashing } from './hashing.ts';
import { isList, type Json, type JsonObject, type Prose, type Sealed } from './prose.ts';

/** A text that lies beside the record. `salt` and `hash` are lower-case hex. */
export type StoredText = { readonly hash: string; readonly salt: string; readonly text: string };

/** Where in an event a value stands: `['data', 'anchors', 0, 'quote']`. */
export type Path = readonly (string | number)[];

/** Fresh salt, at least 16 bytes; a text needs one of its own, or equal texts would show. */
export type SaltSource = (path: Path) => Uint8Array;

/** Takes the texts of a draft out: what the record may hold, and what lies beside it. */
export function seal(
  draft: EventDraft,
  saltFor: SaltSource,
  hashing: Hashing = portableHashing,
): { readonly event: SealedDraft; readonly texts: readonly StoredText[] } {
  const texts: StoredText[] = [];
  const hide = (prose: string, path: Path): Json => {
    const stored = storeText(prose, saltFor(path), hashing);
    texts.push(stored);
    return { sealed: stored.hash };
  };
  const { id, at, type } = draft;
  const by = replaceTexts(draft.by, ['by'], 'prose', hide) as Author<Sealed>;
  const data = replaceTexts(draft.data, ['data'], 'prose', hide) as JsonObject;
  return { event: { id, at, by, type, data }, texts };
}

/** Puts the texts back that are there; one that left stays `{ sealed }`. */
export function unseal<Event extends SealedDraft>(
  event: Event,
  textOf: (hash: string) => string | undefined,
): Omit<Event, 'by' | 'data'> & EventDraft {
  const show = (sealed: string): Json => {
    const prose = textOf(sealed);
    return prose === undefined ? { sealed } : { prose };
  };
  const by = replaceTexts(event.by, ['by'], 'sealed', show) as Author<Prose | Sealed>;
  const data = replaceTexts(event.data, ['data'], 'sealed', show) as JsonObject;
  return { ...event, by, data };
}

/** The hash of a text under a salt (hex), whatever hash stands beside them. */
export function hashOfText(salt: string, text: string, hashing: Hashing = portableHashing): string {
  return hashing.bytes(hexToBytes(salt), utf8ToBytes(text));
}

/**
 * The text by which an event vouches for a file that lies beside the record: of an original, which lies
 * under `documents/` by its hash, that SHA-256 in hex; of another file `SHA-256␠␠name`, as in a sum
 * file.
 */
export function proseOfFile(name: string, sha256: string): Prose {
  return { prose: name === `documents/${sha256}` ? sha256 : `${sha256}  ${name}` };
}

/** The name of the file that such a text vouches for, or null where it is another text. */
export function fileOfProse(text: string): string | null {
  const [, sha256, name] = /^([0-9a-f]{64})(?: {2}([^\n]+))?$/.exec(text) ?? [];
  return sha256 === undefined ? null : (name ?? `documents/${sha256}`);
}

function storeText(text: string, salt: Uint8Array, hashing: Hashing): StoredText {
  if (!text.isWellFormed()) throw new TypeError('a text to seal holds a lone surrogate');
  if (salt.length < 16) throw new RangeError(`a salt has at least 16 bytes, not ${salt.length}`);
  const hash = hashing.bytes(salt, utf8ToBytes(text));
  return { hash, salt: bytesToHex(salt), text };
}

/** Rebuilds a value with every `{ [member]: string }` in it replaced. */
function replaceTexts(
  value: Json,
  path: Path,
  member: 'prose' | 'sealed',
  replace: (text: string, path: Path) => Json,
): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) {
    return value.map((item, at) => replaceTexts(item, [...path, at], member, replace));
  }
  const held = value[member];
  const entries = Object.entries(value);
  if (typeof held === 'string') {
    if (entries.length === 1) return replace(held, path);
    if (member === 'prose') throw new TypeError(`${path.join('.')}: a text stands alone`);
  }
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, replaceTexts(inner, [...path, name], member, replace)]),
  );
}
