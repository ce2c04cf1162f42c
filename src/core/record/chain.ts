import { canonicalJson } from './canonical-json.ts';
import type { RecordedEvent, SealedDraft } from './event.ts';
import { type Hashing, portableHashing } from './hashing.ts';

/** The end of a chain so far. */
export type Tip = { readonly seq: number; readonly hash: string };

/** Where the chain of a case begins: before its first event. */
export function genesis(caseId: string, hashing: Hashing = portableHashing): Tip {
  return { seq: 0, hash: hashing.text(`first-court record v1 ${JSON.stringify(caseId)}`) };
}

/** Puts events in their place after `tip`, each bound to the one before by its hash. */
export function chainEvents(
  caseId: string,
  tip: Tip,
  drafts: readonly SealedDraft[],
  hashing: Hashing = portableHashing,
): readonly RecordedEvent[] {
  let { seq, hash } = tip;
  return drafts.map(({ id, at, by, type, data }) => {
    const event = { v: 1 as const, case: caseId, seq: ++seq, id, at, by, type, data, prev: hash };
    hash = encodeEvent(event, hashing).hash;
    return { ...event, hash };
  });
}

/** The end of a chain that holds these events. */
export function tipOf(caseId: string, events: readonly RecordedEvent[]): Tip {
  return events.at(-1) ?? genesis(caseId);
}

/**
 * The line of an event, without its newline, and the hash in it. `hash` stands between `data` and
 * `id` in canonical order, so both halves are written once, for the hash and for the line.
 */
export function encodeEvent(
  event: Omit<RecordedEvent, 'hash'>,
  hashing: Hashing = portableHashing,
): { readonly line: string; readonly hash: string } {
  const { at, by, case: caseId, data, id, prev, seq, type, v } = event;
  const before = canonicalJson({ at, by, case: caseId, data }).slice(0, -1);
  const after = canonicalJson({ id, prev, seq, type, v }).slice(1);
  const hash = hashing.text(`${before},${after}`);
  return { line: `${before},"hash":"${hash}",${after}`, hash };
}

/** `record.jsonl`: each event one line, each line ended. */
export function recordText(events: readonly RecordedEvent[]): string {
  return events.map((event) => `${encodeEvent(event).line}\n`).join('');
}

const hex64 = /^[0-9a-f]{64}$/;

/** Whether a parsed line has the shape of an event; says nothing about its hash. */
export function isEvent(value: unknown): value is RecordedEvent {
  // The ten members below, and so no other.
  if (!isObject(value) || Object.keys(value).length !== 10) return false;
  return (
    value['v'] === 1 &&
    typeof value['case'] === 'string' &&
    Number.isSafeInteger(value['seq']) &&
    Number(value['seq']) > 0 &&
    typeof value['id'] === 'string' &&
    typeof value['at'] === 'string' &&
    typeof value['type'] === 'string' &&
    isObject(value['by']) &&
    isObject(value['data']) &&
    isHash(value['prev']) &&
    isHash(value['hash'])
  );
}

export function isHash(value: unknown): value is string {
  return typeof value === 'string' && hex64.test(value);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
