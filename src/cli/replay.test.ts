import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { benchOf, exporting, openSmallCase, smallCourt } from '../../test/world.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { readBundle, writeBundle } from '../adapters/zip/bundle.ts';
import { hear } from '../agents/hear.ts';
import { bundleParts, type BundleParts } from '../core/record/bundle.ts';
import { exportBundle } from '../court/hearing/export-case.ts';
import { replayCommand } from './replay.ts';

const tools = { archive: { pack: writeBundle, open: readBundle }, hashing: systemHashing };

/** Hears the small case and replays its bundle after this change of it. */
async function replay(change: (parts: BundleParts) => BundleParts, ...more: readonly string[]) {
  const court = smallCourt();
  const open = await openSmallCase(court);
  await hear(open, benchOf({}));
  const { bundle } = await exportBundle(court, open, exporting);
  const read = await exporting.archive.open(bundle);
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.refusals));

  const folder = await mkdtemp(join(tmpdir(), 'court-replay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'bundle.zip');
  await writeFile(path, writeBundle('C-1', change(bundleParts(read.files))));
  const { context, out, err, codes } = capturedIo();
  await replayCommand(context, tools).parseAsync([path, ...more], { from: 'user' });
  return { out, err, code: codes[0] };
}

describe('court replay', () => {
  test('computes the recorded draft again', async () => {
    const { out, code } = await replay((parts) => parts);
    expect(out.at(-1)).toBe(
      'The draft computed from the record is the recorded one, byte for byte.',
    );
    expect(code).toBe(0);
  });

  test('a draft whose texts left the record is neither the same nor another', async () => {
    const { out, code } = await replay((parts) => ({ ...parts, texts: [], files: new Map() }));
    expect(out.at(-2)).toMatch(/^\d+ texts left the record/u);
    expect(out.at(-1)).toBe(
      'The recorded draft cannot be compared with what is left of the record.',
    );
    expect(code).toBe(1);
  });

  test('before the draft there is none to compare', async () => {
    const { out, code } = await replay((parts) => parts, '--at', '3', '--json');
    expect(JSON.parse(out.join('\n'))).toMatchObject({ events: 3, missing: 0, draft: 'none' });
    expect(code).toBe(0);
  });
});
