import { describe, expect, test } from 'vitest';
import { smallRegistry } from '../../../test/small-shelf.ts';
import { failingAfter, smallCourt } from '../../../test/world.ts';
import type { FiledPaper } from '../../ports/document-shelf.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { RegistryDesk } from '../../ports/registry-desk.ts';
import { readCase } from '../read-case.ts';
import { fileCaseFromDocuments, type FilingAsked } from './file-case-from-documents.ts';
import { filingShown } from './filing-shown.ts';
import { takeInDocuments } from './take-in-documents.ts';

type Change = Parameters<typeof smallRegistry>[0];

const complaint =
  '# Complaint\n\nAda Larch, claimant, against Bo Rowan, respondent.\n\n1. Bo Rowan promised boards.\n2. Bo Rowan delivered nothing.\n';
const usual = [
  ['complaint.md', complaint],
  ['note.txt', 'The boards are still not here.'],
] as const;

/** Papers that lie on a shelf, and how they are filed. */
async function shelved(
  change: Change = {},
  papers: readonly (readonly [string, string])[] = usual,
) {
  const small = smallRegistry(change);
  const files = (async function* () {
    for (const [name, text] of papers) yield { name, bytes: new TextEncoder().encode(text) };
  })();
  const quota = { court: null, case: null };
  const ofCase = { courtId: 'court-1', caseId: 'case-1', quota };
  await takeInDocuments(
    { ...ofCase, files, sealed: false, replace: false, largest: 100_000 },
    { ...small.registry, shelf: { ...small.registry.shelf, standing: async () => 'open' } },
  );
  const file = (more: Partial<FilingAsked> = {}) =>
    fileCaseFromDocuments(
      {
        caseId: 'case-1',
        record: 'C-1',
        jurisdiction: 'model',
        page: {},
        law: [],
        preview: false,
        ...more,
      },
      { ...small.registry, court: smallCourt() },
    );
  const rules = async (more: Partial<FilingAsked> = {}) => {
    const outcome = await file(more);
    return outcome.kind === 'refused' ? outcome.refusals.map(({ rule }) => rule) : [];
  };
  return { ...small, file, rules };
}

