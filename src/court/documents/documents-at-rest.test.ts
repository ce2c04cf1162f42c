import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, masterKeyOf, smallVault, storedBytes, tamper } from '../../../test/vault.ts';
import { seal } from '../../core/record/seal.ts';
import { sealedSize } from '../../core/vault/chunks.ts';
import { DamagedDocument } from '../vault/open-document.ts';
import { rewrapKey } from '../vault/rewrap-key.ts';
import { eraseDocument } from './erase-document.ts';
import { keepDocument } from './keep-document.ts';
import {
  type ErasedDocument,
  type KeptDocument,
  placeOfDocument,
  type Vault,
  wrappedKeyOf,
} from './kept-document.ts';
import { readDocument } from './read-document.ts';
import { renewDocument } from './renew-document.ts';

const place = { court: 'court-1', case: 'case-1', document: 'document-1' };
const chunk = 65_536;
const stride = chunk + 16;

describe('documents at rest', () => {
  test('are read as they were filed, whole and in any range; nothing of them is in the storage', async () => {
    const vault = smallVault();
    for (const size of [1, 15, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 7]) {
      const bytes = paper(size);
      const document = await kept(vault, bytes, `size-${size}`);
      expect(await read(vault, document)).toEqual(bytes);
      const stored = Buffer.from(await storedBytes(vault.storage, document.storage_key));
      expect(stored).toHaveLength(sealedSize({ size, chunkSize: chunk }));
      const trace = Buffer.from(bytes.slice(0, 8));
      expect(trace.length === 8 && stored.includes(trace)).toBe(false);
      await fc.assert(
        fc.asyncProperty(fc.nat(size), fc.nat(size), async (one, other) => {
          const range = { start: Math.min(one, other), end: Math.max(one, other) };
          const part = Buffer.from(await read(vault, document, range));
          expect(part.equals(bytes.slice(range.start, range.end))).toBe(true);
        }),
        { numRuns: 25 },
      );
    }
  });

  test('a range fetches its own chunks alone', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(10 * chunk));
    const fetched: unknown[] = [];
    const storage: Vault['storage'] = {
      ...vault.storage,
      get: (key, range) => {
        fetched.push(range);
        return vault.storage.get(key, range);
      },
    };
    await read({ ...vault, storage }, document, { start: 3 * chunk + 5, end: 4 * chunk + 1 });
    expect(fetched).toEqual([{ start: 3 * stride, end: 5 * stride }]);
  });

  test('each has a key of its own: the same paper twice has nothing in common', async () => {
    const vault = smallVault();
    const [one, two] = [await kept(vault, paper(500), 'a'), await kept(vault, paper(500), 'a')];
    expect(one.storage_key).not.toBe(two.storage_key);
    expect(one.wrapped_key).not.toEqual(two.wrapped_key);
    const [left, right] = [
      await storedBytes(vault.storage, one.storage_key),
      await storedBytes(vault.storage, two.storage_key),
    ];
    const same = left.filter((byte, at) => byte === right[at]).length;
    expect(same).toBeLessThan(30);
  });
});

