import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chunksOfRange,
  countOfChunks,
  type Layout,
  nonceOf,
  placeOf,
  sealedSize,
  tagSize,
} from './chunks.ts';

const layouts = fc.record({ size: fc.nat(5_000), chunkSize: fc.integer({ min: 1, max: 700 }) });
const ranges = layouts.chain((layout) =>
  fc.tuple(fc.constant(layout), fc.nat(layout.size), fc.nat(layout.size)),
);

describe('chunks', () => {
  test('hold every byte once, an empty document in one empty chunk', () => {
    expect(countOfChunks({ size: 0, chunkSize: 10 })).toBe(1);
    expect(sealedSize({ size: 0, chunkSize: 10 })).toBe(tagSize);
    fc.assert(
      fc.property(layouts, (layout) => {
        const count = countOfChunks(layout);
        expect((count - 1) * layout.chunkSize).toBeLessThanOrEqual(layout.size);
        expect(count * layout.chunkSize).toBeGreaterThanOrEqual(layout.size);
        expect(sealedSize(layout)).toBe(layout.size + count * tagSize);
        const last = Array.from({ length: count }, (_, index) => placeOf(layout, index).isLast);
        expect(last.indexOf(true)).toBe(count - 1);
      }),
    );
  });

  test('of a range are those that hold it, and no others', () => {
    fc.assert(
      fc.property(ranges, ([layout, one, other]) => {
        const range = { start: Math.min(one, other), end: Math.max(one, other) };
        const { first, last, sealed, skip } = chunksOfRange(layout, range);
        const bytes = whole(layout);
        const stride = layout.chunkSize + tagSize;
        expect(sealed.start).toBe(first * stride);
        const opened: number[] = [];
        for (let index = first; index <= last; index += 1) {
          const end = Math.min((index + 1) * stride, sealed.end);
          for (let at = index * stride; at < end - tagSize; at += 1) {
            opened.push(bytes[index * layout.chunkSize + at - index * stride] ?? Number.NaN);
          }
        }
        expect(opened.slice(skip, skip + range.end - range.start)).toEqual(
          bytes.slice(range.start, range.end),
        );
        const most = Math.ceil((range.end - range.start) / layout.chunkSize) + 1;
        expect(last - first + 1).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('nonces', () => {
  test('are the number of the chunk and whether it is the last one', () => {
    const hex = (index: number, isLast: boolean) =>
      Buffer.from(nonceOf({ index, isLast })).toString('hex');
    expect(hex(0, false)).toBe('000000000000000000000000');
    expect(hex(0x01_02_03_04, true)).toBe('000000000000000102030401');
    expect(hex(0xff_ff_ff_ff, false)).toBe('00000000000000ffffffff00');
  });

  test('are never the same at two places', () => {
    const places = fc.record({ index: fc.nat(0xff_ff_ff_ff), isLast: fc.boolean() });
    fc.assert(
      fc.property(places, places, (one, other) => {
        const isSame = one.index === other.index && one.isLast === other.isLast;
        expect(Buffer.compare(nonceOf(one), nonceOf(other)) === 0).toBe(isSame);
      }),
    );
  });

  test.each([-1, 0.5, 2 ** 32, Number.NaN])('there is none for chunk %d', (index) => {
    expect(() => nonceOf({ index, isLast: false })).toThrow(RangeError);
  });
});

function whole({ size }: Layout): number[] {
  return Array.from({ length: size }, (_, at) => at);
}
