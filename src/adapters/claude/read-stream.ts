import { z } from 'zod';
import type { ShownSource } from './documents.ts';

/** What a whole answer of the model came to. */
export type Answered = {
  readonly stopReason: string;
  readonly content: readonly Content[];
  readonly usage: Usage;
};

export type Usage = { readonly input: number; readonly output: number };

export type Content =
  | { readonly type: 'text'; readonly text: string; readonly citations: readonly unknown[] }
  /** `input` as it came: JSON that nobody has looked at. */
  | { readonly type: 'tool_use'; readonly name: string; readonly input: string };

/** The stream ended before the answer did, or held what is no event of the protocol. */
export class BrokenStream extends Error {
  /** Tokens that were spent nevertheless, as far as was told. */
  readonly usage: Usage;
  constructor(message: string, usage: Usage, cause?: unknown) {
    super(message, { cause });
    this.name = 'BrokenStream';
    this.usage = usage;
  }
}

const count = z.int().min(0);

/** The events that are read, and of each what is read; the API may add others, and more to these. */
const read = {
  message_start: z.object({
    message: z.object({ usage: z.object({ input_tokens: count, output_tokens: count }) }),
  }),
  content_block_start: z.object({
    content_block: z.object({ type: z.string(), name: z.string().optional() }),
  }),
  content_block_delta: z.object({
    delta: z.object({
      type: z.string(),
      text: z.string().optional(),
      partial_json: z.string().optional(),
      citation: z.unknown().optional(),
    }),
  }),
  message_delta: z.object({
    delta: z.object({ stop_reason: z.string().nullable() }),
    usage: z.object({ output_tokens: count }),
  }),
};

const citedBlocks = z.object({
  type: z.literal('content_block_location'),
  document_index: count,
  start_block_index: count,
  end_block_index: count,
});

/** Longest answer that is read, in UTF-16 code units of text and tool input. */
const longestAnswer = 400_000;

/**
 * Reads the events of one answer. Words go to `stream` as they come, each citation as `[E3 ¶2]`.
 *
 * @throws BrokenStream where the answer is not whole.
 */
export async function readStream(
  events: AsyncIterable<unknown>,
  sources: readonly ShownSource[],
  stream: (words: string) => void,
): Promise<Answered> {
  const content: Building[] = [];
  let usage: Usage = { input: 0, output: 0 };
  let stopReason: string | null = null;
  let length = 0;
  try {
    for await (const event of events) {
      const type = z.object({ type: z.string() }).parse(event).type;
      if (type === 'message_stop') {
        if (stopReason === null) break;
        return { stopReason, content: content.map(built), usage };
      }
      if (type === 'message_start') {
        const told = read.message_start.parse(event).message.usage;
        usage = { input: told.input_tokens, output: told.output_tokens };
      } else if (type === 'content_block_start') {
        const { type: kind, name = '' } = read.content_block_start.parse(event).content_block;
        content.push({ kind, name, words: '', citations: [] });
      } else if (type === 'content_block_delta') {
        const { delta } = read.content_block_delta.parse(event);
        const block = content.at(-1);
        if (block === undefined) throw new Error('a delta of no block');
        const words = delta.text ?? delta.partial_json ?? '';
        length += words.length;
        if (length > longestAnswer) throw new Error('an answer without end');
        block.words += words;
        if (delta.type === 'text_delta') stream(words);
        if (delta.type === 'citations_delta') {
          block.citations.push(delta.citation);
          stream(placeOf(delta.citation, sources));
        }
      } else if (type === 'message_delta') {
        const { delta, usage: told } = read.message_delta.parse(event);
        stopReason = delta.stop_reason;
        usage = { ...usage, output: told.output_tokens };
      }
    }
  } catch (cause) {
    if (cause instanceof z.ZodError || cause instanceof SyntaxError) {
      throw new BrokenStream('The stream held what is no event of the protocol.', usage, cause);
    }
    throw new BrokenStream('The stream broke off.', usage, cause);
  }
  throw new BrokenStream('The stream ended before the answer did.', usage);
}

type Building = {
  readonly kind: string;
  readonly name: string;
  words: string;
  readonly citations: unknown[];
};

function built({ kind, name, words, citations }: Building): Content {
  return kind === 'tool_use'
    ? { type: 'tool_use', name, input: words }
    : { type: 'text', text: words, citations };
}

/** A citation as the court writes it; nothing where it points at nothing that was sent. */
function placeOf(citation: unknown, sources: readonly ShownSource[]): string {
  const cited = citedBlocks.safeParse(citation);
  if (!cited.success) return '';
  const { document_index: document, start_block_index: start, end_block_index: end } = cited.data;
  const shown = sources[document];
  const passages = shown?.passages.slice(start, end) ?? [];
  const [first] = passages;
  if (shown === undefined || first === undefined) return '';
  const last = passages.at(-1) ?? first;
  const range = last.n === first.n ? `¶${first.n}` : `¶${first.n}-${last.n}`;
  return ` [${shown.source} ${range}]`;
}
