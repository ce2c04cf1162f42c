import { z } from 'zod';

/** What the mock of the Messages API takes, and in what words it refuses the rest. */
const cacheControl = z.strictObject({
  type: z.literal('ephemeral'),
  ttl: z.enum(['5m', '1h']).optional(),
});

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1, 'text content blocks must be non-empty'),
  cache_control: cacheControl.optional(),
});

const document = z.strictObject({
  type: z.literal('document'),
  source: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('content'),
      content: z.union([z.string().min(1), z.array(text).min(1)]),
    }),
    z.strictObject({
      type: z.literal('text'),
      media_type: z.literal('text/plain'),
      data: z.string().min(1),
    }),
  ]),
  title: z.string().max(500).nullable().optional(),
  context: z.string().nullable().optional(),
  citations: z.strictObject({ enabled: z.boolean() }).optional(),
  cache_control: cacheControl.optional(),
});

const block = z.discriminatedUnion('type', [text, document]);

const tool = z.strictObject({
  name: z.string().regex(/^[\w-]{1,64}$/u),
  description: z.string().optional(),
  input_schema: z.looseObject({
    type: z.literal('object'),
    oneOf: z.never('input_schema does not support oneOf at the top level').optional(),
    anyOf: z.never('input_schema does not support anyOf at the top level').optional(),
    allOf: z.never('input_schema does not support allOf at the top level').optional(),
  }),
  cache_control: cacheControl.optional(),
});

const request = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant']),
        content: z.union([
          z.string().min(1, 'text content blocks must be non-empty'),
          z.array(block).min(1),
        ]),
      }),
    )
    .min(1, 'at least one message is required'),
  system: z.union([z.string(), z.array(text)]).optional(),
  tools: z.array(tool).optional(),
  tool_choice: z
    .discriminatedUnion('type', [
      z.strictObject({
        type: z.enum(['auto', 'any']),
        disable_parallel_tool_use: z.boolean().optional(),
      }),
      z.strictObject({ type: z.literal('none') }),
      z.strictObject({
        type: z.literal('tool'),
        name: z.string(),
        disable_parallel_tool_use: z.boolean().optional(),
      }),
    ])
    .optional(),
  output_config: z
    .strictObject({ format: z.looseObject({ type: z.string() }).optional() })
    .optional(),
  metadata: z.strictObject({ user_id: z.string().nullable().optional() }).optional(),
  stop_sequences: z.array(z.string()).optional(),
  temperature: z.number().min(0).max(1).optional(),
  stream: z.boolean().optional(),
});

export type MessagesRequest = z.infer<typeof request>;

export type ReadRequest =
  | { readonly kind: 'read'; readonly request: MessagesRequest }
  | { readonly kind: 'invalid'; readonly message: string };

/**
 * The versions of the API that the header `anthropic-version` may name. The newer one, which the client
 * sends, took sampling parameters and documents in assistant messages away.
 */
export const apiVersions = ['2023-06-01', '2026-10-21'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** Most places of a request that may be marked for caching. */
const mostCachePoints = 4;

/** Reads the body of a request as strictly as the API does: what it does not know it refuses. */
export function readRequest(body: string, version: ApiVersion): ReadRequest {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return invalid('The request body is not valid JSON.');
  }
  const parsed = request.safeParse(json);
  if (!parsed.success) return invalid(parsed.error.issues.map(sentence).join('; '));
  const trouble = crossChecks
    .map((check) => check(parsed.data, version))
    .find((says) => says !== null);
  return trouble === undefined || trouble === null
    ? { kind: 'read', request: parsed.data }
    : invalid(trouble);
}

const invalid = (message: string): ReadRequest => ({ kind: 'invalid', message });

function sentence({ path, message, code, ...issue }: z.core.$ZodIssue): string {
  const at = path.map(String).join('.');
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    const key = [at, String(issue.keys)].filter((part) => part !== '').join('.');
    return `${key}: Extra inputs are not permitted`;
  }
  return `${at}: ${message}`;
}

const blocksOf = ({ messages }: MessagesRequest) =>
  messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));

const documentsOf = (read: MessagesRequest) =>
  blocksOf(read).filter((one) => one.type === 'document');

const cites = (read: MessagesRequest) =>
  documentsOf(read).some(({ citations }) => citations?.enabled === true);

/** What no field tells by itself, each with the sentence of its refusal. */
const crossChecks: readonly ((read: MessagesRequest, version: ApiVersion) => string | null)[] = [
  ({ temperature }, version) =>
    version !== '2023-06-01' && temperature !== undefined
      ? 'temperature: Extra inputs are not permitted'
      : null,
  ({ messages }, version) =>
    version !== '2023-06-01' &&
    messages.some(
      ({ role, content }) =>
        role === 'assistant' &&
        typeof content !== 'string' &&
        content.some(({ type }) => type === 'document'),
    )
      ? 'messages: `document` blocks are not permitted in assistant messages'
      : null,
  ({ messages }) =>
    messages[0]?.role === 'user' ? null : 'messages: first message must use the "user" role',
  ({ messages }) =>
    messages.at(-1)?.role === 'assistant'
      ? 'This model does not support assistant message prefill. The conversation must end with a user message.'
      : null,
  (read) =>
    cites(read) && !documentsOf(read).every(({ citations }) => citations?.enabled === true)
      ? 'Citations must be enabled on all or none of the documents in a request.'
      : null,
  (read) =>
    cites(read) && read.output_config?.format !== undefined
      ? 'Citations cannot be used together with output_config.format.'
      : null,
  (read) => {
    const marked = [...blocksOf(read), ...(read.tools ?? [])].filter(
      ({ cache_control: mark }) => mark !== undefined,
    );
    const system = typeof read.system === 'string' ? [] : (read.system ?? []);
    const points = marked.length + system.filter((one) => one.cache_control !== undefined).length;
    return points > mostCachePoints
      ? `A maximum of ${mostCachePoints} blocks with cache_control may be provided. Found ${points}.`
      : null;
  },
  ({ tools = [], tool_choice: choice }) => {
    if (choice === undefined) return null;
    if (tools.length === 0) return 'tool_choice may only be specified while providing tools.';
    const named = choice.type !== 'tool' || tools.some(({ name }) => name === choice.name);
    return named ? null : 'tool_choice.name: tool not found in provided tools.';
  },
];
