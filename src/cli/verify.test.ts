import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { sampleRecord } from '../../test/sample-record.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { readBundle, writeBundle } from '../adapters/zip/bundle.ts';
import { fingerprint } from '../core/record/head.ts';
import type { ExitCode } from './io.ts';
import { verifyCommand } from './verify.ts';

const tools = { archive: { pack: writeBundle, open: readBundle }, hashing: systemHashing };

const sample = sampleRecord(30);
const trust = fingerprint(sample.publicKey);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Answer = { readonly code: ExitCode | undefined; readonly out: string; readonly err: string };

async function verify(bytes: Uint8Array | null, ...more: readonly string[]): Promise<Answer> {
  const file = join(folder, 'file');
  if (bytes === null) await rm(file, { force: true });
  else await writeFile(file, bytes);
  const { context, out, err, codes } = capturedIo();
  await verifyCommand(context, tools).parseAsync(['node', 'verify', file, ...more]);
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  return { code: codes[0], out: text(out), err: text(err) };
}

describe('court verify', () => {
  test('says that a record is consistent, and whose it is where the key is trusted', async () => {
    const unknown = await verify(sample.record);
    expect(unknown).toMatchObject({ code: 0, err: '' });
    expect(unknown.out).toContain('Consistent, signer unknown');
    expect(unknown.out).toContain('Case C-1: 30 events, 2 valid signed heads.');
    expect(unknown.out).toContain(`Key: ${trust}`);
    const trusted = await verify(sample.record, '--trust', trust.replaceAll(' ', ''));
    expect([trusted.code, trusted.out.split(':')[0]]).toEqual([0, 'Consistent']);
  });

  test('says what was changed and where, in either language, and exits with 1', async () => {
    const lines = Buffer.from(sample.record).toString().split('\n');
    const record = Buffer.from(lines.with(6, lines[6]?.replace('S7', 'S8') ?? '').join('\n'));
    const english = await verify(record);
    expect(english.code).toBe(1);
    expect(english.out).toContain('BROKEN');
    expect(english.out).toContain('Line 7 was changed');
    const spanish = await verify(record, '--language', 'es');
    expect(spanish.out).toContain('La línea 7 fue alterada');
    const { out } = await verify(record, '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: 'broken',
      case: 'C-1',
      findings: [{ rule: 'RV1', what: 'edited', line: 7, seq: 7, says: expect.any(String) }],
    });
  });

  test('fails a record that was rewritten whole under another key, where a key is trusted', async () => {
    const { record } = sampleRecord(30, { seed: 2 });
    expect((await verify(record)).code).toBe(0);
    const answer = await verify(record, '--trust', trust);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain('[RV10]');
  });

  test('verifies a bundle, names what is missing, and not more than a person reads', async () => {
    const { events, texts } = sample;
    const files = new Map<string, Uint8Array>();
    expect((await verify(writeBundle('C-1', { events, texts, files }))).code).toBe(0);
    const answer = await verify(writeBundle('C-1', { events, texts: texts.slice(0, 5), files }));
    expect(answer.code).toBe(0);
    expect(answer.out).toContain('Missing text: event 3 (event-3), at data.anchors.0.quote');
    expect(answer.out).toMatch(/… and \d+ more/);
    const json = JSON.parse(
      (await verify(writeBundle('C-1', { events, texts, files }), '--json')).out,
    );
    expect(json).toMatchObject({ missing: [], missingFiles: [], texts: texts.length });
  });

  test('exits with 2 where there is nothing to verify', async () => {
    const text = new TextEncoder();
    expect(await verify(null)).toMatchObject({ code: 2, out: '' });
    expect((await verify(text.encode('dear sirs\n'))).err).toContain(
      'neither a bundle nor a record',
    );
    expect(await verify(new Uint8Array(), '--language', 'es')).toMatchObject({ code: 2 });
    expect((await verify(text.encode('PK broken'))).err).toContain('[BN1]');
    expect((await verify(sample.record, '--trust', 'abc')).err).toContain('64 hex digits');
  });
});
