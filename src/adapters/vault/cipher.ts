import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { tagSize } from '../../core/vault/chunks.ts';
import type { Cipher } from '../../ports/cipher.ts';

const algorithm = 'aes-256-gcm';

/** AES-256-GCM of the platform (OpenSSL). */
export const systemCipher: Cipher = {
  seal(key, nonce, context, bytes) {
    const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagSize });
    cipher.setAAD(context);
    const sealed = cipher.update(bytes);
    // In this mode the end adds no bytes of its own.
    cipher.final();
    return Buffer.concat([sealed, cipher.getAuthTag()]);
  },
  open(key, nonce, context, sealed) {
    const size = sealed.length - tagSize;
    if (size < 0) return null;
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagSize });
    decipher.setAAD(context);
    decipher.setAuthTag(sealed.subarray(size));
    const bytes = decipher.update(sealed.subarray(0, size));
    try {
      decipher.final();
    } catch {
      return null;
    }
    return bytes;
  },
  random: (count) => randomBytes(count),
};
