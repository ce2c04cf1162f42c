import { spawn } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { recordText } from '../../core/record/chain.ts';
import { verifyRecord } from '../../core/record/verify-record.ts';
import { textsText } from '../../core/record/verify-texts.ts';
import { batch, recordStoreContract } from '../../ports/record-store.contract.ts';
import { type RecordStore, RecordStoreFault } from '../../ports/record-store.ts';
import { systemHashing } from '../system/hashing.ts';
import { fileRecordStore } from './record-store.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'court-record-'));
});
afterAll(() => rm(root, { recursive: true }));

let rooms = 0;
const room = (): string => join(root, String(++rooms));

function opened(folder: string): RecordStore {
  const store = fileRecordStore(folder);
  onTestFinished(() => store.close());
  return store;
}

recordStoreContract('file', async () => fileRecordStore(room()));

describe('record store: file', () => {
  test('what was appended is there when the store is opened again', async () => {
    const folder = room();
    const first = batch('C-1', [], ['a', 'b']);
    const writer = fileRecordStore(folder);
    await writer.append('C-1', first, 0);
    await writer.close();
    const store = opened(folder);
    expect(await store.read('C-1')).toEqual(first.events);
    expect(await store.append('C-1', first, 0)).toBe('repeated');
    expect(await store.append('C-1', batch('C-1', first.events, ['c']), 2)).toBe('appended');
    expect(await store.texts('C-1')).toHaveLength(3);
  });

  test('a write torn at any byte is cut and laid aside, and nothing before it is lost', async () => {
    const first = batch('C-1', [], ['a']);
    const second = batch('C-1', first.events, ['b', 'c']);
    const whole = room();
    const store = fileRecordStore(whole);
    await store.append('C-1', first, 0);
    const before = (await readFile(join(whole, 'C-1', 'journal'))).length;
    await store.append('C-1', second, 1);
    await store.close();
    const journal = await readFile(join(whole, 'C-1', 'journal'));
    const folder = room();
    await mkdir(join(folder, 'C-1'), { recursive: true });
    for (let size = before; size < journal.length; size += 17) {
      await writeFile(join(folder, 'C-1', 'journal'), journal.subarray(0, size));
      const again = fileRecordStore(folder);
      expect(await again.read('C-1')).toEqual(first.events);
      expect(await again.append('C-1', second, 1)).toBe('appended');
      expect(await again.read('C-1')).toEqual([...first.events, ...second.events]);
      await again.close();
    }
    expect(await readdir(join(folder, 'C-1'))).toContain(`torn-${before}`);
  });

  test('a journal damaged before its end is a fault, and is left as it is', async () => {
    const folder = room();
    const path = join(folder, 'C-1', 'journal');
    const store = fileRecordStore(folder);
    const first = batch('C-1', [], ['a']);
    const second = batch('C-1', first.events, ['b']);
    await store.append('C-1', first, 0);
    await store.append('C-1', second, 1);
    await store.close();
    const bytes = await readFile(path);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const again = opened(folder);
    const fault = { name: 'RecordStoreFault', port: 'record-store', retryable: false };
    await expect(again.read('C-1')).rejects.toMatchObject(fault);
    await expect(again.append('C-1', first, 0)).rejects.toMatchObject(fault);
    expect(await readFile(path)).toEqual(bytes);
    expect(await readdir(join(folder, 'C-1'))).toEqual(['journal']);
  });

  test('one process writes at a time; others may read', async () => {
    const folder = room();
    const writer = opened(folder);
    const first = batch('C-1', [], ['a']);
    await writer.append('C-1', first, 0);
    const other = opened(folder);
    expect(await other.read('C-1')).toEqual(first.events);
    const next = batch('C-1', first.events, ['b']);
    await expect(other.append('C-1', next, 1)).rejects.toMatchObject({ retryable: true });
    await writer.close();
    expect(await other.append('C-1', next, 1)).toBe('appended');
  });

  test.each([
    ['of a process that is gone', `999999999@${hostname()}#1`, true],
    ['of an earlier process with the number of a living one', `1@${hostname()}#0`, true],
    ['of another host', '1@elsewhere#1', false],
    ['that says nothing known', 'somebody', false],
  ])('a lock %s', async (_, owner, isTaken) => {
    const folder = room();
    await mkdir(join(folder, 'C-1'), { recursive: true });
    await symlink(owner, join(folder, 'C-1', 'lock'));
    const append = opened(folder).append('C-1', batch('C-1', [], ['a']), 0);
    const answer = await append.catch((cause: unknown) => cause);
    expect(answer === 'appended').toBe(isTaken);
    expect(answer instanceof RecordStoreFault).toBe(!isTaken);
    expect((await readlink(join(folder, 'C-1', 'lock'))) === owner).toBe(!isTaken);
  });

  test('who lost the lock, or finds another writing in the journal, writes no more', async () => {
    const folder = room();
    const store = opened(folder);
    const first = batch('C-1', [], ['a']);
    const second = batch('C-1', first.events, ['b']);
    await store.append('C-1', first, 0);
    await rm(join(folder, 'C-1', 'lock'));
    await expect(store.append('C-1', second, 1)).rejects.toThrow('was taken from this process');
    expect(await store.append('C-1', second, 1)).toBe('appended');
    await appendFile(join(folder, 'C-1', 'journal'), 'strange');
    const third = batch('C-1', [...first.events, ...second.events], ['c']);
    await expect(store.append('C-1', third, 2)).rejects.toThrow('somebody else wrote');
    expect(await store.append('C-1', third, 2)).toBe('appended');
  });

  test('a full disk is a fault that may pass, and nothing is taken for written', async () => {
    const folder = room();
    await mkdir(join(folder, 'C-1'), { recursive: true });
    await symlink('/dev/full', join(folder, 'C-1', 'journal'));
    const store = opened(folder);
    const first = batch('C-1', [], ['a']);
    const append = store.append('C-1', first, 0);
    await expect(append).rejects.toMatchObject({ retryable: true, cause: { code: 'ENOSPC' } });
    expect(await store.read('C-1')).toEqual([]);
    await rm(join(folder, 'C-1', 'journal'));
    expect(await store.append('C-1', first, 0)).toBe('appended');
  });

  test('a place where nothing can be kept is a fault that stays', async () => {
    const file = room();
    await writeFile(file, '');
    const store = opened(join(file, 'below'));
    const fault = { retryable: false, cause: { code: 'ENOTDIR' } };
    await expect(store.append('C-1', batch('C-1', [], ['a']), 0)).rejects.toMatchObject(fault);
    await expect(store.read('C-1')).rejects.toMatchObject(fault);
    await expect(store.cases()).rejects.toMatchObject(fault);
    expect(await opened(join(root, 'never')).cases()).toEqual([]);
  });

  const kills = process.env['LONG'] === undefined ? 15 : 200;
  test(`killed ${kills} times while appending: nothing acknowledged is lost, nothing doubled`, async () => {
    const folder = room();
    for (let kill = 0; kill < kills; kill += 1) {
      const caseId = `C-${Math.floor(kill / 10)}`;
      const acknowledged = await appendUntilKilled(folder, caseId, (kill * 7) % 60);
      const store = fileRecordStore(folder);
      const [events, texts] = [await store.read(caseId), await store.texts(caseId)];
      expect(events.length).toBeGreaterThanOrEqual(acknowledged);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
      const files = { record: encode(recordText(events)), texts: encode(textsText(texts)) };
      const { findings, missing } = verifyRecord(files, systemHashing);
      // No head was signed, which is all there is to say against it.
      expect([findings.map(({ rule }) => rule), missing]).toEqual([['RV6'], []]);
      expect(texts).toHaveLength(events.length);
    }
  }, 600_000);
});

/** Lets a process append until it is killed, `delay` ms after its first word; what it had acknowledged. */
async function appendUntilKilled(folder: string, caseId: string, delay: number): Promise<number> {
  const script = new URL('../../../test/append-forever.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder, caseId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (words: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += words.toString();
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(child.signalCode).toBe('SIGKILL');
  return Number(said.split('\n').slice(0, -1).at(-1));
}
