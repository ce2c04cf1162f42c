import type { Order } from './evaluate.ts';

/** An order of evaluation that looks random and is the same for the same seed (mulberry32). */
export function seededOrder(seed: number): Order {
  let state = seed | 0;
  return (waiting) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * waiting);
  };
}
