import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { isLoopback } from './config-types.ts';
import { type Config, type Setting, settings } from './config.ts';
import type { Refusal } from './core/refusal.ts';

export type ReadConfig =
  | { readonly kind: 'read'; readonly config: Config }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of the environment, and of the file `.env` in the folder for what the environment leaves
 * open; a variable that is empty counts as not set. Either all are good, or every bad one is told.
 */
export async function readConfig(environment: Environment, folder: string): Promise<ReadConfig> {
  const file = join(folder, '.env');
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    return cause.code === 'ENOENT' ? '' : cause;
  });
  if (typeof text !== 'string') {
    return refuse([no('SE1', '.env', `${file} cannot be read: ${text.message}.`)]);
  }
  return configOf({ ...parseEnv(text), ...withoutEmpty(environment) });
}

/** The settings that these variables make. */
export function configOf(given: Environment): ReadConfig {
  const set = withoutEmpty(given);
  const environment = environmentOf(set);
  const refusals: Refusal[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting>(settings)) {
    const usual = environment === 'production' ? undefined : setting.inDevelopment;
    const written = set[setting.name] ?? usual ?? setting.default;
    if (written === undefined) continue;
    const parsed = setting.type.safeParse(written);
    if (parsed.success) values[key] = parsed.data;
    else refusals.push(no('SE2', setting.name, sentenceOf(setting, written)));
  }
  // Sound: the loop reads each key of the list by the type that stands beside it there.
  const config = { ...values, environment } as Config;
  if (refusals.length === 0) refusals.push(...contradictionsOf(config), ...weakPasswordsOf(config));
  return refusals.length === 0 ? { kind: 'read', config } : refuse(refusals);
}

function environmentOf(set: Readonly<Record<string, string>>): Config['environment'] {
  for (const said of [set['COURT_ENV'], set['NODE_ENV']]) {
    if (said === 'development' || said === 'test' || said === 'production') return said;
  }
  return isLoopback(set['HOST'] ?? settings.host.default) ? 'development' : 'production';
}

function sentenceOf({ name, is, secret }: Setting, written: string): string {
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  return secret === true
    ? `${name} must be ${is}.`
    : `${name} must be ${is}, and «${shown}» is not.`;
}

/** Settings that are good by themselves and not beside each other. */
function contradictionsOf(config: Config): readonly Refusal[] {
  const { tlsCertFile, tlsKeyFile, smtpUrl, mailFrom } = config;
  const refusals: Refusal[] = [];
  if ((tlsCertFile === undefined) !== (tlsKeyFile === undefined)) {
    const missing = tlsCertFile === undefined ? 'TLS_CERT_FILE' : 'TLS_KEY_FILE';
    refusals.push(no('SE3', missing, `${missing} is not set, and TLS needs certificate and key.`));
  }
  if (smtpUrl !== undefined && mailFrom === undefined) {
    refusals.push(no('SE3', 'MAIL_FROM', 'MAIL_FROM is not set, and SMTP_URL needs a sender.'));
  }
  for (const [less, more] of [
    ['accessTokenSeconds', 'refreshTokenSeconds'],
    ['uploadLimitBytes', 'caseQuotaBytes'],
    ['caseQuotaBytes', 'courtQuotaBytes'],
  ] as const) {
    if (config[less] <= config[more]) continue;
    const [one, other] = [settings[less].name, settings[more].name];
    refusals.push(
      no('SE3', one, `${one} (${config[less]}) is more than ${other} (${config[more]}).`),
    );
  }
  return refusals;
}

const defaults = new Set(
  'postgres postgresql admin administrator password passwort contraseña root user guest test demo example changeme change-me change_me secret default court supabase welcome qwerty letmein 1234 12345 123456 12345678 123456789 your-super-secret-and-long-postgres-password'.split(
    ' ',
  ),
);

/** Passwords that come with a program are known to everybody. */
function weakPasswordsOf(config: Config): readonly Refusal[] {
  if (config.environment !== 'production') return [];
  return (['databaseUrl', 'databaseAdminUrl', 'smtpUrl'] as const).flatMap((key) => {
    const value = config[key];
    if (value === undefined) return [];
    const { username, password } = new URL(value);
    const plain = decodeURIComponent(password).toLowerCase();
    const isWeak =
      plain !== '' && (defaults.has(plain) || plain === decodeURIComponent(username).toLowerCase());
    const { name } = settings[key];
    const says = `${name} has a password that everybody knows. Give it another, or set COURT_ENV=development.`;
    return isWeak ? [no('SE4', name, says)] : [];
  });
}

function withoutEmpty(environment: Environment): Readonly<Record<string, string>> {
  const set = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.fromEntries(set) as Record<string, string>;
}

function no(rule: string, name: string, says: string): Refusal {
  return { rule, at: [name], says };
}

function refuse(refusals: readonly Refusal[]): ReadConfig {
  return { kind: 'refused', refusals };
}
