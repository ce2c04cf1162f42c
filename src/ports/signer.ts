/** Signs for the court with Ed25519 (RFC 8032). The secret key never leaves the adapter. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
