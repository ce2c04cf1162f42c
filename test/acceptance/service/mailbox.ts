import { createServer, type Socket } from 'node:net';

/** A mail server of the test: takes every letter and delivers none. */
export type Mailbox = {
  /** For SMTP_URL. */
  readonly url: string;
  /** The text of the last letter to this address that holds these words, once it is there. */
  readonly letterTo: (email: string, holding: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

type Letter = { readonly to: string; readonly text: string };

const longestMs = 20_000;

export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = createServer((socket) => {
    // Who hangs up has said what they had to say.
    socket.on('error', () => socket.destroy());
    receive(socket, (letter) => letters.push(letter));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : '';
  const find = (email: string, holding: string) =>
    letters.findLast(({ to, text }) => to === email.toLowerCase() && text.includes(holding));
  return {
    url: `smtp://127.0.0.1:${port}`,
    async letterTo(email, holding) {
      const end = Date.now() + longestMs;
      for (;;) {
        const letter = find(email, holding);
        if (letter !== undefined) return letter.text;
        if (Date.now() > end) throw new Error(`no letter to ${email} holds «${holding}»`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** As much of SMTP (RFC 5321) as a sender needs. */
function receive(socket: Socket, take: (letter: Letter) => void): void {
  let [pending, body] = ['', ''];
  let to = '';
  let inData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const command = (line: string): void => {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'RCPT') to = (/<([^>]*)>/.exec(line)?.[1] ?? '').toLowerCase();
    if (word === 'DATA') {
      inData = true;
      body = '';
      say('354 go on');
    } else if (word === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  };
  say('220 mailbox of the test');
  socket.on('data', (piece: Buffer) => {
    pending += piece.toString('latin1');
    const lines = pending.split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      if (!inData) command(line);
      else if (line !== '.') body += `${line}\r\n`;
      else {
        inData = false;
        take({ to, text: plain(body) });
        say('250 taken');
      }
    }
  });
}

/** Lines as they were written, where the sender made quoted-printable of them. */
function plain(text: string): string {
  if (!/quoted-printable/i.test(text)) return text;
  return text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
