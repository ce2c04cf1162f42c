/**
 * Makes a page that can be kept and served on the parties.
 *
 * Contract: PN1 the same page gives the same bytes; PN2 the bytes are PDF/A; PN3 what a document says is
 * printed as words and never read as markup.
 */
export interface Printer {
  print(page: Page): Promise<Uint8Array>;
}

export type Page = {
  /** Markdown of the kind that the court writes itself. */
  readonly markdown: string;
  readonly title: string;
  readonly language: 'en' | 'es';
  /** ISO 8601: date that the file carries as its creation. */
  readonly at: string;
};
