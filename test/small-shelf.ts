import type { Vault } from '../src/court/documents/kept-document.ts';
import type { Registry } from '../src/court/registry/take-in-documents.ts';
import { answerTask } from '../src/court/registry/answer-task.ts';
import { documentReaders } from '../src/adapters/reading/document-readers.ts';
import { memoryRecordStore } from '../src/adapters/memory/record-store.ts';
import { profileFolder } from '../src/adapters/profiles/profile-folder.ts';
import { normsIn } from '../src/court/intake/norms-in.ts';
import type { DocumentShelf, NewPaper, ShelvedPaper } from '../src/ports/document-shelf.ts';
import type { RegistryAnswer, RegistryDesk } from '../src/ports/registry-desk.ts';
import { smallVault } from './vault.ts';

export const tools = {
  readers: documentReaders(),
  findNorms: normsIn,
  profiles: profileFolder(new URL('../jurisdictions', import.meta.url).pathname),
};

/** A desk that works here and now, without a process of its own. */
export function deskHere(change: Partial<RegistryDesk> = {}): RegistryDesk {
  const as =
    <Kind extends RegistryAnswer['kind']>(...kinds: Kind[]) =>
    (answer: RegistryAnswer): Extract<RegistryAnswer, { kind: Kind | 'refused' }> => {
      const isAwaited = (
        one: RegistryAnswer,
      ): one is Extract<RegistryAnswer, { kind: Kind | 'refused' }> =>
        one.kind === 'refused' || kinds.some((kind) => kind === one.kind);
      if (isAwaited(answer)) return answer;
      throw new Error(`another answer was awaited than ${answer.kind}`);
    };
  return {
    read: async (asked) => as('read')(await answerTask({ task: 'read', asked }, tools)),
    workOut: async (asked) =>
      as('worked-out')(await answerTask({ task: 'work-out', asked }, tools)),
    readLaw: async (asked) => as('law')(await answerTask({ task: 'read-law', asked }, tools)),
    shippedLaw: async (asked) =>
      as('laws')(await answerTask({ task: 'shipped-law', asked }, tools)),
    checkQuotes: async (asked) =>
      as('checked')(await answerTask({ task: 'check-quotes', asked }, tools)),
    ...change,
  };
}

/** A shelf in memory that does as it is told. */
export function smallShelf(change: Partial<DocumentShelf> = {}) {
  const lying: NewPaper[] = [];
  const store = memoryRecordStore();
  const never = async () => {
    throw new Error('nobody asks this here');
  };
  const shelf: DocumentShelf = {
    list: never,
    one: never,
    passages: never,
    remove: never,
    seal: never,
    erase: never,
    room: async () => ({ used: { court: 0, case: 0 }, quota: { court: null, case: null } }),
    standing: async () => 'open',
    add: async (_, papers) => {
      lying.push(...papers);
      return { kind: 'added', replaced: [] };
    },
    papers: async () => lying.map(asShelved),
    filing: () => store,
    ...change,
  };
  return { shelf, lying, store };
}

function asShelved(paper: NewPaper): ShelvedPaper {
  const filed_at = '2026-03-02T09:00:00.000Z';
  return { ...paper, exhibit: null, filed_at, erased_at: null };
}

export function smallRegistry(
  change: {
    readonly shelf?: Partial<DocumentShelf>;
    readonly desk?: Partial<RegistryDesk>;
    readonly vault?: Partial<Vault>;
  } = {},
) {
  const small = smallShelf(change.shelf);
  let last = 0;
  const registry: Registry = {
    shelf: small.shelf,
    vault: smallVault(change.vault),
    desk: deskHere(change.desk),
    newId: () => `document-${(last += 1)}`,
  };
  return { ...small, registry };
}
