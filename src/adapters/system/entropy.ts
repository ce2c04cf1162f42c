import { createHmac, randomBytes } from 'node:crypto';
import type { Entropy } from '../../ports/entropy.ts';

/** The randomness of the operating system. */
export function systemEntropy(): Entropy {
  return { after: () => (count) => new Uint8Array(randomBytes(count)) };
}

/**
 * The same bytes again for the same secret and place, whatever was asked for elsewhere, so that a hearing
 * that was broken off goes on as if it had not been: HMAC-SHA256(HMAC-SHA256(secret, place), n) for
 * n = 0, 1, 2 … one after the other. As unguessable as the secret; only for records that must come out
 * equal twice.
 */
export function derivedEntropy(secret: Uint8Array): Entropy {
  return {
    after(place) {
      const own = createHmac('sha256', secret).update(place).digest();
      let blocks = 0;
      let left = Buffer.alloc(0);
      return (count) => {
        const parts = [left];
        for (let have = left.length; have < count; have += 32) {
          const counter = Buffer.alloc(8);
          counter.writeBigUInt64BE(BigInt(blocks++));
          parts.push(createHmac('sha256', own).update(counter).digest());
        }
        const all = Buffer.concat(parts);
        left = all.subarray(count);
        return new Uint8Array(all.subarray(0, count));
      };
    },
  };
}
