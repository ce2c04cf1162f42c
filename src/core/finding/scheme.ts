import type { DocumentKind } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import type { Voice } from './author.ts';
import type { Finding, PartySide, SchemeName } from './finding.ts';

const byKind: Readonly<Partial<Record<DocumentKind, SchemeName>>> = {
  'expert-report': 'expert-opinion',
  'machine-record': 'machine-record',
  contract: 'document',
  invoice: 'record',
  receipt: 'record',
  'business-record': 'record',
  'public-record': 'record',
  'police-report': 'record',
  'medical-record': 'record',
  norm: 'rule',
};

/** Speaker and kind of paper set the scheme; only words against the speaker's own side are an admission. */
export function schemeOf(kind: DocumentKind, voice: Voice, helps: PartySide | null): SchemeName {
  const scheme = byKind[kind];
  if (scheme !== undefined) return scheme;
  const isAgainstSelf = helps !== null && voice.side !== null && voice.side !== helps;
  return isAgainstSelf ? 'admission' : 'testimony';
}

/** Whom a position on an element helps: it being proved helps the side that must persuade. */
export function helpedBy(element: Element, position: Finding['position']): PartySide | null {
  if (position === 'open') return null;
  const persuades = element.burden.persuade === 'prosecutor';
  return persuades === (position === 'proved') ? 'claimant' : 'respondent';
}
