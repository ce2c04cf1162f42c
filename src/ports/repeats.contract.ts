import { describe, expect, test } from 'vitest';
import type { ForgetRepeats, Repeats } from './repeats.ts';

export type OpenedRepeats = {
  readonly one: Repeats;
  /** Those of somebody else. */
  readonly other: Repeats;
  readonly forget: ForgetRepeats;
};

const answer = { status: 201, headers: { etag: '"7"' }, body: '{"made":true}' };

/** What every adapter of the port holds to. */
export function repeatsContract(name: string, open: () => Promise<OpenedRepeats>): void {
  describe(`repeats: ${name}`, () => {
    test('[RP1] [RP2] of many at once one is the first, the others hear that it is under way', async () => {
      const { one } = await open();
      const begun = await Promise.all(Array.from({ length: 20 }, () => one.begin('k', 'r')));
      const kinds = begun.map(({ kind }) => kind).toSorted();
      expect(kinds).toEqual(['first', ...Array(19).fill('under-way')]);
    });

    test('[RP2] the answer is kept, and told to whoever comes again', async () => {
      const { one } = await open();
      await one.begin('k', 'r');
      const waiting = await one.begin('k', 'r');
      expect(waiting.kind === 'under-way' && waiting.sinceMs >= 0).toBe(true);
      await one.answer('k', answer);
      for (let times = 0; times < 5; times += 1) {
        expect(await one.begin('k', 'r')).toEqual({ kind: 'answered', answer });
      }
    });

    test('[RP3] a key stands for one request', async () => {
      const { one } = await open();
      await one.begin('k', 'r');
      expect(await one.begin('k', 'another')).toEqual({ kind: 'other' });
      await one.answer('k', answer);
      expect(await one.begin('k', 'another')).toEqual({ kind: 'other' });
    });

    test('[RP4] a key that is given back is free; one that was answered stays', async () => {
      const { one } = await open();
      await one.begin('k', 'r');
      await one.giveBack('k');
      expect(await one.begin('k', 'another')).toEqual({ kind: 'first' });
      await one.answer('k', answer);
      await one.giveBack('k');
      expect(await one.begin('k', 'another')).toEqual({ kind: 'answered', answer });
    });

    test('[RP5] a key of one person is nobody else’s', async () => {
      const { one, other } = await open();
      await one.begin('k', 'r');
      await one.answer('k', answer);
      expect(await other.begin('k', 'r')).toEqual({ kind: 'first' });
    });

    test('[RP6] what is old enough is forgotten', async () => {
      const { one, other, forget } = await open();
      await one.begin('k', 'r');
      await one.answer('k', answer);
      await other.begin('k', 'r');
      expect(await forget(60_000)).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await forget(1)).toBe(2);
      expect(await one.begin('k', 'another')).toEqual({ kind: 'first' });
    });
  });
}
