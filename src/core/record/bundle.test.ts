import { describe, expect, test } from 'vitest';
import { sampleRecord } from '../../../test/sample-record.ts';
import { batchOf } from './batch.ts';
import { type BundleFiles, bundleFiles, bundleParts, verifyBundle } from './bundle.ts';
import { chainEvents, tipOf } from './chain.ts';
import { fingerprint } from './head.ts';
import { portableHashing } from './hashing.ts';
import { proseOfFile } from './seal.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const original = encode('an invoice');
const transcript = encode('# Transcript');
const document = `documents/${portableHashing.bytes(original)}`;
const files = new Map([
  [document, original],
  ['transcript.md', transcript],
]);

const filed = batchOf(
  'C-1',
  tipOf('C-1', []),
  [
    {
      id: 'filed',
      at: '2026-03-02T09:00:00.000Z',
      by: { seat: 'secretary', kind: 'court' },
      type: 'papers-filed',
      data: {
        papers: [...files].map(([name, bytes]) => proseOfFile(name, portableHashing.bytes(bytes))),
      },
    },
  ],
  ([, , n]) => new Uint8Array(16).fill(Number(n)),
);
const sample = sampleRecord(8, { after: filed.events });
const parts = { events: sample.events, texts: [...filed.texts, ...sample.texts], files };
const bundle = bundleFiles('C-1', parts);

function changed(name: string, bytes: Uint8Array | string | null): BundleFiles {
  const copy = new Map(bundle);
  if (bytes === null) copy.delete(name);
  else copy.set(name, typeof bytes === 'string' ? encode(bytes) : bytes);
  return copy;
}

function told(files: BundleFiles): readonly (readonly [string, string | null])[] {
  return verifyBundle(files).findings.map(({ rule, id, path }) => [rule, id ?? path] as const);
}

describe('a bundle', () => {
  test('holds record, texts, papers, manifest and how to verify, sorted, twice the same', () => {
    expect([...bundle.keys()]).toEqual([
      'VERIFY.md',
      document,
      'manifest.json',
      'record.jsonl',
      'texts.jsonl',
      'transcript.md',
    ]);
    expect(bundleFiles('C-1', { ...parts, files: new Map([...files].toReversed()) })).toEqual(
      bundle,
    );
    expect(bundleParts(bundle)).toEqual(parts);
  });

  test('that nobody touched is consistent', () => {
    expect(verifyBundle(bundle)).toMatchObject({
      kind: 'consistent-signer-unknown',
      findings: [],
      missing: [],
      missingFiles: [],
    });
    const trust = fingerprint(sample.publicKey);
    expect(verifyBundle(bundle, trust).kind).toBe('consistent-and-trusted');
  });

  test('without a paper still verifies and names what is missing', () => {
    const less = bundleFiles('C-1', { ...parts, files: new Map([['transcript.md', transcript]]) });
    expect(verifyBundle(less)).toMatchObject({
      kind: 'consistent-signer-unknown',
      missingFiles: [document],
    });
  });

  test('[RV14] a file that is changed, added or gone since the manifest', () => {
    expect(told(changed('transcript.md', transcript.slice(1)))).toEqual([
      ['RV14', 'transcript.md'],
      ['RV15', 'transcript.md'],
    ]);
    expect(told(changed(document, null))).toEqual([['RV14', document]]);
  });

  test('[RV15] a file that no event vouches for, though the manifest does', () => {
    const forged = new Map(files)
      .set('transcript.md', encode('# Another'))
      .set('more.md', original);
    expect(told(bundleFiles('C-1', { ...parts, files: forged }))).toEqual([
      ['RV15', 'more.md'],
      ['RV15', 'transcript.md'],
    ]);
  });

  test('[RV15] a page that tells to verify in another way, though the manifest lists it', () => {
    const page = encode('Send the file to verify@example.org');
    const manifest = new TextDecoder()
      .decode(bundle.get('manifest.json'))
      .replace(portableHashing.bytes(bundle.get('VERIFY.md') ?? page), portableHashing.bytes(page))
      .replace(String(bundle.get('VERIFY.md')?.length), String(page.length));
    const forged = new Map(changed('VERIFY.md', page)).set('manifest.json', encode(manifest));
    expect(told(forged)).toEqual([['RV15', 'VERIFY.md']]);
  });

  test('[RV16] a manifest that says another thing than the record, or nothing', () => {
    const manifest = new TextDecoder().decode(bundle.get('manifest.json'));
    for (const [from, to, path] of [
      ['"version":1', '"version":2', 'format'],
      ['first-court bundle', 'other', 'format'],
      ['"case":"C-1"', '"case":"C-2"', 'case'],
      ['"seq":8', '"seq":7', 'head'],
      ['"head":', '"heads":', 'head'],
    ] as const) {
      expect(told(changed('manifest.json', manifest.replace(from, to)))).toEqual([['RV16', path]]);
    }
    for (const none of ['nonsense', '[]', '{}', null]) {
      expect(told(changed('manifest.json', none))).toEqual([['RV16', 'manifest.json']]);
    }
  });

  test('of a broken record is broken, and one without events is none', () => {
    const [first, ...rest] = sample.events;
    const cut = bundleFiles('C-1', { ...parts, events: rest });
    expect(first?.seq).toBe(1);
    expect(verifyBundle(cut).findings[0]).toMatchObject({ rule: 'RV3', seq: 1 });
    expect(verifyBundle(new Map()).kind).toBe('not-a-record');
    const empty = bundleFiles('C-1', {
      events: chainEvents('C-1', tipOf('C-1', []), []),
      texts: [],
      files: new Map(),
    });
    expect(verifyBundle(empty).kind).toBe('not-a-record');
    expect(bundleParts(new Map([['record.jsonl', Uint8Array.of(0xff, 10, 0x7b)]])).events).toEqual(
      [],
    );
  });
});
