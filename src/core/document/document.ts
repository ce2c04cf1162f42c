/**
 * What the court knows of a document once it was read: its canonical text, its pages and its
 * numbered passages. Offsets are UTF-16 code units of the canonical text, `start` included and
 * `end` not.
 */
export type Document = {
  /** File name as filed. */
  readonly name: string;
  /** The format of the bytes, told by the bytes and not by the name. */
  readonly format: DocumentFormat;
  /** Lower-case hex SHA-256 of the original bytes. */
  readonly sha256: string;
  /** Size of the original in bytes. */
  readonly size: number;
  readonly language: Language | 'unknown';
  readonly kind: DocumentKind;
  /** How sure the reading is of the kind. */
  readonly kindConfidence: Tier;
  /** Canonical text (see text/canonical.ts). */
  readonly text: string;
  readonly pages: readonly Page[];
  readonly passages: readonly Passage[];
  readonly mentions: Mentions;
  /** What a reader should know: no text layer, doubtful encoding, attachments left out … */
  readonly warnings: readonly string[];
};

export type DocumentFormat = 'pdf' | 'docx' | 'markdown' | 'text' | 'email';

export type Language = 'en' | 'es';

/** Three tiers of confidence; the court prints no percentages for a single case. */
export type Tier = 'strong' | 'fair' | 'weak';

export const documentKinds = [
  'complaint',
  'answer',
  'witness-statement',
  'expert-report',
  'admission',
  'contract',
  'norm',
  'invoice',
  'receipt',
  'correspondence',
  'message-thread',
  'transcript',
  'party-notes',
  'machine-record',
  'business-record',
  'public-record',
  'police-report',
  'medical-record',
  'other',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

export type Page = { readonly n: number; readonly start: number; readonly end: number };

export type Passage = {
  /** 1-based, stable for the same canonical text. */
  readonly n: number;
  readonly start: number;
  readonly end: number;
  /** 1-based page on which the passage begins. */
  readonly page: number;
  /** Titles above the passage, outermost first: context, never evidence. */
  readonly headings: readonly string[];
  /** Who speaks, where the document says so (`Name:`, `Q.`, a message's sender). */
  readonly speaker: string | null;
  /** When it was said or written, ISO 8601 date or date-time, where the passage carries it. */
  readonly saidAt: string | null;
  /** Headings, captions, oaths, signatures, line numbers, lists of references are no evidence. */
  readonly evidential: boolean;
};

/** Things named in the text, each with its place. */
export type Mentions = {
  readonly people: readonly PersonMention[];
  readonly dates: readonly DateMention[];
  readonly amounts: readonly AmountMention[];
  readonly norms: readonly NormMention[];
};

type Place = { readonly start: number; readonly end: number };
export type PersonMention = Place & { readonly name: string };
/** `iso`: a full date, a month (`2026-03`) or a year, as far as the words go. */
export type DateMention = Place & { readonly iso: string };
/** `currency`: ISO 4217 where the words name one; `value` in major units, finite. */
export type AmountMention = Place & { readonly value: number; readonly currency: string | null };
export type NormMention = Place & { readonly text: string };
