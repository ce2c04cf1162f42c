import { describe, expect, test } from 'vitest';
import { sampleRecord } from '../../../test/sample-record.ts';
import { hashOfText, type StoredText } from './seal.ts';
import { type Verdict, verifyRecord } from './verify-record.ts';
import { readTexts, textsText } from './verify-texts.ts';

const sample = sampleRecord(6, { extra: { note: { sealed: 'ab'.repeat(32) }, sealed: 'a word' } });
const withheld = { seq: 5, id: 'event-5', path: 'data.note', hash: 'ab'.repeat(32) };

function verdictOn(texts: string): Verdict {
  return verifyRecord({ record: sample.record, texts: new TextEncoder().encode(texts) });
}

describe('texts beside the record', () => {
  test('are read back as they were written', () => {
    expect(readTexts(sample.besides)).toEqual(sample.texts);
    expect(readTexts(Uint8Array.of(0xff, 10, 0x7b, 0x7d))).toEqual([]);
  });

  test('one that is not there is named, and the record still holds', () => {
    const verdict = verdictOn(textsText(sample.texts.slice(1)));
    expect(verdict.kind).toBe('consistent-signer-unknown');
    expect(verdict.missing).toEqual([
      { seq: 1, id: 'event-1', path: 'data.text', hash: sample.texts[0]?.hash },
      withheld,
    ]);
    expect(verdict.texts.get(sample.texts[1]?.hash ?? '')).toBe(sample.texts[1]?.text);
    expect(verdictOn('').missing).toHaveLength(sample.texts.length + 1);
  });

  test('[RV12] one that was changed is found with its event and its place', () => {
    const [first, ...rest] = sample.texts as [StoredText, ...StoredText[]];
    for (const changed of [
      { ...first, text: `${first.text}.` },
      { ...first, salt: '00'.repeat(16) },
    ]) {
      const verdict = verdictOn(textsText([changed, ...rest]));
      expect(verdict.kind).toBe('broken');
      expect(verdict.findings).toMatchObject([
        { rule: 'RV12', line: 1, seq: 1, id: 'event-1', path: 'data.text' },
      ]);
      expect(verdict.missing).toEqual([withheld]);
    }
  });

  test('[RV13] one of no event, and a line that is no text, are found', () => {
    const [first] = sample.texts as [StoredText];
    const stranger = { ...first, hash: 'cd'.repeat(32) };
    const whole = textsText(sample.texts);
    const salt = '01'.repeat(16);
    const unasked = { hash: hashOfText(salt, 'unasked'), salt, text: 'unasked' };
    for (const line of [
      JSON.stringify(stranger),
      JSON.stringify(unasked),
      'nonsense',
      '[]',
      JSON.stringify({ ...first, hash: 1 }),
      JSON.stringify({ ...first, salt: 'ab' }),
      JSON.stringify({ ...first, salt: 7 }),
      JSON.stringify({ ...first, text: 7 }),
      JSON.stringify({ ...first, text: '\ud800' }),
    ]) {
      const verdict = verdictOn(`${whole}${line}\n`);
      expect(verdict.findings).toMatchObject([{ rule: 'RV13', line: sample.texts.length + 1 }]);
    }
    const garbled = Uint8Array.of(...sample.besides, 0xff, 10);
    const { findings } = verifyRecord({ record: sample.record, texts: garbled });
    expect(findings).toMatchObject([{ rule: 'RV13', line: sample.texts.length + 1 }]);
  });
});
