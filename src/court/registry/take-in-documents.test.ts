import { describe, expect, test } from 'vitest';
import { smallRegistry } from '../../../test/small-shelf.ts';
import type { RawFile } from '../../ports/document-reader.ts';
import type { ObjectStorage } from '../../ports/object-storage.ts';
import { type Delivery, type Registry, takeInDocuments } from './take-in-documents.ts';

type Change = Parameters<typeof smallRegistry>[0];

async function* arriving(files: readonly (readonly [string, string])[]): AsyncGenerator<RawFile> {
  for (const [name, text] of files) yield { name, bytes: new TextEncoder().encode(text) };
}

async function taken(
  files: readonly (readonly [string, string])[],
  change: Change = {},
  more: Partial<Delivery> = {},
) {
  const small = smallRegistry(change);
  const outcome = await takeInDocuments(
    {
      courtId: 'court-1',
      caseId: 'case-1',
      files: arriving(files),
      sealed: false,
      replace: false,
      quota: { court: null, case: null },
      largest: 10_000,
      ...more,
    },
    small.registry,
  );
  const rules = outcome.kind === 'refused' ? outcome.refusals.map(({ rule }) => rule) : [];
  return { ...small, outcome, rules, stored: await storedIn(small.registry) };
}

async function storedIn({ vault }: Registry): Promise<number> {
  let count = 0;
  for await (const _ of vault.storage.list('')) count += 1;
  return count;
}

const letter = ['letter.txt', 'The rent is due on the first of the month.'] as const;
const spanish = [
  'carta.txt',
  'La renta se paga el primer día de cada mes, según el contrato.',
] as const;
const mail = (inside: string, type = 'text/plain', name = 'note.txt') =>
  [
    'From: a@example.org',
    'To: b@example.org',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The note is attached.',
    '--b',
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    inside,
    '--b--',
    '',
  ].join('\r\n');

