import { describe, expect, test } from 'vitest';
import type { MasterKey } from './master-key.ts';

/** A master key, the same one with a newer version, and another one with the same numbers. */
export type MasterKeyUnderContract = {
  readonly masterKey: MasterKey;
  readonly newer: MasterKey;
  readonly other: MasterKey;
};

const context = new TextEncoder().encode('this place');
const dataKey = Uint8Array.from({ length: 32 }, (_, at) => at);

/** Every master key passes this suite. */
export function masterKeyContract(
  name: string,
  fresh: () => Promise<MasterKeyUnderContract>,
): void {
  describe(`master key: ${name}`, () => {
    test('[MK1] what was wrapped is unwrapped, after a rotation too', async () => {
      const { masterKey, newer } = await fresh();
      const wrapped = await masterKey.wrap(dataKey, context);
      expect(wrapped.version).toBe(masterKey.version);
      expect(newer.version).toBeGreaterThan(masterKey.version);
      for (const key of [masterKey, newer]) {
        const unwrapped = await key.unwrap(wrapped, context);
        expect(unwrapped.kind === 'unwrapped' && [...unwrapped.dataKey]).toEqual([...dataKey]);
      }
      expect((await newer.wrap(dataKey, context)).version).toBe(newer.version);
    });

    test('[MK2] under another context, with another key or a bit turned it is refused (VT2)', async () => {
      const { masterKey, other } = await fresh();
      const wrapped = await masterKey.wrap(dataKey, context);
      const no = { kind: 'refused', refusal: { rule: 'VT2' } };
      const elsewhere = new TextEncoder().encode('that place');
      expect(await masterKey.unwrap(wrapped, elsewhere)).toMatchObject(no);
      expect(await other.unwrap(wrapped, context)).toMatchObject(no);
      for (let at = 0; at < wrapped.bytes.length; at += 1) {
        const bytes = Uint8Array.from(wrapped.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
        expect(await masterKey.unwrap({ ...wrapped, bytes }, context)).toMatchObject(no);
        const cut = { ...wrapped, bytes: wrapped.bytes.slice(0, at) };
        expect(await masterKey.unwrap(cut, context)).toMatchObject(no);
      }
    });

    test('[MK3] a version that is not there is refused (VT1)', async () => {
      const { masterKey, newer } = await fresh();
      const wrapped = await newer.wrap(dataKey, context);
      const no = { kind: 'refused', refusal: { rule: 'VT1' } };
      expect(await masterKey.unwrap(wrapped, context)).toMatchObject(no);
    });

    test('[MK4] the same key wrapped twice gives other bytes, without a trace of the key', async () => {
      const { masterKey } = await fresh();
      const [one, two] = [
        await masterKey.wrap(dataKey, context),
        await masterKey.wrap(dataKey, context),
      ];
      expect(one.bytes).not.toEqual(two.bytes);
      const key = Buffer.from(dataKey.subarray(0, 8));
      expect(Buffer.from(one.bytes).includes(key)).toBe(false);
    });
  });
}
