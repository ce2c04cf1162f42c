import type { ByteRange } from '../core/vault/chunks.ts';

/**
 * Where bytes lie under keys: a folder, or buckets of a provider.
 *
 * Contract (object-storage.contract.ts holds every adapter to it):
 * - OS1 what was put is given back, whole or any range of it, and `head` tells its size; none for a key
 *   under which nothing lies.
 * - OS2 an object is seen whole or not at all: while it is put, where its stream fails, and where size or
 *   SHA-256 are not as announced, nothing lies under the key.
 * - OS3 an object is written once: the same content again is `'unchanged'`, another one `'differs'` and the
 *   first stays; of several at once exactly one is stored.
 * - OS4 `delete` removes the object, and nothing where there is none.
 * - OS5 `list` gives each object whose key begins with the prefix once, in any order.
 * - OS6 a key that is none throws an `ObjectStorageFault` and touches nothing; keys lead nowhere else.
 * - OS7 the thing behind it failing is an `ObjectStorageFault`, with whether trying again makes sense.
 */
export interface ObjectStorage {
  put(key: string, content: Content, announced: Announced): Promise<Put>;
  /** A range is cut to the object: it gives what there is of it. Bytes flow when `content` is read. */
  get(key: string, range?: ByteRange): Promise<GivenObject | null>;
  head(key: string): Promise<StoredObject | null>;
  delete(key: string): Promise<void>;
  list(prefix: string): AsyncIterable<StoredObject>;
}

/** Nobody changes a piece once it was given, until the put is over. */
export type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What the stream will be: size in bytes, SHA-256 in lower-case hex; `null` where not known yet. */
export type Announced = { readonly size: number | null; readonly sha256: string | null };

export type StoredObject = { readonly key: string; readonly size: number };

/** `size` is that of the whole object. */
export type GivenObject = StoredObject & { readonly content: AsyncIterable<Uint8Array> };

export type Put =
  | { readonly kind: 'stored' | 'unchanged'; readonly size: number; readonly sha256: string }
  /** Another content lies under this key, and stays. */
  | { readonly kind: 'differs' }
  /** The stream was not what was announced: given up after `size` bytes of it, and nothing is kept. */
  | { readonly kind: 'mismatch'; readonly size: number };

/** The thing behind the storage failed: a full disk, a lost connection, a damaged object. */
export class ObjectStorageFault extends Error {
  readonly port = 'object-storage';
  /** Whether the same call may succeed later without anybody mending something in this program. */
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'ObjectStorageFault';
    this.retryable = retryable;
  }
}

/** Longest key, and longest part of one between two slashes, in characters. */
const longestKey = 400;
const longestPart = 120;

/**
 * A key is one or more parts with `/` between them; a part begins with a lower-case letter or a digit and
 * goes on with these, `.`, `_` and `-`. So none climbs out of a folder, and none is another one's in a file
 * system that does not tell case.
 *
 * @throws ObjectStorageFault
 */
export function partsOfKey(key: string): readonly string[] {
  const parts = key.split('/');
  const isSound = (part: string): boolean =>
    part.length <= longestPart && /^[\da-z][\da-z._-]*$/.test(part);
  if (key.length > longestKey || !parts.every(isSound)) {
    throw new ObjectStorageFault(`${JSON.stringify(key.slice(0, 80))} is no key`, false);
  }
  return parts;
}