describe('what somebody did to them shows', () => {
  test('[VT1] a master key whose version is not there', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    const rotated = { ...vault, masterKey: masterKeyOf([2]) };
    expect(await rule(rotated, document)).toBe('VT1');
  });

  test('[VT2] another master key, and a row that says it is another document', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    expect(await rule({ ...vault, masterKey: masterKeyOf([1], 9) }, document)).toBe('VT2');
    for (const column of ['id', 'case_id', 'court_id'] as const) {
      expect(await rule(vault, { ...document, [column]: 'another' })).toBe('VT2');
    }
    const wrapped_key = document.wrapped_key.with(50, (document.wrapped_key[50] ?? 0) ^ 1);
    expect(await rule(vault, { ...document, wrapped_key })).toBe('VT2');
  });

  test('[VT2] [VT3] a document that was put in the place of another, with its key or without', async () => {
    const vault = smallVault();
    const one = await kept(vault, paper(100), 'one');
    const other = await kept(vault, paper(100), 'other');
    expect(await rule(vault, { ...one, storage_key: other.storage_key })).toBe('VT3');
    const { storage_key, wrapped_key } = other;
    expect(await rule(vault, { ...one, storage_key, wrapped_key })).toBe('VT2');
  });

  test('[VT3] any bit that was turned', async () => {
    const vault = smallVault();
    const bytes = paper(2 * chunk + 9);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealedSize({ size: bytes.length, chunkSize: chunk }) - 1),
        fc.nat(7),
        async (at, bit) => {
          const document = await kept(vault, bytes);
          await tamper(vault, document, (stored) =>
            stored.with(at, (stored[at] ?? 0) ^ (1 << bit)),
          );
          expect(await rule(vault, document)).toBe('VT3');
        },
      ),
      { numRuns: 40 },
    );
  });

  test('[VT3] chunks that changed places, or came twice', async () => {
    const vault = smallVault();
    const piece = (stored: Uint8Array, index: number) =>
      stored.slice(index * stride, (index + 1) * stride);
    for (const order of [
      [1, 0, 2],
      [0, 0, 2],
      [0, 1, 1],
      [2, 1, 0],
    ]) {
      const document = await kept(vault, paper(3 * chunk));
      await tamper(vault, document, (stored) =>
        Buffer.concat(order.map((index) => piece(stored, index))),
      );
      expect(await rule(vault, document)).toBe('VT3');
    }
  });

  test('[VT3] a document cut after a chunk, with a row that says it is so short', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(3 * chunk));
    await tamper(vault, document, (stored) => stored.slice(0, 2 * stride));
    expect(await rule(vault, { ...document, size: 2 * chunk })).toBe('VT3');
  });

  test('[VT4] cut or longer by a byte, a tag or a chunk', async () => {
    const vault = smallVault();
    for (const by of [-3 * stride, -stride, -16, -1, 1, 16, stride]) {
      const document = await kept(vault, paper(3 * chunk));
      await tamper(vault, document, (stored) =>
        by < 0 ? stored.slice(0, by) : Buffer.concat([stored, stored.slice(0, by)]),
      );
      expect(await rule(vault, document)).toBe('VT4');
      expect(await rule(vault, document, { start: 0, end: 1 })).toBe('VT4');
    }
  });

  test('[VT4] a storage that breaks off in the middle of what it gives', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(3 * chunk));
    const storage: Vault['storage'] = {
      ...vault.storage,
      get: async (key) => {
        const { size } = (await vault.storage.head(key)) ?? { size: 0 };
        const cut = await vault.storage.get(key, { start: 0, end: 2 * stride });
        return cut === null ? null : { ...cut, size };
      },
    };
    expect(await rule({ ...vault, storage }, document)).toBe('VT4');
  });

  test('[VT6] what is stored is gone', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    await vault.storage.delete(document.storage_key);
    expect(await rule(vault, document)).toBe('VT6');
  });

  test.each([
    [-1, 5],
    [0.5, 5],
    [5, 4],
    [0, 101],
    [0, Number.NaN],
  ])('[VT11] a range from %d to %d of 100 bytes is none', async (start, end) => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    expect(await rule(vault, document, { start, end })).toBe('VT11');
  });

  test('nothing that is not authentic is given out before it shows', async () => {
    const vault = smallVault();
    const bytes = paper(3 * chunk);
    const document = await kept(vault, bytes);
    await tamper(vault, document, (stored) =>
      stored.with(2 * stride, (stored[2 * stride] ?? 0) ^ 1),
    );
    const answer = await readDocument(document, vault);
    const given: Uint8Array[] = [];
    const reading = async () => {
      if (answer.kind === 'read') for await (const part of answer.content) given.push(part);
    };
    await expect(reading()).rejects.toBeInstanceOf(DamagedDocument);
    expect(Buffer.concat(given).equals(bytes.slice(0, 2 * chunk))).toBe(true);
  });
});

