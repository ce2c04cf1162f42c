import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { encodeEvent, genesis } from '../../core/record/chain.ts';
import { portableHashing } from '../../core/record/hashing.ts';
import {
  BackupFault,
  type BackupFile,
  type ChainHead,
  type DatabaseSnapshot,
  type DatabaseToFill,
  type FoundPart,
} from '../../ports/backup.ts';
import { checkBackup, type Digest } from './check-backup.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const digest: Digest = () => {
  const hash = createHash('sha256');
  return { update: (piece) => void hash.update(piece), end: () => hash.digest('hex') };
};

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** A file in memory. */
function memoryFile() {
  const kept: { readonly name: string; readonly bytes: Buffer }[] = [];
  const file: BackupFile = {
    async add(name, size, content) {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      kept.push({ name, bytes });
      const sum = digest();
      sum.update(bytes);
      return { name, size, sha256: sum.end() };
    },
    async addLines(name, lines) {
      const bytes = Buffer.from(lines.join('\n'));
      return file.add(name, bytes.length, [bytes]);
    },
    finish: async () => true,
    async close() {},
  };
  return { file, kept };
}

function partsOf(kept: readonly { readonly name: string; readonly bytes: Buffer }[]) {
  return async function* (): AsyncGenerator<FoundPart> {
    for (const { name, bytes } of kept) {
      yield {
        name,
        size: bytes.length,
        async *content() {
          yield bytes;
        },
        lines: async () => textOf(bytes).split('\n'),
      };
    }
  };
}

const table = { name: 'court.texts', columns: ['text'] };

/** Cases with one event each. */
const chains = ['A', 'B'].map((record) => {
  const event = {
    v: 1 as const,
    case: record,
    seq: 1,
    id: 'e1',
    at: '2026-03-02T09:00:00.000Z',
    by: { seat: 'court', kind: 'court' as const },
    type: 'said',
    data: {},
    prev: genesis(record).hash,
  };
  const { line, hash } = encodeEvent(event);
  return { record, line, hash };
});

function snapshotOf(rows: readonly string[], keys: readonly string[] = []): DatabaseSnapshot {
  return {
    takenAt: '2026-03-02T09:00:00.000Z',
    migrations: ['1'],
    tables: [table],
    async *rows() {
      yield rows;
    },
    async *heads() {
      for (const { record, hash } of chains) yield { record, seq: 1, hash };
    },
    async *storageKeys() {
      yield* keys;
    },
    async close() {},
  };
}

function emptyDatabase() {
  const filled: string[] = [];
  const database: DatabaseToFill = {
    migrations: ['1'],
    tables: [table],
    filled: async () => null,
    async fill(_, rows) {
      filled.push(...rows);
    },
    async settle() {},
    async *lines() {
      yield chains.map(({ record, line, hash }) => ({ record, line, shown: { seq: 1, hash } }));
    },
    async commit() {
      filled.push('committed');
    },
    async close() {},
  };
  return { database, filled };
}

const noStorage = {
  get: async () => null,
  put: async () => ({ kind: 'differs' }) as const,
};

describe('a backup in parts', () => {
  test('rows go into parts of a bounded size, and all of them come back', async () => {
    const rows = Array.from({ length: 5 }, (_, n) =>
      JSON.stringify({ text: String(n).repeat(2 ** 21) }),
    );
    const { file, kept } = memoryFile();
    const made = await makeBackup({ snapshot: snapshotOf(rows), storage: noStorage, file });
    expect(made).toMatchObject({ kind: 'made', missing: [] });
    const tables = kept.filter(({ name }) => name.startsWith('tables/'));
    expect(tables.map(({ name }) => name)).toEqual([
      'tables/court.texts/000001.jsonl.gz',
      'tables/court.texts/000002.jsonl.gz',
      'tables/court.texts/000003.jsonl.gz',
    ]);
    const { database, filled } = emptyDatabase();
    const restored = await restoreBackup({
      parts: partsOf(kept),
      database,
      storage: noStorage,
      digest,
      hashing: portableHashing,
    });
    expect(restored).toMatchObject({ kind: 'restored', events: 2, broken: [] });
    expect(filled).toEqual([...rows, 'committed']);
  });

  test('BK8: of many lost objects the first thousand are named', async () => {
    const keys = Array.from({ length: 1_200 }, (_, n) => `k${n}`);
    const { file } = memoryFile();
    const made = await makeBackup({ snapshot: snapshotOf([], keys), storage: noStorage, file });
    expect(made.kind === 'made' && made.missing).toEqual(keys.slice(0, 1_000));
  });

  test('BK1: a name that is taken keeps what has it', async () => {
    const { file } = memoryFile();
    const taken = { ...file, finish: async () => false };
    expect(await makeBackup({ snapshot: snapshotOf([]), storage: noStorage, file: taken })).toEqual(
      {
        kind: 'taken',
      },
    );
  });
});

