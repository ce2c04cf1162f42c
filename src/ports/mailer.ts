/** A letter of the court to one address. `text` carries links that are secrets: it stands in no log. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** @throws MailFault where the letter was not taken */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export class MailFault extends Error {
  readonly port = 'mailer';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'MailFault';
    this.retryable = retryable;
  }
}
