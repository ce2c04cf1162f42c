import { describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import type { BackupMade } from '../court/backup/make-backup.ts';
import type { BackupRestored } from '../court/backup/restore-backup.ts';
import { type BackupAnswer, backupCommand, restoreCommand } from './backup.ts';

const manifest: Extract<BackupMade, { kind: 'made' }>['manifest'] = {
  format: 'first-court backup',
  version: 1,
  takenAt: '2026-03-02T09:00:00.000Z',
  migrations: ['1'],
  tables: [
    { name: 'court.cases', columns: ['id'], rows: 2 },
    { name: 'court.events', columns: ['id'], rows: 3 },
  ],
  heads: 2,
  objects: { count: 1, bytes: 70 },
  parts: [],
};

async function run(
  command: 'backup' | 'restore',
  answer: BackupMade | BackupRestored,
  ...words: string[]
) {
  const captured = capturedIo();
  const done: string[] = [];
  const open = async (): Promise<BackupAnswer> => ({
    kind: 'open',
    async backup(file) {
      done.push(`backup ${file}`);
      if (answer.kind === 'made' || answer.kind === 'taken') return answer;
      throw new TypeError('that is no backup');
    },
    async restore(file) {
      done.push(`restore ${file}`);
      if (answer.kind === 'restored' || answer.kind === 'refused') return answer;
      throw new TypeError('that is no restore');
    },
    async close() {
      done.push('close');
    },
  });
  const made = command === 'backup' ? backupCommand : restoreCommand;
  await made(captured.context, { open }).parseAsync(['b.tar', ...words], { from: 'user' });
  return { ...captured, done };
}

describe('court backup', () => {
  test('says what is in the file, and that the keys are not', async () => {
    const { out, codes, done } = await run('backup', { kind: 'made', manifest, missing: [] });
    expect(out.slice(0, 2)).toEqual([
      'b.tar holds the court as it was at 2026-03-02T09:00:00.000Z:',
      '5 rows of 2 tables, 2 records, 1 documents (70 bytes, encrypted).',
    ]);
    expect(out[2]).toMatch(/master key and the signing key are not in it/);
    expect([codes, done]).toEqual([[0], ['backup b.tar', 'close']]);
  });

  test('BK1: a file that is there stays', async () => {
    const { err, codes } = await run('backup', { kind: 'taken' });
    expect([err, codes]).toEqual([['BK1 b.tar is there already, and stays as it is.'], [1]]);
  });

  test('BK8: bytes that the storage lost are named, and the answer is no', async () => {
    const lost = { kind: 'made', manifest, missing: ['a/b'] } as const;
    const { err, codes } = await run('backup', lost, '--json');
    expect(err).toEqual(['BK8 The storage does not have a/b, which a document names.']);
    expect(codes).toEqual([1]);
    expect(JSON.parse((await run('backup', lost, '--json')).out.join(''))).toMatchObject({
      rows: 5,
      missing: ['a/b'],
    });
  });
});

describe('court restore', () => {
  test('says what was read back', async () => {
    const { out, codes } = await run('restore', {
      kind: 'restored',
      manifest,
      events: 9,
      broken: [],
    });
    expect(out).toEqual([
      'The court is as it was at 2026-03-02T09:00:00.000Z. Everybody has to sign in anew.',
      '1 documents were read back and are as they were.',
      '2 records with 9 events were read back: 2 chains are whole.',
    ]);
    expect(codes).toEqual([0]);
  });

  test('BK6: a record that was broken is named, and the answer is no', async () => {
    const broken = { kind: 'restored', manifest, events: 9, broken: ['C-1'] } as const;
    const { err, codes } = await run('restore', broken, '--json');
    expect(err).toEqual([
      'BK6 The record of case C-1 was not a whole chain when the backup was taken, and is so now.',
    ]);
    expect(codes).toEqual([1]);
  });

  test('a refusal is told with its rule; settings that are no good are bad use', async () => {
    const refusals = [{ rule: 'BK3', at: [], says: 'Damaged.' }];
    expect(await run('restore', { kind: 'refused', refusals })).toMatchObject({
      err: ['BK3 Damaged.'],
      codes: [1],
    });
    const captured = capturedIo();
    const open = async () => ({ kind: 'refused', refusals }) as const;
    await restoreCommand(captured.context, { open }).parseAsync(['b.tar'], { from: 'user' });
    expect(captured).toMatchObject({ err: ['BK3 Damaged.'], codes: [2] });
  });
});
