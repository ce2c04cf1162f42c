import type { Language } from '../document/document.ts';
import type { Work } from '../jurisdiction/profile.ts';

/** The text of one work of law as it stood from a date on. */
export type WorkVersion = {
  /** Kebab-case id: `codigo-penal`. */
  readonly work: string;
  readonly title: string;
  /** ISO date from which this text is in force, until the next version of the work. */
  readonly from: string;
  /** The official text, or a summary in words of our own. */
  readonly standing: Standing;
  readonly language: Language;
  readonly nature: Work['nature'] | null;
  /**
   * ISO date on which the work itself came into force, in whatever words, where the text says it:
   * before that date none of its articles was law.
   */
  readonly workInForceSince: string | null;
  readonly articles: readonly Article[];
};

export type Standing = 'official' | 'summary';

export type Article = {
  /**
   * Names the article within its version: the key; for an article of a law that stands inside the work
   * `law:key` (`ley-4808:12`); for a second text under one number `12~2`.
   */
  readonly id: string;
  /** What a citation names: `433`, `161-a`, `12-bis`, `1-transitorio`, `final`. */
  readonly key: string;
  /** The key without what a hyphen sets off or stands second: `161` of `161-A`, or nothing. */
  readonly shortKey: string | null;
  /** As printed: `Art. 12 bis.` */
  readonly label: string;
  /** Titles above the article, outermost first: context, never part of its words. */
  readonly headings: readonly string[];
  /** Canonical text (text/canonical.ts), label and title included. */
  readonly text: string;
  /** Where its paragraphs stand in `text`, in UTF-16 code units. */
  readonly paragraphs: readonly Place[];
  /** A number without words: they are gone («Derogado») or still to come («Aún no vigente»). */
  readonly empty: boolean;
};

export type Place = { readonly start: number; readonly end: number };

/** Stands for «before 1970» in the name of a file, where the true date is not known. */
export const beforeDates = '1970-01-01';
/** Start of a version that was always in force, as far as is known. */
export const alwaysFrom = '0001-01-01';
