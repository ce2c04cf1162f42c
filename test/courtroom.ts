import { wholePassage } from '../src/core/document/whole-passage.ts';
import type { Courtroom, Source } from '../src/core/gate/courtroom.ts';
import type { Proposal } from '../src/core/gate/proposal.ts';
import type { Scheme } from '../src/core/jurisdiction/profile.ts';

/** A scheme that takes one to four passages of a document. */
export const documentScheme: Scheme = {
  id: 'document',
  name: 'what a document says',
  variables: ['document'],
  anchors: { least: 1, most: 4 },
  premises: ['The document says so.'],
  questions: [{ id: 'authentic', asks: 'Is it known who wrote it?', burden: 'proponent' }],
};

/** An admitted exhibit of one evidential passage. */
export function exhibit(id: string, text: string, other: Partial<Source> = {}): Source {
  return {
    id,
    label: `${id} paper.txt`,
    text,
    passages: [wholePassage(text)],
    standing: { kind: 'evidence' },
    seenBy: 'everyone',
    ...other,
  };
}

/** A courtroom with these sources, one element in issue and one statement that invites a question. */
export function courtroomOf(sources: readonly Source[], other: Partial<Courtroom> = {}): Courtroom {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    language: 'en',
    source: (id) => byId.get(id),
    scheme: (id) => (id === documentScheme.id ? documentScheme : undefined),
    inIssue: (element) => element === 'promise',
    questionsOf: (statement) => (statement === 'S1' ? ['authentic'] : undefined),
    saidBefore: () => undefined,
    mayAdvance: () => [],
    ...other,
  };
}

/** A statement of fact that quotes one place of a source. */
export function quoting(
  source: string,
  start: number,
  quote: string,
  other: Partial<Proposal> = {},
): Proposal {
  return {
    kind: 'fact',
    role: 'prosecutor',
    text: `The paper reads: "${quote}"`,
    anchors: [{ source, start, end: start + quote.length, quote }],
    scheme: 'document',
    bindings: { document: source },
    conclusion: { about: 'element', element: 'promise', position: 'proved' },
    ...other,
  };
}
