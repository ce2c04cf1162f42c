/**
 * Looks for harmful software in a file.
 *
 * Contract (virus-scanner.contract.ts holds every adapter to it):
 * - VS1 a file in which nothing is found is `'clean'`.
 * - VS2 one in which something is found is `'infected'`, with the name of what was found.
 * - VS3 where nobody can tell (no scanner there, it fails, takes too long, or does not take a file of this
 *   size) the answer is `'unavailable'` with the reason; it is never `'clean'`, and nothing is thrown.
 */
export interface VirusScanner {
  scan(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Scan>;
}

export type Scan =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly name: string }
  | {
      readonly kind: 'unavailable';
      /** Completes «The file could not be scanned: …» without a full stop. */
      readonly why: string;
      readonly retryable: boolean;
    };
