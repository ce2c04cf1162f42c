/** A second factor; unconfirmed until a first code was right. */
export type Factor = {
  readonly id: string;
  readonly name: string;
  readonly sealedSeed: Uint8Array;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
  readonly createdAt: Date;
};

export interface SecondFactors {
  of(personId: string): Promise<readonly Factor[]>;
  /** At most ten of a person; those that were never confirmed make room. */
  add(personId: string, id: string, name: string, sealedSeed: Uint8Array, now: Date): Promise<void>;
  /** `false` where this step or a later one was accepted before. Confirms the factor. */
  accept(id: string, step: number, now: Date): Promise<boolean>;
  remove(personId: string, id: string): Promise<boolean>;
  /** SHA-256 of each, in the place of all before. */
  setRecoveryCodes(personId: string, hashes: readonly Uint8Array[]): Promise<void>;
  /** `false` where there is no such code or it was used. */
  useRecoveryCode(personId: string, hash: Uint8Array, now: Date): Promise<boolean>;
}