describe('papers that are delivered', () => {
  test('lie on the shelf with what reading them told, and what came inside them', async () => {
    const { outcome, lying, stored } = await taken(
      [letter, spanish, ['x.txt', '12 34'], ['mail.eml', mail('A note.')]],
      {},
      { sealed: true },
    );
    expect(outcome).toEqual({
      kind: 'taken-in',
      ids: ['document-1', 'document-2', 'document-3', 'document-4', 'document-5'],
      leftOut: [],
    });
    expect(lying.map(({ name, inside, language }) => [name, inside, language])).toEqual([
      ['letter.txt', null, 'en'],
      ['carta.txt', null, 'es'],
      ['x.txt', null, null],
      ['mail.eml', null, 'en'],
      ['mail.eml/note.txt', 'document-4', null],
    ]);
    expect(lying.every(({ sealed, scan }) => sealed && scan === 'not-configured')).toBe(true);
    expect(lying[0]?.passages).toMatchObject([{ n: 1, starts: 0, text: letter[1] }]);
    expect(stored).toBe(5);
  });

  test('say that they were scanned where they were', async () => {
    const scanner = { scan: async () => ({ kind: 'clean' }) as const };
    const { lying } = await taken([letter], { vault: { scanner } });
    expect(lying[0]?.scan).toBe('clean');
  });

  test('leave out what inside them cannot be read, and say so', async () => {
    const { outcome, lying } = await taken([
      ['mail.eml', mail('GIF89a and so on', 'image/gif', 'logo.gif')],
    ]);
    expect(outcome).toMatchObject({ kind: 'taken-in', ids: ['document-1'] });
    expect(outcome.kind === 'taken-in' && outcome.leftOut.length).toBe(1);
    expect(lying).toHaveLength(1);
  });

  test('show a mark for what cannot be seen in a name that somebody else gave', async () => {
    const { lying } = await taken([['mail.eml', mail('A note.', 'text/plain', 'no\u0001te.txt')]]);
    expect(lying[1]?.name).not.toMatch(/\p{Cc}/u);
  });

  test('are all refused where one is, each with its reason, and nothing stays', async () => {
    const { rules, stored, lying } = await taken([
      letter,
      ['empty.txt', ''],
      ['../x.txt', 'A path.'],
      ['broken.pdf', '%PDF-1.7 and nothing'],
      ['mail.eml', mail('A note.')],
    ]);
    expect(rules).toEqual(['DOC1', 'FL4', 'DOC5']);
    expect([stored, lying.length]).toEqual([0, 0]);
  });

  test('[QU1] [QU2] are counted together, what came inside them too', async () => {
    const inside = mail('x'.repeat(400));
    for (const [quota, rule] of [
      [{ court: null, case: inside.length + 100 }, 'QU1'],
      [{ court: inside.length + 100, case: null }, 'QU2'],
    ] as const) {
      const { rules, stored } = await taken([['mail.eml', inside]], {}, { quota });
      expect([rules, stored]).toEqual([[rule], 0]);
    }
    const own = { used: { court: 90, case: 0 }, quota: { court: 100, case: null } };
    const { rules } = await taken([letter], { shelf: { room: async () => own } });
    expect(rules).toEqual(['QU2']);
    const ofCase = { used: { court: 0, case: 90 }, quota: { court: null, case: 100 } };
    expect((await taken([letter], { shelf: { room: async () => ofCase } })).rules).toEqual(['QU1']);
  });

  test('[SV1] none is no delivery', async () => {
    expect((await taken([])).rules).toEqual(['SV1']);
  });

  test('[IN6] there are no more than a filing may have', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => [`${n}.txt`, 'x'] as const);
    const { rules, stored } = await taken(many);
    expect([rules, stored]).toEqual([['IN6'], 0]);
  });

  test('[FL1] come before the case is filed, [SV4] and from who may', async () => {
    for (const [standing, rule] of [
      ['filed', 'FL1'],
      ['refused', 'SV4'],
    ] as const) {
      const { rules, stored } = await taken([letter], {
        shelf: { standing: async () => standing },
      });
      expect([rules, stored]).toEqual([[rule], 0]);
    }
  });

  test.each([
    [{ kind: 'taken', names: ['letter.txt'] }, 'FL3'],
    [{ kind: 'full' }, 'QU1'],
    [{ kind: 'filed' }, 'FL1'],
    [{ kind: 'refused' }, 'SV4'],
  ] as const)('are forgotten where the shelf says %o: %s', async (added, rule) => {
    const { rules, stored } = await taken([letter], { shelf: { add: async () => added } });
    expect([rules, stored]).toEqual([[rule], 0]);
  });

  test('that were replaced leave the storage, and one that cannot be deleted stops nobody', async () => {
    const deleted: string[] = [];
    const storage = {
      put: async () => ({ kind: 'stored', size: 0, sha256: '' }) as const,
      async delete(key: string) {
        deleted.push(key);
        throw new Error('the disk is gone');
      },
    } as Partial<ObjectStorage> as ObjectStorage;
    const { registry } = smallRegistry({
      vault: { storage },
      shelf: { add: async () => ({ kind: 'added', replaced: ['courts/old'] }) },
    });
    const outcome = await takeInDocuments(
      {
        courtId: 'court-1',
        caseId: 'case-1',
        files: arriving([letter]),
        sealed: false,
        replace: true,
        quota: { court: null, case: null },
        largest: 10_000,
      },
      registry,
    );
    expect([outcome.kind, deleted]).toEqual(['taken-in', ['courts/old']]);
  });

  test('are forgotten where something breaks', async () => {
    const { registry } = smallRegistry({
      desk: {
        read: async () => {
          throw new Error('broken');
        },
      },
    });
    const delivery = {
      courtId: 'court-1',
      caseId: 'case-1',
      files: arriving([letter]),
      sealed: false,
      replace: false,
      quota: { court: null, case: null },
      largest: 10_000,
    };
    await expect(takeInDocuments(delivery, registry)).rejects.toThrow('broken');
    expect(await storedIn(registry)).toBe(0);
  });
});
