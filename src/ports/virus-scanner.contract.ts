import { describe, expect, test } from 'vitest';
import type { VirusScanner } from './virus-scanner.ts';

/** How the suite gets at a scanner. */
export type ScannerUnderContract = {
  /** Takes files up to `largest` bytes, which is 3,000,000. */
  readonly scanner: VirusScanner;
  /** One that nobody answers behind. */
  readonly away: VirusScanner;
};

export const largestScanned = 3_000_000;

/** The test file that every scanner of viruses finds, harmless; in two parts, so that this file is not it. */
export const testVirus = Buffer.from(
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-' + 'ANTIVIRUS-TEST-FILE!$H+H*',
);

/** Every scanner of viruses passes this suite. */
export function virusScannerContract(
  name: string,
  opened: () => Promise<ScannerUnderContract>,
): void {
  describe(`virus scanner: ${name}`, () => {
    test('[VS1] files in which nothing is found are clean, several at once too', async () => {
      const { scanner } = await opened();
      const files = [0, 1, 70_000, largestScanned].map((size) => Buffer.alloc(size, 'the rent '));
      const scans = await Promise.all(files.map(async (bytes) => scanner.scan(inParts(bytes))));
      expect(scans).toEqual(files.map(() => ({ kind: 'clean' })));
    });

    test('[VS2] the test virus is found by name, however it is cut into pieces', async () => {
      const { scanner } = await opened();
      const infected = { kind: 'infected', name: expect.stringMatching(/eicar/i) };
      expect(await scanner.scan([testVirus])).toEqual(infected);
      expect(await scanner.scan(Array.from(testVirus, (byte) => Uint8Array.of(byte)))).toEqual(
        infected,
      );
    });

    test('[VS3] a file that is too large is not called clean', async () => {
      const { scanner } = await opened();
      const scan = await scanner.scan(inParts(Buffer.alloc(largestScanned + 1)));
      expect(scan).toMatchObject({ kind: 'unavailable', retryable: false });
    });

    test('[VS3] where no scanner answers, nobody can tell', async () => {
      const { away } = await opened();
      const scan = await away.scan([Buffer.from('the rent')]);
      expect(scan).toMatchObject({ kind: 'unavailable', retryable: true });
    });
  });
}

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}
