import { ecsFormat } from '@elastic/ecs-pino-format';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What never enters a log, should somebody hand it in: by name, in the object or one or two levels below. */
const secrets = [
  'apikey',
  'authorization',
  'cookie',
  'password',
  'access_token',
  'refresh_token',
  'token',
  'seed',
  'secret',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Lines of JSON in the Elastic Common Schema, on standard error, so that standard output stays for people. */
export function serviceLog(level: string, to?: DestinationStream): Logger {
  const options = {
    ...ecsFormat({ serviceName: 'first-court' }),
    level,
    redact: { paths: secrets, censor: '[redacted]' },
  };
  return pino(options, to ?? pino.destination(2));
}
