import type { Quota } from '../../core/document/quota.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { RawFile } from '../../ports/document-reader.ts';
import type { Added, DocumentShelf, NewPaper } from '../../ports/document-shelf.ts';
import type { PaperRead, RegistryDesk } from '../../ports/registry-desk.ts';
import { keepDocument, type Room } from '../documents/keep-document.ts';
import type { Vault } from '../documents/kept-document.ts';
import { mostPapers } from '../intake/read-papers.ts';
import { refusalOfName } from './file-name.ts';

export type Registry = {
  readonly shelf: DocumentShelf;
  readonly vault: Vault;
  readonly desk: RegistryDesk;
  newId(): string;
};

/** What somebody wants to put on the shelf of a case. */
export type Delivery = {
  readonly courtId: string;
  readonly caseId: string;
  /** One after the other, as they arrive. */
  readonly files: AsyncIterable<RawFile>;
  readonly sealed: boolean;
  readonly replace: boolean;
  /** Where the court has no limit of its own. */
  readonly quota: Quota;
  /** Bytes of the largest file. */
  readonly largest: number;
};

export type TakenIn =
  | {
      readonly kind: 'taken-in';
      readonly ids: readonly string[];
      readonly leftOut: readonly Refusal[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Puts papers on the shelf of a case that is not filed: each is scanned, encrypted, stored and read before the
 * next one is fetched, and at the end all of them get their rows in one transaction. One that is refused
 * refuses all, and nothing of any stays.
 *
 * Refusals: FL1 the case is filed; FL3 a name is taken; FL4 it is no name; SV4 not the caller's to do; DOC, VR
 * and QU rules of keeping and reading.
 */
export async function takeInDocuments(delivery: Delivery, registry: Registry): Promise<TakenIn> {
  const { caseId, replace } = delivery;
  const standing = await registry.shelf.standing(caseId);
  if (standing !== 'open') return no(standing === 'filed' ? filed : notYours);
  const papers: NewPaper[] = [];
  const leftOut: Refusal[] = [];
  let isOnShelf = false;
  try {
    const room = await roomFor(delivery, registry);
    const refusals: Refusal[] = [];
    for await (const file of delivery.files) {
      const taken = await takeIn(file, delivery, roomAfter(room, papers), registry, papers);
      if (taken.kind === 'refused') refusals.push(...taken.refusals);
      else leftOut.push(...taken.leftOut);
    }
    if (refusals.length > 0) return no(...refusals);
    if (papers.length === 0) return no(noFile);
    const added = await registry.shelf.add(caseId, papers, { replace, quota: room.quota });
    if (added.kind !== 'added') return no(refusalOf(added));
    isOnShelf = true;
    await forget(added.replaced, registry);
    return { kind: 'taken-in', ids: papers.map(({ id }) => id), leftOut };
  } finally {
    const keys = papers.map(({ storage_key: key }) => key);
    if (!isOnShelf) await forget(keys, registry);
  }
}

type Taken =
  | { readonly kind: 'taken'; readonly leftOut: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** One file, and what came inside it. What was stored of it is in `papers` whatever comes of it. */
async function takeIn(
  file: RawFile,
  delivery: Delivery,
  room: Room,
  registry: Registry,
  papers: NewPaper[],
): Promise<Taken> {
  const noName = refusalOfName(file.name);
  if (noName !== null) return { kind: 'refused', refusals: [noName] };
  if (papers.length >= mostPapers) return { kind: 'refused', refusals: [tooMany(file.name)] };
  const whole = await keep(file, delivery, room, registry);
  if (whole.kind === 'refused') return whole;
  const unread = { kind: 'other', language: null, pages: 0, warnings: [], passages: [] } as const;
  const place = papers.push({ ...whole.paper, ...unread, inside: null }) - 1;
  const read = await registry.desk.read(file);
  if (read.kind === 'refused') return read;
  papers[place] = { ...whole.paper, ...asShelved(read.paper), inside: null };
  for (const { bytes, ...paper } of read.inside) {
    const name = nameInside(paper.name);
    const kept = await keep({ name, bytes }, delivery, roomAfter(room, papers), registry);
    if (kept.kind === 'refused') return kept;
    papers.push({ ...kept.paper, ...asShelved(paper), name, inside: whole.paper.id });
  }
  return { kind: 'taken', leftOut: read.leftOut };
}

async function keep(
  file: RawFile,
  { courtId, caseId, sealed }: Delivery,
  room: Room,
  registry: Registry,
) {
  const place = { court: courtId, case: caseId, document: registry.newId() };
  const { vault } = registry;
  const kept = await keepDocument({ place, file, sealed }, room, vault);
  if (kept.kind === 'refused') return kept;
  const { erased_at: _, ...document } = kept.document;
  const scan = vault.scanner === null ? ('not-configured' as const) : ('clean' as const);
  return { kind: 'kept', paper: { ...document, scan } } as const;
}

function asShelved({ kind, language, pages, warnings, passages }: PaperRead) {
  return {
    kind,
    language: language === 'unknown' ? null : language,
    pages,
    warnings,
    passages: passages.map(({ start, end, ...passage }) => ({
      ...passage,
      starts: start,
      ends: end,
    })),
  };
}

/** Whoever wrote the e-mail named what is inside it; what cannot be seen in the name is shown as a mark. */
function nameInside(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\u{FFFD}')
    .slice(0, 255)
    .toWellFormed();
}

async function roomFor(
  { courtId, caseId, quota, largest }: Delivery,
  { shelf }: Registry,
): Promise<Room> {
  const { used, quota: own } = await shelf.room(courtId, caseId);
  return {
    used,
    quota: { court: own.court ?? quota.court, case: own.case ?? quota.case },
    largest,
  };
}

function roomAfter({ used, ...room }: Room, papers: readonly NewPaper[]): Room {
  const size = papers.reduce((sum, paper) => sum + paper.size, 0);
  return { ...room, used: { court: used.court + size, case: used.case + size } };
}

/** An object that cannot be deleted now is an orphan under a key that nobody has. */
async function forget(keys: readonly string[], { vault }: Registry): Promise<void> {
  await Promise.allSettled(keys.map((key) => vault.storage.delete(key)));
}

function refusalOf(added: Exclude<Added, { readonly kind: 'added' }>): Refusal {
  switch (added.kind) {
    case 'taken':
      return nameTaken(added.names);
    case 'full':
      return full;
    case 'filed':
      return filed;
    case 'refused':
      return notYours;
  }
}

const no = (...refusals: readonly Refusal[]): TakenIn => ({ kind: 'refused', refusals });

/** FL1 */
export const filed: Refusal = {
  rule: 'FL1',
  at: ['path', 'case'],
  says: 'The case is filed: its papers stand, and none is added or taken away.',
};

export const notYours: Refusal = {
  rule: 'SV4',
  at: [],
  says: 'Your roles do not let you change the papers of this case.',
};

const noFile: Refusal = { rule: 'SV1', at: ['body'], says: 'The request holds no file.' };

const full: Refusal = {
  rule: 'QU1',
  at: ['body'],
  says: 'Other papers came in at the same time, and together they have no room in the case or its court.',
};

const tooMany = (name: string): Refusal => ({
  rule: 'IN6',
  at: [name],
  says: `${name} is one too many: a filing has at most ${mostPapers} papers.`,
});

function nameTaken(names: readonly string[]): Refusal {
  const says = `The case has papers of these names already: ${names.join(', ')}; remove them, or ask for them to be replaced.`;
  return { rule: 'FL3', at: ['body', 'file'], says };
}
