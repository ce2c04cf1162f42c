import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { allViewsOfDemo, hearFolder, root, viewsOfDemo } from '../../../test/hear-folder.ts';
import { mindContract } from '../../ports/mind.contract.ts';
import type { SeatView } from '../../ports/mind.ts';
import { lineTerminal } from './line-terminal.ts';
import { humanMind } from './mind.ts';
import type { Terminal } from './terminal.ts';

/** A terminal that answers from a list and keeps what it was told; after the list nobody is there. */
function scriptedTerminal(answers: readonly string[]) {
  const left = [...answers];
  const told: string[] = [];
  const offered: string[][] = [];
  const terminal: Terminal = {
    say: (text) => void told.push(text),
    async askChoice(question, choices) {
      told.push(question);
      offered.push(choices.map(({ value }) => value));
      const said = left.shift() ?? null;
      if (said !== null && !choices.some(({ value }) => value === said)) {
        throw new Error(`«${said}» is not among ${choices.map(({ value }) => value).join(', ')}`);
      }
      return said;
    },
    async askText(question) {
      told.push(question);
      return left.shift() ?? null;
    },
  };
  return { terminal, told, offered, left };
}

const concession = ['concede', 'breach', 'We give it up.'];

mindContract('human', viewsOfDemo, {
  open: async (view) =>
    humanMind(
      scriptedTerminal(
        view.lawful.includes('concede')
          ? [...concession, ...concession, 'leave']
          : view.lawful.includes('pass')
            ? ['pass', 'pass']
            : ['leave'],
      ).terminal,
    ),
});

async function viewOf(seat: SeatView['seat'], act: string): Promise<SeatView> {
  const views = await viewsOfDemo();
  const view = views.find((one) => one.seat === seat && one.lawful.some((open) => open === act));
  if (view === undefined) throw new Error(`no ${seat} was asked to ${act}`);
  return view;
}

async function play(answers: readonly string[], view: SeatView) {
  const { terminal, told, offered, left } = scriptedTerminal(answers);
  const answer = await humanMind(terminal).next(view, () => undefined);
  expect(left).toEqual([]);
  return { ...answer, told, offered };
}

describe('a person on turn', () => {
  test('is told who sits and which phase it is, and chooses among the lawful acts', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const { move, told, offered } = await play(['pass'], view);
    expect(told[0]).toBe("Claimant's counsel, it is your turn (Argument).");
    expect(offered[0]?.toSorted()).toEqual([...view.lawful, 'leave', '<'].toSorted());
    expect(move).toEqual({ act: 'pass' });
  });

  test('is told what the court refused', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const refusals = [{ rule: 'GT5', at: [], says: 'E3 does not say that.' }];
    const { told } = await play(['pass'], { ...view, refusals });
    expect(told[0]).toBe('Refused: GT5: E3 does not say that.');
  });

  test('is spoken to in the language of the court', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const { told } = await play(['pass'], { ...view, language: 'es' });
    expect(told).toContain('¿Qué hace?');
  });

  test('leaves the seat, or goes away, at any question', async () => {
    const view = await viewOf('prosecutor', 'argue');
    expect(await play(['leave'], view)).toMatchObject({ move: null, leaves: true });
    expect(await play([], view)).toMatchObject({ move: null, leaves: true });
    expect(await play(['argue', 'issue breach'], view)).toMatchObject({ leaves: true });
    expect(await play(['argue', 'issue breach', 'proved', 'document', 'E3'], view)).toMatchObject({
      leaves: true,
    });
  });

  test('may go back from any question to the choice of the act', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const { move } = await play(
      ['argue', 'issue breach', '<', 'concede', 'breach', '<', 'pass'],
      view,
    );
    expect(move).toEqual({ act: 'pass' });
  });

  test('must find words where words are needed, and not too many', async () => {
    const view = await viewOf('prosecutor', 'close');
    const { move, told } = await play(['close', ' ', 'x'.repeat(4_001), 'close', 'We rest.'], view);
    expect(told).toContain('Words are needed.');
    expect(told).toContain('Refused: MV4: «proposal.text» is too long: at most 4000.');
    expect(move).toMatchObject({
      act: 'close',
      proposal: { kind: 'procedural', role: 'prosecutor', text: 'We rest.' },
    });
  });
});

