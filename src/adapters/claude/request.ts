import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { SeatView } from '../../ports/mind.ts';
import { courtroomText } from './courtroom-text.ts';
import { shownSources, type ShownSource } from './documents.ts';
import { moveTool } from './move-tool.ts';
import type { ClaudeSettings } from './settings.ts';

export type ClaudeRequest = {
  readonly params: MessageCreateParamsStreaming;
  /** The documents in the order in which citations count them. */
  readonly sources: readonly ShownSource[];
};

/**
 * One turn as one request: the brief as system prompt, the sources as documents, the courtroom as text, the
 * move by tool. `tool_choice` stays `auto`, for a forced tool leaves no words and no citations before it.
 */
export function requestOf(view: SeatView, settings: ClaudeSettings): ClaudeRequest {
  const sources = shownSources(view, settings.citations);
  const { text } = view.brief;
  const params: MessageCreateParamsStreaming = {
    model: settings.model,
    max_tokens: settings.maxTokens,
    ...(text.trim() === '' ? {} : { system: [{ type: 'text', text }] }),
    messages: [
      {
        role: 'user',
        content: [
          ...sources.map(({ block }) => block),
          { type: 'text', text: courtroomText(view) },
        ],
      },
    ],
    tools: [moveTool],
    tool_choice: { type: 'auto', disable_parallel_tool_use: true },
    stream: true,
  };
  return { params, sources };
}
