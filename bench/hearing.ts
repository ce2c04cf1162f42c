import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { hear } from '../src/agents/hear.ts';
import { fileRecordStore } from '../src/adapters/file/record-store.ts';
import { offlineMind } from '../src/adapters/offline/mind.ts';
import { profileFolder } from '../src/adapters/profiles/profile-folder.ts';
import { ed25519Key } from '../src/adapters/system/ed25519-key.ts';
import { systemEntropy } from '../src/adapters/system/entropy.ts';
import { evaluate } from '../src/core/argument/evaluate.ts';
import { documentOf } from '../src/core/document/document-of.ts';
import type { Document } from '../src/core/document/document.ts';
import { graphOfCase } from '../src/core/evidence/graph-of-case.ts';
import type { Profile } from '../src/core/jurisdiction/profile.ts';
import { libraryOf } from '../src/core/law/library.ts';
import { fileCase } from '../src/court/intake/file-case.ts';
import { openCase, type Court } from '../src/court/open-case.ts';
import type { RecordStore } from '../src/ports/record-store.ts';
import { type Figure, percentile } from './figure.ts';

/** What one process measured of itself, so that its memory is that of hearings alone. */
export type Measured = {
  /** Milliseconds of each turn, the mind's own time left out. */
  readonly turns: readonly number[];
  readonly seconds: number;
  readonly events: number;
};

/** A turn's overhead with a durable record, an offline hearing on a 200-page file, and memory throughout. */
export async function benchHearing(): Promise<readonly Figure[]> {
  const script = new URL('hearing-process.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const { turns, seconds, events, memory }: Measured & { memory: number } = JSON.parse(stdout);
  return [
    {
      name: `one turn (rules, gate, durable append, labels, next view), p95 of ${turns.length}`,
      value: percentile(turns, 0.95),
      unit: 'ms',
      limit: 5,
      against: 'limit',
    },
    {
      name: `offline hearing on a 200-page file (${events} events)`,
      value: seconds,
      unit: 's',
      limit: 3,
      against: 'limit',
    },
    {
      name: 'greatest resident memory of that process',
      value: memory,
      unit: 'MB',
      limit: 300,
      against: 'limit',
    },
  ];
}

/** Hears the demo case, then a file of 200 pages, both with a durable record. */
export async function measureHearings(): Promise<Measured> {
  const profile = await readProfile();
  const folder = await mkdtemp(join(tmpdir(), 'first-court-bench-'));
  try {
    const turns: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      turns.push(...(await turnTimes(profile, fileRecordStore(join(folder, `${round}`)))));
    }
    const began = performance.now();
    const events = await hearPages(profile, fileRecordStore(join(folder, 'pages')), 200);
    return { turns, seconds: (performance.now() - began) / 1000, events };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readProfile(): Promise<Profile> {
  const folder = new URL('../jurisdictions', import.meta.url).pathname;
  const read = await profileFolder(folder).read('model');
  if (read.kind !== 'read') throw new Error('the model jurisdiction does not load');
  return read.profile;
}

/**
 * The whole road between two questions to a mind, for turns in which something was said: what the answer
 * comes to by the rules and the gate, the durable append, the labels after it, who must act next and what
 * that seat sees.
 */
async function turnTimes(profile: Profile, store: RecordStore): Promise<readonly number[]> {
  const times: number[] = [];
  const own = offlineMind(profile);
  let answered = performance.now();
  let isSaid = false;
  const timed = {
    ...own,
    next: async (...asked: Parameters<typeof own.next>) => {
      if (isSaid) times.push(performance.now() - answered);
      isSaid = false;
      const answer = await own.next(...asked);
      answered = performance.now();
      return answer;
    },
  };
  const open = await filed(profile, store, await demoPapers());
  await hear(open, {
    minds: new Map(),
    own: timed,
    briefs: new Map(),
    search: () => [],
    heard: ({ type }, state) => {
      if (type !== 'statement-made' && type !== 'critical-question-raised') return;
      isSaid = true;
      evaluate(graphOfCase(state));
    },
    streamed() {},
  });
  await store.close();
  return times;
}

async function hearPages(profile: Profile, store: RecordStore, pages: number): Promise<number> {
  const open = await filed(profile, store, papers(pages));
  const own = offlineMind(profile);
  await hear(open, {
    minds: new Map(),
    own,
    briefs: new Map(),
    search: (state) => own.searches(state),
    heard() {},
    streamed() {},
  });
  await store.close();
  return open.version();
}

async function filed(profile: Profile, store: RecordStore, documents: readonly Document[]) {
  const court: Court = {
    store,
    signer: ed25519Key(new Uint8Array(32).fill(7)).signer,
    entropy: systemEntropy(),
    now: () => new Date().toISOString(),
  };
  const open = await openCase(court, 'bench');
  const library = libraryOf([]);
  const jurisdiction = { id: profile.id, tier: 'strong', because: { why: 'told' } } as const;
  const filing = { documents, page: {}, profile, jurisdiction, library, setAside: [] };
  await open.act({ seat: 'secretary', kind: 'court' }, () =>
    fileCase({ ...filing, today: '2026-01-05' }),
  );
  return open;
}

/** The plain papers of the demo case. */
async function demoPapers(): Promise<readonly Document[]> {
  const folder = new URL('../cases/greenhouse-heater/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => /\.(?:md|txt)$/u.test(name));
  return Promise.all(
    names.map(async (name) => paperOf(name, await readFile(new URL(name, folder), 'utf8'))),
  );
}

const complaint = `Complaint
Ada Hollow, claimant, v. Brook Tiles, respondent.
1. Brook Tiles agreed to deliver tiles to Ada Hollow by 3 March 2025.
2. Brook Tiles did not deliver the tiles.
3. Ada Hollow lost $4,000 because of the breach of contract.
`;

const sentences = [
  'The carrier was not sure who had signed for the pallets.',
  'Brook Tiles wrote that the tiles would be delivered by 3 March 2025.',
  'Ada Hollow paid $1,200 on 10 February 2025 by bank transfer.',
  'The weather in the valley stayed dry for the rest of the month.',
  'On 9 March 2025 Ada Hollow had still not received the tiles.',
  'The architect billed $4,000 for the weeks in which nothing could be laid.',
  'Nobody at the depot remembers a delivery in the first days of March.',
  'The kiln was serviced in January and again in April.',
];

/** A complaint and letters of about 3,000 characters a page. */
function papers(pages: number): readonly Document[] {
  const letters = Array.from({ length: Math.ceil(pages / 10) }, (_, letter) => ({
    name: `letter-${letter + 1}.txt`,
    text: Array.from(
      { length: 10 * 12 },
      (_unused, paragraph) =>
        `${sentences[(letter + paragraph) % sentences.length] ?? ''} ${sentences[(letter * 3 + paragraph * 5) % sentences.length] ?? ''} Note ${letter}-${paragraph}. ${sentences[(paragraph * 7 + 2) % sentences.length] ?? ''}`,
    ).join('\n\n'),
  }));
  return [{ name: 'complaint.txt', text: complaint }, ...letters].map(({ name, text }) =>
    paperOf(name, text),
  );
}

function paperOf(name: string, text: string): Document {
  const pages = [{ text }];
  const sha256 = '0'.repeat(64);
  return documentOf(
    { name, format: 'text', sha256, size: text.length, pages, warnings: [] },
    () => [],
  );
}
