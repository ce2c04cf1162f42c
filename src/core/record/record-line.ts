import { encodeEvent, isEvent } from './chain.ts';
import type { RecordedEvent } from './event.ts';
import type { Hashing } from './hashing.ts';
import { headSigned } from './head.ts';
import { isList, type Json } from './prose.ts';
import type { Path } from './seal.ts';

/** A line whose hash is that of its content. What it says may still be in the wrong place. */
export type SoundLine = {
  readonly kind: 'sound';
  /** 1-based. */
  readonly n: number;
  readonly ended: boolean;
  readonly case: string;
  readonly seq: number;
  readonly id: string;
  readonly prev: string;
  readonly hash: string;
  /** Whether its bytes are exactly its canonical JSON. */
  readonly canonical: boolean;
  /** The whole event, where it is a signed head. */
  readonly head: RecordedEvent | null;
  readonly references: readonly Reference[];
};

/** A line that is no event, or whose hash is not that of its content. */
export type BrokenLine = {
  readonly kind: 'broken';
  readonly n: number;
  readonly ended: boolean;
  /** Whether it has the shape of an event. */
  readonly shaped: boolean;
};

export type RecordLine = SoundLine | BrokenLine;

/** A place in an event where a sealed text belongs. */
export type Reference = { readonly path: Path; readonly hash: string };

// The Encoding Standard's decoder is the same in browsers and in Node; core's types know neither.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const newline = 10;

/** Cuts bytes at newlines; `ended` is false for a last line without one. */
export function* splitLines(
  bytes: Uint8Array,
): Generator<{ readonly n: number; readonly ended: boolean; readonly text: string | null }> {
  // Strict, and blind to byte order marks: a changed byte must never read as the one before it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const read = (from: number, to: number): string | null => {
    try {
      return decoder.decode(bytes.subarray(from, to));
    } catch {
      return null;
    }
  };
  let start = 0;
  for (let n = 1; start < bytes.length; n += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    yield { n, ended: found !== -1, text: read(start, end) };
    start = end + 1;
  }
}

/** The lines of `record.jsonl`; references to texts are gathered where asked for. */
export function readRecordLines(
  bytes: Uint8Array,
  hashing: Hashing,
  withReferences: boolean,
): readonly RecordLine[] {
  const lines: RecordLine[] = [];
  for (const { n, ended, text } of splitLines(bytes)) {
    const event = text === null ? null : parseEvent(text);
    const encoded = event === null ? null : encoding(event, hashing);
    if (event === null || encoded?.hash !== event.hash) {
      lines.push({ kind: 'broken', n, ended, shaped: event !== null });
      continue;
    }
    lines.push({
      kind: 'sound',
      n,
      ended,
      case: event.case,
      seq: event.seq,
      id: event.id,
      prev: event.prev,
      hash: event.hash,
      canonical: encoded.line === text,
      head: event.type === headSigned ? event : null,
      references: withReferences ? referencesOf(event) : [],
    });
  }
  return lines;
}

/** The event that a line holds, or null where it holds none. */
function parseEvent(line: string): RecordedEvent | null {
  try {
    const value: unknown = JSON.parse(line);
    return isEvent(value) ? value : null;
  } catch {
    return null;
  }
}

/** The value of a JSON file, or undefined where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The events of a `record.jsonl` as they stand there; other lines left out. Verify the record first. */
export function readEvents(bytes: Uint8Array): readonly RecordedEvent[] {
  return [...splitLines(bytes)]
    .map(({ text }) => (text === null ? null : parseEvent(text)))
    .filter((event) => event !== null);
}

/** A parsed line may hold what canonical JSON refuses: lone surrogates, numbers without bound. */
function encoding(event: RecordedEvent, hashing: Hashing): ReturnType<typeof encodeEvent> | null {
  try {
    return encodeEvent(event, hashing);
  } catch {
    return null;
  }
}

function referencesOf(event: RecordedEvent): readonly Reference[] {
  const found: Reference[] = [];
  const walk = (value: Json, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isList(value)) return value.forEach((item, at) => walk(item, [...path, at]));
    const { sealed } = value;
    const entries = Object.entries(value);
    if (typeof sealed === 'string' && entries.length === 1) found.push({ path, hash: sealed });
    else for (const [name, inner] of entries) walk(inner, [...path, name]);
  };
  walk(event.by, ['by']);
  walk(event.data, ['data']);
  return found;
}
