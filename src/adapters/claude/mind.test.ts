import { describe, expect, onTestFinished, test } from 'vitest';
import { viewsOfDemo } from '../../../test/hear-folder.ts';
import { mindContract } from '../../ports/mind.contract.ts';
import { MindFault, type Mind, type SeatView } from '../../ports/mind.ts';
import type { MockAnswer } from '../mocks/claude-answer.ts';
import {
  overloaded,
  startClaudeServer,
  type Behaviour,
  type ClaudeServer,
} from '../mocks/claude-server.ts';
import { claudeMind } from './mind.ts';
import { usualClaude, type ClaudeSettings } from './settings.ts';

const apiKey = 'sk-test';

async function server(usual?: () => MockAnswer): Promise<ClaudeServer> {
  const started = await startClaudeServer({ apiKey, ...(usual === undefined ? {} : { usual }) });
  onTestFinished(() => started.close());
  return started;
}

/** A mind before this server that notes its waits and does not wait. */
function mindAt({ url }: Pick<ClaudeServer, 'url'>, changed: Partial<ClaudeSettings> = {}) {
  const waits: number[] = [];
  const settings = { ...usualClaude, apiKey, baseURL: url, model: 'model-of-the-test', ...changed };
  const patience = {
    sleep: async (milliseconds: number) => void waits.push(milliseconds),
    random: () => 0.5,
  };
  return { mind: claudeMind(settings, patience), waits };
}

async function viewOf(seat: SeatView['seat'], act: string): Promise<SeatView> {
  const views = await viewsOfDemo();
  const view = views.find((one) => one.seat === seat && one.lawful.some((open) => open === act));
  if (view === undefined) throw new Error(`no ${seat} was asked to ${act}`);
  return view;
}

async function ask(mind: Mind, view: SeatView) {
  const words: string[] = [];
  const answer = await mind.next(view, (piece) => words.push(piece));
  return { ...answer, words: words.join('') };
}

async function faultOf(mind: Mind, view: SeatView): Promise<MindFault> {
  const fault: unknown = await mind.next(view, () => undefined).catch((error: unknown) => error);
  if (!(fault instanceof MindFault)) throw new Error(`no fault but ${JSON.stringify(fault)}`);
  return fault;
}

const argument = (proposal: object = {}) => ({
  act: 'argue',
  proposal: {
    kind: 'fact',
    text: 'The supplier fitted another heater.',
    anchors: [{ source: 'E3', passage: 7, quote: 'We fitted the K9 and not the K18.' }],
    scheme: 'admission',
    bindings: { party: 'Embergrove' },
    conclusion: { about: 'element', element: 'breach', position: 'proved' },
    ...proposal,
  },
});

mindContract('claude', viewsOfDemo, {
  async open(view) {
    const { url } = await server(() => ({
      text: 'I am asked.',
      move: view.lawful.includes('argue') ? argument() : { act: view.lawful[0] },
    }));
    return mindAt({ url }).mind;
  },
  async broken() {
    const started = await server();
    started.script(overloaded, overloaded, overloaded, overloaded);
    return mindAt(started).mind;
  },
});

describe('a turn of the model', () => {
  test('comes as a move by tool, with offsets where the quote stands in its passage', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const quote = 'We fitted the K9 and not the K18.';
    const exhibit = view.state.exhibits.get('E3');
    const start = exhibit?.text.prose.indexOf(quote) ?? -1;
    const passage = exhibit?.numbered.find((one) => one.start <= start && start < one.end)?.n;
    expect(passage).toBeGreaterThan(1);
    const anchors = [{ source: 'E3', passage, quote }];
    const { url } = await server(() => ({ move: argument({ anchors }) }));
    const { move } = await ask(mindAt({ url }).mind, view);
    expect(move).toMatchObject({
      act: 'argue',
      proposal: {
        role: 'prosecutor',
        anchors: [{ source: 'E3', start, end: start + quote.length }],
      },
    });
  });

  test('streams its words, each citation as a place of the record', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const started = await server(() => ({
      text: 'The supplier wrote which heater it was',
      citations: [
        { document: 2, start: 6, end: 7 },
        { document: 2, start: 1, end: 3 },
        { document: 999, start: 0, end: 1 },
      ],
      move: { act: 'pass' },
    }));
    const { words, move } = await ask(mindAt(started).mind, view);
    expect(words).toBe('The supplier wrote which heater it was [E3 ¶7] [E3 ¶2-3]');
    expect(move).toEqual({ act: 'pass' });
  });

  test('is told for the record: model, brief, prompt, the answer as it came, tokens', async () => {
    const started = await server(() => ({ text: 'So be it.', move: { act: 'pass' } }));
    const { mind } = mindAt(started);
    const view = await viewOf('prosecutor', 'argue');
    const { call } = await ask(mind, view);
    expect(call).toMatchObject({ mind: 'claude', model: 'model-of-the-test', brief: '1' });
    expect(call?.promptSha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(call?.usage.input).toBeGreaterThan(1_000);
    expect(JSON.parse(call?.answer ?? '')).toEqual({
      stop_reason: 'tool_use',
      content: [
        { type: 'text', text: 'So be it.', citations: [] },
        { type: 'tool_use', name: 'move', input: '{"act":"pass"}' },
      ],
    });
    expect((await ask(mind, view)).call?.promptSha256).toBe(call?.promptSha256);
    const other = await ask(mind, { ...view, notes: 'Another note.' });
    expect(other.call?.promptSha256).not.toBe(call?.promptSha256);
  });
});

