import { isHash, isObject } from './chain.ts';
import { type Finding, finding } from './finding.ts';
import type { Hashing } from './hashing.ts';
import { type Reference, type SoundLine, splitLines } from './record-line.ts';
import { hashOfText, type StoredText } from './seal.ts';

/** A text that an event refers to and that is not there: sealed or erased, or withheld. */
export type MissingText = {
  readonly seq: number;
  readonly id: string;
  readonly path: string;
  readonly hash: string;
};

export type TextsVerdict = {
  /** Texts that are there and are those that events refer to, by their hash. */
  readonly present: ReadonlyMap<string, string>;
  readonly missing: readonly MissingText[];
  readonly findings: readonly Finding[];
};

type Place = { readonly line: SoundLine; readonly reference: Reference };

/** Checks `texts.jsonl` against the events of a chain that was read with its references. */
export function verifyTexts(
  chain: readonly SoundLine[],
  bytes: Uint8Array,
  hashing: Hashing,
): TextsVerdict {
  const places = new Map<string, Place>();
  for (const line of chain) {
    for (const reference of line.references) places.set(reference.hash, { line, reference });
  }
  const present = new Map<string, string>();
  const changed = new Set<string>();
  const findings: Finding[] = [];
  for (const { n, text } of splitLines(bytes)) {
    const stored = text === null ? null : parseText(text);
    const actual = stored === null ? null : hashOfText(stored.salt, stored.text, hashing);
    if (stored !== null && actual === stored.hash && places.has(actual)) {
      present.set(actual, stored.text);
      continue;
    }
    const place = stored === null ? undefined : places.get(stored.hash);
    if (place === undefined) findings.push(finding('RV13', { line: n }));
    else {
      changed.add(place.reference.hash);
      const { seq, id, path } = named(place);
      findings.push(finding('RV12', { line: n, seq, id, path }));
    }
  }
  const missing = [...places.values()]
    .filter(({ reference: { hash } }) => !present.has(hash) && !changed.has(hash))
    .map(named);
  return { present, missing, findings };
}

/** The texts that a `texts.jsonl` holds, whether or not they match; lines that hold none left out. */
export function readTexts(bytes: Uint8Array): readonly StoredText[] {
  return [...splitLines(bytes)]
    .map(({ text }) => (text === null ? null : parseText(text)))
    .filter((stored) => stored !== null);
}

/** `texts.jsonl`: each text one line. */
export function textsText(texts: readonly StoredText[]): string {
  return texts.map(({ hash, salt, text }) => `${JSON.stringify({ hash, salt, text })}\n`).join('');
}

function named({ line: { seq, id }, reference: { path, hash } }: Place): MissingText {
  return { seq, id, path: path.join('.'), hash };
}

function parseText(line: string): StoredText | null {
  try {
    const value: unknown = JSON.parse(line);
    if (!isObject(value)) return null;
    const { hash, salt, text } = value;
    if (!isHash(hash) || typeof salt !== 'string' || typeof text !== 'string') return null;
    if (!/^([0-9a-f]{2}){16,}$/.test(salt) || !text.isWellFormed()) return null;
    return { hash, salt, text };
  } catch {
    return null;
  }
}
