import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masterKeyOf, smallVault } from '../../../test/vault.ts';
import { openSecret, rewrapSecret, sealSecret } from './secret.ts';

const { cipher, masterKey } = smallVault();
const place = { purpose: 'second-factor', owner: 'person-1' };
const seed = new TextEncoder().encode('JBSWY3DPEHPK3PXP');

describe('small secrets', () => {
  test('open as what they were sealed as, sealed twice in other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const sealed = await sealSecret(place, bytes, cipher, masterKey);
        expect(sealed).not.toEqual(await sealSecret(place, bytes, cipher, masterKey));
        const opened = await openSecret(place, sealed, cipher, masterKey);
        expect(opened.kind === 'opened' && [...opened.bytes]).toEqual([...bytes]);
      }),
      { numRuns: 50 },
    );
  });

  test('[VT2] for another purpose or another owner a secret is refused', async () => {
    const sealed = await sealSecret(place, seed, cipher, masterKey);
    for (const other of [
      { ...place, owner: 'person-2' },
      { ...place, purpose: 'integration' },
    ]) {
      const answer = await openSecret(other, sealed, cipher, masterKey);
      expect(answer).toMatchObject({ kind: 'refused', refusal: { rule: 'VT2' } });
    }
  });

  test('[VT7] with any bit turned, cut or longer, a secret is refused by some rule', async () => {
    const sealed = await sealSecret(place, seed, cipher, masterKey);
    const rules = new Set<string>();
    const changed = [
      ...Array.from(sealed, (byte, at) => sealed.with(at, byte ^ (1 << (at % 8)))),
      ...Array.from(sealed, (_, at) => sealed.slice(0, at)),
      Uint8Array.of(...sealed, 0),
    ];
    for (const bytes of changed) {
      const answer = await openSecret(place, bytes, cipher, masterKey);
      expect(answer.kind).toBe('refused');
      if (answer.kind === 'refused') rules.add(answer.refusal.rule);
    }
    expect([...rules].toSorted()).toEqual(['VT1', 'VT2', 'VT7']);
  });

  test('a rotation leaves what was sealed as it is, and the old key can go', async () => {
    const sealed = await sealSecret(place, seed, cipher, masterKey);
    const again = await rewrapSecret(place, sealed, masterKeyOf([1, 2]));
    if (again.kind === 'refused') throw new Error(again.refusal.says);
    const tail = seed.length + 16;
    expect(again.sealed.slice(-tail)).toEqual(sealed.slice(-tail));
    const opened = await openSecret(place, again.sealed, cipher, masterKeyOf([2]));
    expect(opened.kind === 'opened' && [...opened.bytes]).toEqual([...seed]);
    const old = await openSecret(place, sealed, cipher, masterKeyOf([2]));
    expect(old).toMatchObject({ kind: 'refused', refusal: { rule: 'VT1' } });
  });

  test('what does not open is not wrapped anew', async () => {
    const sealed = await sealSecret(place, seed, cipher, masterKey);
    const strange = masterKeyOf([1, 2], 50);
    const unopened = await rewrapSecret(place, sealed, strange);
    expect(unopened).toMatchObject({ kind: 'refused', refusal: { rule: 'VT2' } });
    const damaged = await rewrapSecret(place, sealed.slice(0, 5), masterKey);
    expect(damaged).toMatchObject({ kind: 'refused', refusal: { rule: 'VT7' } });
  });
});
