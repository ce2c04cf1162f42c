import { readFile, rm, writeFile } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { court, fixed, folder } from './court-command.ts';

// Each test starts processes of its own, on a machine that may have other work.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let home = '';
let bundle = '';
let record = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'court-acceptance-'));
  await writeFile(join(home, 'court.key'), `${'22'.repeat(32)}\n`);
  const key = fixed(join(home, 'court.key'));
  const { code, err } = await court(['hear', 'cases/greenhouse-heater', '--out', home, ...key]);
  if (code !== 0) throw new Error(err);
  bundle = join(home, 'bundle.zip');
  record = join(home, 'record.jsonl');
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('court verify', () => {
  test('says that nothing was changed, of a bundle and of a bare record', async () => {
    for (const path of [bundle, record]) {
      const { code, out } = await court(['verify', path]);
      expect(code).toBe(0);
      expect(out).toContain('Consistent, signer unknown');
    }
    expect(JSON.parse((await court(['verify', bundle, '--json'])).out)).toBeTypeOf('object');
  });

  test('trusts the one key that it is told to trust, and no other', async () => {
    const { out } = await court(['verify', bundle]);
    const [, fingerprint = ''] = /Key: ([0-9a-f ]+)/u.exec(out) ?? [];
    expect(fingerprint).toHaveLength(79);
    expect((await court(['verify', bundle, '--trust', fingerprint])).code).toBe(0);
    expect((await court(['verify', bundle, '--trust', fingerprint.replaceAll(' ', '')])).code).toBe(
      0,
    );
    const wrong = await court(['verify', bundle, '--trust', '0'.repeat(64)]);
    expect(wrong.code).toBe(1);
  });

  test('notices a changed byte wherever it is, in the record and in the bundle', async () => {
    for (const [path, name] of [
      [record, 'record.jsonl'],
      [bundle, 'bundle.zip'],
    ] as const) {
      const bytes = await readFile(path);
      for (let n = 0; n < 6; n += 1) {
        const changed = Buffer.from(bytes);
        const at = Math.floor(((n + 0.5) * bytes.length) / 6);
        changed[at] = (changed[at] ?? 0) ^ 1;
        const place = await folder({ [name]: changed });
        const { code, err, out } = await court(['verify', join(place, name)]);
        expect([1, 2]).toContain(code);
        expect(`${err}${out}`).not.toMatch(/^\s+at /mu);
      }
    }
  });

  test('notices a cut tail', async () => {
    const lines = (await readFile(record, 'utf8')).split('\n');
    const place = await folder({ 'record.jsonl': `${lines.slice(0, -3).join('\n')}\n` });
    expect((await court(['verify', join(place, 'record.jsonl')])).code).toBe(1);
  });

  test('has no answer about a file that is not there', async () => {
    const { code, err } = await court(['verify', join(home, 'none.zip')]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('none.zip');
  });
});

describe('court replay', () => {
  test('computes the recorded draft again, byte for byte', async () => {
    const { code, out } = await court(['replay', bundle]);
    expect(code).toBe(0);
    expect(out).toContain('byte for byte');
  });

  test('tells the case as it was after an event', async () => {
    const early = JSON.parse((await court(['replay', bundle, '--at', '5', '--json'])).out);
    expect(early).toMatchObject({ events: 5, draft: 'none', statements: 0 });
    for (const at of ['1', '40', '120', '100000']) {
      const { code, out } = await court(['replay', bundle, '--at', at, '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out).events).toBeLessThanOrEqual(Number(at));
    }
    expect((await court(['replay', bundle, '--at', '0'])).code).toBe(2);
  });

  test('replays nothing that does not verify, or is no bundle', async () => {
    const place = await folder({ 'bundle.zip': 'no archive', 'empty.zip': '' });
    for (const name of ['bundle.zip', 'empty.zip', 'none.zip']) {
      const { code, err } = await court(['replay', join(place, name)]);
      expect(code).toBe(2);
      expect(err).toContain(name);
      expect(err).not.toMatch(/^\s+at /mu);
    }
  });
});

describe('court why', () => {
  test('derives the disposition and each issue, and what would turn them', async () => {
    const { code, out } = await court(['why', bundle]);
    expect(code).toBe(0);
    expect(out).toMatch(/^granted is (?:in|out)\./u);
    const replayed = JSON.parse((await court(['replay', bundle, '--json'])).out);
    const [element = ''] = Object.keys(replayed.labels);
    const told = JSON.parse((await court(['why', bundle, element, '--json'])).out);
    expect(told).toMatchObject({
      target: element,
      label: replayed.labels[element],
      flips: { exhibits: { cut: expect.any(Boolean) } },
    });
  });

  test('names the issues where it is asked of another', async () => {
    const { code, err } = await court(['why', bundle, 'weather']);
    expect(code).toBe(2);
    expect(err).toContain('granted');
  });
});
