import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { court } from './court-command.ts';

// Each test starts processes of its own, on a machine that may have other work.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let home = '';
let key = '';
let bundle = '';
let fingerprint = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'court-sign-'));
  key = join(home, 'court.key');
  fingerprint = (await court(['key', key])).out.trim();
  const heard = await court(['hear', 'cases/bodega-nocturna', '--out', home, '--key', key]);
  if (heard.code !== 0) throw new Error(heard.err);
  bundle = join(home, 'bundle.zip');
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('court sign', () => {
  test('a signed bundle verifies under the key of the court, replays and says why', async () => {
    const signed = join(home, 'bundle-signed.zip');
    const { code, out } = await court(['sign', bundle, '--as', 'Jueza Fresno', '--key', key]);
    expect(code).toBe(0);
    expect(out).toContain(signed);
    expect((await court(['verify', signed, '--trust', fingerprint])).code).toBe(0);
    expect((await court(['replay', signed])).out).toContain('byte for byte');
    expect((await court(['why', signed])).out).toBe((await court(['why', bundle])).out);
    const again = await court(['reject', signed, '--as', 'X', '--reason', 'No.', '--key', key]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('HR1: ') });
  });

  test('a rejected one holds as well', async () => {
    const out = join(home, 'rejected.zip');
    const words = ['--as', 'Jueza Fresno', '--reason', 'Falta prueba.', '--key', key];
    expect((await court(['reject', bundle, ...words, '--out', out])).code).toBe(0);
    expect((await court(['verify', out, '--trust', fingerprint])).code).toBe(0);
    expect((await court(['replay', out])).code).toBe(0);
  });

  test('is bad use without a name, a reason to reject, or a bundle; nothing is written', async () => {
    const before = await readdir(home);
    for (const words of [
      ['sign', bundle],
      ['reject', bundle, '--as', 'Jueza Fresno'],
      ['sign', join(home, 'none.zip'), '--as', 'Jueza Fresno'],
      ['sign', bundle, '--as', 'Jueza Fresno', '--key', join(home, 'none.key')],
    ]) {
      const { code, err } = await court(words);
      expect(code).toBe(2);
      expect(err).not.toMatch(/^\s+at /mu);
    }
    const other = await court(['sign', bundle, '--as', 'Jueza Fresno']);
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('CT2: ') });
    expect(await readdir(home)).toEqual(before);
  });
});
