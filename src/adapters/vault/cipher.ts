import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { tagSize } from '../../core/vault/chunks.ts';
import type { Cipher } from '../../ports/cipher.ts';

const algorithm = 'aes-256-gcm';
const settings = { authTagLength: tagSize } as const;

/** AES-256-GCM of the platform (OpenSSL). */
export const systemCipher: Cipher = {
  under(bytesOfKey) {
    const key = createSecretKey(bytesOfKey);
    return {
      seal(nonce, context, bytes) {
        const cipher = createCipheriv(algorithm, key, nonce, settings);
        cipher.setAAD(context);
        const sealed = cipher.update(bytes);
        // In this mode the end adds no bytes of its own.
        cipher.final();
        return [sealed, cipher.getAuthTag()];
      },
      open(nonce, context, [sealed, tag]) {
        if (tag.length !== tagSize) return null;
        const decipher = createDecipheriv(algorithm, key, nonce, settings);
        decipher.setAAD(context);
        decipher.setAuthTag(tag);
        const bytes = decipher.update(sealed);
        try {
          decipher.final();
        } catch {
          return null;
        }
        return bytes;
      },
    };
  },
  random: (count) => randomBytes(count),
};
