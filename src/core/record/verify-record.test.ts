import { describe, expect, test } from 'vitest';
import { sampleRecord } from '../../../test/sample-record.ts';
import { chainEvents, encodeEvent, tipOf } from './chain.ts';
import type { RecordedEvent } from './event.ts';
import { describeFinding, finding } from './finding.ts';
import { fingerprint } from './head.ts';
import { type Verdict, verifyRecord } from './verify-record.ts';

const sample = sampleRecord(20);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = decode(sample.record).split('\n').slice(0, -1);
const line = (n: number): string => lines[n - 1] ?? '';
const trust = fingerprint(sample.publicKey);

/** The verdict on lines, each ended. */
function verdictOn(
  changed: readonly (string | undefined)[],
  more: { trust?: string } = {},
): Verdict {
  return verifyRecord({ record: encode(changed.map((line) => `${line}\n`).join('')), ...more });
}

function told({ findings }: Verdict): readonly (readonly [string, number | null, number | null])[] {
  return findings.map(({ rule, line, seq }) => [rule, line, seq] as const);
}

/** An event changed by somebody who mends its own hash, and no other. */
function forged(seq: number, change: Partial<RecordedEvent>): string {
  const event = sample.events[seq - 1];
  if (event === undefined) throw new Error(`no event ${seq}`);
  return encodeEvent({ ...event, ...change }).line;
}

describe('a record that nobody touched', () => {
  test('is consistent, its signer unknown until somebody trusts the key', () => {
    expect(verifyRecord({ record: sample.record })).toMatchObject({
      kind: 'consistent-signer-unknown',
      case: 'C-1',
      events: 20,
      heads: 2,
      fingerprint: trust,
      tip: { seq: 20, hash: sample.events.at(-1)?.hash },
      findings: [],
      missing: null,
    });
    expect(verdictOn(lines, { trust })).toMatchObject({ kind: 'consistent-and-trusted' });
  });

  test('rewritten whole under another key it fails the trust, and is unknown without', () => {
    const other = sampleRecord(20, { seed: 2 });
    expect(verifyRecord({ record: other.record }).kind).toBe('consistent-signer-unknown');
    const verdict = verifyRecord({ record: other.record, trust });
    expect(verdict.kind).toBe('broken');
    expect(told(verdict)).toEqual([
      ['RV10', 10, 10],
      ['RV10', 20, 20],
    ]);
  });
});