describe('what an act needs', () => {
  test('argue: issue, side, kind of argument, passage by search, exact words, who, words', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const quote = 'We fitted the K9 and not the K18.';
    const exhibit = view.state.exhibits.get('E3');
    const start = exhibit?.text.prose.indexOf(quote) ?? -1;
    const passage = exhibit?.numbered.find((one) => one.start <= start && start < one.end);
    const n = String(passage?.n);
    const { move, told } = await play(
      ['argue', 'issue breach', 'proved', 'admission', 'E3', 'zebra', 'fitted k9', n].concat([
        'We fitted the K7.',
        quote,
        '.',
        'Embergrove',
        'It fitted another heater.',
      ]),
      view,
    );
    expect(told).toContain('No passage holds that.');
    expect(told).toContain('The passage does not say that, word for word.');
    expect(move).toEqual({
      act: 'argue',
      proposal: {
        kind: 'fact',
        role: 'prosecutor',
        text: 'It fitted another heater.',
        anchors: [{ source: 'E3', start, end: start + quote.length, quote }],
        scheme: 'admission',
        bindings: { party: 'Embergrove' },
        conclusion: { about: 'element', element: 'breach', position: 'proved' },
      },
    });
  });

  test('argue: a whole passage by its number, and law as law', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const [article] = view.state.law.values();
    const source = article?.source ?? '';
    const { move } = await play(
      ['argue', 'issue breach', 'proved', 'rule', source, '1', '', '.', 'the code', 'It says so.'],
      view,
    );
    expect(move).toMatchObject({
      proposal: { kind: 'law', anchors: [{ source, start: 0, quote: article?.text }] },
    });
  });

  test('argue and raise-question: a critical question to a statement of the other side', async () => {
    const views = (await viewsOfDemo()).filter(({ lawful }) => lawful.includes('raise-question'));
    const view = views.find(({ state }) => state.statements.size > 2) ?? views[0];
    if (view === undefined) throw new Error('nobody argued');
    const made = [...view.state.statements.values()].find(
      ({ seat, conclusion }) => seat !== view.seat && conclusion.about === 'element',
    );
    if (made === undefined) return;
    const questions = view.state.constitution?.profile.schemes.find(({ id }) => id === made.scheme);
    const question = questions?.questions[0]?.id ?? '';
    const { move } = await play(['raise-question', made.statement, question, '.', 'Why?'], view);
    expect(move).toMatchObject({
      act: 'raise-question',
      statement: made.statement,
      question,
      proposal: { scheme: 'challenge', bindings: { question }, anchors: [] },
    });
    const argued = await play(
      ['argue', `statement ${made.statement}`, question, '.', 'It does not count.'],
      view,
    );
    expect(argued.move).toMatchObject({
      proposal: { conclusion: { about: 'statement', statement: made.statement, question } },
    });
  });

  test('answer-question: one that was put to an own statement', async () => {
    const view = await viewOf('prosecutor', 'argue');
    const [passage] = view.state.exhibits.get('E3')?.numbered ?? [];
    const said = [...view.state.statements.values()].find(
      ({ seat, scheme }) => seat === 'prosecutor' && scheme === 'document',
    );
    if (said === undefined) throw new Error('nobody rested on a document');
    const own = { ...said, statement: 'S90' };
    const asked = {
      statement: 'S90',
      question: 'authentic',
      by: 'defender',
      text: { prose: 'Who wrote it?' },
      anchors: [],
    } as const;
    const state = {
      ...view.state,
      statements: new Map(view.state.statements).set('S90', own),
      criticalQuestions: [asked],
    };
    const { move } = await play(['answer-question', '0', 'E3', '1', '', '.', 'The supplier did.'], {
      ...view,
      state,
    });
    expect(move).toMatchObject({
      act: 'answer-question',
      proposal: {
        anchors: [{ source: 'E3', start: passage?.start }],
        conclusion: { about: 'statement', statement: 'S90', question: 'authentic' },
      },
    });
  });

  test('offer: exhibits one by one, and words', async () => {
    const view = (await allViewsOfDemo()).find(({ lawful }) => lawful.includes('offer'));
    if (view === undefined) throw new Error('nobody was asked to offer');
    const filed = [...view.state.exhibits.values()].filter(
      ({ standing }) => standing.kind === 'filed',
    );
    const [one = '', other = ''] = filed.map(({ exhibit }) => exhibit);
    const { move } = await play(['offer', one, other, '.', 'We offer these.'], view);
    expect(move).toEqual({ act: 'offer', exhibits: [one, other], text: 'We offer these.' });
  });

  test('object: an offered exhibit, or the question just asked, on a ground that fits', async () => {
    const view = (await allViewsOfDemo()).find(({ lawful }) => lawful.includes('object'));
    if (view === undefined) throw new Error('nobody was asked to object');
    const { hearing } = view.state;
    if (hearing.state !== 'in-session') throw new Error('no session');
    const offered = [...view.state.exhibits.values()].find(
      ({ standing }) => standing.kind === 'offered',
    );
    const pending = { kind: 'objection-open', seat: 'defender' } as const;
    const at = (to: 'offer' | 'question') => ({
      ...view,
      state: { ...view.state, hearing: { ...hearing, pending: { ...pending, to } } },
    });
    const exhibit = offered?.exhibit ?? '';
    const papers = await play(
      ['object', exhibit, 'relevance', 'It bears on nothing.'],
      at('offer'),
    );
    expect(papers.move).toEqual({
      act: 'object',
      exhibit,
      ground: 'relevance',
      text: 'It bears on nothing.',
    });
    const question = await play(['object', 'leading', 'It leads.'], at('question'));
    expect(question.move).toMatchObject({ exhibit: null, ground: 'leading' });
  });

  test('rule: whether it stands, and why', async () => {
    const view = await viewOf('judge', 'rule');
    const { move, told } = await play(['rule', 'sustained', 'It bears on nothing.'], view);
    expect(told.some((line) => line.startsWith('O1 ('))).toBe(true);
    expect(move).toEqual({ act: 'rule', overruled: false, text: 'It bears on nothing.' });
  });

  test('reweigh: a statement that has a weight, the new one, and why', async () => {
    const view = await viewOf('judge', 'reweigh');
    const weighed = [...view.state.statements.values()].filter(({ weight }) => weight !== null);
    const [first] = weighed;
    const statement = first?.statement ?? '';
    const { move, told, offered } = await play(
      ['reweigh', statement, 'little', 'The ink is fresh.'].concat([
        'reweigh',
        statement,
        '0,25',
        'The ink is fresh.',
      ]),
      view,
    );
    expect(told).toContain('breach: proved');
    expect(told).toContain('Refused: MV2: «value» is needed, as a number.');
    expect(offered[1]).toEqual([...weighed.map((one) => one.statement), '<']);
    expect(move).toEqual({ act: 'reweigh', statement, value: 0.25, text: 'The ink is fresh.' });
    expect(await play(['reweigh', '<', 'draft'], view)).toMatchObject({ move: { act: 'draft' } });
  });

  test('examine: a witness whose statement is admitted, an issue or none, and the question', async () => {
    const views = (await viewsOfDemo()).filter(({ lawful }) => lawful.includes('examine'));
    const view = views[0];
    const witness = view?.state.witnesses[0];
    if (view === undefined || witness === undefined) throw new Error('no witness');
    const exhibits = new Map(view.state.exhibits);
    const own = exhibits.get(witness.exhibit);
    if (own === undefined) throw new Error('no statement');
    exhibits.set(witness.exhibit, { ...own, standing: { kind: 'admitted' } });
    const seen = { ...view, state: { ...view.state, exhibits } };
    const asked = { witness: witness.name.prose, exhibit: witness.exhibit, text: 'What was it?' };
    const about = await play(['examine', witness.witness, 'breach', 'What was it?'], seen);
    expect(about.move).toEqual({ act: 'examine', element: 'breach', ...asked });
    const open = await play(['cross-examine', witness.witness, '.', 'What was it?'], seen);
    expect(open.move).toEqual({ act: 'cross-examine', element: null, ...asked });
  });

  test('answer: from the own statement and no other, or without a passage', async () => {
    const view = await viewOf('witness', 'answer');
    const own = view.state.questions.at(-1)?.exhibit ?? '';
    const silent = await play(['answer', 'I do not know.', '.'], view);
    expect(silent.move).toMatchObject({ proposal: { kind: 'procedural', anchors: [] } });
    const { move, offered } = await play(
      ['answer', 'It was so.', own, '2', '', '.', 'proved'],
      view,
    );
    expect(offered[1]).toEqual(['.', own, '<']);
    expect(move).toMatchObject({
      proposal: { kind: 'fact', role: 'witness', scheme: 'testimony', anchors: [{ source: own }] },
    });
    const neither = await play(['answer', 'It was so.', own, '2', '', '.', '.'], view);
    expect(neither.move).toMatchObject({ proposal: { conclusion: { about: 'nothing' } } });
  });
});

describe('a hearing with a person in it', () => {
  test('goes on over a pipe: refused, told, tried again, and left', async () => {
    const input = new PassThrough();
    const lines: string[] = [];
    const terminal = lineTerminal(input, (text) => void lines.push(text));
    // Statements of case: concede a point that is not the side's, go back, state the case; then leave.
    input.write('state-case\nWe deny it.\r\nnonsense\n99\npa');
    input.end('ss\nleave\n');
    const { state } = await hearFolder(`${root}cases/greenhouse-heater`, (seat) =>
      seat === 'defender' ? humanMind(terminal) : undefined,
    );
    expect(lines.join('')).toContain("Respondent's counsel, it is your turn (Statements of case).");
    expect(state.seats.get('defender')).toMatchObject({ actor: 'mind', mind: 'offline' });
    const said = [...state.statements.values()].find(({ seat }) => seat === 'defender');
    expect(said?.text.prose).toBe('We deny it.');
    expect(state.draft).not.toBeNull();
  });
});
