import type * as Sdk from '@anthropic-ai/sdk';
import { BrokenStream, type Answered } from './read-stream.ts';

/** What went wrong with one call, and whether to call again. */
export type Trouble = {
  readonly message: string;
  readonly again: boolean;
  /** Milliseconds that the API asks to wait, where it says so. */
  readonly after: number | null;
  readonly cause: unknown;
};

/** Kinds of error that pass by themselves, as an error event in the midst of a stream names them. */
const passing: ReadonlySet<string> = new Set([
  'overloaded_error',
  'rate_limit_error',
  'api_error',
  'timeout_error',
]);

/** 408 and 409 pass; 429 and 529 say so; of 5xx nobody knows better than to try. */
const passes = (status: number) =>
  status === 408 || status === 409 || status === 429 || status >= 500;

/** Puts an error of the SDK or of the stream into one sentence; what is none of them is a bug and is thrown. */
export function troubleOf(
  error: unknown,
  sdk: Pick<typeof Sdk, 'APIError' | 'APIConnectionError' | 'APIConnectionTimeoutError'>,
  timedOut: boolean,
): Trouble {
  const broken = error instanceof BrokenStream;
  const cause = broken && error.cause !== undefined ? error.cause : error;
  if (timedOut || cause instanceof sdk.APIConnectionTimeoutError) {
    return { message: 'The model took too long.', again: true, after: null, cause };
  }
  if (cause instanceof sdk.APIConnectionError) {
    return { message: 'The model cannot be reached.', again: true, after: null, cause };
  }
  if (cause instanceof sdk.APIError) {
    const { status, type, apiMessage, headers } = cause;
    const code = status === undefined ? '' : ` ${String(status)}`;
    return {
      message: `The model’s API answered${code} ${type ?? 'error'}: ${apiMessage ?? 'no reason given'}`,
      again: status === undefined ? passing.has(type ?? 'api_error') : passes(Number(status)),
      after: headers === undefined ? null : retryAfter(headers),
      cause,
    };
  }
  if (broken) return { message: error.message, again: true, after: null, cause };
  throw error;
}

/** Why an answer came to nothing: a model that declines declines again; cut short, it may be shorter next time. */
export function troubleIn({ stopReason }: Answered): Trouble {
  const message =
    stopReason === 'refusal'
      ? 'The model declined to answer.'
      : `The model stopped before its answer was whole (${stopReason}).`;
  return { message, again: stopReason !== 'refusal', after: null, cause: stopReason };
}

/** `retry-after` in seconds (RFC 9110, 10.2.3); the API sends no dates. */
function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
