import { describe, expect, test } from 'vitest';
import type { NewNotice, Outbox, Turn, TurnRequest } from './outbox.ts';
import type { Transaction } from './transaction.ts';

/** An outbox with nothing in it, the passing of time, and transactions of its store. */
export type OutboxWorld = {
  readonly outbox: Outbox;
  readonly pass: (ms: number) => Promise<void>;
  readonly transaction: (work: (open: Transaction) => Promise<void>) => Promise<void>;
};

const [oneCase, otherCase] = [
  '00000000-0000-4000-8000-0000000000a1',
  '00000000-0000-4000-8000-0000000000a2',
];

const request: TurnRequest = { follower: 'search', worker: 'w1', most: 100, leaseMs: 30_000 };

function notice(caseId: string, n: number): NewNotice {
  return { caseId, kind: 'events.appended', payload: { seq: n, says: `it's {"${n}"}, \\n` } };
}

/** Every outbox passes this suite. */
export function outboxContract(name: string, opened: () => Promise<OutboxWorld>): void {
  const announced = async ({ outbox, transaction }: OutboxWorld, ...all: NewNotice[]) =>
    transaction((open) => outbox.announce(all, open));

  describe(`outbox: ${name}`, () => {
    test('[OB1] a notice is there when its transaction commits', async () => {
      const world = await opened();
      const { outbox, transaction } = world;
      expect(await outbox.take(request)).toBeNull();
      const undone = transaction(async (open) => {
        await outbox.announce([notice(oneCase, 1)], open);
        throw new RangeError('no');
      });
      await expect(undone).rejects.toThrow(RangeError);
      expect(await outbox.take(request)).toBeNull();
      await transaction(async (open) => {
        await outbox.announce([notice(oneCase, 1), notice(otherCase, 1)], open);
        await outbox.announce([], open);
        await outbox.announce([notice(oneCase, 2)], open);
      });
      const turn = await taken(outbox);
      expect(turn.notices).toMatchObject([
        notice(oneCase, 1),
        notice(otherCase, 1),
        notice(oneCase, 2),
      ]);
      await expect(outbox.announce([notice(oneCase, 3)], { open: true })).rejects.toThrow(
        TypeError,
      );
    });

    test('[OB2] each follower gets every notice, in the order of its case', async () => {
      const world = await opened();
      const { outbox } = world;
      for (let n = 1; n <= 5; n += 1) {
        await announced(world, notice(oneCase, n));
        await announced(world, notice(otherCase, n), notice(otherCase, n + 100));
      }
      for (const follower of ['search', 'room']) {
        const all = await everything(outbox, { ...request, follower, most: 4 });
        expect(all).toHaveLength(15);
        const of = all.filter(({ caseId }) => caseId === oneCase);
        expect(of).toMatchObject([1, 2, 3, 4, 5].map((n) => notice(oneCase, n)));
      }
    });

    test('[OB3] what was not confirmed comes again', async () => {
      const world = await opened();
      const { outbox, pass } = world;
      await announced(world, notice(oneCase, 1), notice(oneCase, 2));
      const first = await taken(outbox);
      const again = first.notices[0]?.position ?? 0;
      expect(await outbox.confirm(first, again)).toBe('held');
      const second = await taken(outbox);
      expect(second.notices).toMatchObject([notice(oneCase, 2)]);
      await pass(30_000);
      const third = await taken(outbox);
      expect(third.notices).toEqual(second.notices);
      // A position never goes back.
      expect(await outbox.confirm(third, 0)).toBe('held');
      expect(await outbox.positions()).toEqual(new Map([['search', again]]));
    });

    test('[OB4] [OB5] one replica has the turn; one that ran out moves nothing', async () => {
      const world = await opened();
      const { outbox, pass } = world;
      await announced(world, notice(oneCase, 1));
      const first = await taken(outbox);
      expect(await outbox.take({ ...request, worker: 'w2' })).toBeNull();
      expect(await outbox.take({ ...request, follower: 'room', worker: 'w2' })).not.toBeNull();
      await pass(30_000);
      const second = await taken(outbox);
      const end = second.notices[0]?.position ?? 0;
      expect(await outbox.confirm(first, end)).toBe('lost');
      expect(await outbox.confirm({ ...first, follower: 'nobody' }, end)).toBe('lost');
      expect(await outbox.confirm(second, end)).toBe('held');
      expect(await outbox.take(request)).toBeNull();
    });

    test('[OB6] what every follower is past is pruned', async () => {
      const world = await opened();
      const { outbox } = world;
      await announced(world, notice(oneCase, 1), notice(oneCase, 2), notice(oneCase, 3));
      expect(await outbox.prune()).toBe(0);
      const all = await taken(outbox);
      const slow = await taken(outbox, 'room');
      await outbox.confirm(all, all.notices[2]?.position ?? 0);
      await outbox.confirm(slow, slow.notices[0]?.position ?? 0);
      expect(await outbox.prune()).toBe(1);
      expect((await taken(outbox, 'room')).notices).toHaveLength(2);
    });

    test('[OB7] news comes with a notice, after the time, and at the signal', async () => {
      const world = await opened();
      const { outbox } = world;
      const never = new AbortController().signal;
      const woken = outbox.news(100_000, never);
      await announced(world, notice(oneCase, 1));
      await woken;
      await outbox.news(1, never);
      await outbox.news(100_000, AbortSignal.abort());
    });
  });
}

async function taken(outbox: Outbox, follower = 'search'): Promise<Turn> {
  const turn = await outbox.take({ ...request, follower });
  if (turn === null) throw new Error('something was to be told');
  return turn;
}

/** All notices, turn by turn. */
async function everything(outbox: Outbox, asked: TurnRequest) {
  const all = [];
  for (;;) {
    const turn = await outbox.take(asked);
    if (turn === null) return all;
    all.push(...turn.notices);
    await outbox.confirm(turn, turn.notices.at(-1)?.position ?? 0);
  }
}
