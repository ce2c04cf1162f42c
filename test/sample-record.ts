import { ed25519 } from '@noble/curves/ed25519.js';
import { batchOf } from '../src/core/record/batch.ts';
import { chainEvents, recordText, tipOf } from '../src/core/record/chain.ts';
import type { RecordedEvent } from '../src/core/record/event.ts';
import { headAfter, type HeadPurpose } from '../src/core/record/head.ts';
import type { JsonObject } from '../src/core/record/prose.ts';
import type { StoredText } from '../src/core/record/seal.ts';
import { textsText } from '../src/core/record/verify-texts.ts';

export type SampleRecord = {
  readonly events: readonly RecordedEvent[];
  readonly texts: readonly StoredText[];
  /** Bytes of `record.jsonl` and of `texts.jsonl`. */
  readonly record: Uint8Array;
  readonly besides: Uint8Array;
  readonly publicKey: Uint8Array;
};

type SampleChoices = {
  readonly seed?: number;
  readonly caseId?: string;
  /** More data for the event before the last. */
  readonly extra?: JsonObject;
  /** Events of the same case to begin with. */
  readonly after?: readonly RecordedEvent[];
};

/**
 * A record of `count` events in a fictional case, signed when the hearing closes, half way, and when it
 * is exported, at the end.
 */
export function sampleRecord(
  count: number,
  { seed = 1, caseId = 'C-1', extra = {}, after = [] }: SampleChoices = {},
): SampleRecord {
  const secret = new Uint8Array(32).fill(seed);
  const publicKey = ed25519.getPublicKey(secret);
  const events: RecordedEvent[] = [...after];
  const texts: StoredText[] = [];
  const sign = (purpose: HeadPurpose): void => {
    const tip = tipOf(caseId, events);
    const by = { seat: 'court', kind: 'court' as const };
    const head = headAfter(caseId, tip, purpose, publicKey, {
      id: `head-${tip.seq}`,
      at: at(0),
      by,
    });
    const signature = ed25519.sign(head.statement, secret);
    events.push(...chainEvents(caseId, tip, [head.signed(signature)]));
  };
  for (let seq = after.length + 1; seq < count; seq += 1) {
    if (seq === count >> 1) {
      sign('hearing-closed');
      continue;
    }
    const draft = {
      id: `event-${seq}`,
      at: at(seq),
      by: { seat: 'prosecutor', kind: 'mind' as const },
      type: 'statement-made',
      data: {
        statement: `S${seq}`,
        text: { prose: `Statement ${seq}: the goods of lot ${seq * 7} came late — según consta.` },
        anchors: [
          { source: `E${seq % 9}`, start: seq, end: seq + 40, quote: { prose: `lot ${seq}` } },
        ],
        weight: 0.6,
        ...(seq === count - 1 ? extra : {}),
      },
    };
    const batch = batchOf(caseId, tipOf(caseId, events), [draft], ([, ...path]) =>
      new TextEncoder().encode(`${seq} ${path.join()}`.padEnd(16, '.')),
    );
    events.push(...batch.events);
    texts.push(...batch.texts);
  }
  sign('exported');
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    events,
    texts,
    record: encode(recordText(events)),
    besides: encode(textsText(texts)),
    publicKey,
  };
}

function at(seq: number): string {
  return new Date(Date.UTC(2026, 2, 2, 9) + seq * 1000).toISOString();
}
