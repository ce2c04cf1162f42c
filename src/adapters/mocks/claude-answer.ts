import type { MessagesRequest } from './claude-request.ts';

/** An answer of the mock: words, passages cited after them, and the input of the tool. */
export type MockAnswer = {
  readonly text?: string;
  readonly citations?: readonly Cited[];
  /** Input of the first tool; `null` for an answer without a call. */
  readonly move: unknown;
  /** Input as it goes over the wire, where it is to be no JSON. */
  readonly rawMove?: string;
  /** `tool_use` or `end_turn` where it is not given. */
  readonly stopReason?: string;
};

/** Blocks `start` up to, and without, `end` of a document of the request. */
export type Cited = { readonly document: number; readonly start: number; readonly end: number };

/** An event of the stream, as the API names and shapes it. */
export type StreamEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/** The answer as the API streams it, and as it gives it whole. */
export function answerEvents(
  request: MessagesRequest,
  answer: MockAnswer,
): { readonly events: readonly StreamEvent[]; readonly message: object } {
  const { text = '', citations = [], move, rawMove = JSON.stringify(move) } = answer;
  const calls = move !== null || answer.rawMove !== undefined;
  const stopReason = answer.stopReason ?? (calls ? 'tool_use' : 'end_turn');
  const tool = request.tools?.[0]?.name ?? 'move';
  const input = JSON.stringify(request).length;
  const usage = { input_tokens: Math.ceil(input / 4), output_tokens: 1 };
  const output = 1 + Math.ceil((text.length + rawMove.length) / 4);
  const cited = citations.map((one) => citation(request, one));
  const message = {
    id: 'msg_mock',
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage,
  };
  const words = text === '' ? [] : textBlock(0, text, cited);
  const call = calls ? toolBlock(text === '' ? 0 : 1, tool, rawMove) : [];
  return {
    events: [
      { type: 'message_start', message },
      { type: 'ping' },
      ...words,
      ...call,
      {
        type: 'message_delta',
        delta: { stop_reason: stopReason, stop_sequence: null },
        usage: { output_tokens: output },
      },
      { type: 'message_stop' },
    ],
    message: {
      ...message,
      content: [
        ...(text === '' ? [] : [{ type: 'text', text, citations: cited }]),
        ...(calls ? [{ type: 'tool_use', id: 'toolu_mock', name: tool, input: move }] : []),
      ],
      stop_reason: stopReason,
      usage: { ...usage, output_tokens: output },
    },
  };
}

function textBlock(
  index: number,
  text: string,
  citations: readonly object[],
): readonly StreamEvent[] {
  return [
    {
      type: 'content_block_start',
      index,
      content_block: { type: 'text', text: '', citations: [] },
    },
    ...pieces(text).map((piece) => delta(index, { type: 'text_delta', text: piece })),
    ...citations.map((one) => delta(index, { type: 'citations_delta', citation: one })),
    { type: 'content_block_stop', index },
  ];
}

function toolBlock(index: number, name: string, input: string): readonly StreamEvent[] {
  const content = { type: 'tool_use', id: 'toolu_mock', name, input: {} };
  return [
    { type: 'content_block_start', index, content_block: content },
    ...['', ...pieces(input)].map((piece) =>
      delta(index, { type: 'input_json_delta', partial_json: piece }),
    ),
    { type: 'content_block_stop', index },
  ];
}

const delta = (index: number, change: object): StreamEvent => ({
  type: 'content_block_delta',
  index,
  delta: change,
});

/** Pieces of a few characters, as a stream has them. */
const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,24}/gu) ?? [];

function citation({ messages }: MessagesRequest, { document, start, end }: Cited): object {
  const documents = messages
    .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
    .filter((block) => block.type === 'document');
  const cited = documents[document];
  const blocks = cited?.source.type === 'content' ? cited.source.content : [];
  const texts = typeof blocks === 'string' ? [] : blocks.map(({ text }) => text);
  return {
    type: 'content_block_location',
    cited_text: texts.slice(start, end).join(''),
    document_index: document,
    document_title: cited?.title ?? null,
    start_block_index: start,
    end_block_index: end,
    file_id: null,
  };
}
