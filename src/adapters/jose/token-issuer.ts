import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import type { TokenIssuer } from '../../ports/token-issuer.ts';

const generate = promisify(generateKeyPair);

/** ES256 by jose. A key is named by its thumbprint (RFC 7638). */
export function joseTokenIssuer(): TokenIssuer {
  const opened = new WeakMap<Uint8Array, KeyObject>();
  return {
    async makeKey() {
      const { publicKey, privateKey } = await generate('ec', { namedCurve: 'P-256' });
      const { x = '', y = '' } = await exportJWK(publicKey);
      const bare = { kty: 'EC', crv: 'P-256', x, y } as const;
      const kid = await calculateJwkThumbprint(bare);
      return {
        publicJwk: { ...bare, kid, alg: 'ES256', use: 'sig' },
        privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
      };
    },
    sign({ ...claims }, kid, privateKey) {
      let key = opened.get(privateKey);
      if (key === undefined) {
        key = createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' });
        opened.set(privateKey, key);
      }
      return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid }).sign(key);
    },
  };
}
