import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Client, Place } from './service-operations.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const password = 'quince lanterns over Viterbo';
const atOnce = 8;

export type BenchCourt = Place & {
  readonly address: string;
  readonly dataDir: string;
  readonly pid: number;
  /** The first process of its embedded database. */
  readonly postmaster: number;
  readonly clients: readonly Client[];
  readonly end: () => Promise<void>;
};

/** Who they are, in twentieths. */
const shares = { clerk: 2, judge: 1, prosecutor: 7, defender: 6, party: 4 } as const;

/** A court as its user starts it, with people who came by invitation, each with a case of their own. */
export async function startBenchCourt(people: number): Promise<BenchCourt> {
  const dataDir = await mkdtemp(join(tmpdir(), 'court-bench-service-'));
  await chmod(dataDir, 0o755);
  const { PATH = '', HOME = '' } = process.env;
  const server = spawn(
    process.execPath,
    ['--max-semi-space-size=8', 'src/main.ts', 'serve', '--json'],
    {
      cwd: root,
      env: { PATH, HOME, COURT_ENV: 'test', ...settings, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const end = async () => {
    const gone = once(server, 'exit');
    if (server.exitCode === null && server.kill('SIGTERM')) await gone;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const lines = createInterface({ input: server.stdout });
    const [line]: unknown[] = await Promise.race([once(lines, 'line'), failed(server)]);
    const { address, firstAdministrator } = JSON.parse(String(line)) as {
      readonly address: string;
      readonly firstAdministrator: string;
    };
    const peopled = await peopleIt(address, dataDir, firstAdministrator, people);
    const postmaster = await postmasterOf(dataDir);
    return { ...peopled, address, dataDir, pid: server.pid ?? 0, postmaster, end };
  } catch (error) {
    await end();
    throw error;
  }
}

const settings = {
  PORT: '0',
  EMBEDDED_DATABASE_PORT: '0',
  LOG_LEVEL: 'warn',
  ACCESS_TOKEN_SECONDS: '7200',
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_PERSON: '0',
  RATE_LIMIT_SIGN_IN: '0',
} as const;

async function failed(server: ReturnType<typeof spawn>): Promise<never> {
  await once(server, 'exit');
  throw new Error('the court did not start');
}

async function peopleIt(
  address: string,
  dataDir: string,
  first: string,
  people: number,
): Promise<Place & { readonly clients: readonly Client[] }> {
  const ask = asker(address);
  const accept = async (text: string, email: string | null): Promise<string> => {
    const token = /token=([\w-]+)/.exec(text)?.[1] ?? '';
    const body = { name: 'Of the bench', password, ...(email === null ? {} : { email }) };
    const session = await ask('POST', `/v1/invitations/${token}/accept`, null, body);
    return String(session['access_token']);
  };
  const administrator = await accept(first, 'administrator@court.example');
  const [court] = (await ask('GET', '/v1/courts', administrator)) as unknown as { id: string }[];
  const courtId = court?.id ?? '';
  const listed = await ask('GET', `/v1/courts/${courtId}/cases`, administrator);
  const [heard] = listed['items'] as { id: string }[];
  const roles = Object.entries(shares).flatMap(([role, times]) => Array<string>(times).fill(role));
  const numbers = Array.from({ length: people }, (_, n) => n);
  await inTurn(numbers, async (n) => {
    const body = { email: emailOf(n), role: roles[n % roles.length] };
    await ask('POST', `/v1/courts/${courtId}/invitations`, administrator, body);
  });
  const letters = await lettersIn(dataDir);
  const clients: Client[] = [];
  await inTurn(numbers, async (n) => {
    const token = await accept(letters.get(emailOf(n)) ?? '', null);
    const body = { caption: `Case ${n} of the bench` };
    const { id } = await ask('POST', `/v1/courts/${courtId}/cases`, token, body);
    clients[n] = { role: roles[n % roles.length] ?? '', token, ownCase: String(id) };
  });
  return { courtId, heardCase: heard?.id ?? '', clients };
}

const emailOf = (n: number): string => `person${n}@court.example`;

/** As the court keeps them where no mail server is set. */
async function lettersIn(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const lines = await readFile(join(dataDir, 'letters.jsonl'), 'utf8');
  const letters = lines.split('\n').filter((line) => line !== '');
  return new Map(
    letters.map((line) => {
      const { to, text } = JSON.parse(line) as { readonly to: string; readonly text: string };
      return [to, text];
    }),
  );
}

function asker(address: string) {
  return async (
    method: string,
    path: string,
    token: string | null,
    body?: object,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  };
}

/** A few at once, in their order. */
async function inTurn(numbers: readonly number[], work: (n: number) => Promise<void>) {
  const left = [...numbers];
  const one = async (): Promise<void> => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) await work(n);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

async function postmasterOf(dataDir: string): Promise<number> {
  const names = await readdir(dataDir, { recursive: true });
  const name = names.find((one) => one.endsWith('postmaster.pid'));
  if (name === undefined) throw new Error('there is no embedded database');
  return Number((await readFile(join(dataDir, name), 'utf8')).split('\n')[0]);
}
