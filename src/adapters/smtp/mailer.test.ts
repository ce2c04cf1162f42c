import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { MailFault } from '../../ports/mailer.ts';
import { smtpMailer } from './mailer.ts';

const letter = {
  to: 'clerk@court.example',
  subject: 'Invitation · Invitación',
  text: 'Come in.\n',
};

/** A real mail server on a free port, and what it took. */
async function server(options: SMTPServerOptions = {}) {
  const taken: { from: string; to: string[]; text: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, text: Buffer.concat(pieces).toString() });
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
  const { port } = smtp.server.address() as AddressInfo;
  const settings = { from: 'First Court <court@court.example>', timeout: 5_000 };
  return { taken, port, mailer: smtpMailer({ url: `smtp://127.0.0.1:${port}`, ...settings }) };
}

function fault(code: number): Error {
  return Object.assign(new Error('No.'), { responseCode: code });
}

test('a letter comes as it was written, from the court to one address', async () => {
  const { taken, mailer } = await server();
  await mailer.send(letter);
  expect(taken).toMatchObject([{ from: 'court@court.example', to: ['clerk@court.example'] }]);
  expect(taken[0]?.text).toContain('Come in.');
  expect(taken[0]?.text).toMatch(/^Subject: =\?UTF-8\?/m);
});

test('an address that holds another header adds no recipient', async () => {
  const { taken, mailer } = await server();
  const to = 'clerk@court.example\r\nBcc: other@court.example';
  await expect(mailer.send({ ...letter, to })).rejects.toMatchObject({ retryable: false });
  expect(taken).toEqual([]);
});

test('what the server refuses for good is no fault to try again, what it puts off is', async () => {
  for (const [code, retryable] of [
    [550, false],
    [451, true],
  ] as const) {
    const { mailer } = await server({ onRcptTo: (_, __, done) => done(fault(code)) });
    const refused = await mailer.send(letter).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MailFault);
    expect(refused).toMatchObject({ retryable, message: expect.stringContaining(String(code)) });
  }
});

test('a server that is away is a fault to try again', async () => {
  const settings = { from: 'court@court.example', timeout: 500 };
  const mailer = smtpMailer({ url: 'smtp://127.0.0.1:1', ...settings });
  await expect(mailer.send(letter)).rejects.toMatchObject({ port: 'mailer', retryable: true });
});

test('name and password are shown to the server, and stand in no fault', async () => {
  const { port } = await server({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) =>
      password === 'right' ? done(null, { user: 'court' }) : done(fault(535)),
  });
  const as = (password: string) =>
    smtpMailer({
      url: `smtp://court:${password}@127.0.0.1:${port}`,
      from: 'court@court.example',
      timeout: 5_000,
    });
  await as('right').send(letter);
  const refused = await as('hunter2')
    .send(letter)
    .catch((error: unknown) => String(error));
  expect(refused).toContain('535');
  expect(refused).not.toContain('hunter2');
});
