/** A text of the file as words in Markdown, never as markup: what a document says may not shape the page. */
export function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/gu, String.raw`\$&`).replace(/\s+/gu, ' ');
}
