import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { benchOf, exporting, openSmallCase, smallCourt } from '../../test/world.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { hear } from '../agents/hear.ts';
import { verifyBundle } from '../core/record/bundle.ts';
import { exportBundle } from '../court/hearing/export-case.ts';
import type { ExitCode } from './io.ts';
import { openBundle } from './open-bundle.ts';
import type { CourtAnswer } from './world.ts';
import { rejectCommand, signCommand, type JudgeDesk } from './sign.ts';

/** A world whose key files hold the seed of a key by their names. */
const desk: JudgeDesk = {
  archive: exporting.archive,
  printer: exporting.printer,
  hashing: systemHashing,
  async court({ keyFile }): Promise<CourtAnswer> {
    if (keyFile === 'none') {
      const says = 'The key file none cannot be read.';
      return { kind: 'refused', refusals: [{ rule: 'KEY1', at: ['none'], says }] };
    }
    return { kind: 'court', court: smallCourt(keyFile === 'court.key' ? 7 : 8) };
  },
};

let folder = '';
let bundle = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-sign-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  bundle = join(folder, 'bundle.zip');
  const court = smallCourt();
  const open = await openSmallCase(court);
  await hear(open, benchOf({}));
  const exported = await exportBundle(court, open, exporting);
  await writeFile(bundle, exported.bundle);
});

type Answer = { readonly code: ExitCode | undefined; readonly out: string; readonly err: string };

async function run(act: 'sign' | 'reject', ...words: readonly string[]): Promise<Answer> {
  const { context, out, err, codes } = capturedIo();
  const command = { sign: signCommand, reject: rejectCommand }[act](context, desk);
  await command.parseAsync(['node', act, ...words]);
  return { code: codes[0], out: out.join('\n'), err: err.join('\n') };
}

const sign = (...more: readonly string[]) =>
  run('sign', bundle, '--as', 'Judge Ash', '--key', 'court.key', ...more);

describe('court sign', () => {
  test('writes a signed bundle beside the old one, which verifies, and leaves nothing else', async () => {
    const old = await readFile(bundle);
    const { code, out } = await sign();
    expect(code).toBe(0);
    expect(out).toContain('The draft of C-1 is signed by Judge Ash.');
    expect(out).toContain('bundle-signed.zip');
    expect(out).toContain('5 of them new');
    expect((await readdir(folder)).toSorted()).toEqual(['bundle-signed.zip', 'bundle.zip']);
    expect(await readFile(bundle)).toEqual(old);
    const opened = await openBundle(desk, join(folder, 'bundle-signed.zip'));
    expect(opened).toMatchObject({ kind: 'opened', id: 'C-1', missing: 0 });
    const read = await desk.archive.open(await readFile(join(folder, 'bundle-signed.zip')));
    expect(read.kind === 'read' && verifyBundle(read.files).findings).toEqual([]);
  });

  test('tells the same as JSON', async () => {
    const { code, out } = await sign('--json', '--reason', 'So it is.');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      decision: 'signed',
      by: 'Judge Ash',
      reason: 'So it is.',
      case: 'C-1',
      events: expect.any(Number),
      bundle: join(folder, 'bundle-signed.zip'),
    });
  });

  test('[CL3] writes over nothing that it was not told to', async () => {
    await writeFile(join(folder, 'bundle-signed.zip'), 'mine');
    const { code, err } = await sign();
    expect(code).toBe(2);
    expect(err).toContain('CL3: ');
    expect(await readFile(join(folder, 'bundle-signed.zip'), 'utf8')).toBe('mine');
    expect(await readdir(folder)).toHaveLength(2);
    expect((await sign('--out', bundle)).code).toBe(0);
    expect((await sign('--out', join(folder, 'new', 'signed.zip'))).err).toContain('HR1');
  });

  test('[CT2] needs the key of the record, and a key that can be read', async () => {
    const other = await run('sign', bundle, '--as', 'Judge Ash');
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('CT2: ') });
    const none = await run('sign', bundle, '--as', 'Judge Ash', '--key', 'none', '--json');
    expect(none.code).toBe(2);
    expect(JSON.parse(none.out)).toMatchObject({ refusals: [{ rule: 'KEY1' }] });
    expect(await readdir(folder)).toEqual(['bundle.zip']);
  });

  test('signs nothing that does not verify, or is no bundle', async () => {
    const read = await desk.archive.open(await readFile(bundle));
    const files = new Map(read.kind === 'read' ? read.files : []);
    const page = new TextEncoder().encode('Granted.');
    const changed = new Map(files).set('resolution.md', page);
    const stranger = new Map(files).set('record.jsonl', new TextEncoder().encode('{}\n'));
    await writeFile(bundle, zipSync(Object.fromEntries(changed)));
    expect(await sign()).toMatchObject({ code: 1, err: expect.stringContaining('resolution.md') });
    await writeFile(bundle, zipSync(Object.fromEntries(stranger)));
    expect(await sign()).toMatchObject({ code: 2, err: expect.stringContaining('no record') });
    await writeFile(bundle, 'no zip');
    expect((await sign()).code).toBe(2);
    await rm(bundle);
    expect(await sign()).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no such file'),
    });
    await writeFile(bundle, '');
  });

  test('where the new bundle cannot be written, the fault is the file system’s own', async () => {
    await expect(sign('--out', folder)).rejects.toMatchObject({ code: expect.any(String) });
    expect(await readdir(folder)).toEqual(['bundle.zip']);
  });
});

describe('court reject', () => {
  test('[GT1] needs a reason, and says it', async () => {
    const words = [bundle, '--as', 'Judge Ash', '--key', 'court.key', '--reason'];
    const empty = await run('reject', ...words, ' ');
    expect(empty).toMatchObject({ code: 1, err: expect.stringContaining('GT1: ') });
    const { code, out } = await run('reject', ...words, 'The date is wrong.');
    expect(code).toBe(0);
    expect(out).toContain('is rejected by Judge Ash');
    expect(await readdir(folder)).toContain('bundle-rejected.zip');
  });
});
