import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteRange } from '../core/vault/chunks.ts';
import { type Announced, type ObjectStorage, ObjectStorageFault } from './object-storage.ts';

const nothingKnown: Announced = { size: null, sha256: null };

/** Every object storage passes this suite; `fresh` gives one in which nothing lies. */
export function objectStorageContract(name: string, fresh: () => Promise<ObjectStorage>): void {
  describe(`object storage: ${name}`, () => {
    test('[OS1] what was put is given back, whole and in any range', async () => {
      const storage = await fresh();
      const bytes = sample(300_000, 1);
      const announced = { size: bytes.length, sha256: sha256(bytes) };
      const put = await storage.put('a/b/c', inPieces(bytes, 70_001), announced);
      expect(put).toEqual({ kind: 'stored', ...announced });
      expect(await storage.head('a/b/c')).toEqual({ key: 'a/b/c', size: bytes.length });
      expect(await taken(storage, 'a/b/c')).toEqual(bytes);
      const edges = fc.nat(bytes.length + 10);
      await fc.assert(
        fc.asyncProperty(edges, edges, async (one, other) => {
          const range = { start: Math.min(one, other), end: Math.max(one, other) };
          const part = await taken(storage, 'a/b/c', range);
          expect(Buffer.compare(part, bytes.slice(range.start, range.end))).toBe(0);
        }),
        { numRuns: 40 },
      );
      const given = await storage.get('a/b/c', { start: 5, end: 9 });
      expect(given).toMatchObject({ key: 'a/b/c', size: bytes.length });
    });

    test('[OS1] an empty object is one, and where nothing lies there is none', async () => {
      const storage = await fresh();
      expect(await storage.get('a')).toBeNull();
      expect(await storage.head('a')).toBeNull();
      expect(await storage.put('a', [], nothingKnown)).toMatchObject({ kind: 'stored', size: 0 });
      expect(await storage.head('a')).toEqual({ key: 'a', size: 0 });
      expect(await taken(storage, 'a')).toEqual(new Uint8Array());
      expect(await storage.get('a/b')).toBeNull();
    });

    test('[OS2] an object is not seen before it is whole', async () => {
      const storage = await fresh();
      let seen: unknown = 'not asked';
      const slow = async function* () {
        yield sample(100_000, 2);
        seen = [await storage.head('a'), await all(storage, '')];
        yield sample(100_000, 3);
      };
      expect(await storage.put('a', slow(), nothingKnown)).toMatchObject({ size: 200_000 });
      expect(seen).toEqual([null, []]);
    });

    test('[OS2] nothing stays of a stream that fails, which is told as it failed', async () => {
      const storage = await fresh();
      const trouble = new Error('the sender went away');
      const failing = async function* () {
        yield sample(100_000, 2);
        throw trouble;
      };
      await expect(storage.put('a', failing(), nothingKnown)).rejects.toBe(trouble);
      expect(await storage.head('a')).toBeNull();
      expect(await all(storage, '')).toEqual([]);
    });

    test('[OS2] nothing stays of what is not as announced', async () => {
      const storage = await fresh();
      const bytes = sample(1_000, 4);
      const wrong = [
        { size: 999, sha256: null },
        { size: 1_001, sha256: null },
        { size: 1_000, sha256: sha256(sample(1_000, 5)) },
      ];
      for (const announced of wrong) {
        const put = await storage.put('a', inPieces(bytes, 100), announced);
        expect(put).toEqual({ kind: 'mismatch', size: 1_000 });
        expect(await storage.head('a')).toBeNull();
      }
      let given = 0;
      const endless = function* () {
        for (;;) yield sample(100, (given += 100));
      };
      const put = await storage.put('a', endless(), { size: 250, sha256: null });
      expect(put).toEqual({ kind: 'mismatch', size: 300 });
      expect(given).toBe(300);
    });

    test('[OS3] the same content again changes nothing, another is not taken', async () => {
      const storage = await fresh();
      const bytes = sample(5_000, 6);
      await storage.put('a', [bytes], nothingKnown);
      const again = await storage.put('a', inPieces(bytes, 7), nothingKnown);
      expect(again).toEqual({ kind: 'unchanged', size: 5_000, sha256: sha256(bytes) });
      const other = sample(5_000, 7);
      expect(await storage.put('a', [other], nothingKnown)).toEqual({ kind: 'differs' });
      expect(await taken(storage, 'a')).toEqual(bytes);
    });

    test('[OS3] of several at once one is stored', async () => {
      const storage = await fresh();
      const puts = await Promise.all(
        [1, 2, 3, 4, 1, 2, 3, 4].map((seed) =>
          storage.put('a', inPieces(sample(50_000, seed), 9_000), nothingKnown),
        ),
      );
      const kinds = puts.map(({ kind }) => kind).toSorted();
      expect(kinds).toEqual([...Array<string>(6).fill('differs'), 'stored', 'unchanged']);
    });

    test('[OS3] the bytes handed in may change afterwards', async () => {
      const storage = await fresh();
      const bytes = sample(100, 8);
      const copy = Uint8Array.from(bytes);
      await storage.put('a', [bytes], nothingKnown);
      bytes.fill(0);
      expect(await taken(storage, 'a')).toEqual(copy);
    });

    test('[OS4] what is deleted is gone, may be put anew, and nothing else goes', async () => {
      const storage = await fresh();
      await storage.put('a', [sample(10, 1)], nothingKnown);
      await storage.put('a/b', [sample(10, 2)], nothingKnown);
      await storage.delete('a');
      await storage.delete('a');
      await storage.delete('never/there');
      expect(await storage.get('a')).toBeNull();
      expect(await all(storage, '')).toEqual(['a/b 10']);
      const again = await storage.put('a', [sample(10, 3)], nothingKnown);
      expect(again).toMatchObject({ kind: 'stored' });
    });

    test('[OS5] `list` gives what begins with the prefix', async () => {
      const storage = await fresh();
      const keys = [
        'a',
        'a/b',
        'a/b/c',
        'ab',
        'a-b/c',
        'b/a',
        'b/aa/1',
        'b/ab/2',
        'con',
        '0.x_y-z',
      ];
      for (const key of keys) await storage.put(key, [sample(key.length, 1)], nothingKnown);
      for (const prefix of [
        '',
        'a',
        'a/',
        'a/b',
        'a/b/',
        'b/a',
        'b/aa/',
        'nothing',
        'no/thing',
        'b/.',
      ]) {
        const wanted = keys.filter((key) => key.startsWith(prefix));
        const sizes = wanted.map((key) => `${key} ${key.length}`);
        expect(await all(storage, prefix)).toEqual(sizes.toSorted());
      }
    });

    test.each([
      '',
      '/',
      '/a',
      'a/',
      'a//b',
      '.',
      '..',
      '../a',
      'a/../b',
      'a/.',
      '.incoming/a',
      '~ab/a',
      'A',
      'ñ',
      'a b',
      'a\\b',
      'a\0',
      'a\n',
      'c:a',
      'a%2fb',
      `a/${'b'.repeat(121)}`,
      'a/'.repeat(300),
    ])('[OS6] %j is no key', async (key) => {
      const storage = await fresh();
      const attempts = [
        async () => storage.put(key, [sample(1, 1)], nothingKnown),
        async () => storage.get(key),
        async () => storage.head(key),
        async () => storage.delete(key),
      ];
      for (const attempt of attempts) {
        const cause = await attempt().catch((thrown: unknown) => thrown);
        expect(cause).toBeInstanceOf(ObjectStorageFault);
        expect(cause).toMatchObject({ port: 'object-storage', retryable: false });
      }
      expect(await all(storage, '')).toEqual([]);
    });
  });
}

/** Bytes that differ by their seed. */
export function sample(size: number, seed: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8) * 7 + seed * 101) & 255);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function taken(storage: ObjectStorage, key: string, range?: ByteRange): Promise<Uint8Array> {
  const given = await storage.get(key, range);
  if (given === null) throw new Error(`nothing lies under ${key}`);
  return new Uint8Array(Buffer.concat(await collected(given.content)));
}

/** Key and size of each, sorted. */
async function all(storage: ObjectStorage, prefix: string): Promise<readonly string[]> {
  const found = await collected(storage.list(prefix));
  return found.map(({ key, size }) => `${key} ${size}`).toSorted();
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
