import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type PasswordHasher, PasswordHasherFault } from '../../ports/password-hasher.ts';

export type ArgonSettings = {
  /** KiB of memory of one hash. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  /** Hashes at once: each takes a core, and its memory. */
  readonly atOnce: number;
  /** Most callers that wait; the next one is told to come again. */
  readonly queue: number;
};

/** OWASP Password Storage Cheat Sheet, 2025: 19 MiB, two passes. 50 ms of one core on a small machine. */
export const usualArgon: ArgonSettings = {
  memory: 19_456,
  passes: 2,
  parallelism: 1,
  atOnce: 2,
  queue: 500,
};

type Parameters = Pick<ArgonSettings, 'memory' | 'passes' | 'parallelism'>;

const derive = promisify(argon2);
const tagLength = 32;

/** Argon2id (RFC 9106) of the OpenSSL in Node, in PHC strings: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export function argonPasswordHasher(settings: ArgonSettings = usualArgon): PasswordHasher {
  const turn = turnstile(settings.atOnce, settings.queue);
  const tagOf = (password: string, salt: Uint8Array, parameters: Parameters): Promise<Buffer> =>
    turn(() =>
      derive('argon2id', { message: password, nonce: salt, tagLength, ...only(parameters) }),
    );
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return written(settings, salt, await tagOf(password, salt, settings));
    },
    async check(password, hash) {
      const known = hash === null ? null : read(hash);
      if (known === null) {
        await tagOf(password, randomBytes(16), settings);
        return 'wrong';
      }
      const tag = await tagOf(password, known.salt, known.parameters);
      if (!timingSafeEqual(tag, known.tag)) return 'wrong';
      const now = JSON.stringify(only(settings));
      return JSON.stringify(known.parameters) === now ? 'right' : 'stale';
    },
  };
}

function only({ memory, passes, parallelism }: Parameters): Parameters {
  return { memory, passes, parallelism };
}

function written({ memory, passes, parallelism }: Parameters, salt: Buffer, tag: Buffer): string {
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

const form =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]{11,64})\$([\w+/]{43})$/;

/** `null` where it is no hash of ours: then no password is right. */
function read(
  hash: string,
): { readonly parameters: Parameters; readonly salt: Buffer; readonly tag: Buffer } | null {
  const [, memory, passes, parallelism, salt = '', tag = ''] = form.exec(hash) ?? [];
  if (tag === '') return null;
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function turnstile(
  atOnce: number,
  queue: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= atOnce) {
      if (waiting.length >= queue) throw new PasswordHasherFault('Too many sign in at once.');
      await new Promise<void>((enter) => {
        waiting.push(enter);
      });
    } else inside += 1;
    try {
      return await work();
    } finally {
      // Whoever is next has this place; it is free only where nobody waits.
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
