import { onTestFinished } from 'vitest';
import type { Refusal } from '../src/core/refusal.ts';
import type { Caller, LiveDesk } from '../src/live/desk.ts';
import { type Following, type Hub, liveHub } from '../src/live/hub.ts';
import type { LiveLimits } from '../src/live/limits.ts';
import { caseA, type ListLine, type LiveWorld } from './live-world.ts';

/** A hub of one replica, gone after the test. */
export function hubOf(
  world: LiveWorld,
  other: Partial<LiveDesk> = {},
  limits: Partial<LiveLimits> = {},
) {
  const hub = liveHub(world.desk(other, limits));
  onTestFinished(() => hub.close());
  return hub;
}

/** Follows the case of the world on a line, whole. */
export async function follow(
  hub: Hub,
  line: ListLine,
  caller: Caller,
  after = 0,
  ended: (refusal: Refusal, at: number) => void = () => {},
): Promise<Following> {
  const request = { case: caseA, after, detail: 'whole' } as const;
  const following = await hub.follow(line, caller, request, ended);
  if ('rule' in following) throw new Error(following.says);
  return following;
}
