import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Sdk from '@anthropic-ai/sdk';
import { canonicalJson } from '../../core/record/canonical-json.ts';
import { MindFault, type Mind, type MindAnswer, type SeatView } from '../../ports/mind.ts';
import { callOnce, clientOf } from './call.ts';
import { moveOf } from './move-of.ts';
import { BrokenStream, type Answered, type Usage } from './read-stream.ts';
import { requestOf, type ClaudeRequest } from './request.ts';
import type { ClaudeSettings, Patience } from './settings.ts';
import { troubleIn, troubleOf, type Trouble } from './trouble.ts';

const name = 'claude';

/** Base and bound of the wait between two calls, milliseconds; longer than the bound nobody waits. */
const waits = { first: 500, longest: 60_000 };

const patient: Patience = { sleep: (milliseconds) => sleep(milliseconds), random: Math.random };

/**
 * A model behind the Messages API of Anthropic. It gets the brief, the sources and the courtroom, and its
 * answer is a proposal like any other. What fails for a time is tried again, with growing waits; then it is
 * a `MindFault` and the floor passes. The client is loaded at the first turn and not before.
 */
export function claudeMind(settings: ClaudeSettings, patience: Patience = patient): Mind {
  let loaded: { readonly sdk: typeof Sdk; readonly client: Sdk.Anthropic } | undefined;
  let last = '';

  return {
    name,
    actor: 'mind',
    async next(view, stream) {
      if (loaded === undefined) {
        const sdk = await import('@anthropic-ai/sdk');
        loaded = { sdk, client: clientOf(sdk, settings) };
      }
      const { sdk, client } = loaded;
      const request = requestOf(view, settings);
      const { answered, usage } = await persist(view, request, sdk, client, stream);
      const call = callFor(view, request, answered, usage);
      const told = moveOf(answered, view, view.refusals.length > 0 ? last : '');
      if (told.kind === 'refused') return { move: null, call, refusals: told.refusals };
      last = JSON.stringify(told.move);
      return { move: told.move, call };
    },
  };

  async function persist(
    view: SeatView,
    request: ClaudeRequest,
    sdk: typeof Sdk,
    client: Sdk.Anthropic,
    stream: (words: string) => void,
  ): Promise<{ readonly answered: Answered; readonly usage: Usage }> {
    let usage: Usage = { input: 0, output: 0 };
    for (let tries = 1; ; tries += 1) {
      const called = await callOnce(client, request, settings.timeouts, stream);
      usage = added(
        usage,
        called.kind === 'answered' ? called.answered.usage : spent(called.error),
      );
      if (called.kind === 'answered' && isWhole(called.answered)) {
        return { answered: called.answered, usage };
      }
      const trouble =
        called.kind === 'answered'
          ? troubleIn(called.answered)
          : troubleOf(called.error, sdk, called.timedOut);
      const wait = waitBefore(tries, trouble, patience.random());
      if (!trouble.again || tries >= settings.attempts || wait > waits.longest) {
        const call =
          called.kind === 'answered' ? callFor(view, request, called.answered, usage) : undefined;
        throw new MindFault(name, trouble.message, trouble.again, { cause: trouble.cause, call });
      }
      await patience.sleep(wait);
    }
  }

  function callFor(
    { brief }: SeatView,
    { params }: ClaudeRequest,
    { stopReason, content }: Answered,
    usage: Usage,
  ): NonNullable<MindAnswer['call']> {
    return {
      mind: name,
      model: settings.model,
      brief: brief.version,
      promptSha256: createHash('sha256').update(canonicalJson(params)).digest('hex'),
      answer: JSON.stringify({ stop_reason: stopReason, content }),
      usage,
    };
  }
}

const added = (one: Usage, other: Usage): Usage => ({
  input: one.input + other.input,
  output: one.output + other.output,
});

/** A call that broke off has spent tokens too. */
const spent = (error: unknown): Usage =>
  error instanceof BrokenStream ? error.usage : { input: 0, output: 0 };

const isWhole = ({ stopReason }: Answered) =>
  stopReason === 'end_turn' || stopReason === 'tool_use' || stopReason === 'stop_sequence';

/** What the API asks for, or doubling waits; with jitter, so that many do not come back at once. */
function waitBefore(tries: number, { after }: Trouble, random: number): number {
  if (after !== null) return after + waits.first * random;
  const most = Math.min(waits.longest, waits.first * 2 ** tries);
  return most * (0.5 + random / 2);
}
