import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  largestScanned,
  testVirus,
  virusScannerContract,
} from '../../ports/virus-scanner.contract.ts';
import { type ClamdManner, type MockClamd, mockClamd } from '../mocks/clamd-server.ts';
import { type ClamdSettings, clamavScanner } from './virus-scanner.ts';

const settings: Omit<ClamdSettings, 'url'> = { largest: largestScanned, timeout: 20_000 };
/** A port on which nobody listens. */
const away = clamavScanner({ ...settings, url: 'tcp://127.0.0.1:1' });

describe('with a daemon that is played', () => {
  let clamd: MockClamd | null = null;
  beforeAll(async () => {
    clamd = await mockClamd(testVirus, largestScanned);
  });
  afterAll(async () => clamd?.close());
  virusScannerContract('clamd, played', async () => {
    return { scanner: clamavScanner({ ...settings, url: clamd?.url ?? '' }), away };
  });
});

const given = process.env['CLAMAV_URL'];
/** Debian's place for it, which is not on everybody's path. */
const program = '/usr/sbin/clamd';
const isInstalled = existsSync(program);
if (given === undefined && !isInstalled) {
  process.stderr.write(
    "skipped: ClamAV's real daemon (no CLAMAV_URL, and no clamd: apt-get install clamav-daemon)\n",
  );
}

describe.runIf(given !== undefined || isInstalled)('with the real daemon', () => {
  let url = given ?? '';
  let folder = '';
  let daemon: ChildProcess | null = null;
  beforeAll(async () => {
    if (given !== undefined) return;
    folder = await mkdtemp(join(tmpdir(), 'court-clamd-'));
    url = `unix:${join(folder, 'socket')}`;
    daemon = await startDaemon(folder);
  });
  afterAll(async () => {
    daemon?.kill('SIGKILL');
    if (folder !== '') await rm(folder, { recursive: true });
  });

  virusScannerContract(`clamd at ${given ?? 'a socket of its own'}`, async () => {
    return { scanner: clamavScanner({ ...settings, url }), away };
  });

  test.runIf(given === undefined)(
    '[VS3] refuses more than it takes, which is not clean',
    async () => {
      const scanner = clamavScanner({ ...settings, url, largest: 100_000_000 });
      const scan = await scanner.scan([Buffer.alloc(9_000_000)]);
      expect(scan).toMatchObject({ kind: 'unavailable' });
      const unfinished = await scanner.scan([Buffer.alloc(3_300_000)]);
      expect(unfinished).toMatchObject({ kind: 'unavailable', retryable: false });
    },
  );
});

describe('ClamAV in trouble', () => {
  const opened = async (manner: ClamdManner, limit = largestScanned, timeout = 20_000) => {
    const clamd = await mockClamd(testVirus, limit, manner);
    onTestFinished(async () => clamd.close());
    return clamavScanner({ url: clamd.url, largest: largestScanned, timeout });
  };
  const file = [Buffer.alloc(500_000), Buffer.alloc(0), Buffer.alloc(500_000)];

  test('[VS3] a daemon that says nothing is not waited for beyond the limit', async () => {
    const scan = await (await opened('silent', largestScanned, 200)).scan(file);
    const why = 'the scanner did not answer within 200 ms';
    expect(scan).toEqual({ kind: 'unavailable', why, retryable: true });
  });

  test.each<[ClamdManner, string, boolean]>([
    ['breaks-off', 'the scanner', true],
    ['fails', "the scanner said «Can't allocate memory ERROR»", true],
    ['gives-up', 'it exceeds a limit of the scanner', false],
    ['talks-without-end', 'the scanner said «xxx', true],
  ])('[VS3] a daemon that %s', async (manner, why, retryable) => {
    const scan = await (await opened(manner)).scan(file);
    expect(scan).toMatchObject({ kind: 'unavailable', retryable });
    expect(JSON.stringify(scan)).toContain(why);
  });

  test('[VS3] its own limit of size may be smaller than ours', async () => {
    const scan = await (await opened('usual', 600_000)).scan(file);
    const why = 'the scanner said «INSTREAM size limit exceeded. ERROR»';
    expect(scan).toEqual({ kind: 'unavailable', why, retryable: false });
  });

  test('a stream that fails is told as it failed', async () => {
    const trouble = new Error('the sender went away');
    const failing = async function* () {
      yield Buffer.alloc(10);
      throw trouble;
    };
    await expect((await opened('usual')).scan(failing())).rejects.toBe(trouble);
  });

  test.each(['', 'clamd', 'http://127.0.0.1:3310', 'tcp://127.0.0.1', 'tcp://a b:1', 'unix:here'])(
    '%j is no address',
    (url) => {
      expect(() => clamavScanner({ ...settings, url })).toThrow('is neither tcp://HOST:PORT nor');
    },
  );

  test('an address of IP version 6 is one', async () => {
    const scan = await clamavScanner({ ...settings, url: 'tcp://[::1]:1' }).scan(file);
    expect(scan).toMatchObject({ kind: 'unavailable', retryable: true });
  });
});

/** Debian's clamd with one signature of our own: MD5, size and name (`.hdb`) of the test virus. */
async function startDaemon(folder: string): Promise<ChildProcess> {
  const md5 = createHash('md5').update(testVirus).digest('hex');
  await writeFile(join(folder, 'court.hdb'), `${md5}:${testVirus.length}:Eicar-Test\n`);
  const page = [
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${join(folder, 'socket')}`,
    'Foreground yes',
    'StreamMaxLength 4M',
    'MaxFileSize 3M',
    'AlertExceedsMax yes',
    'MaxThreads 4',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${page.join('\n')}\n`);
  const daemon = spawn(program, ['--config-file', join(folder, 'clamd.conf')]);
  let said = '';
  for (const stream of [daemon.stdout, daemon.stderr]) {
    stream.on('data', (data: Buffer) => (said += data.toString()));
  }
  const scanner = clamavScanner({ ...settings, url: `unix:${join(folder, 'socket')}` });
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await scanner.scan([])).kind === 'clean') return daemon;
    if (daemon.exitCode !== null) break;
    await delay(100);
  }
  throw new Error(`clamd did not start: ${said}`);
}
