import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Courtroom, Source } from '../src/core/gate/courtroom.ts';
import { gate } from '../src/core/gate/gate.ts';
import type { Proposal } from '../src/core/gate/proposal.ts';
import { canonicalText } from '../src/core/text/canonical.ts';
import type { Figure } from './figure.ts';

const folder = new URL('../../shared/data/contracts/', import.meta.url);
const checks = 4_000;

/** How many proposals a second the gate decides on whole contracts, beside a bare search for their quotes. */
export async function benchGate(): Promise<Figure[]> {
  const sources = existsSync(folder) ? contracts() : madeUp();
  const where = existsSync(folder) ? 'contracts of CUAD' : 'texts made up';
  const size = sources.reduce((sum, { text }) => sum + text.length, 0) / sources.length;
  const courtroom = courtroomWith(sources);
  const kinds = {
    'quotes that stand': proposals(sources, (words) => words),
    'with a word changed': proposals(sources, (words) => words.with(9, 'zebra')),
    'of another text': proposals(sources, (_, foreign) => foreign),
  };
  const measured = Object.entries(kinds).map(([kind, made]) => {
    const passes = kind === 'quotes that stand';
    const gateTakes = secondsEach(made, () => decide(made, courtroom, passes));
    const searchTakes = secondsEach(made, () => search(made, sources));
    return { kind, gateTakes, searchTakes };
  });
  const all = {
    kind: 'of all three kinds alike',
    gateTakes: mean(measured.map(({ gateTakes }) => gateTakes)),
    searchTakes: mean(measured.map(({ searchTakes }) => searchTakes)),
  };
  return [all, ...measured].map(({ kind, gateTakes, searchTakes }) => ({
    name: `gate, ${kind}: ${where}, ${Math.round(size / 1_000)} thousand characters each`,
    value: 1 / gateTakes,
    unit: 'checks/s',
    limit: kind === all.kind || kind === 'quotes that stand' ? 20_000 : Number.NaN,
    against: `a bare indexOf does ${Math.round(1 / searchTakes)}/s; limit`,
  }));
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function contracts(): readonly Source[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => sourceOf(name, readFileSync(new URL(name, folder), 'utf8')));
}

function madeUp(): readonly Source[] {
  return Array.from({ length: 20 }, (_, text) => {
    const words = Array.from({ length: 7_000 }, (__, at) => `word${(at * at + text * 31) % 4_093}`);
    return sourceOf(`text-${text}`, words.join(' '));
  });
}

/** One passage for each hundred words or so, as a reading makes them. */
function sourceOf(id: string, raw: string): Source {
  const text = canonicalText(raw);
  const passages = Array.from({ length: Math.ceil(text.length / 600) }, (_, index) => ({
    n: index + 1,
    start: index * 600,
    end: Math.min(text.length, (index + 1) * 600),
    page: 1,
    headings: [],
    speaker: null,
    saidAt: null,
    evidential: true,
  }));
  return { id, label: id, text, passages, standing: { kind: 'evidence' }, seenBy: 'everyone' };
}

function courtroomWith(sources: readonly Source[]): Courtroom {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const scheme = {
    id: 'document',
    name: 'what a document says',
    variables: ['document'],
    anchors: { least: 1, most: 4 },
    premises: [],
    questions: [],
  };
  return {
    language: 'en',
    source: (id) => byId.get(id),
    scheme: (id) => (id === scheme.id ? scheme : undefined),
    inIssue: (element) => element === 'promise',
    questionsOf: () => undefined,
    saidBefore: () => undefined,
    mayAdvance: () => [],
  };
}

type Change = (words: readonly string[], foreign: readonly string[]) => readonly string[];

/** Eighteen words out of each text in turn, from everywhere in it. */
function proposals(sources: readonly Source[], change: Change): readonly Proposal[] {
  return Array.from({ length: checks }, (_, index) => {
    const source = sources[index % sources.length] as Source;
    const other = sources[(index + 1) % sources.length] as Source;
    const { start, words } = span(source.text, index);
    const quote = change(words, span(other.text, index).words).join(' ');
    return {
      kind: 'fact',
      role: 'prosecutor',
      text: `The contract says: "${quote}"`,
      anchors: [{ source: source.id, start, end: start + quote.length, quote }],
      scheme: 'document',
      bindings: { document: source.id },
      conclusion: { about: 'element', element: 'promise', position: 'proved' },
    };
  });
}

function span(text: string, index: number): { start: number; words: readonly string[] } {
  const from = (index * 7_919) % (text.length - 1_000);
  const start = text.indexOf(' ', from) + 1;
  return {
    start,
    words: text
      .slice(start, start + 900)
      .split(' ')
      .slice(0, 18),
  };
}

function decide(made: readonly Proposal[], courtroom: Courtroom, passes: boolean): void {
  const wanted = passes ? 'passed' : 'refused';
  const right = made.filter((proposal) => gate(proposal, courtroom).kind === wanted).length;
  if (right < made.length * 0.95) throw new Error(`${right} of ${made.length} ${wanted}`);
}

function search(made: readonly Proposal[], sources: readonly Source[]): void {
  for (const [index, { anchors }] of made.entries()) {
    const { text } = sources[index % sources.length] as Source;
    for (const { quote } of anchors) if (text.indexOf(quote) > text.length) throw new Error(quote);
  }
}

/** Seconds for each proposal: the best of five, since the machine has other work. */
function secondsEach(made: readonly Proposal[], run: () => void): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times) / 1_000 / made.length;
}
