import { createTransport } from 'nodemailer';
import { type Mailer, MailFault } from '../../ports/mailer.ts';

export type SmtpSettings = {
  /** `smtp://USER:PASSWORD@HOST:PORT`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** The mailbox from which letters come. */
  readonly from: string;
  /** Milliseconds for each step of the conversation. */
  readonly timeout: number;
};

const plainAddress = /^[^\s<>(),;:"@]+@[^\s<>(),;:"@]+$/;

/** The mail server may take a letter later: it says so itself with a 4xx (RFC 5321, 4.2.1), or is away. */
const isPassing = (code: number | undefined): boolean => code === undefined || code < 500;

/** Sends letters over SMTP. A server that offers STARTTLS is spoken to in TLS. */
export function smtpMailer({ url, from, timeout }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      // What is more than one plain address, a library may read as several.
      if (!plainAddress.test(to)) throw new MailFault('That is no single address.', false);
      try {
        await transport.sendMail({ from, to, subject, text });
      } catch (cause) {
        const code = responseCode(cause);
        const says = code === undefined ? 'The mail server is away.' : `It answered ${code}.`;
        throw new MailFault(`The letter was not taken. ${says}`, isPassing(code), cause);
      }
    },
  };
}

function responseCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return undefined;
  return typeof error.responseCode === 'number' ? error.responseCode : undefined;
}
