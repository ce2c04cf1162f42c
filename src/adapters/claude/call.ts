import type * as Sdk from '@anthropic-ai/sdk';
import { readStream, type Answered } from './read-stream.ts';
import type { ClaudeRequest } from './request.ts';
import type { ClaudeSettings } from './settings.ts';

/** The client of the API, with the key that was given and no other, and no retries of its own. */
export function clientOf(sdk: typeof Sdk, { apiKey, baseURL }: ClaudeSettings): Sdk.Anthropic {
  return new sdk.Anthropic({ apiKey, authToken: null, baseURL, maxRetries: 0, logLevel: 'off' });
}

export type Called =
  | { readonly kind: 'answered'; readonly answered: Answered }
  | { readonly kind: 'failed'; readonly error: unknown; readonly timedOut: boolean };

/** Calls once, and gives up on silence and on a call without end. */
export async function callOnce(
  client: Sdk.Anthropic,
  { params, sources }: ClaudeRequest,
  { silence, call }: ClaudeSettings['timeouts'],
  stream: (words: string) => void,
): Promise<Called> {
  const abort = new AbortController();
  let timedOut = false;
  const giveUp = () => {
    timedOut = true;
    abort.abort();
  };
  const whole = setTimeout(giveUp, call);
  const quiet = setTimeout(giveUp, silence);
  try {
    const events = await client.messages.create(params, { signal: abort.signal, timeout: call });
    const answered = await readStream(heard(events, quiet), sources, stream);
    return { kind: 'answered', answered };
  } catch (error) {
    return { kind: 'failed', error, timedOut };
  } finally {
    clearTimeout(whole);
    clearTimeout(quiet);
    abort.abort();
  }
}

/** Each event ends the silence before it. */
async function* heard(
  events: AsyncIterable<unknown>,
  quiet: NodeJS.Timeout,
): AsyncGenerator<unknown> {
  for await (const event of events) {
    quiet.refresh();
    yield event;
  }
}
