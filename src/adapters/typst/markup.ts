/** Characters that typst reads as markup. */
const special = /[\\#$*_`<>@[\]~=+\-/"'.:;0-9]/gu;

/**
 * Turns the Markdown that the court writes (headings, paragraphs, lists of two levels, quotes, bold and
 * italic over a whole run) into typst markup. Everything else is words.
 */
export function typstOf(markdown: string): string {
  return markdown.split('\n').map(lineOf).join('\n');
}

function lineOf(line: string): string {
  const heading = /^(#{1,4}) (.*)$/u.exec(line);
  if (heading !== null)
    return `\n#heading(level: ${heading[1]?.length ?? 1})[${runs(heading[2] ?? '')}]\n`;
  const item = /^( *)- (.*)$/u.exec(line);
  if (item !== null) return `${item[1] ?? ''}- ${runs(item[2] ?? '')}`;
  const numbered = /^(\d+)\. (.*)$/u.exec(line);
  if (numbered !== null) {
    return `#par(hanging-indent: 1.6em)[*${numbered[1] ?? ''}\\.* ${runs(numbered[2] ?? '')}]`;
  }
  const quote = /^> (.*)$/u.exec(line);
  if (quote !== null) return `#quote(block: true)[${runs(quote[1] ?? '')}]`;
  return runs(line);
}

/** Bold and italic runs; stars that the court escaped are words. */
function runs(text: string): string {
  const parts = text.split(/((?<!\\)\*\*.+?(?<!\\)\*\*|(?<![\\*])\*[^*].*?(?<!\\)\*(?!\*))/u);
  return parts
    .map((part) => {
      const bold = /^\*\*(.+)\*\*$/su.exec(part);
      if (bold !== null) return `#strong[${words(bold[1] ?? '')}]`;
      const italic = /^\*(.+)\*$/su.exec(part);
      return italic === null ? words(part) : `#emph[${words(italic[1] ?? '')}]`;
    })
    .join('');
}

/** Words as they are: Markdown's escapes undone, typst's put in. */
function words(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(special, String.raw`\$&`);
}
