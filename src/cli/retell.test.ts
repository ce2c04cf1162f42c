import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { sampleRecord } from '../../test/sample-record.ts';
import { systemHashing } from '../adapters/system/hashing.ts';
import { readBundle, writeBundle } from '../adapters/zip/bundle.ts';
import type { JsonObject } from '../core/record/prose.ts';
import { replayCommand } from './replay.ts';
import { retell } from './retell.ts';
import { verifyCommand } from './verify.ts';
import { whyCommand } from './why.ts';

const tools = { archive: { pack: writeBundle, open: readBundle }, hashing: systemHashing };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-retell-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A bundle that verifies, of events that somebody else made up. */
async function foreign(extra: JsonObject = {}): Promise<string> {
  const { events, texts } = sampleRecord(6, { extra });
  const path = join(folder, 'foreign.zip');
  await writeFile(path, writeBundle('C-1', { events, texts, files: new Map() }));
  return path;
}

describe('[BN6] a bundle that is whole and tells no case', () => {
  test.each([{}, { conclusion: null }, { conclusion: { about: 'element' }, anchors: 'none' }])(
    'is replayed and explained by nobody, and is no bug: %j',
    async (extra) => {
      const path = await foreign(extra);
      for (const [command, verifies] of [
        [verifyCommand, true],
        [replayCommand, false],
        [whyCommand, false],
      ] as const) {
        const { context, out, err, codes } = capturedIo();
        await command(context, tools).parseAsync([path], { from: 'user' });
        expect(codes).toEqual([verifies ? 0 : 2]);
        if (verifies) continue;
        expect(out).toEqual([]);
        expect(err).toEqual([expect.stringMatching(/foreign\.zip is whole.*\[BN6\]$/u)]);
      }
    },
  );
});

test('what can be told is told, and whatever is thrown is said', () => {
  expect(retell('a.zip', () => 7)).toEqual({ kind: 'told', told: 7 });
  const thrown = retell('a.zip', () => {
    throw 'no case';
  });
  expect(thrown).toMatchObject({ says: expect.stringContaining('no case. [BN6]') as string });
});
