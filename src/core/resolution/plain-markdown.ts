/** Controls, marks that turn the direction of writing, and what is no character at all. */
const unseen =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

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
