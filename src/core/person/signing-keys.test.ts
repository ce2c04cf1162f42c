import { describe, expect, test } from 'vitest';
import { keySetAt, type SigningPeriod, signingKeyRules } from './signing-keys.ts';

const { signsFor, publishedAhead, publishedAfter } = signingKeyRules;
const key = (kid: string, startsAt: number, endsAt: number | null = null): SigningPeriod => ({
  kid,
  startsAt,
  endsAt,
});
const kids = (keys: readonly SigningPeriod[]) => keys.map(({ kid }) => kid);

describe('signing keys', () => {
  test('the first is made at once', () => {
    expect(keySetAt([], 7)).toEqual({ current: null, published: [], nextStartsAt: 7 });
  });

  test('the next is published a day before it signs', () => {
    const due = signsFor - publishedAhead;
    expect(keySetAt([key('a', 0)], due - 1).nextStartsAt).toBeNull();
    expect(keySetAt([key('a', 0)], due).nextStartsAt).toBe(signsFor);
    const both = keySetAt([key('b', signsFor), key('a', 0)], due);
    expect(both.current?.kid).toBe('a');
    expect(kids(both.published)).toEqual(['a', 'b']);
    expect(both.nextStartsAt).toBeNull();
  });

  test('a court that was asleep when the next was due still publishes it ahead', () => {
    const late = signsFor * 3;
    expect(keySetAt([key('a', 0)], late).nextStartsAt).toBe(late + publishedAhead);
  });

  test('a retired key is taken for a day more', () => {
    const keys = [key('a', 0), key('b', signsFor)];
    expect(keySetAt(keys, signsFor).current?.kid).toBe('b');
    expect(kids(keySetAt(keys, signsFor + publishedAfter - 1).published)).toEqual(['a', 'b']);
    expect(kids(keySetAt(keys, signsFor + publishedAfter).published)).toEqual(['b']);
  });

  test('a withdrawn key neither signs nor is taken', () => {
    const set = keySetAt([key('a', 0, 5), key('b', 100)], 10);
    expect(set.current).toBeNull();
    expect(kids(set.published)).toEqual(['b']);
    expect(set.nextStartsAt).toBe(10);
  });
});
