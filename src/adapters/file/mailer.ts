import { open } from 'node:fs/promises';
import { type Mailer, MailFault } from '../../ports/mailer.ts';

/**
 * Letters that nobody sends: each is a line of JSON at the end of a file for its owner alone (0600). For
 * development and tests, where whoever reads the file may read every letter.
 */
export function fileMailer(path: string): Mailer {
  return {
    async send(mail) {
      const line = `${JSON.stringify(mail)}\n`;
      try {
        const file = await open(path, 'a', 0o600);
        try {
          await file.appendFile(line);
        } finally {
          await file.close();
        }
      } catch (cause) {
        throw new MailFault(`The letter could not be written to ${path}.`, true, cause);
      }
    },
  };
}
