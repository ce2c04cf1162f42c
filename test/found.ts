import { paper } from './paper.ts';
import type { CaseFacts } from '../src/core/complaint/complaint.ts';
import { readComplaint } from '../src/core/complaint/read-complaint.ts';
import type { Document, DocumentKind, Language } from '../src/core/document/document.ts';
import type { Cause, Cue, Element } from '../src/core/jurisdiction/profile.ts';
import { findEvidence, type Searched } from '../src/core/finding/find-evidence.ts';
import type { Finding } from '../src/core/finding/finding.ts';

export function cue(pattern: string): Cue {
  return { pattern, fires: '', not: '' };
}

export function element(id: string, own: Partial<Element>): Element {
  return {
    id,
    text: `Element ${id}.`,
    actor: 'anyone',
    proof: 'act',
    terms: [],
    cuesFor: [],
    cuesAgainst: [],
    burden: { produce: 'prosecutor', persuade: 'prosecutor' },
    standard: 'PE',
    law: [],
    usuallyProvedBy: 'a paper',
    ...own,
  };
}

export function causeOf(elements: readonly Element[], exceptions: readonly Element[] = []): Cause {
  return {
    id: 'cause',
    matter: 'civil',
    name: 'Cause',
    names: [],
    law: [],
    elements,
    exceptions,
    disposition: { granted: '', denied: '' },
  };
}

export type File = readonly [name: string, text: string, kind?: DocumentKind];

export function hear(
  files: readonly File[],
  cause?: Cause,
  language: Language = 'en',
): Searched & { documents: readonly Document[] } {
  const documents = files.map(([name, text, kind]) => paper(name, text, kind));
  const facts: CaseFacts = {
    complaint: 'complaint.txt',
    matter: 'civil',
    ...(cause ? { cause: cause.id } : {}),
  };
  const read = readComplaint(documents, facts, cause ? [cause] : [], 'PE');
  const searched = findEvidence({
    elements: read.elements,
    documents,
    complaint: read.complaint?.value ?? null,
    aliases: read.aliases,
    allegations: read.decomposition.allegations,
    language,
  });
  return { ...searched, documents };
}

export const sides = (findings: readonly Finding[], id?: string) =>
  findings
    .filter((finding) => id === undefined || finding.element === id)
    .map(({ position, quote }) => `${position}: ${quote}`)
    .toSorted();
