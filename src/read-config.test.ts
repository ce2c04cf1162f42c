import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLoopback } from './config-types.ts';
import { type Setting, settings } from './config.ts';
import { configOf, readConfig } from './read-config.ts';

const all: readonly Setting[] = Object.values(settings);

function says(given: Readonly<Record<string, string>>): readonly string[] {
  const read = configOf(given);
  return read.kind === 'read'
    ? []
    : read.refusals.map((refusal) => `${refusal.rule} ${refusal.says}`);
}

describe('settings', () => {
  test('of nobody are the usual ones', () => {
    const read = configOf({});
    expect(read).toMatchObject({
      kind: 'read',
      config: { host: '127.0.0.1', port: 8080, environment: 'development', dataDir: '.court/data' },
    });
    expect(read.kind === 'read' && read.config.databaseUrl).toBe(undefined);
  });

  test('each has a name of its own, one sentence, and says what is where it is not set', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name, about, default: usual, unset } of all) {
      expect(name).toMatch(/^[A-Z][A-Z_]+$/);
      expect(about).toMatch(/^[A-Z].*\.$/);
      expect([name, usual ?? unset]).not.toEqual([name, undefined]);
    }
  });

  test.each([
    [{}, 'development'],
    [{ HOST: '0.0.0.0' }, 'production'],
    [{ HOST: '127.court.example' }, 'production'],
    [{ HOST: 'localhost', NODE_ENV: 'production' }, 'production'],
    [{ HOST: '::', NODE_ENV: 'test' }, 'test'],
    [{ NODE_ENV: 'production', COURT_ENV: 'development' }, 'development'],
  ])('%j is %s', (given, environment) => {
    expect(configOf(given)).toMatchObject({ kind: 'read', config: { environment } });
  });

  test('only in development may pages of the local web server call', () => {
    expect(configOf({})).toMatchObject({
      config: { corsOrigins: ['http://localhost:5173', 'http://127.0.0.1:5173'] },
    });
    const read = configOf({ COURT_ENV: 'production' });
    expect(read.kind === 'read' && read.config.corsOrigins).toBe(undefined);
  });

  test('SE2: all bad ones are told at once, with name and reason, and no secret is shown', () => {
    const given = {
      PORT: '65536',
      CORS_ORIGINS: 'https://a.example/x',
      METRICS_TOKEN: 'short',
      COURT_ENV: 'live',
      DATABASE_URL: 'mysql://me:hidden@db/court',
    };
    expect(says(given)).toEqual([
      'SE2 PORT must be a whole number from 0 to 65535, and «65536» is not.',
      'SE2 COURT_ENV must be one of development, test, production, and «live» is not.',
      'SE2 DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
      'SE2 CORS_ORIGINS must be origins such as https://court.example, parted by commas, and «https://a.example/x» is not.',
      'SE2 METRICS_TOKEN must be a secret of at least 16 characters.',
    ]);
  });

  test.each([
    ['PORT', ['0', '65535'], ['-1', '1.5', ' 80', 'x', '1e3', '9'.repeat(400)]],
    ['HOST', ['::1', 'court.example', '0.0.0.0'], ['a b', 'http://a']],
    ['DATA_DIR', ['/var/court', 'data'], ['a\0b']],
    ['SMTP_URL', ['smtps://u:p@mail.example:465'], ['mail.example', 'smtp://u:%zz@mail.example']],
    ['CLAMAV_URL', ['tcp://clamav:3310', 'unix:///run/clamd.sock'], ['http://clamav']],
    [
      'MAIL_FROM',
      ['court@example.org', 'The Court <court@example.org>'],
      ['court', 'a@b\r\nBcc: c@d'],
    ],
    [
      'CORS_ORIGINS',
      ['https://a.example, http://b.example:8080'],
      ['*', 'https://a.example/', 'ftp://a.example'],
    ],
    ['RATE_LIMIT_KEY', ['0'], ['none']],
  ])('%s', (name, good, bad) => {
    const beside = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'court@example.org' };
    for (const value of good)
      expect([value, says({ ...beside, [name]: value })]).toEqual([value, []]);
    for (const value of bad) {
      expect([value, says({ ...beside, [name]: value })[0]]).toEqual([
        value,
        expect.stringContaining(`SE2 ${name} must be`),
      ]);
    }
  });

  test.each([
    [{ TLS_CERT_FILE: 'a' }, 'SE3 TLS_KEY_FILE is not set, and TLS needs certificate and key.'],
    [{ TLS_KEY_FILE: 'a' }, 'SE3 TLS_CERT_FILE is not set, and TLS needs certificate and key.'],
    [{ SMTP_URL: 'smtp://mail' }, 'SE3 MAIL_FROM is not set, and SMTP_URL needs a sender.'],
    [
      { ACCESS_TOKEN_SECONDS: '600', REFRESH_TOKEN_SECONDS: '60' },
      'SE3 ACCESS_TOKEN_SECONDS (600) is more than REFRESH_TOKEN_SECONDS (60).',
    ],
    [
      { UPLOAD_LIMIT_BYTES: '9', CASE_QUOTA_BYTES: '8' },
      'SE3 UPLOAD_LIMIT_BYTES (9) is more than CASE_QUOTA_BYTES (8).',
    ],
  ])('SE3: %j contradict each other', (given, sentence) => {
    expect(says(given)).toEqual([sentence]);
  });

  test.each(['postgres', 'Admin', 'court%5F', '', 'p%61ssword', 'changeme'])(
    'SE4: password «%s»',
    (password) => {
      const given = { DATABASE_URL: `postgresql://court_:${password}@db.example/court` };
      expect(says({ ...given, COURT_ENV: 'development' })).toEqual([]);
      expect(says({ ...given, COURT_ENV: 'production' })).toEqual(
        password !== ''
          ? [
              'SE4 DATABASE_URL has a password that everybody knows. Give it another, or set COURT_ENV=development.',
            ]
          : [],
      );
    },
  );

  test('whatever is written, it is read or refused by name', () => {
    const names = fc.constantFrom(...all.map(({ name }) => name));
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (given) => {
        const read = configOf(given);
        if (read.kind === 'read') return;
        for (const { at } of read.refusals)
          expect(all.some(({ name }) => name === at[0])).toBe(true);
      }),
    );
  });
});

describe('the file .env', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'court-config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is read where the environment says nothing, or nothing but an empty text', async () => {
    await writeFile(join(folder, '.env'), '# mine\nPORT=1\nHOST="::1"\nLOG_LEVEL=debug\n');
    const read = await readConfig({ PORT: '2', LOG_LEVEL: '' }, folder);
    expect(read).toMatchObject({ config: { port: 2, host: '::1', logLevel: 'debug' } });
  });

  test('need not be there', async () => {
    expect((await readConfig({}, folder)).kind).toBe('read');
  });

  test('SE1: that cannot be read stops the start', async () => {
    await mkdir(join(folder, '.env'));
    expect(await readConfig({}, folder)).toMatchObject({
      refusals: [{ rule: 'SE1', at: ['.env'] }],
    });
  });
});

test('loopback is this machine and nothing else', () => {
  for (const name of ['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]', '/run/postgresql']) {
    expect([name, isLoopback(name)]).toEqual([name, true]);
  }
  for (const name of ['0.0.0.0', '::', '127.a.example', '10.0.0.1', 'localhost.example']) {
    expect([name, isLoopback(name)]).toEqual([name, false]);
  }
});
