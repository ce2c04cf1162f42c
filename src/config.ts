import type { z } from 'zod';
import {
  host,
  type Kind,
  mailbox,
  oneOf,
  origins,
  path,
  secretOf,
  url,
  whole,
  words,
} from './config-types.ts';

/**
 * A setting: its variable of the environment, what it may be, what it is when it is not set, one sentence.
 * A secret is never shown, not even in a refusal.
 */
export type Setting = Kind<unknown> & {
  readonly name: string;
  readonly about: string;
  /** Written as in the environment. */
  readonly default?: string;
  /** Instead of `default` in development. */
  readonly inDevelopment?: string;
  /** What happens where there is no default. */
  readonly unset?: string;
  readonly secret?: true;
};

const day = 86_400;
const most = 1_000_000_000_000;

/** Every setting of the service, once. docs/config.md and .env.example are made from this list. */
export const settings = {
  host: {
    name: 'HOST',
    ...host,
    default: '127.0.0.1',
    about: 'The address on which the court listens; 0.0.0.0 for all.',
  },
  port: {
    name: 'PORT',
    ...whole(0, 65_535),
    default: '8080',
    about: 'The port on which the court listens; 0 takes any that is free.',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    ...url('http', 'https'),
    unset: 'the address on which the court listens',
    about: 'The address by which people reach the court, for links in letters and for tokens.',
  },
  dataDir: {
    name: 'DATA_DIR',
    ...path,
    default: '.court/data',
    about: 'The folder of what the court keeps itself: embedded database, documents, keys.',
  },
  environment: {
    name: 'COURT_ENV',
    ...oneOf('development', 'test', 'production'),
    unset: 'what NODE_ENV says, or else development on a loopback HOST and production on any other',
    about:
      'Development and test accept default passwords and let the database be reset without a question.',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    ...oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    default: 'info',
    about: 'The least important lines that are still logged.',
  },

  databaseUrl: {
    name: 'DATABASE_URL',
    ...url('postgres', 'postgresql'),
    unset: 'the embedded PostgreSQL',
    secret: true,
    about: 'The PostgreSQL 15 to 18 or Supabase project that holds the court.',
  },
  databaseAdminUrl: {
    name: 'DATABASE_ADMIN_URL',
    ...url('postgres', 'postgresql'),
    unset: 'DATABASE_URL',
    secret: true,
    about:
      'The login that applies migrations, and the direct connection where DATABASE_URL leads to a pooler.',
  },
  databasePoolSize: {
    name: 'DATABASE_POOL_SIZE',
    ...whole(1, 1_000),
    default: '16',
    about: 'The most connections to the database that one process opens.',
  },
  databaseWaitMs: {
    name: 'DATABASE_WAIT_MS',
    ...whole(1, 600_000),
    default: '5000',
    about:
      'Milliseconds that a request waits for a free connection before it is told to come back.',
  },
  embeddedPort: {
    name: 'EMBEDDED_DATABASE_PORT',
    ...whole(0, 65_535),
    default: '54322',
    about: 'The port on 127.0.0.1 of the embedded PostgreSQL; where it is taken, any that is free.',
  },
  supabaseUrl: {
    name: 'SUPABASE_URL',
    ...url('http', 'https'),
    unset: 'only tokens of the court are accepted',
    about: 'The Supabase project whose tokens are accepted, by the keys that it publishes.',
  },

  tlsCertFile: {
    name: 'TLS_CERT_FILE',
    ...path,
    unset: 'plain HTTP',
    about: 'The certificate chain in PEM with which the court answers HTTPS itself.',
  },
  tlsKeyFile: {
    name: 'TLS_KEY_FILE',
    ...path,
    unset: 'plain HTTP',
    about: 'The private key in PEM of TLS_CERT_FILE.',
  },
  masterKeyFile: {
    name: 'MASTER_KEY_FILE',
    ...path,
    unset: 'a key in DATA_DIR, made at the first start',
    about: 'The file with the key that wraps the keys of documents and secrets.',
  },
  signingKeyFile: {
    name: 'SIGNING_KEY_FILE',
    ...path,
    unset: 'a key in DATA_DIR, made at the first start',
    about: 'The file with the key that signs the heads of records.',
  },
  accessTokenSeconds: {
    name: 'ACCESS_TOKEN_SECONDS',
    ...whole(30, day),
    default: '600',
    about: 'Seconds for which an access token is good.',
  },
  refreshTokenSeconds: {
    name: 'REFRESH_TOKEN_SECONDS',
    ...whole(60, 365 * day),
    default: String(14 * day),
    about: 'Seconds after which a session that was not used must sign in anew.',
  },

  corsOrigins: {
    name: 'CORS_ORIGINS',
    ...origins,
    inDevelopment: 'http://localhost:5173,http://127.0.0.1:5173',
    unset: 'no other origin',
    about: 'The origins whose pages may call the court from a browser.',
  },
  metricsToken: {
    name: 'METRICS_TOKEN',
    ...secretOf(16),
    unset: 'metrics are told to this machine only',
    secret: true,
    about: 'The bearer token that a collector of metrics shows.',
  },
  rateLimitAddress: {
    name: 'RATE_LIMIT_ADDRESS',
    ...whole(0, most),
    default: '600',
    about: 'Requests a minute from one address that are not signed in; 0 sets no limit.',
  },
  rateLimitPerson: {
    name: 'RATE_LIMIT_PERSON',
    ...whole(0, most),
    default: '1200',
    about: 'Requests a minute of one person; 0 sets no limit.',
  },
  rateLimitKey: {
    name: 'RATE_LIMIT_KEY',
    ...whole(0, most),
    default: '6000',
    about: 'Requests a minute with one API key; 0 sets no limit.',
  },
  rateLimitSignIn: {
    name: 'RATE_LIMIT_SIGN_IN',
    ...whole(0, most),
    default: '20',
    about:
      'Attempts a minute from one address to sign in, reset a password or accept an invitation; 0 sets no limit.',
  },
  uploadLimitBytes: {
    name: 'UPLOAD_LIMIT_BYTES',
    ...whole(1, most),
    default: '52428800',
    about: 'The most bytes of one document.',
  },
  caseQuotaBytes: {
    name: 'CASE_QUOTA_BYTES',
    ...whole(1, most),
    default: '2147483648',
    about: 'The most bytes of the documents of one case.',
  },
  courtQuotaBytes: {
    name: 'COURT_QUOTA_BYTES',
    ...whole(1, most),
    default: '107374182400',
    about: 'The most bytes of the documents of one court.',
  },

  clamavUrl: {
    name: 'CLAMAV_URL',
    ...url('tcp', 'unix'),
    unset: 'uploads are not checked',
    about:
      'The ClamAV daemon that checks uploads: tcp://host:3310, or unix:// and the path of its socket.',
  },
  smtpUrl: {
    name: 'SMTP_URL',
    ...url('smtp', 'smtps'),
    unset: 'letters are kept and not sent',
    secret: true,
    about: 'The mail server that sends letters.',
  },
  mailFrom: {
    name: 'MAIL_FROM',
    ...mailbox,
    unset: 'needed with SMTP_URL',
    about: 'The sender of letters.',
  },
  hearingPauseMs: {
    name: 'HEARING_PAUSE_MS',
    ...whole(0, 600_000),
    default: '1500',
    about: 'Milliseconds that a mind waits before each of its turns, so that people can follow.',
  },
  webhookTimeoutMs: {
    name: 'WEBHOOK_TIMEOUT_MS',
    ...whole(100, 600_000),
    default: '10000',
    about: 'Milliseconds that a webhook may take to answer.',
  },

  claudeApiKey: {
    name: 'CLAUDE_API_KEY',
    ...secretOf(1),
    unset: 'the mind «claude» takes no seat',
    secret: true,
    about: 'The key for the model that sits as the mind «claude».',
  },
  claudeModel: {
    name: 'CLAUDE_MODEL',
    ...words,
    unset: 'the mind «claude» takes no seat',
    about: 'The id of that model, as its API names it.',
  },
  claudeBaseUrl: {
    name: 'CLAUDE_BASE_URL',
    ...url('http', 'https'),
    unset: 'the address of the vendor',
    about: 'A gateway that speaks the API of the model.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

type Settings = typeof settings;

type ValueOf<One extends Setting> = One extends { readonly default: string }
  ? z.output<One['type']>
  : z.output<One['type']> | undefined;

/** The settings of one start, as values. */
export type Config = {
  readonly [Key in Exclude<keyof Settings, 'environment'>]: ValueOf<Settings[Key]>;
} & { readonly environment: 'development' | 'test' | 'production' };
