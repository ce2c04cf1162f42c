import Anthropic from '@anthropic-ai/sdk';
import type {
  DocumentBlockParam,
  MessageCreateParamsNonStreaming,
} from '@anthropic-ai/sdk/resources/messages';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startClaudeServer, type ClaudeServer } from './claude-server.ts';

const apiKey = 'sk-test';

async function started(largest?: number): Promise<ClaudeServer> {
  const server = await startClaudeServer({ apiKey, ...(largest === undefined ? {} : { largest }) });
  onTestFinished(() => server.close());
  return server;
}

const clientOf = ({ url }: ClaudeServer, key = apiKey) =>
  new Anthropic({ apiKey: key, baseURL: url, maxRetries: 0, logLevel: 'off' });

const asked = {
  model: 'model-of-the-test',
  max_tokens: 100,
  messages: [{ role: 'user' as const, content: 'Your move.' }],
};

/** A document of one passage. */
const paper = (enabled: boolean): DocumentBlockParam => ({
  type: 'document',
  source: { type: 'content', content: [{ type: 'text', text: 'The pump was late.' }] },
  title: 'E1',
  citations: { enabled },
});

/** What the client of the vendor makes of a request that the mock refuses. */
async function refusalOf(params: object, server?: ClaudeServer, key?: string) {
  const client = clientOf(server ?? (await started()), key);
  // The client types what it takes; the mock is asked what nobody should send.
  const sent = { ...asked, ...params } as unknown as MessageCreateParamsNonStreaming;
  const error: unknown = await client.messages.create(sent).catch((caught: unknown) => caught);
  if (!(error instanceof Anthropic.APIError)) throw new Error('it was not refused');
  return { status: Number(error.status), type: error.type, says: error.apiMessage ?? '' };
}

describe('the mock of the Messages API, before the client of the vendor', () => {
  test('answers whole, and as a stream with the same words, citation and call', async () => {
    const server = await started();
    const answer = {
      do: 'answer',
      text: 'The paper tells when it came.',
      citations: [{ document: 0, start: 0, end: 1 }],
      move: { act: 'pass' },
    } as const;
    server.script(answer, answer);
    const params = {
      ...asked,
      messages: [
        { role: 'user' as const, content: [paper(true), { type: 'text' as const, text: 'So?' }] },
      ],
    };
    const whole = await clientOf(server).messages.create(params);
    const streamed = await clientOf(server).messages.stream(params).finalMessage();
    expect(streamed.content).toMatchObject(whole.content);
    expect(whole).toMatchObject({
      stop_reason: 'tool_use',
      content: [
        {
          type: 'text',
          text: 'The paper tells when it came.',
          citations: [{ type: 'content_block_location', cited_text: 'The pump was late.' }],
        },
        { type: 'tool_use', name: 'move', input: { act: 'pass' } },
      ],
    });
    expect(streamed.usage).toMatchObject({ output_tokens: whole.usage.output_tokens });
  });

  test('passes where nothing was scripted, and keeps what it was asked', async () => {
    const server = await started();
    const { content } = await clientOf(server).messages.create(asked);
    expect(content).toMatchObject([{ type: 'tool_use', input: { act: 'pass' } }]);
    expect(server.requests).toMatchObject([asked]);
  });

  test('takes one key and no other', async () => {
    expect(await refusalOf({}, await started(), 'sk-other')).toMatchObject({
      status: 401,
      type: 'authentication_error',
    });
  });

  test.each(['2020-01-01', null])('refuses version %s of the API', async (version) => {
    const { url } = await started();
    const response = await fetch(`${url}/v1/messages`, {
      method: 'POST',
      headers: {
        'x-api-key': apiKey,
        ...(version === null ? {} : { 'anthropic-version': version }),
      },
      body: JSON.stringify(asked),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('anthropic-version');
  });

  test('knows one path', async () => {
    const { url } = await started();
    expect((await fetch(`${url}/v1/models`)).status).toBe(404);
  });

  const refusals: readonly (readonly [string, object, string])[] = [
    ['a field that it does not know', { mood: 'kind' }, 'mood: Extra inputs are not permitted'],
    ['sampling', { temperature: 0.5 }, 'temperature: Extra inputs are not permitted'],
    ['no messages', { messages: [] }, 'at least one message is required'],
    ['no room', { max_tokens: 0 }, 'max_tokens'],
    [
      'prefill',
      {
        messages: [
          { role: 'user', content: 'Your move.' },
          { role: 'assistant', content: '{"act":' },
        ],
      },
      'must end with a user message',
    ],
    [
      'an assistant that begins',
      {
        messages: [
          { role: 'assistant', content: 'So.' },
          { role: 'user', content: 'So?' },
        ],
      },
      'first message must use the "user" role',
    ],
    [
      'empty text',
      { messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] },
      'text content blocks must be non-empty',
    ],
    [
      'citations on some documents and not on others',
      { messages: [{ role: 'user', content: [paper(true), paper(false)] }] },
      'Citations must be enabled on all or none',
    ],
    [
      'citations and structured output together',
      {
        messages: [{ role: 'user', content: [paper(true)] }],
        output_config: { format: { type: 'json_schema', schema: {} } },
      },
      'output_config.format',
    ],
    [
      'a document of the assistant',
      {
        messages: [
          { role: 'user', content: 'So?' },
          { role: 'assistant', content: [paper(false)] },
          { role: 'user', content: 'And?' },
        ],
      },
      'not permitted in assistant messages',
    ],
    [
      'more than four marks for the cache',
      {
        messages: [
          {
            role: 'user',
            content: Array.from({ length: 5 }, () => ({
              type: 'text',
              text: 'So.',
              cache_control: { type: 'ephemeral' },
            })),
          },
        ],
      },
      'A maximum of 4 blocks with cache_control',
    ],
    ['a choice among no tools', { tool_choice: { type: 'auto' } }, 'while providing tools'],
    [
      'a tool that is not there',
      {
        tools: [{ name: 'move', input_schema: { type: 'object' } }],
        tool_choice: { type: 'tool', name: 'sign' },
      },
      'tool not found',
    ],
    [
      'a union as the whole input of a tool',
      { tools: [{ name: 'move', input_schema: { type: 'object', oneOf: [] } }] },
      'does not support oneOf',
    ],
  ];

  test.each(refusals)('refuses %s', async (_what, params, says) => {
    const refusal = await refusalOf(params);
    expect(refusal).toMatchObject({ status: 400, type: 'invalid_request_error' });
    expect(refusal.says).toContain(says);
  });

  test('refuses a body that is no JSON', async () => {
    const { url } = await started();
    const headers = { 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' };
    const response = await fetch(`${url}/v1/messages`, { method: 'POST', headers, body: '{' });
    expect(response.status).toBe(400);
  });

  test('refuses a body that is too large', async () => {
    const messages = [{ role: 'user', content: 'x'.repeat(10_000) }];
    expect(await refusalOf({ messages }, await started(5_000))).toMatchObject({
      status: 413,
      type: 'request_too_large',
    });
  });

  test('fails as it is told to, once', async () => {
    const server = await started();
    server.script({ do: 'fail', status: 529, type: 'overloaded_error', message: 'Overloaded' });
    expect(await refusalOf({}, server)).toEqual({
      status: 529,
      type: 'overloaded_error',
      says: 'Overloaded',
    });
    expect((await clientOf(server).messages.create(asked)).stop_reason).toBe('tool_use');
  });
});
