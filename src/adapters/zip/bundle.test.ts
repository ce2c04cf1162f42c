import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sampleRecord } from '../../../test/sample-record.ts';
import { bundleFiles, verifyBundle } from '../../core/record/bundle.ts';
import { readBundle, writeBundle } from './bundle.ts';

const { events, texts } = sampleRecord(6);
const parts = { events, texts, files: new Map() };
const bytes = writeBundle('C-1', parts);
const plain = Object.fromEntries(bundleFiles('C-1', parts));

async function rulesOf(
  zip: Uint8Array,
  limits?: { entries: number; bytes: number },
): Promise<readonly string[]> {
  const answer = await readBundle(zip, limits);
  return answer.kind === 'refused' ? answer.refusals.map(({ rule }) => rule) : [];
}

describe('bundle.zip', () => {
  test('[AR2] is read back as it was written', async () => {
    const answer = await readBundle(bytes);
    if (answer.kind === 'refused') throw new Error(answer.refusals[0]?.says);
    expect(answer.files).toEqual(bundleFiles('C-1', parts));
    expect(verifyBundle(answer.files).findings).toEqual([]);
  });

  test('[AR1] comes out the same for the same parts, in any time zone', () => {
    const zone = process.env['TZ'];
    for (const other of ['Pacific/Auckland', 'America/Santiago', 'UTC']) {
      process.env['TZ'] = other;
      expect(Buffer.compare(writeBundle('C-1', parts), bytes)).toBe(0);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('[AR3] [BN1] what is no zip, or broken, is refused', async () => {
    expect(await rulesOf(new Uint8Array())).toEqual(['BN1']);
    expect(await rulesOf(bytes.slice(0, -30))).toEqual(['BN1']);
    const bent = bytes.slice();
    bent.fill(0xff, 60, 90);
    expect(await rulesOf(bent)).toEqual(['BN1']);
  });

  test('[AR3] [BN2] a bomb is refused by what it claims, and by what it holds beyond that', async () => {
    const bomb = zipSync({ ...plain, big: new Uint8Array(5_000_000) });
    expect(await rulesOf(bomb, { entries: 10, bytes: 1_000_000 })).toEqual(['BN2']);
    expect(await rulesOf(bytes, { entries: 2, bytes: 1_000_000 })).toEqual(['BN2']);
    const lying = Buffer.from(bomb);
    for (
      let at = lying.indexOf('PK\u0001\u0002');
      at !== -1;
      at = lying.indexOf('PK\u0001\u0002', at + 4)
    ) {
      if (lying.readUInt32LE(at + 24) === 5_000_000) lying.writeUInt32LE(10, at + 24);
    }
    expect(await rulesOf(lying, { entries: 10, bytes: 1_000_000 })).toEqual(['BN1']);
  });

  test('[BN3] names that lead elsewhere are refused', async () => {
    for (const name of [
      '../evil',
      '/etc/passwd',
      'a/../b',
      'a/b/c',
      '.hidden',
      'a\\b',
      'documents/',
      'a:b',
      '',
    ]) {
      const [rule] = await rulesOf(zipSync({ ...plain, [name]: Uint8Array.of(1) }));
      expect(['BN1', 'BN3']).toContain(rule);
    }
  });

  test('[BN4] a name twice is refused', async () => {
    const zip = Buffer.from(zipSync({ ...plain, 'texts.jsonX': Uint8Array.of(1) }));
    const twice = Buffer.from(
      zip.toString('latin1').replaceAll('texts.jsonX', 'texts.jsonl'),
      'latin1',
    );
    expect(await rulesOf(twice)).toEqual(['BN4']);
  });

  test('[BN5] a part that is not there is named', async () => {
    expect(await rulesOf(zipSync({ 'record.jsonl': Uint8Array.of(1) }))).toEqual(['BN5', 'BN5']);
  });
});
