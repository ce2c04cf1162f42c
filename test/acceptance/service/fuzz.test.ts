import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, ask, headerOf, jsonOf } from './fuzz/ask.ts';
import { type Description, readDescription } from './fuzz/description.ts';
import { rulesOfThePage, troublesOf } from './fuzz/judge-answer.ts';
import { materialise } from './fuzz/materialise.ts';
import { remember } from './fuzz/remember.ts';
import type { Plan } from './fuzz/plan.ts';
import { plans } from './fuzz/plans.ts';
import { type PeopledCourt, startPeopledCourt } from './cast.ts';
import { forget } from './started-court.ts';

vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 60_000 });

const { FUZZ, LONG, FUZZ_SEED } = process.env;
const requests = Number(FUZZ ?? (LONG === undefined ? 500 : 100_000));
const seed = Number(FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const atOnce = 4;

let court: PeopledCourt;
let description: Description;
let rules: ReadonlySet<string>;

beforeAll(async () => {
  court = await startPeopledCourt();
  [description, rules] = await Promise.all([readDescription(court.address), rulesOfThePage()]);
});
afterAll(async () => {
  await court.end();
  await forget(court.dataDir);
});

describe('whatever is asked of the API', () => {
  test(`${requests} requests, FUZZ_SEED=${seed}: no failure, no answer off its schema, no yes to what is invalid`, async () => {
    process.stderr.write(`fuzz: FUZZ_SEED=${seed} FUZZ=${requests}\n`);
    const { players, courtId } = court.cast;
    const ids = new Map<string, readonly string[]>([
      ['court', [courtId]],
      ['person', players.map(({ id }) => id)],
    ]);
    // Nobody stands at 0.
    const tokens = (): readonly (string | null)[] => [null, ...players.map(({ token }) => token)];
    let restoring: Promise<void> | null = null;
    const statuses = new Map<number, number>();
    const found = new Map<string, string>();
    const property = fc.asyncProperty(plans(description, players.length + 1), async (plan) => {
      await restoring;
      const asked = materialise(plan, { tokens: tokens(), ids });
      const answer = await ask(court.address, asked);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const troubles = troublesOf(description, rules, plan.operation, asked, answer);
      for (const trouble of troubles) note(found, plan, trouble, shown(asked, answer));
      remember(ids, description, plan.operation, answer);
      // Some requests end sessions and take roles: whoever did not come in is let in again.
      const player = players[plan.who - 1];
      if (player !== undefined && plan.token === null && answer.status === 401) {
        restoring ??= court.cast.restore(player).finally(() => {
          restoring = null;
        });
      }
    });
    const numRuns = Math.ceil(requests / atOnce);
    const runs = Array.from({ length: atOnce }, (_, n) =>
      fc.assert(property, { numRuns, seed: seed + n, interruptAfterTimeLimit: 3_000_000 }),
    );
    await Promise.all(runs);
    const told = [...statuses].toSorted(([one], [other]) => one - other);
    process.stderr.write(`fuzz: ${told.map(([status, n]) => `${status} ×${n}`).join(', ')}\n`);
    expect([...found].map(([what, example]) => `${what}\n${example}`).join('\n\n')).toBe('');
    expect((await fetch(`${court.address}/health/ready`)).status).toBe(200);
  });
});

/** All troubles of a run are told, each kind with its shortest example. */
function note(found: Map<string, string>, plan: Plan, trouble: string, example: string): void {
  const what = `${plan.operation.method} ${plan.operation.path}: ${trouble.slice(0, 160)}`;
  const known = found.get(what);
  if (known === undefined || example.length < known.length) found.set(what, example);
}

/** A request that fails, so that it can be sent again by hand. */
function shown({ method, path, headers, body }: ReturnType<typeof materialise>, answer: Answer) {
  const { authorization = '', ...rest } = headers;
  const as = String(authorization).slice(0, 24);
  const sent = (body ?? '').toString().slice(0, 500);
  const got = JSON.stringify(jsonOf(answer) ?? answer.body.toString())?.slice(0, 600);
  return `${method} ${path.slice(0, 500)} ${JSON.stringify(rest).slice(0, 500)} as ${as}\n${sent}\n→ ${answer.status} ${headerOf(answer, 'content-type')} ${got}`;
}
