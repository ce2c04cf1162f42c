import { describe, expect, test } from 'vitest';
import type { DocumentReader } from './document-reader.ts';

/** Every reader passes this very suite. `sample` holds the words «The rent is due.» */
export function documentReaderContract(
  name: string,
  reader: DocumentReader,
  sample: () => Promise<Uint8Array>,
): void {
  describe(`document reader: ${name}`, () => {
    test('[RD1] the same bytes give the same pages, which hold the words', async () => {
      const bytes = await sample();
      const first = await reader.read({ name: 'sample', bytes });
      expect(first).toMatchObject({ kind: 'read', format: reader.format });
      expect(JSON.stringify(first)).toContain('The rent is due.');
      expect(await reader.read({ name: 'sample', bytes })).toEqual(first);
    });

    test('[RD2] broken bytes give a refusal that names the file, or what could be read', async () => {
      const bytes = await sample();
      for (const broken of damaged(bytes)) {
        const reading = await reader.read({ name: 'broken.bin', bytes: broken });
        const refusals = reading.kind === 'refused' ? reading.refusals : [];
        expect(reading.kind === 'read' || refusals.length > 0).toBe(true);
        for (const { rule, says } of refusals) {
          expect(rule).toMatch(/^DOC\d+$/);
          expect(says).toContain('broken.bin');
        }
      }
    });

    test('[RD3] the bytes handed in are left as they were', async () => {
      const bytes = await sample();
      const copy = Uint8Array.from(bytes);
      await reader.read({ name: 'sample', bytes });
      expect(bytes).toEqual(copy);
    });
  });
}

/** Cut at twelve places, and with bits turned at forty. */
function* damaged(bytes: Uint8Array): Generator<Uint8Array> {
  for (let part = 0; part < 12; part += 1) {
    yield bytes.slice(0, Math.floor((bytes.length * part) / 12));
  }
  for (let seed = 1; seed <= 40; seed += 1) {
    const turned = Uint8Array.from(bytes);
    for (let flip = 0; flip < seed; flip += 1) {
      const at = (seed * 7_919 + flip * 104_729) % turned.length;
      turned[at] = (turned[at] ?? 0) ^ (1 << ((seed + flip) % 8));
    }
    yield turned;
  }
}
