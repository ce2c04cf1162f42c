import { isIPv4 } from 'node:net';
import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** What a setting may be: its type, read from text, and the words for it, as in «must be a port». */
export type Kind<Value> = { readonly type: z.ZodType<Value, string>; readonly is: string };

export function whole(from: number, to: number): Kind<number> {
  return {
    type: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().min(from).max(to)),
    is: `a whole number from ${from} to ${to}`,
  };
}

export function oneOf<const Choice extends string>(...choices: Choice[]): Kind<Choice> {
  return { type: z.string().pipe(z.enum(choices)), is: `one of ${choices.join(', ')}` };
}

export const words: Kind<string> = { type: z.string(), is: 'a text' };

export function secretOf(least: number): Kind<string> {
  return { type: z.string().min(least), is: `a secret of at least ${least} characters` };
}

export const path: Kind<string> = {
  type: z.string().refine((text) => !text.includes('\0')),
  is: 'a path, absolute or from the working folder',
};

export const host: Kind<string> = {
  type: z.string().regex(/^[\w.:-]+$/),
  is: 'an address or a host name',
};

/** @param schemes without their colon, as `postgresql` */
export function url(...schemes: string[]): Kind<string> {
  return {
    type: z.string().refine((text) => {
      const parsed = URL.parse(text);
      if (parsed === null || !schemes.includes(parsed.protocol.slice(0, -1))) return false;
      return isEncoded(parsed.username + parsed.password);
    }),
    is: `a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  };
}

function isEncoded(text: string): boolean {
  return !/%(?![\da-f]{2})/i.test(text);
}

/** Scheme, host and port of pages (RFC 6454), parted by commas. */
export const origins: Kind<readonly string[]> = {
  type: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((list) => list.every((one) => /^https?:/.test(one) && URL.parse(one)?.origin === one)),
  is: 'origins such as https://court.example, parted by commas',
};

export const mailbox: Kind<string> = {
  type: z.string().regex(/^(?:[^<>\r\n]{1,200} )?<?[^\s<>@]{1,64}@[^\s<>@]{1,250}>?$/),
  is: 'an e-mail address, with or without a name: Court <court@example.org>',
};

/** Whether nobody but this machine reaches a server that listens there. */
export function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name === '::1' ||
    name === '[::1]' ||
    (isIPv4(name) && name.startsWith('127.')) ||
    isAbsolute(name)
  );
}
