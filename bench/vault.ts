import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { memoryObjectStorage } from '../src/adapters/memory/object-storage.ts';
import { systemCipher } from '../src/adapters/vault/cipher.ts';
import { localMasterKey } from '../src/adapters/vault/local-master-key.ts';
import { keepDocument } from '../src/court/documents/keep-document.ts';
import { usualChunkSize } from '../src/core/vault/chunks.ts';
import { readDocument } from '../src/court/documents/read-document.ts';
import { sealDocument } from '../src/court/vault/seal-document.ts';
import type { ObjectStorage } from '../src/ports/object-storage.ts';
import { type Figure, percentile } from './figure.ts';

const size = 32 * 1_024 * 1_024;
const rounds = 9;
const ranges = 300;
const masterKey = localMasterKey(new Map([[1, randomBytes(32)]]), systemCipher);
const place = { court: 'court', case: 'case', document: 'document' };
const noLimit = { used: { court: 0, case: 0 }, quota: { court: null, case: null } };

/** Documents encrypted and opened chunk by chunk, beside one bare cipher fed with the same pieces. */
export async function benchVault(): Promise<Figure[]> {
  const bytes = randomBytes(size);
  const storage = memoryObjectStorage();
  const vault = { storage, cipher: systemCipher, masterKey, scanner: null };
  const file = { name: 'letter.txt', bytes };
  const kept = await keepDocument({ place, file, sealed: false }, noLimit, vault);
  if (kept.kind === 'refused') throw new Error(kept.refusals[0]?.says);
  const { document } = kept;
  const read = async (from: ObjectStorage, range?: { start: number; end: number }) => {
    const answer = await readDocument(document, { ...vault, storage: from }, range);
    if (answer.kind === 'refused') throw new Error(answer.refusal.says);
    for await (const chunk of answer.content) void chunk.length;
  };
  const atHand = await withoutCopying(storage, document.storage_key);

  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  const times: Record<'seal' | 'bareSeal' | 'open' | 'bareOpen', number[]> = {
    seal: [],
    bareSeal: [],
    open: [],
    bareOpen: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed: Uint8Array[] = [];
    times.bareSeal.push(
      await timed(async () => {
        for (let at = 0; at < size; at += usualChunkSize) {
          sealed.push(cipher.update(bytes.subarray(at, at + usualChunkSize)));
        }
        cipher.final();
      }),
    );
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(cipher.getAuthTag());
    times.bareOpen.push(
      await timed(async () => {
        for (const part of sealed) decipher.update(part);
        decipher.final();
      }),
    );
    times.seal.push(
      await timed(async () => {
        const { content } = await sealDocument(place, bytes, systemCipher, masterKey);
        for (const chunk of content) void chunk.length;
      }),
    );
    times.open.push(await timed(() => read(atHand)));
  }
  const ofRanges: number[] = [];
  for (let n = 0; n < ranges; n += 1) {
    const start = (n * 104_729) % (size - 1_000);
    ofRanges.push(await timed(() => read(storage, { start, end: start + 1_000 })));
  }
  return [
    rate('encrypting a document', times.seal),
    ratio(
      'encrypting a document: its rate over that of the bare cipher',
      times.bareSeal,
      times.seal,
    ),
    rate('opening a document', times.open),
    ratio('opening a document: its rate over that of the bare cipher', times.bareOpen, times.open),
    {
      name: 'opening 1,000 bytes in the middle of 32 MiB, p95',
      value: percentile(ofRanges, 0.95),
      unit: 'ms',
      limit: 10,
      against: 'at most',
    },
  ];
}

/** The stored bytes as a network or a file gives them, without a copy of the whole in the time measured. */
async function withoutCopying(storage: ObjectStorage, key: string): Promise<ObjectStorage> {
  const parts: Uint8Array[] = [];
  const given = await storage.get(key);
  if (given === null) throw new Error(`nothing lies under ${key}`);
  for await (const part of given.content) {
    for (let at = 0; at < part.length; at += 262_144) parts.push(part.subarray(at, at + 262_144));
  }
  const flowing = async function* () {
    yield* parts;
  };
  return { ...storage, get: async () => ({ key, size: given.size, content: flowing() }) };
}

function rate(name: string, times: readonly number[]): Figure {
  const value = size / 1e6 / (Math.min(...times) / 1_000);
  return { name, value, unit: 'MB/s', limit: 200, against: 'at least' };
}

function ratio(name: string, bare: readonly number[], own: readonly number[]): Figure {
  return {
    name,
    value: Math.min(...bare) / Math.min(...own),
    unit: 'ratio',
    limit: 0.4,
    against: 'one createCipheriv or createDecipheriv over the same bytes, at least',
    better: 'higher',
  };
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
