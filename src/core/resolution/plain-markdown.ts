/** Controls, marks that turn the direction of writing, and what is no character at all. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u200B\u2028\u2029\u2060\uFEFF]/gu;

/** Every character that any Markdown reads as markup, in the middle of a line. */
const markup = /[\\`*_[\]<>#|~]|&(?=#?[\p{L}\p{N}]{1,32};)/gu;

/** Signs at the beginning of a line that make a list, a rule or a heading of it. */
const atTheBeginning = /^(?:(\d+)(?=[.)])|(?=[-+=!:]))/u;

/** Words that some renderers make links of. */
const link = /:(?=\/\/)|(?<=\bwww)\./giu;

/**
 * A text of the file as words in Markdown, never as markup: what a document says may not shape the page.
 * One line without controls; every sign that could be markup stands escaped.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(unseen, '')
    .trim()
    .replace(markup, String.raw`\$&`)
    .replace(link, String.raw`\$&`)
    .replace(atTheBeginning, '$1\\');
}
