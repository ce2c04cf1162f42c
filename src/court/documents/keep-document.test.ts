import { describe, expect, test } from 'vitest';
import { smallVault } from '../../../test/vault.ts';
import { ObjectStorageFault } from '../../ports/object-storage.ts';
import type { Scan } from '../../ports/virus-scanner.ts';
import { keepDocument, type Room } from './keep-document.ts';
import type { Vault } from './kept-document.ts';

const place = { court: 'court-1', case: 'case-1', document: 'document-1' };
const room: Room = { used: { court: 0, case: 0 }, quota: { court: 5_000, case: 2_000 } };
const letter = new TextEncoder().encode('The rent is due.');

describe('a document that is filed', () => {
  test('is kept as a row of the table and an object in the storage', async () => {
    const vault = smallVault();
    const answer = await keep(letter, vault);
    if (answer.kind === 'refused') throw new Error('refused');
    const { storage_key, wrapped_key, ...row } = answer.document;
    expect(row).toEqual({
      id: 'document-1',
      court_id: 'court-1',
      case_id: 'case-1',
      sha256: '87a73288e4945ad58bc4793a94d12da1281dfb8ff078de1fb021c4148ee367e0',
      size: 16,
      media_type: 'text/plain',
      name: 'letter.txt',
      key_version: 1,
      chunk_size: 65_536,
      sealed: true,
      erased_at: null,
    });
    expect(storage_key).toMatch(/^courts\/court-1\/cases\/case-1\/document-1\.[\da-f]{16}$/);
    expect(wrapped_key).toHaveLength(80);
    expect(await vault.storage.head(storage_key)).toEqual({ key: storage_key, size: 32 });
  });

  test.each([
    ['letter.md', 'The rent is due.', 'text/markdown'],
    ['letter.pdf', '%PDF-1.7 and more', 'application/pdf'],
    ['letter.eml', 'From: a@example.org\nTo: b@example.org\n\nDue.', 'message/rfc822'],
    [
      'letter.txt',
      'PK word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s is of the type that its bytes tell', async (name, text, mediaType) => {
    const answer = await keep(new TextEncoder().encode(text), smallVault(), room, name);
    expect(answer).toMatchObject({ kind: 'kept', document: { media_type: mediaType } });
  });

  test.each<[string, Uint8Array, Room, readonly string[]]>([
    ['[DOC1] an empty one', new Uint8Array(), room, ['DOC1']],
    ['[DOC2] one that is too large', letter, { ...room, largest: 15 }, ['DOC2']],
    [
      '[DOC2] one over the usual limit',
      new Uint8Array(50_000_001),
      { ...room, quota: { court: null, case: null } },
      ['DOC2'],
    ],
    ['[DOC3] a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), room, ['DOC3']],
    [
      '[QU1] [QU2] one without room',
      letter,
      { ...room, used: { court: 4_999, case: 1_999 } },
      ['QU1', 'QU2'],
    ],
  ])('%s is refused, and nothing is stored', async (_, bytes, where, rules) => {
    const vault = smallVault();
    const answer = await keep(bytes, vault, where);
    expect(answer.kind === 'refused' && answer.refusals.map(({ rule }) => rule)).toEqual(rules);
    for await (const { key } of vault.storage.list('')) throw new Error(key);
  });

  test.each<[string, Scan, string, string]>([
    [
      '[VR1] harmful',
      { kind: 'infected', name: 'Eicar-Test' },
      'VR1',
      'letter.txt holds harmful software: Eicar-Test.',
    ],
    [
      '[VR2] not scanned now',
      { kind: 'unavailable', why: 'the scanner is away', retryable: true },
      'VR2',
      'letter.txt could not be scanned for harmful software: the scanner is away. File it again later.',
    ],
    [
      '[VR2] never scanned',
      { kind: 'unavailable', why: 'it is too large', retryable: false },
      'VR2',
      'letter.txt could not be scanned for harmful software: it is too large.',
    ],
  ])('%s: it is refused, and nothing is stored', async (_, scan, rule, says) => {
    const vault = smallVault({ scanner: { scan: async () => scan } });
    const answer = await keep(letter, vault);
    expect(answer).toEqual({ kind: 'refused', refusals: [{ rule, at: ['letter.txt'], says }] });
    for await (const { key } of vault.storage.list('')) throw new Error(key);
  });

  test('is shown to the scanner whole, and kept where nothing is found', async () => {
    const seen: Uint8Array[] = [];
    const scanner: Vault['scanner'] = {
      async scan(content) {
        for await (const part of content) seen.push(part);
        return { kind: 'clean' };
      },
    };
    expect(await keep(letter, smallVault({ scanner }))).toMatchObject({ kind: 'kept' });
    expect(seen).toEqual([letter]);
  });

  test('is not kept where the storage did not take it', async () => {
    const vault = smallVault();
    const storage: Vault['storage'] = {
      ...vault.storage,
      put: async () => ({ kind: 'mismatch', size: 3 }),
    };
    await expect(keep(letter, { ...vault, storage })).rejects.toBeInstanceOf(ObjectStorageFault);
  });
});

function keep(bytes: Uint8Array, vault: Vault, where = room, name = 'letter.txt') {
  return keepDocument({ place, file: { name, bytes }, sealed: true }, where, vault);
}
