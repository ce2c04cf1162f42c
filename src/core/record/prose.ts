/** JSON as the record holds it. A member that has no value is left out, never `undefined`. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** A text of a document, a person or a statement: it stands beside the record, never in it. */
export type Prose = { readonly prose: string };

/** What the record holds in its place: lower-case hex SHA-256(salt ‖ text in UTF-8). */
export type Sealed = { readonly sealed: string };

/** Narrows a read-only list, which `Array.isArray` does not. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
