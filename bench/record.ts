import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileRecordStore } from '../src/adapters/file/record-store.ts';
import { systemHashing } from '../src/adapters/system/hashing.ts';
import { batchOf } from '../src/core/record/batch.ts';
import { tipOf } from '../src/core/record/chain.ts';
import { type Hashing, portableHashing } from '../src/core/record/hashing.ts';
import { verifyRecord } from '../src/core/record/verify-record.ts';
import { sampleRecord } from '../test/sample-record.ts';
import type { Figure } from './figure.ts';

const count = 20_000;
const appends = 400;

/** Verification of a record of 20,000 events, and one durable append of an event with its text. */
export async function benchRecord(): Promise<Figure[]> {
  return [...verification(), ...(await durableAppend())];
}

function verification(): Figure[] {
  const { record } = sampleRecord(count);
  const rate = (hashing: Hashing): number =>
    count / best(5, () => verifyRecord({ record }, hashing));
  const lines = Buffer.from(record).toString().split('\n');
  const bare = count / best(5, () => lines.forEach((line) => systemHashing.text(line)));
  const system = rate(systemHashing);
  return [
    {
      name: 'chain verification',
      value: system,
      unit: 'events/s',
      limit: 100_000,
      against: 'at least',
    },
    {
      name: 'chain verification: its rate over that of hashing',
      value: system / bare,
      unit: 'ratio',
      limit: 0.05,
      against: 'bare SHA-256 of the same lines, at least',
      better: 'higher',
    },
    {
      name: 'chain verification as in a browser, SHA-256 in JavaScript',
      value: rate(portableHashing),
      unit: 'events/s',
      limit: 25_000,
      against: 'at least',
    },
  ];
}

async function durableAppend(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'court-bench-'));
  try {
    const store = fileRecordStore(folder);
    const file = await open(join(folder, 'bare'), 'a');
    const [own, bare]: [number[], number[]] = [[], []];
    let tip = tipOf('C-1', []);
    for (let n = 0; n < appends; n += 1) {
      const text = `Statement ${n}: ${'the goods came late, '.repeat(10)}`;
      const draft = {
        id: `event-${n}`,
        at: '2026-03-02T09:00:00.000Z',
        by: { seat: 'prosecutor', kind: 'mind' as const },
        type: 'statement-made',
        data: { text: { prose: text }, anchors: [{ source: 'E1', start: 0, end: 20 }] },
      };
      const expected = tip.seq;
      own.push(
        await timed(async () => {
          const batch = batchOf('C-1', tip, [draft], () => new Uint8Array(16).fill(n));
          await store.append('C-1', batch, expected);
          tip = tipOf('C-1', batch.events);
        }),
      );
      const bytes = Buffer.alloc(1_000, 'x');
      bare.push(
        await timed(async () => {
          await file.write(bytes);
          await file.datasync();
        }),
      );
    }
    await file.close();
    await store.close();
    return [
      figure('durable append, p50', quantile(own, 0.5), 5, 'the whole of a turn'),
      figure('durable append, p95', quantile(own, 0.95), 5, 'the whole of a turn'),
      {
        name: 'durable append: its median over that of a bare write',
        value: quantile(own, 0.5) / quantile(bare, 0.5),
        unit: 'ratio',
        limit: 4,
        against: 'a write and fdatasync of as many bytes',
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function figure(name: string, value: number, limit: number, against: string): Figure {
  return { name, value, unit: 'ms', limit, against };
}

/** Seconds of the quickest of several runs. */
function best(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times) / 1000;
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}