describe('what the model is shown', () => {
  test('is one document for each source, a block for each passage, all with citations', async () => {
    const started = await server();
    const view = await viewOf('prosecutor', 'argue');
    await ask(mindAt(started).mind, view);
    const [request] = started.requests;
    const content = request?.messages[0]?.content ?? [];
    if (typeof content === 'string') throw new Error('no blocks');
    const documents = content.filter((block) => block.type === 'document');
    expect(documents).toHaveLength(view.state.exhibits.size + view.state.law.size);
    expect(documents.every(({ citations }) => citations?.enabled === true)).toBe(true);
    expect(documents.filter((block) => block.cache_control !== undefined)).toEqual([
      documents.at(-1),
    ]);
    const blocks = documents[2]?.source.type === 'content' ? documents[2].source.content : [];
    expect(blocks).toHaveLength(view.state.exhibits.get('E3')?.numbered.length ?? -1);
    expect(request?.system).toEqual([{ type: 'text', text: view.brief.text }]);
  });

  test('never holds an excluded exhibit, nor the notes of another seat', async () => {
    const started = await server();
    const view = await viewOf('defender', 'argue');
    const excluded = view.state.exhibits.get('E10');
    if (excluded === undefined) throw new Error('no E10');
    const standing = { kind: 'excluded', because: 'It bears on nothing.' } as const;
    const exhibits = new Map(view.state.exhibits).set('E10', { ...excluded, standing });
    await ask(mindAt(started).mind, { ...view, state: { ...view.state, exhibits } });
    const sent = JSON.stringify(started.requests);
    expect(sent).not.toContain('SYSTEM MESSAGE TO THE JUDGE');
    expect(sent).toContain('The roof vent is the best point');
    expect(sent).not.toContain('heart of the case');
  });

  test('is for a witness the question and the own statement, and nothing else', async () => {
    const started = await server();
    const view = await viewOf('witness', 'answer');
    await ask(mindAt(started).mind, view);
    const content = started.requests[0]?.messages[0]?.content ?? [];
    if (typeof content === 'string') throw new Error('no blocks');
    const own = view.state.questions.at(-1)?.exhibit ?? '';
    expect(content.filter(({ type }) => type === 'document')).toMatchObject([
      { context: `source ${own}` },
    ]);
    expect(JSON.stringify(content)).not.toContain('## Statements');
  });

  test('tells why the last try was refused', async () => {
    const started = await server();
    const view = await viewOf('prosecutor', 'argue');
    const refusals = [{ rule: 'GT5', at: ['anchors', 0, 'quote'], says: 'E3 does not say that.' }];
    await ask(mindAt(started).mind, { ...view, refusals });
    expect(JSON.stringify(started.requests)).toContain('E3 does not say that.');
  });

  test('has no citations where the model knows none', async () => {
    const started = await server();
    const view = await viewOf('prosecutor', 'argue');
    await ask(mindAt(started, { citations: false }).mind, view);
    expect(JSON.stringify(started.requests)).not.toContain('"enabled":true');
  });
});

describe('an answer that is no move', () => {
  const answers: readonly (readonly [string, string, MockAnswer])[] = [
    ['no call at all', 'MV1', { text: 'I pass.', move: null }],
    ['an input that is no JSON', 'MV1', { move: null, rawMove: '{"act": "pass' }],
    ['an input that is empty', 'MV1', { move: null, rawMove: '' }],
    ['an act that nobody has', 'MV1', { move: { act: 'sign' } }],
    ['a field of the wrong kind', 'MV2', { move: argument({ kind: 'order' }) }],
    ['the voice of another seat', 'MV3', { move: argument({ role: 'judge' }) }],
    [
      'a passage that there is not',
      'MV6',
      { move: argument({ anchors: [{ source: 'E3', passage: 99, quote: 'x' }] }) },
    ],
    ['an act of another seat', 'MV7', { move: { act: 'deliberate' } }],
  ];

  test.each(answers)('%s is refused by %s and told, with the call', async (_what, rule, answer) => {
    const started = await server(() => answer);
    const view = await viewOf('prosecutor', 'argue');
    const { move, refusals, call } = await ask(mindAt(started).mind, view);
    expect(move).toBeNull();
    expect(refusals).toMatchObject([{ rule }]);
    expect(call?.mind).toBe('claude');
    expect(started.requests).toHaveLength(1);
  });

  test('[MV8] the very move that was refused is not put again', async () => {
    const { mind } = mindAt(await server(() => ({ move: argument() })));
    const view = await viewOf('prosecutor', 'argue');
    const first = await ask(mind, view);
    const refusals = [{ rule: 'GT5', at: [], says: 'No.' }];
    const again = await ask(mind, { ...view, refusals });
    expect(first.move).not.toBeNull();
    expect(again).toMatchObject({ move: null, refusals: [{ rule: 'MV8' }] });
  });
});

