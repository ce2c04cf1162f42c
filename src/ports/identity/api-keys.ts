import type { MachineRole, Scope } from '../../core/person/scopes.ts';

export type ApiKey = {
  readonly id: string;
  readonly courtId: string;
  readonly name: string;
  /** The first characters, by which a person knows it again. */
  readonly prefix: string;
  readonly roles: readonly MachineRole[];
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
};

export type NewApiKey = Omit<ApiKey, 'id' | 'revokedAt' | 'lastUsedAt'> & {
  readonly hash: Uint8Array;
  readonly createdBy: string;
};

export interface ApiKeys {
  add(key: NewApiKey): Promise<ApiKey>;
  ofCourt(courtId: string): Promise<readonly ApiKey[]>;
  byId(id: string): Promise<ApiKey | null>;
  /** `null` where it is unknown, revoked or expired. Notes that it was used, at most once a minute. */
  byHash(hash: Uint8Array, now: Date): Promise<ApiKey | null>;
  revoke(id: string, now: Date): Promise<void>;
}
