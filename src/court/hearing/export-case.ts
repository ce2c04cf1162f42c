import { evaluate } from '../../core/argument/evaluate.ts';
import { graphToYaml } from '../../core/argument/yaml.ts';
import { languageOfCase } from '../../core/case/language-of-case.ts';
import { graphOfCase } from '../../core/evidence/graph-of-case.ts';
import { recordText } from '../../core/record/chain.ts';
import { readHead } from '../../core/record/head.ts';
import { portableHashing, type Hashing } from '../../core/record/hashing.ts';
import type { RecordedEvent } from '../../core/record/event.ts';
import type { Prose } from '../../core/record/prose.ts';
import { proseOfFile, type StoredText } from '../../core/record/seal.ts';
import { decided } from '../../core/refusal.ts';
import { transcriptMarkdown } from '../../core/transcript/transcript-markdown.ts';
import type { Archive } from '../../ports/archive.ts';
import type { Printer } from '../../ports/printer.ts';
import { certain, theCourt, type Court, type OpenCase } from '../open-case.ts';
import { readCase } from '../read-case.ts';
import { resolutionPage } from './resolution-page.ts';

export type Export = {
  readonly originals: ReadonlyMap<string, Uint8Array>;
  readonly printer: Printer;
  readonly archive: Archive;
  readonly hashing?: Hashing;
  /**
   * Leaves out what is private to a seat: what its mind answered, and what it said that was refused. The draft
   * tells the refusals themselves; nobody needs the rest to replay it.
   */
  readonly withoutPrivate?: boolean;
};

export type Exported = {
  readonly events: readonly RecordedEvent[];
  /** By file name. */
  readonly papers: ReadonlyMap<string, string | Uint8Array>;
  /** A zip of all of it. */
  readonly bundle: Uint8Array;
};

/** What a hearing leaves behind, by file name: the papers, the record and the bundle. */
export async function exportCase(
  court: Court,
  open: OpenCase,
  tools: Export,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { events, papers, bundle } = await exportBundle(court, open, tools);
  return new Map<string, string | Uint8Array>([
    ['record.jsonl', recordText(events)],
    ...papers,
    ['bundle.zip', bundle],
  ]);
}

/**
 * The papers of a hearing, all made from the record alone: the record vouches for each of them, is signed for
 * the export, and goes with them into the bundle. Private notes of a seat stay out: the record holds the hash
 * of them, and nobody needs them to replay. An export that was broken off, or is asked for again before
 * anything else happened, gives the same papers.
 */
export async function exportBundle(
  { store }: Pick<Court, 'store'>,
  open: OpenCase,
  { originals, printer, archive, hashing = portableHashing, withoutPrivate = false }: Export,
): Promise<Exported> {
  const recorded = await store.read(open.id);
  const past = beforeExport(recorded);
  const sealed = await store.texts(open.id);
  const papers = await writtenPapers(open.id, past, sealed, printer);
  const bytes = new Map([...papers].map(([name, content]) => [name, asBytes(content)]));
  const vouched = [...bytes].map(([name, content]) => proseOfFile(name, hashing.bytes(content)));
  const isVouched = isAmong(vouched, sealed) && past.length < recorded.length;
  if (!isVouched) {
    const made = { type: 'papers-made', data: { papers: vouched } } as const;
    certain(await open.act(theCourt, () => decided(made)));
  }
  if (!isVouched || recorded.length - past.length < 2) certain(await open.signHead('exported'));

  const [events, all] = await Promise.all([store.read(open.id), store.texts(open.id)]);
  const texts = without(withoutPrivate ? ownWords : notesAlone, events, all);
  const documents = [...originals].map(
    ([sha256, content]) => [`documents/${sha256}`, content] as const,
  );
  const files = new Map([...documents, ...bytes]);
  return { events, papers, bundle: archive.pack(open.id, { events, texts, files }) };
}

/** The record without the steps of an export at its end: the papers that were made, the head signed then. */
function beforeExport(recorded: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const made = recorded.findLastIndex(({ type }) => type === 'papers-made');
  const isAtItsEnd = recorded.slice(made + 1).every((event) => readHead(event) !== null);
  return made >= 0 && isAtItsEnd ? recorded.slice(0, made) : recorded;
}

/** Papers that come out otherwise than the last time are vouched for anew. */
function isAmong(vouched: readonly Prose[], texts: readonly StoredText[]): boolean {
  const known = new Set(texts.map(({ text }) => text));
  return vouched.every(({ prose }) => known.has(prose));
}

/** Where the words stand that are a seat's own, by the type of their event. */
const notesAlone: ReadonlyMap<string, string> = new Map([['notes-handed', 'notes']]);
const ownWords: ReadonlyMap<string, string> = new Map([
  ...notesAlone,
  ['mind-called', 'answer'],
  ['proposal-rejected', 'text'],
]);

function without(
  own: ReadonlyMap<string, string>,
  events: readonly RecordedEvent[],
  texts: readonly StoredText[],
): readonly StoredText[] {
  const left = new Set(
    events.flatMap(({ type, data }) => {
      const member = own.get(type);
      return member === undefined ? [] : [JSON.stringify(data[member])];
    }),
  );
  return texts.filter(({ hash }) => !left.has(JSON.stringify({ sealed: hash })));
}

async function writtenPapers(
  caseId: string,
  recorded: readonly RecordedEvent[],
  texts: readonly StoredText[],
  printer: Printer,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { state, events } = readCase(recorded, texts);
  const graph = graphOfCase(state);
  const decision = recorded.findLast(({ type }) => type === 'draft-decided');
  const markdown = resolutionPage(state, decision?.at ?? '');
  const title = state.filing?.caption.prose ?? caseId;
  const language = languageOfCase(state);
  const at = recorded.at(-1)?.at ?? '1970-01-01T00:00:00.000Z';
  return new Map<string, string | Uint8Array>([
    ['transcript.md', transcriptMarkdown(events)],
    ['resolution.md', markdown],
    ['resolution.json', `${state.draft?.draft.prose ?? ''}\n`],
    ['resolution.pdf', await printer.print({ markdown, title, language, at })],
    ['graph.yml', graphToYaml(graph, evaluate(graph))],
  ]);
}

const asBytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
