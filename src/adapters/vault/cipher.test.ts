import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localMasterKey } from './local-master-key.ts';
import { sealedBytesOf } from '../../ports/cipher.ts';
import { systemCipher } from './cipher.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

describe('AES-256-GCM of the platform', () => {
  test('seals as test case 16 of the specification of GCM (McGrew and Viega) says', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const nonce = hex('cafebabefacedbaddecaf888');
    const context = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const bytes = hex(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const joined = sealed(key, nonce, context, bytes);
    expect(Buffer.from(joined).toString('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
    );
    expect([...(opened(key, nonce, context, joined) ?? [])]).toEqual([...bytes]);
  });

  test('opens nothing of which a single bit is other, nor what is too short', () => {
    const some = fc.uint8Array({ maxLength: 100 });
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const nonce = fc.uint8Array({ minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(key, nonce, some, some, fc.nat(), (k, n, context, bytes, at) => {
        const joined = sealed(k, n, context, bytes);
        expect(joined).toHaveLength(bytes.length + 16);
        expect([...(opened(k, n, context, joined) ?? [0, 0])]).toEqual([...bytes]);
        const parts = [k, n, Uint8Array.of(...context, 0), joined] as const;
        parts.forEach((part, which) => {
          const turned = Uint8Array.from(part);
          const place = at % turned.length;
          turned[place] = (turned[place] ?? 0) ^ (1 << (at % 8));
          const [k2, n2, c2, s2] = [k, n, context, joined].with(which, turned);
          expect(opened(k2 ?? k, n2 ?? n, c2 ?? context, s2 ?? joined)).toBeNull();
        });
        expect(opened(k, n, context, joined.slice(0, 15))).toBeNull();
      }),
    );
  });

  test('a master key without a version is a bug', () => {
    expect(() => localMasterKey(new Map(), systemCipher)).toThrow(TypeError);
  });
});

type Bytes = Uint8Array;

function sealed(key: Bytes, nonce: Bytes, context: Bytes, bytes: Bytes): Bytes {
  return new Uint8Array(Buffer.concat(systemCipher.under(key).seal(nonce, context, bytes)));
}

function opened(key: Bytes, nonce: Bytes, context: Bytes, joined: Bytes): Bytes | null {
  return systemCipher.under(key).open(nonce, context, sealedBytesOf(joined));
}