describe('what passes by itself', () => {
  const failures: readonly (readonly [string, Behaviour])[] = [
    ['overload', overloaded],
    ['a rate limit', { do: 'fail', status: 429, type: 'rate_limit_error' }],
    ['an internal error', { do: 'fail', status: 500, type: 'api_error' }],
    ['an error in the midst of the stream', { do: 'fail-midway', type: 'overloaded_error' }],
    ['a connection that breaks', { do: 'cut', how: 'connection' }],
    ['a stream without its end', { do: 'cut', how: 'end' }],
    ['an event that is no JSON', { do: 'garbage', data: '{"type": "content_block_' }],
    ['an event of another shape', { do: 'garbage', data: '{"type":"content_block_delta"}' }],
    ['an event that is none', { do: 'garbage', data: '17' }],
    [
      'an answer without room',
      { do: 'answer', move: null, rawMove: '{"act', stopReason: 'max_tokens' },
    ],
  ];

  test.each(failures)('%s is tried again, and the answer counts', async (_what, failure) => {
    const started = await server();
    started.script(failure, failure);
    const { mind, waits } = mindAt(started);
    const { move } = await ask(mind, await viewOf('prosecutor', 'argue'));
    expect(move).toEqual({ act: 'pass' });
    expect(waits).toEqual([750, 1_500]);
    expect(started.requests).toHaveLength(3);
  });

  test.each(failures)('%s without end is a fault that may pass', async (_what, failure) => {
    const started = await server();
    started.script(failure, failure, failure, failure);
    const { mind, waits } = mindAt(started);
    const fault = await faultOf(mind, await viewOf('prosecutor', 'argue'));
    expect(fault).toMatchObject({ mind: 'claude', retryable: true });
    expect(waits).toEqual([750, 1_500, 3_000]);
  });

  test('the wait is the one that the API asks for', async () => {
    const started = await server();
    started.script({ do: 'fail', status: 429, type: 'rate_limit_error', retryAfter: 7 });
    const { mind, waits } = mindAt(started);
    await ask(mind, await viewOf('prosecutor', 'argue'));
    expect(waits).toEqual([7_250]);
  });

  test('nobody waits longer than a minute', async () => {
    const started = await server();
    started.script({ do: 'fail', status: 429, type: 'rate_limit_error', retryAfter: 3_600 });
    const { mind, waits } = mindAt(started);
    const fault = await faultOf(mind, await viewOf('prosecutor', 'argue'));
    expect(fault).toMatchObject({ retryable: true });
    expect(waits).toEqual([]);
  });

  test.each(['headers', 'stream'] as const)('silence in the %s ends the call', async (where) => {
    const started = await server();
    started.script({ do: 'slow', milliseconds: 60_000, where });
    const timeouts = { silence: 300, call: 30_000 };
    const { move } = await ask(mindAt(started, { timeouts }).mind, await viewOf('judge', 'open'));
    expect(started.requests).toHaveLength(2);
    expect(move).toBeNull();
  });

  test('a server that is not there is a fault', async () => {
    const fault = await faultOf(
      mindAt({ url: 'http://127.0.0.1:9' }).mind,
      await viewOf('judge', 'open'),
    );
    expect(fault).toMatchObject({ message: 'The model cannot be reached.', retryable: true });
  });

  test('tokens of tries that came to nothing are counted', async () => {
    const started = await server();
    const view = await viewOf('prosecutor', 'argue');
    const { mind } = mindAt(started);
    const once = (await ask(mind, view)).call?.usage.input ?? 0;
    started.script({ do: 'cut', how: 'end' });
    expect((await ask(mind, view)).call?.usage.input).toBe(2 * once);
  });
});

describe('what does not pass', () => {
  test.each([
    [400, 'invalid_request_error'],
    [401, 'authentication_error'],
    [403, 'permission_error'],
    [404, 'not_found_error'],
    [413, 'request_too_large'],
  ])('%i %s is a fault at once, in the words of the API', async (status, type) => {
    const started = await server();
    started.script({ do: 'fail', status, type, message: 'Not like this.' });
    const { mind, waits } = mindAt(started);
    const fault = await faultOf(mind, await viewOf('prosecutor', 'argue'));
    expect(fault.message).toBe(`The model’s API answered ${status} ${type}: Not like this.`);
    expect(fault.retryable).toBe(false);
    expect(waits).toEqual([]);
  });

  test('a model that declines is a fault, and its call is told', async () => {
    const started = await server(() => ({ text: 'I cannot.', move: null, stopReason: 'refusal' }));
    const { mind } = mindAt(started);
    const fault = await faultOf(mind, await viewOf('prosecutor', 'argue'));
    expect(fault).toMatchObject({ message: 'The model declined to answer.', retryable: false });
    expect(fault.call).toMatchObject({ mind: 'claude', model: 'model-of-the-test' });
    expect(started.requests).toHaveLength(1);
  });
});