describe('a case filed from what lies on its shelf', () => {
  test('has its first events in one append', async () => {
    const { file, store } = await shelved();
    const appends: number[] = [];
    const kept = { ...store };
    Object.assign(store, {
      append: async (...batch: Parameters<RecordStore['append']>) => {
        appends.push(batch[1].events.length);
        return kept.append(...batch);
      },
    });
    const outcome = await file({ page: { caption: 'Larch v. Rowan' } });
    expect(outcome).toMatchObject({ kind: 'filed', shown: { caption: 'Larch v. Rowan' } });
    const { state, events } = readCase(await store.read('C-1'), await store.texts('C-1'));
    expect(appends).toEqual([events.length]);
    expect(state.filing?.caption.prose).toBe('Larch v. Rowan');
    expect(outcome.kind === 'filed' && outcome.shown).toEqual(filingShown(events));
  });

  test('tells the shelf which paper is which exhibit, by content and then by name', async () => {
    const told: (readonly FiledPaper[])[] = [];
    const same = 'The boards are still not here.';
    const papers = [
      ['a.txt', same],
      ['b.txt', same],
      ['complaint.md', complaint],
    ] as const;
    const filing = (_: string, filed: readonly FiledPaper[]) => {
      told.push(filed);
      throw new Error('far enough');
    };
    const { file, registry } = await shelved({ shelf: { filing } }, papers);
    await expect(file()).rejects.toThrow('far enough');
    // The shelf may show a name otherwise than the record has it; then the content tells.
    const shelfBefore = { ...registry.shelf };
    Object.assign(registry.shelf, {
      papers: async () =>
        (await shelfBefore.papers('case-1')).map((paper) => ({
          ...paper,
          name: paper.name === 'a.txt' ? 'mark.txt' : paper.name,
        })),
    });
    const before = { ...registry.desk };
    Object.assign(registry.desk, {
      workOut: (asked: Parameters<RegistryDesk['workOut']>[0]) =>
        before.workOut({
          ...asked,
          files: asked.files.map(({ name, bytes }) => ({
            name: name === 'mark.txt' ? 'a.txt' : name,
            bytes,
          })),
        }),
    });
    await expect(file()).rejects.toThrow('far enough');
    for (const filed of told) {
      expect(filed.map(({ id, exhibit }) => [exhibit, id])).toEqual([
        ['E1', 'document-3'],
        ['E2', 'document-1'],
        ['E3', 'document-2'],
      ]);
    }
    expect(told).toHaveLength(2);
  });

  test('is shown before it is filed, and nothing is written', async () => {
    const { file, store } = await shelved();
    expect(await file({ preview: true })).toMatchObject({
      kind: 'previewed',
      shown: { exhibits: [{ name: 'complaint.md' }, { name: 'note.txt' }], allegations: 2 },
    });
    expect(await store.read('C-1')).toEqual([]);
  });

  test('[FL1] is filed once, [SV4] by who may', async () => {
    expect(await (await shelved({ shelf: { standing: async () => 'filed' } })).rules()).toEqual([
      'FL1',
    ]);
    expect(await (await shelved({ shelf: { standing: async () => 'refused' } })).rules()).toEqual([
      'SV4',
    ]);
    const { rules } = await shelved();
    expect(await rules()).toEqual([]);
    expect(await rules()).toEqual(['FL1']);
  });

  test('[FL2] is not filed where its papers are not what was read', async () => {
    const stale = {
      append: async () => 'stale' as const,
      read: async () => [],
      texts: async () => [],
    };
    const overtaken = await shelved({
      shelf: { filing: () => stale as Partial<RecordStore> as RecordStore },
    });
    expect(await overtaken.rules()).toEqual(['FL2']);
    const { registry, rules } = await shelved();
    const before = { ...registry.desk };
    const lying = (change: (papers: readonly string[]) => readonly string[]) => {
      Object.assign(registry.desk, {
        workOut: async (...asked: Parameters<RegistryDesk['workOut']>) => {
          const worked = await before.workOut(...asked);
          return worked.kind === 'refused' ? worked : { ...worked, papers: change(worked.papers) };
        },
      });
    };
    lying((papers) => papers.slice(1));
    expect(await rules()).toEqual(['FL2']);
    lying((papers) => papers.toReversed());
    expect(await rules()).toEqual(['FL2']);
    Object.assign(registry.desk, {
      workOut: async (...asked: Parameters<RegistryDesk['workOut']>) => {
        const worked = await before.workOut(...asked);
        if (worked.kind === 'refused') return worked;
        const events = worked.events.map((event) =>
          event.type === 'exhibit-filed'
            ? { ...event, data: { ...event.data, bytes: { prose: 'another' } } }
            : event,
        );
        return { ...worked, events };
      },
    });
    expect(await rules()).toEqual(['FL2']);
  });

  test('[IN4] needs papers; [IN3] [IN8] [FL5] and a page that fits them and its court', async () => {
    expect(await (await shelved({}, [])).rules()).toEqual(['IN4']);
    const { rules, file } = await shelved();
    expect(await rules({ page: { jurisdiction: 'cl' } })).toEqual(['FL5']);
    expect(await rules({ page: { jurisdiction: 'model' }, preview: true })).toEqual([]);
    expect(await rules({ page: { dates: { facts: '2026-02-02', filed: '2026-02-01' } } })).toEqual([
      'IN8',
    ]);
    expect(await file({ page: { documents: [{ file: 'none.md' }] } })).toMatchObject({
      refusals: [
        {
          rule: 'IN3',
          at: ['body', 'page', 'documents', 0, 'file'],
          says: 'documents.0.file: there is no file none.md.',
        },
      ],
    });
    expect(await rules({ jurisdiction: 'nowhere' })).toEqual(['IN5']);
  });

  test('[VT6] is not filed without the bytes of its papers', async () => {
    const { rules, registry, lying } = await shelved();
    const [first] = lying;
    await registry.vault.storage.delete(first?.storage_key ?? '');
    expect(await rules()).toEqual(['VT6']);
  });

  test('stands or does not where the process dies at the append', async () => {
    const small = await shelved();
    const dying = await shelved({
      shelf: {
        papers: (id) => small.registry.shelf.papers(id),
        filing: () => failingAfter(small.store, 0),
      },
      vault: small.registry.vault,
    });
    await expect(dying.file()).rejects.toThrow('killed');
    expect(await small.store.read('C-1')).toEqual([]);
    expect((await small.file()).kind).toBe('filed');
  });

  test('events that file no case are a bug', () => {
    expect(() => filingShown([])).toThrow('no court-constituted');
  });
});
