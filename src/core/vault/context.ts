import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Place } from './chunks.ts';

/** Which document it is. What was sealed as one document opens as no other. */
export type DocumentPlace = {
  readonly court: string;
  readonly case: string;
  readonly document: string;
};

/** What a secret is for, and whose it is: `second-factor`, the id of the person. */
export type SecretPlace = { readonly purpose: string; readonly owner: string };

/** What the wrapped key of a document is bound to. */
export function contextOfKey(place: DocumentPlace): Uint8Array {
  return fields('first-court document key 1', ...namesOf(place));
}

/** What a chunk of a document is bound to. */
export function contextOfChunk(place: DocumentPlace, { index, isLast }: Place): Uint8Array {
  return fields(
    'first-court document chunk 1',
    ...namesOf(place),
    String(index),
    isLast ? 'last' : 'more',
  );
}

/** What a small secret, and the key it is sealed with, are bound to. */
export function contextOfSecret({ purpose, owner }: SecretPlace): Uint8Array {
  return fields('first-court secret 1', purpose, owner);
}

function namesOf(place: DocumentPlace): readonly string[] {
  return [place.court, place.case, place.document];
}

/** Each text in UTF-8 behind its length (32 bits, big-endian), so that no two lists have the same bytes. */
function fields(...texts: readonly string[]): Uint8Array {
  return concatBytes(
    ...texts.flatMap((text) => {
      const bytes = utf8ToBytes(text);
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, bytes.length);
      return [length, bytes];
    }),
  );
}
