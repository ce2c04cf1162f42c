/** Where salts and ids come from. */
export interface Entropy {
  /**
   * Bytes for what comes after `place` in a record (the hash of the event before), as many as asked for,
   * one after the other. Nobody outside can guess them.
   */
  after(place: string): (count: number) => Uint8Array;
}