describe('what was done to a record is told, and where', () => {
  test('[RV1] an edited line, the last one too', () => {
    expect(told(verdictOn(lines.with(6, line(7).replace('"S7"', '"S8"'))))).toEqual([
      ['RV1', 7, 7],
    ]);
    expect(told(verdictOn(lines.with(0, line(1).replace('S1', 'S2'))))).toEqual([['RV1', 1, 1]]);
    expect(told(verdictOn(lines.with(19, line(20).replace('exported', 'expired'))))).toEqual([
      ['RV1', 20, 20],
    ]);
    expect(told(verdictOn(lines.with(4, 'nonsense').with(5, '{}')))).toEqual([
      ['RV1', 5, 5],
      ['RV1', 6, 6],
    ]);
  });

  test('[RV2] an edited line with a hash of its own, even with another past', () => {
    const rewritten = forged(7, { at: '2027-01-01T00:00:00.000Z' });
    expect(told(verdictOn(lines.with(6, rewritten)))).toEqual([['RV2', 7, 7]]);
    const uprooted = forged(7, { prev: 'ab'.repeat(32) });
    expect(told(verdictOn(lines.with(6, uprooted)))).toEqual([['RV2', 7, 7]]);
    expect(told(verdictOn(lines.with(0, forged(1, { prev: 'ab'.repeat(32) }))))).toEqual([
      ['RV2', 1, 1],
      ['RV2', 1, 1],
    ]);
  });

  test('[RV2] a chain that does not begin at the genesis of its case', () => {
    const moved = chainEvents('C-9', tipOf('C-1', []), sample.events);
    expect(told(verdictOn(moved.map((event) => encodeEvent(event).line)))[0]).toEqual([
      'RV2',
      1,
      1,
    ]);
  });

  test('[RV3] deleted lines, at the beginning too', () => {
    const middle = verdictOn(lines.toSpliced(6, 2));
    expect(told(middle)).toEqual([['RV3', 7, 7]]);
    expect(middle.findings[0]?.through).toBe(8);
    expect(told(verdictOn(lines.slice(3)))).toEqual([['RV3', 1, 1]]);
    expect(told(verdictOn(lines.toSpliced(15, 4)))).toEqual([['RV3', 16, 16]]);
    expect(told(verdictOn(lines.toSpliced(6, 3, 'nonsense')))).toEqual([
      ['RV1', 7, 7],
      ['RV3', 8, 8],
    ]);
  });

  test('[RV4] inserted lines: copies, forged events, events of another case, nonsense', () => {
    expect(told(verdictOn(lines.toSpliced(12, 0, line(4))))).toEqual([['RV4', 13, 4]]);
    expect(told(verdictOn(lines.toSpliced(2, 0, line(14))))).toEqual([['RV4', 3, 14]]);
    expect(told(verdictOn(lines.toSpliced(6, 0, forged(7, { id: 'x' }))))).toEqual([['RV4', 7, 7]]);
    const other = decode(sampleRecord(20, { caseId: 'C-2' }).record).split('\n');
    expect(told(verdictOn(lines.toSpliced(6, 0, other[6] ?? '')))).toEqual([['RV4', 7, 7]]);
    expect(told(verdictOn(lines.toSpliced(6, 0, '')))).toEqual([['RV4', 7, null]]);
    expect(told(verdictOn([...lines, 'nonsense']))).toEqual([['RV4', 21, null]]);
    expect(told(verdictOn(lines.toSpliced(6, 1, 'nonsense', 'nonsense')))).toEqual([
      ['RV1', 7, 7],
      ['RV4', 8, null],
    ]);
  });

  test('[RV5] swapped lines', () => {
    expect(told(verdictOn(lines.with(4, line(12)).with(11, line(5))))).toEqual([
      ['RV5', 5, 12],
      ['RV5', 12, 5],
    ]);
    expect(told(verdictOn(lines.toSpliced(4, 2, line(6), line(5))))).toHaveLength(1);
    expect(told(verdictOn(lines.toSpliced(18, 2, line(20), line(19))))).toEqual([['RV5', 20, 19]]);
  });

  test('[RV6] a cut tail, at an earlier head and after a false end too', () => {
    expect(told(verdictOn(lines.slice(0, 15)))).toEqual([['RV6', 15, 15]]);
    expect(told(verdictOn(lines.slice(0, 10)))).toEqual([['RV6', 10, 10]]);
    const [more] = chainEvents('C-1', tipOf('C-1', sample.events), sample.events.slice(0, 1));
    if (more === undefined) throw new Error('no event');
    expect(told(verdictOn([...lines, encodeEvent(more).line]))).toEqual([['RV6', 21, 21]]);
  });

  test('[RV7] a cut in the middle of a line, if only its newline is gone', () => {
    const cut = (bytes: number): Verdict =>
      verifyRecord({ record: sample.record.slice(0, sample.record.length - bytes) });
    expect(told(cut(1))).toEqual([['RV7', 20, null]]);
    expect(told(cut(9))).toEqual([['RV7', 20, null]]);
  });

  test('[RV8] other bytes for the same words', () => {
    expect(told(verdictOn(lines.with(6, ` ${line(7)}`)))).toEqual([['RV8', 7, 7]]);
    const escaped = line(7).replace('"S7"', String.raw`"\u00537"`);
    expect(told(verdictOn(lines.with(6, escaped)))).toEqual([['RV8', 7, 7]]);
  });

  test('[RV9] a record rewritten from some event on without the key: between the last good head and the next', () => {
    const tip = tipOf('C-1', sample.events.slice(0, 12));
    const rest = sample.events
      .slice(12)
      .map((event) => ({ ...event, by: { seat: 'judge', kind: 'person' as const } }));
    const rewritten = [...sample.events.slice(0, 12), ...chainEvents('C-1', tip, rest)];
    const verdict = verdictOn(rewritten.map((event) => encodeEvent(event).line));
    expect(told(verdict)).toEqual([['RV9', 20, 11]]);
    expect(verdict.findings[0]?.through).toBe(19);
    const unshaped = forged(20, { data: {} });
    expect(told(verdictOn(lines.with(19, unshaped)))).toEqual([['RV9', 20, 11]]);
  });

  test('[RV9] the closing head cannot change its own date, author or id', () => {
    for (const change of [
      { at: '2027-01-01T00:00:00.000Z' },
      { id: 'x' },
      { by: { seat: 'x', kind: 'mind' as const } },
    ]) {
      expect(told(verdictOn(lines.with(19, forged(20, change))))).toEqual([['RV9', 20, 11]]);
    }
  });

  test('[RV11] heads of two keys', () => {
    expect(told(verdictOn(mixedKeys()))).toEqual([['RV11', 5, 5]]);
  });

  test('bytes that are no UTF-8, numbers and texts that JSON does not hold break their line alone', () => {
    const bytes = sample.record.slice();
    bytes[encode(lines.slice(0, 6).join('\n')).length + 40] = 0xff;
    expect(told(verifyRecord({ record: bytes }))).toEqual([['RV1', 7, 7]]);
    const infinite = line(7).replace('"weight":0.6', '"weight":1e999');
    expect(told(verdictOn(lines.with(6, infinite)))).toEqual([['RV1', 7, 7]]);
    const marked = verifyRecord({ record: Uint8Array.of(0xef, 0xbb, 0xbf, ...sample.record) });
    expect(told(marked)).toEqual([['RV1', 1, 1]]);
  });

  test('what is no record is told apart from a broken one', () => {
    expect(verifyRecord({ record: new Uint8Array() }).kind).toBe('not-a-record');
    expect(verdictOn(['dear sirs', '{"v":1}']).kind).toBe('not-a-record');
    const lonely = verdictOn([line(7).replace('"S7"', '"S8"')]);
    expect([lonely.kind, told(lonely)]).toEqual(['broken', [['RV1', 1, 1]]]);
  });
});

test('a finding is a sentence in both languages', () => {
  const found = finding('RV3', { line: 7, seq: 7, through: 8 });
  expect(describeFinding(found, 'en')).toBe('Events 7 to 8 are missing before line 7.');
  expect(describeFinding(found, 'es')).toBe('Faltan los eventos 7 a 8 antes de la línea 7.');
  expect(describeFinding(finding('RV13', {}), 'en')).toContain('Line ? of texts.jsonl');
});

/** A record of ten events whose closing head is of another key than the first. */
function mixedKeys(): readonly string[] {
  const first = sampleRecord(10).events.slice(0, 5);
  const second = sampleRecord(10, { seed: 2, after: first });
  return second.events.map((event) => encodeEvent(event).line);
}
