import type { PersonClaims } from '../../core/person/claims.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import { keySetAt } from '../../core/person/signing-keys.ts';
import type { Cipher } from '../../ports/cipher.ts';
import type { SigningKey, SigningKeys } from '../../ports/identity/signing-keys.ts';
import type { MasterKey } from '../../ports/master-key.ts';
import type { PublicJwk, TokenIssuer } from '../../ports/token-issuer.ts';
import { openSecret, sealSecret } from '../vault/secret.ts';

/** The keys of this court's tokens: made, changed and published without anybody's doing. */
export type Keyring = {
  sign(claims: PersonClaims): Promise<string>;
  /** Next, current and retired, as `/.well-known/jwks.json` shows them. */
  published(): Promise<readonly PublicJwk[]>;
  publicKey(kid: string): Promise<PublicJwk | null>;
  /** Withdrawn keys are known some seconds late on other replicas. */
  isPublished(kid: string): Promise<boolean>;
  /** After a leak: no token that was signed before is taken any more, and everybody refreshes. */
  replace(): Promise<void>;
};

export type KeyringParts = {
  readonly signingKeys: SigningKeys;
  readonly issuer: TokenIssuer;
  readonly cipher: Cipher;
  readonly masterKey: MasterKey;
  readonly now: () => Date;
};

type Current = {
  readonly current: SigningKey;
  readonly published: readonly SigningKey[];
};

export function keyring(parts: KeyringParts): Keyring {
  const { signingKeys, issuer, cipher, masterKey, now } = parts;
  const opened = new Map<string, Promise<Uint8Array>>();
  let held: { readonly at: number; readonly set: Promise<Current> } | null = null;

  async function load(): Promise<Current> {
    const { current, published, nextStartsAt } = keySetAt(await signingKeys.all(), now().getTime());
    if (nextStartsAt !== null) await addKey();
    if (current === null) return load();
    return { current, published };
  }

  async function addKey(): Promise<void> {
    const { publicJwk, privateKey } = await issuer.makeKey();
    const { kid } = publicJwk;
    const sealedPrivate = await sealSecret(placeOf(kid), privateKey, cipher, masterKey);
    await signingKeys.addWhere((keys) => {
      const { nextStartsAt } = keySetAt(keys, now().getTime());
      if (nextStartsAt === null) return null;
      return { kid, publicJwk, sealedPrivate, startsAt: nextStartsAt, endsAt: null };
    });
  }

  function keys(): Promise<Current> {
    const at = now().getTime();
    if (held === null || at - held.at >= lifetimes.knownCutOffs) {
      const asked = { at, set: load() };
      held = asked;
      asked.set.catch(() => {
        held = null;
      });
    }
    return held.set;
  }

  async function privateKeyOf({ kid, sealedPrivate }: SigningKey): Promise<Uint8Array> {
    const answer = await openSecret(placeOf(kid), sealedPrivate, cipher, masterKey);
    // Without the master key there are no tokens; its rule says what is missing.
    if (answer.kind === 'refused') throw new Error(answer.refusal.says);
    return answer.bytes;
  }

  return {
    async sign(claims) {
      const { current } = await keys();
      const key = opened.get(current.kid) ?? privateKeyOf(current);
      opened.set(current.kid, key);
      key.catch(() => opened.delete(current.kid));
      return issuer.sign(claims, current.kid, await key);
    },
    async published() {
      const { published } = await keys();
      return published.map(({ publicJwk }) => publicJwk);
    },
    async publicKey(kid) {
      const { published } = await keys();
      return published.find((key) => key.kid === kid)?.publicJwk ?? null;
    },
    async isPublished(kid) {
      const { published } = await keys();
      return published.some((key) => key.kid === kid);
    },
    async replace() {
      await signingKeys.withdrawAll(now());
      held = null;
      await keys();
    },
  };
}

const placeOf = (kid: string) => ({ purpose: 'signing-key', owner: kid });
