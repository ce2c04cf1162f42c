import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileMailer } from './mailer.ts';

const mail = { to: 'ada@court.example', subject: 'a letter', text: 'two\nlines' };

test('letters are lines of a file for its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'court-mail-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'letters');
  const mailer = fileMailer(path);
  await Promise.all([mailer.send(mail), mailer.send(mail)]);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([mail, mail]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await expect(fileMailer(folder).send(mail)).rejects.toMatchObject({
    port: 'mailer',
    retryable: true,
  });
});
