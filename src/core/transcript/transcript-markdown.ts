import { evolveCase } from '../case/evolve-case.ts';
import { noCase } from '../case/case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { languageOfCase } from '../case/language-of-case.ts';
import { plainMarkdown } from '../resolution/plain-markdown.ts';
import { transcriptLine, type TranscriptLine } from './transcript-line.ts';
import { transcriptWords } from './transcript-words.ts';

/** The transcript of a hearing, from its record alone. */
export function transcriptMarkdown(events: readonly CaseEvent[]): string {
  let state = noCase;
  const lines: string[] = [];
  for (const event of events) {
    state = evolveCase(state, event);
    const line = transcriptLine(event, state);
    if (line !== null) lines.push(written(line));
  }
  const words = transcriptWords(languageOfCase(state));
  const caption = plainMarkdown(state.filing?.caption.prose ?? '');
  return `# ${words.title}: ${caption}\n\n${lines.join('\n\n')}\n`;
}

function written({ kind, speaker, label, text, places }: TranscriptLine): string {
  const words = plainMarkdown(text);
  if (kind === 'phase') return `## ${words}`;
  if (kind === 'note') return `*${words}*`;
  const cited = places.length === 0 ? '' : ` [${places.map(plainMarkdown).join('; ')}]`;
  const numbered = label === '' ? '' : ` (${plainMarkdown(label)})`;
  const said = `**${plainMarkdown(speaker)}**${numbered}: ${words}${cited}`;
  return kind === 'rejected' ? `> ${said}` : said;
}