describe('checking a backup', () => {
  async function kept() {
    const { file, kept: parts } = memoryFile();
    const get = async (key: string) => ({
      key,
      size: 1,
      content: Readable.from([Buffer.from('x')]),
    });
    await makeBackup({ snapshot: snapshotOf(['{}'], ['a', 'b']), storage: { get }, file });
    return parts;
  }

  test.each([
    ['the sum of an object is gone', (name: string) => name !== 'sums/a', 'BK3', ['objects/a']],
    ['an object is gone', (name: string) => name !== 'objects/b', 'BK3', ['objects/b']],
    ['both are gone', (name: string) => !name.endsWith('/b'), 'BK3', ['objects']],
    [
      'a part of rows is gone',
      (name: string) => !name.startsWith('tables'),
      'BK3',
      ['tables/court.texts/000001.jsonl.gz'],
    ],
    ['the manifest is gone', (name: string) => name !== 'manifest.json', 'BK2', []],
    ['the seal is gone', (name: string) => !name.endsWith('sha256'), 'BK2', []],
  ])('%s', async (_, stays, rule, at) => {
    const parts = (await kept()).filter(({ name }) => stays(name));
    expect(await checkBackup(partsOf(parts), digest)).toMatchObject({
      kind: 'refused',
      refusals: [{ rule, at }],
    });
  });

  test('BK3: what lies under a sum is what it is of', async () => {
    const parts = (await kept()).map(({ name, bytes }) =>
      name === 'sums/a' ? { name, bytes: Buffer.from('0'.repeat(64)) } : { name, bytes },
    );
    expect(await checkBackup(partsOf(parts), digest)).toMatchObject({
      refusals: [{ at: ['objects/a'] }],
    });
  });

  test('BK2: a sum or a manifest is not read beyond what it may be', async () => {
    const parts = (await kept()).map(({ name, bytes }) =>
      name === 'sums/a' ? { name, bytes: Buffer.alloc(65) } : { name, bytes },
    );
    expect(await checkBackup(partsOf(parts), digest)).toMatchObject({
      refusals: [{ rule: 'BK2', says: 'sums/a is too large.' }],
    });
  });

  test('a fault is a fault', async () => {
    const failing = (fault: Error) =>
      async function* (): AsyncGenerator<FoundPart> {
        yield* partsOf(await kept())();
        throw fault;
      };
    const fault = new Error('the disk went away');
    await expect(checkBackup(failing(fault), digest)).rejects.toBe(fault);
    expect(await checkBackup(failing(new BackupFault('It breaks off.')), digest)).toMatchObject({
      refusals: [{ rule: 'BK2', says: 'It breaks off.' }],
    });
  });
});

describe('checking what was restored', () => {
  async function restored(change: Partial<DatabaseToFill>, ends?: readonly ChainHead[]) {
    const { file, kept } = memoryFile();
    const whole = snapshotOf(['{}']);
    const heads = async function* () {
      yield* ends ?? [];
    };
    const snapshot = ends === undefined ? whole : { ...whole, heads };
    await makeBackup({ snapshot, storage: noStorage, file });
    const { database } = emptyDatabase();
    return restoreBackup({
      parts: partsOf(kept),
      database: { ...database, ...change },
      storage: noStorage,
      digest,
      hashing: portableHashing,
    });
  }
  const line = (n: number) => chains[n] ?? { record: '', line: '', hash: '' };

  test('BK6: a line that is no event, or does not follow, breaks its own chain alone', async () => {
    for (const text of ['no JSON', '[]', line(1).line]) {
      const lines = async function* () {
        const [a, b] = [line(0), line(1)];
        yield [{ record: 'A', line: text, shown: { seq: 1, hash: a.hash } }];
        yield [{ record: 'B', line: b.line, shown: { seq: 1, hash: b.hash } }];
      };
      expect(await restored({ lines })).toMatchObject({ kind: 'restored', broken: ['A'] });
    }
  });

  test('BK6: a record that did not come back is named', async () => {
    const lines = async function* () {
      yield [];
    };
    expect(await restored({ lines })).toMatchObject({ events: 0, broken: ['A', 'B'] });
  });

  test('BK6: of many broken records the first thousand are named', async () => {
    const lines = async function* () {
      for (let n = 0; n < 600; n += 1) {
        yield [{ record: `C${String(n).padStart(5, '0')}`, line: '', shown: { seq: 0, hash: '' } }];
      }
    };
    const heads = Array.from({ length: 1_200 }, (_, n) => ({ record: `D${n}`, seq: 1, hash: '0' }));
    const answer = await restored({ lines }, heads);
    expect(answer.kind === 'restored' && answer.broken.length).toBe(1_000);
  });

  test('BK5, BK4: what is not empty, or of other migrations, is left as it is', async () => {
    expect(await restored({ filled: async () => 'court.cases' })).toMatchObject({
      refusals: [{ rule: 'BK5', at: ['court.cases'] }],
    });
    expect(await restored({ migrations: [] })).toMatchObject({ refusals: [{ rule: 'BK4' }] });
    expect(await restored({ tables: [] })).toMatchObject({ refusals: [{ rule: 'BK4' }] });
    const more = [table, { name: 'court.more', columns: ['id'] }];
    expect(await restored({ tables: more })).toMatchObject({ refusals: [{ rule: 'BK4' }] });
  });
});
