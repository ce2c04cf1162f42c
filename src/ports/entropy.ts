/** Where salts and ids come from. */
export interface Entropy {
  /** `count` bytes that nobody outside can guess. */
  bytes(count: number): Uint8Array;
}
