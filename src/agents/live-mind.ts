import { setTimeout as pause } from 'node:timers/promises';
import type { OpenCase } from '../court/open-case.ts';
import type { Mind, MindAnswer } from '../ports/mind.ts';

/** What a hearing that others write to as well hears of them. */
export type News = {
  /** Resolves when the case may have changed, or at the signal. Ask before you look. */
  readonly news: (signal: AbortSignal) => Promise<void>;
  /** Whether the sitting goes on. */
  readonly isOpen: () => Promise<boolean>;
  /** The worker is to stop. */
  readonly signal: AbortSignal;
};

/** The sitting was closed, or the worker is to stop: nothing is wrong, and somebody goes on later. */
export class SittingEnded extends Error {}

const nothing: MindAnswer = { move: null };

/**
 * A mind in a seat that a person may take at any moment. It waits a little before each turn, so that people
 * can follow; and what the record says meanwhile makes its answer void, which nobody then waits for.
 */
export function interruptible(mind: Mind, open: OpenCase, around: News, pauseMs: number): Mind {
  return {
    ...mind,
    next: (view, stream) =>
      untilOvertaken(open, around, async (signal) => {
        await pause(pauseMs, undefined, { signal });
        return await mind.next(view, (words) => {
          if (!signal.aborted) stream(words);
        });
      }),
  };
}

/** A person in a seat: what they do reaches the record by another door, and is waited for here. */
export function elsewhere(open: OpenCase, around: News): Mind {
  return {
    name: 'human',
    actor: 'person',
    next: () => untilOvertaken(open, around, () => new Promise(() => {})),
  };
}

/**
 * The answer, or nothing as soon as the case in hand has moved on: whoever asked sees that and drops it.
 *
 * @throws SittingEnded
 */
async function untilOvertaken(
  open: OpenCase,
  { news, isOpen, signal }: News,
  answer: (signal: AbortSignal) => Promise<MindAnswer>,
): Promise<MindAnswer> {
  const version = open.version();
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  const overtaken = async (): Promise<MindAnswer> => {
    while (!stop.aborted) {
      const next = news(stop);
      if (!(await isOpen())) throw new SittingEnded();
      await open.refresh();
      if (open.version() !== version) return nothing;
      await next;
    }
    throw new SittingEnded();
  };
  try {
    return await Promise.race([overtaken(), answer(stop)]);
  } finally {
    over.abort();
  }
}