describe('when a key leaks', () => {
  test('a rotation wraps data keys anew and leaves what is stored as it is', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100_000));
    const before = await storedBytes(vault.storage, document.storage_key);
    const both = masterKeyOf([1, 2]);
    const again = await rewrapped(document, both);
    expect(again.key_version).toBe(2);
    expect(await storedBytes(vault.storage, document.storage_key)).toEqual(before);
    const onlyNew = { ...vault, masterKey: masterKeyOf([2]) };
    expect(await read(onlyNew, again)).toEqual(paper(100_000));
    expect(await rule(onlyNew, document)).toBe('VT1');
    const no = await rewrapKey(placeOfDocument(document), wrappedKeyOf(document), masterKeyOf([3]));
    expect(no).toMatchObject({ kind: 'refused', refusal: { rule: 'VT1' } });
  });

  test('the old master key opens no row written since, but a stolen copy of the old row', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    const again = await rewrapped(document, masterKeyOf([1, 2]));
    const thief = { ...vault, masterKey: masterKeyOf([1]) };
    expect(await rule(thief, again)).toBe('VT1');
    expect(await rule(thief, { ...again, key_version: 1 })).toBe('VT2');
    expect(await read(thief, document)).toEqual(paper(100));
  });

  test('a renewal shuts out whoever holds the old key and the old row', async () => {
    const vault = smallVault({ masterKey: masterKeyOf([1, 2]) });
    const old = await kept(smallVault({ storage: vault.storage }), paper(100_000));
    const renewed = await renewDocument(old, vault);
    if (renewed.kind === 'refused') throw new Error(renewed.refusal.says);
    const { document } = renewed;
    expect(document.key_version).toBe(2);
    await vault.storage.delete(old.storage_key);
    expect(await read(vault, document)).toEqual(paper(100_000));
    const thief = { ...vault, masterKey: masterKeyOf([1]) };
    expect(await rule(thief, old)).toBe('VT6');
    const { storage_key } = document;
    expect(await rule(thief, { ...old, storage_key })).toBe('VT3');
  });

  test('what cannot be opened is not renewed, and what fails is told', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    const strange = { ...vault, masterKey: masterKeyOf([2]) };
    const unopened = await renewDocument(document, strange);
    expect(unopened).toMatchObject({ kind: 'refused', refusal: { rule: 'VT1' } });
    const full = new Error('no room');
    const storage = { ...vault.storage, put: () => Promise.reject(full) };
    await expect(renewDocument(document, { ...vault, storage })).rejects.toBe(full);
    await tamper(vault, document, (stored) => stored.with(0, (stored[0] ?? 0) ^ 1));
    const damaged = await renewDocument(document, vault);
    expect(damaged).toMatchObject({ kind: 'refused', refusal: { rule: 'VT3' } });
  });
});

describe('an erased document', () => {
  test('[VT5] is gone for good, and the record keeps its salted hash', async () => {
    const vault = smallVault();
    const document = await kept(vault, paper(100));
    const salt = new Uint8Array(16).fill(3);
    const filed = {
      id: 'event-1',
      at: '2026-03-02T09:00:00.000Z',
      by: { seat: 'secretary', kind: 'court' as const },
      type: 'document-filed',
      data: { file: { prose: document.sha256 } },
    };
    const { event } = seal(filed, () => salt);
    const at = '2026-04-01T10:00:00.000Z';
    const erased = eraseDocument(document, at);
    expect(erased).toMatchObject({
      wrapped_key: null,
      key_version: null,
      name: null,
      erased_at: at,
    });
    expect(await rule(vault, erased)).toBe('VT5');
    expect(JSON.stringify(erased)).not.toContain(document.sha256);
    const digest = createHash('sha256').update(salt).update(document.sha256).digest('hex');
    expect(event.data).toEqual({ file: { sealed: digest } });
  });
});

/** Bytes of a text that differ everywhere. */
function paper(size: number): Uint8Array {
  const line = (n: number) => `Line ${n} of the letter.\n`;
  const lines = Array.from({ length: Math.ceil(size / 18) + 1 }, (_, n) => line(n));
  return new TextEncoder().encode(lines.join('')).slice(0, size);
}

async function kept(vault: Vault, bytes: Uint8Array, id = place.document): Promise<KeptDocument> {
  const answer = await keepDocument(
    { place: { ...place, document: id }, file: { name: 'letter.txt', bytes }, sealed: false },
    { used: { court: 0, case: 0 }, quota: { court: null, case: null } },
    vault,
  );
  if (answer.kind === 'refused') throw new Error(answer.refusals[0]?.says);
  return answer.document;
}

async function read(
  vault: Vault,
  document: KeptDocument,
  range?: { start: number; end: number },
): Promise<Uint8Array> {
  const answer = await readDocument(document, vault, range);
  if (answer.kind === 'refused') throw new Error(answer.refusal.says);
  return await allOf(answer.content);
}

/** The rule by which reading is refused, at once or in the middle; `null` where it is not. */
async function rule(
  vault: Vault,
  document: KeptDocument | ErasedDocument,
  range?: { start: number; end: number },
): Promise<string | null> {
  const answer = await readDocument(document, vault, range);
  if (answer.kind === 'refused') return answer.refusal.rule;
  const cause = await allOf(answer.content).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (cause === null) return null;
  if (cause instanceof DamagedDocument) return cause.refusal.rule;
  throw cause;
}

async function rewrapped(
  document: KeptDocument,
  masterKey: Vault['masterKey'],
): Promise<KeptDocument> {
  const answer = await rewrapKey(placeOfDocument(document), wrappedKeyOf(document), masterKey);
  if (answer.kind === 'refused') throw new Error(answer.refusal.says);
  const { bytes, version } = answer.wrappedKey;
  return { ...document, wrapped_key: bytes, key_version: version };
}
