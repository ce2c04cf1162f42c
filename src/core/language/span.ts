/** A place in a text: UTF-16 code units, `start` included and `end` not. */
export type Span = { readonly start: number; readonly end: number };
