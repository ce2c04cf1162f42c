import { memoryRecordStore } from '../src/adapters/memory/record-store.ts';
import { ed25519Key } from '../src/adapters/system/ed25519-key.ts';
import { derivedEntropy } from '../src/adapters/system/entropy.ts';
import { systemHashing } from '../src/adapters/system/hashing.ts';
import { readBundle, writeBundle } from '../src/adapters/zip/bundle.ts';
import type { Bench } from '../src/agents/hear.ts';
import type { CaseEvent } from '../src/core/case/case-event.ts';
import { documentOf } from '../src/core/document/document-of.ts';
import type { Document } from '../src/core/document/document.ts';
import type { Seat } from '../src/core/gate/proposal.ts';
import { importWork } from '../src/core/law/import-work.ts';
import { libraryOf } from '../src/core/law/library.ts';
import { decided } from '../src/core/refusal.ts';
import type { Export } from '../src/court/hearing/export-case.ts';
import type { Filing } from '../src/court/intake/file-case.ts';
import { openCase, theCourt, type Court, type OpenCase } from '../src/court/open-case.ts';
import type { RecordStore } from '../src/ports/record-store.ts';
import type { Mind, MindAnswer, SeatView } from '../src/ports/mind.ts';
import { filedCase } from './small-case.ts';
import { smallProfile } from './small-profile.ts';

/** A whole court in memory, whose clock stands still and whose salts follow from the seed. */
export function smallCourt(seed = 7, change: Partial<Court> = {}): Court {
  const key = ed25519Key(new Uint8Array(32).fill(seed));
  return {
    store: memoryRecordStore(),
    signer: key.signer,
    entropy: derivedEntropy(key.derive('salts and ids')),
    now: () => '2026-03-02T09:00:00.000Z',
    ...change,
  };
}

/** A store whose process is killed at the append after so many: before it was kept, or right after. */
export function failingAfter(
  store: RecordStore,
  appends: number,
  when: 'before' | 'after' = 'before',
): RecordStore {
  let left = appends;
  return {
    ...store,
    async append(...batch) {
      left -= 1;
      if (left < 0 && when === 'before') throw new Error('killed');
      const answer = await store.append(...batch);
      if (left < 0) throw new Error('killed');
      return answer;
    },
  };
}

/** The small case in this court, with more events after its filing. */
export async function openSmallCase(
  court: Court,
  ...more: readonly CaseEvent[]
): Promise<OpenCase> {
  const open = await openCase(court, 'C-1');
  await open.act(theCourt, () => decided(...filedCase, ...more));
  return open;
}

/** A paper of these words, as it comes from the reader. */
export function paper(name: string, text: string, more: Partial<Document> = {}): Document {
  const sha256 = systemHashing.text(text);
  const reading = { name, format: 'text', sha256, size: text.length } as const;
  return { ...documentOf({ ...reading, pages: [{ text }], warnings: [] }, () => []), ...more };
}

const smallCode = importWork(
  'small-code@2000-01-01.md',
  '---\ntitle: Small Code\nversion_date: 2000-01-01\n---\n\n# Small Code\n\n## Article 1\n\nWho promises a date keeps it.\n\n## Article 2\n\nA promise is what was said to be done.\n',
);
export const smallLibrary = libraryOf(smallCode.kind === 'imported' ? [smallCode.version] : []);

/** Papers on the secretary's desk of the small court. */
export function filingOf(
  documents: readonly Document[],
  page: Filing['page'] = {},
  more: Partial<Filing> = {},
): Filing {
  return {
    documents,
    page,
    profile: smallProfile(),
    library: smallLibrary,
    today: '2026-03-02',
    jurisdiction: { id: 'small', tier: 'strong', because: { why: 'told' } },
    setAside: [],
    ...more,
  };
}

/** A mind that answers as it is told, turn by turn. */
export function mindThat(
  next: (view: SeatView) => MindAnswer | Promise<MindAnswer>,
  name = 'told',
  actor: Mind['actor'] = 'mind',
): Mind {
  return { name, actor, next: async (view) => next(view) };
}

/** A mind that never has anything to say. */
export const silent = mindThat(() => ({ move: null }), 'silent');

/** A bench on which these minds sit, everybody else being silent. */
export function benchOf(
  minds: Readonly<Partial<Record<Seat, Mind>>>,
  more: Partial<Bench> = {},
): Bench {
  const seated = Object.entries(minds) as readonly (readonly [Seat, Mind])[];
  return {
    minds: new Map(seated),
    own: silent,
    briefs: new Map(),
    search: () => [],
    heard: () => undefined,
    streamed: () => undefined,
    ...more,
  };
}

/** Where an export goes: a printer that prints nothing but its words, and real bundles. */
export const exporting: Export = {
  originals: new Map(),
  printer: {
    print: async ({ markdown, title, language, at }) =>
      new TextEncoder().encode([title, language, at, markdown].join('\n')),
  },
  archive: { pack: writeBundle, open: readBundle },
  hashing: systemHashing,
};
