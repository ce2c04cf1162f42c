import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

const sliceSize = 1_048_576;

/** SHA-256, lower-case hex; lets others have the thread in between, since a document may be large. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += sliceSize) {
    hash.update(bytes.subarray(at, at + sliceSize));
    await setImmediate();
  }
  return hash.digest('hex');
}
