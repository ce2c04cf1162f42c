import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sampleRecord } from '../../../test/sample-record.ts';
import { encodeEvent } from './chain.ts';
import type { Tampering } from './finding.ts';
import { portableHashing } from './hashing.ts';
import { verifyRecord } from './verify-record.ts';

const count = process.env['LONG'] === undefined ? 1_000 : 10_000;
const sample = sampleRecord(1_000);
const hashing = { ...portableHashing, text: (text: string): string => hash('sha256', text) };
const lines = new TextDecoder().decode(sample.record).split('\n').slice(0, -1);
const starts = lines.reduce<number[]>(
  (all, line) => [...all, (all.at(-1) ?? 0) + Buffer.byteLength(line) + 1],
  [0],
);

/** A changed record, the lines of it at which the change shows, and what it may be called. */
type Mutation = {
  readonly record: Uint8Array;
  readonly at: readonly number[];
  readonly called: readonly Tampering[];
};

/** Numbers from a seed (mulberry32), below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function lineOf(byte: number): number {
  return starts.findLastIndex((start) => start <= byte) + 1;
}

function joined(changed: readonly string[]): Uint8Array {
  return Buffer.from(changed.map((line) => `${line}\n`).join(''));
}

/** A record event of another content that hashes right: all that a forger without the key can do. */
function forgery(n: number, seq: number, prev: string): string {
  const event = sample.events[n];
  if (event === undefined) throw new Error('no event');
  return encodeEvent({ ...event, id: `forged-${n}`, seq, prev }).line;
}

const kinds: Readonly<Record<string, (pick: (limit: number) => number) => Mutation>> = {
  'bit flip'(pick) {
    const byte = pick(sample.record.length);
    const record = sample.record.slice();
    record[byte] = (record[byte] ?? 0) ^ (1 << pick(8));
    return {
      record,
      at: [lineOf(byte)],
      called: ['edited', 'deleted', 'inserted', 'cut', 'not canonical'],
    };
  },
  'bytes deleted'(pick) {
    const from = pick(sample.record.length);
    const to = from + 1 + pick(40);
    const record = Buffer.concat([sample.record.subarray(0, from), sample.record.subarray(to)]);
    return { record, at: [lineOf(from)], called: ['edited', 'deleted', 'cut'] };
  },
  'bytes inserted'(pick) {
    const from = pick(sample.record.length);
    const more = Buffer.from(Array.from({ length: 1 + pick(20) }, () => pick(256)));
    const record = Buffer.concat([
      sample.record.subarray(0, from),
      more,
      sample.record.subarray(from),
    ]);
    const last = lineOf(from) + more.filter((byte) => byte === 10).length;
    return {
      record,
      at: [lineOf(from), last],
      called: ['edited', 'deleted', 'inserted', 'cut', 'not canonical'],
    };
  },
  'lines deleted'(pick) {
    const from = pick(999);
    const gone = Math.min(1 + pick(5), 999 - from);
    return { record: joined(lines.toSpliced(from, gone)), at: [from + 1], called: ['deleted'] };
  },
  swap(pick) {
    const one = pick(1_000);
    const other = (one + 1 + pick(999)) % 1_000;
    const record = joined(lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''));
    return { record, at: [one + 1, other + 1], called: ['swapped'] };
  },
  'a copy inserted'(pick) {
    const to = pick(1_001);
    return {
      record: joined(lines.toSpliced(to, 0, lines[pick(1_000)] ?? '')),
      at: [to + 1],
      called: ['inserted'],
    };
  },
  'a forged event inserted'(pick) {
    const to = pick(1_000);
    const line = forgery(pick(998), 1 + pick(1_000), sample.events[pick(1_000)]?.hash ?? '');
    return { record: joined(lines.toSpliced(to, 0, line)), at: [to + 1], called: ['inserted'] };
  },
  'a forged event that fits inserted'(pick) {
    const to = 1 + pick(1_000);
    const line = forgery(pick(998), to + 1, sample.events[to - 1]?.hash ?? '');
    return {
      record: joined(lines.toSpliced(to, 0, line)),
      at: [to + 1],
      called: ['inserted', 'cut'],
    };
  },
  'an event forged in its place'(pick) {
    const at = pick(1_000);
    const line = forgery(at, at + 1, sample.events[at]?.prev ?? '');
    return {
      record: joined(lines.with(at, line)),
      at: [at + 1],
      called: ['edited', 'bad signature'],
    };
  },
  'tail cut'(pick) {
    const left = 1 + pick(999);
    return { record: joined(lines.slice(0, left)), at: [left], called: ['cut'] };
  },
  'tail cut in a line'(pick) {
    const left = (starts[1] ?? 0) + pick(sample.record.length - (starts[1] ?? 0));
    const record = sample.record.slice(0, left);
    return { record, at: [lineOf(left - 1)], called: ['cut'] };
  },
};

test(`of ${count} changes to a record of 1,000 events each is noticed, and told at its place`, () => {
  const pick = numbers(20_260_302);
  const missed: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const [kind, mutate] = Object.entries(kinds)[n % Object.keys(kinds).length] ?? [];
    if (kind === undefined || mutate === undefined) throw new Error('no kind');
    const { record, at, called } = mutate(pick);
    if (Buffer.compare(record, sample.record) === 0) continue;
    const { kind: verdict, findings } = verifyRecord({ record }, hashing);
    const near = findings.every(({ line }) =>
      at.some((place) => Math.abs(Number(line) - place) <= 1),
    );
    const named = findings.some(({ what }) => called.includes(what));
    if (verdict !== 'broken' || !near || !named) {
      const told = findings.slice(0, 4).map(({ rule, line, seq }) => `${rule}@${line}/${seq}`);
      missed.push(`${n} ${kind} at ${at.join()}: ${verdict} ${told.join(' ')}`);
    }
  }
  expect(missed).toEqual([]);
}, 600_000);
