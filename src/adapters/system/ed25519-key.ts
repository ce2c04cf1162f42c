import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../../ports/signer.ts';

export type SigningKey = {
  readonly signer: Signer;
  /** 32 bytes that only a holder of the key can work out, other ones for every purpose. */
  derive(purpose: string): Uint8Array;
};

// DER of a PKCS #8 private key (RFC 8410) up to the 32 bytes of the seed.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key that grows from a seed of 32 bytes. */
export function ed25519Key(seed: Uint8Array): SigningKey {
  const der = Buffer.concat([pkcs8, seed]);
  return keyOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** @throws where it is no Ed25519 key that can sign. */
export function keyOf(key: KeyObject): SigningKey {
  const { d } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || d === undefined) throw new TypeError('no Ed25519 key');
  const seed = Buffer.from(d, 'base64url');
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return {
    signer: {
      publicKey: new Uint8Array(Buffer.from(x ?? '', 'base64url')),
      sign: async (bytes) => new Uint8Array(sign(null, bytes, key)),
    },
    derive: (purpose) =>
      new Uint8Array(createHmac('sha256', seed).update(`first-court ${purpose}`).digest()),
  };
}
