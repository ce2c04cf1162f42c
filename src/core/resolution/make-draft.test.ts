import { describe, expect, test } from 'vitest';
import {
  accepted,
  argued,
  caseOf,
  constituted,
  filedCase,
  issue,
  price,
  promiseShown,
  promised,
  questioned,
  said,
} from '../../../test/small-case.ts';
import { noCase } from '../case/case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import type { Draft } from './draft.ts';
import { makeDraft } from './make-draft.ts';

function draftOf(...events: readonly CaseEvent[]): Draft {
  const made = makeDraft(caseOf(...events));
  const [draft] = made.kind === 'decided' ? made.events : [];
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

const notPromised = { about: 'element', element: 'promise', position: 'not-proved' } as const;
const on = (question: string) => ({ about: 'statement', statement: 'S1', question }) as const;
test('[DR1] without a court, a filing and the issues there is no draft', () => {
  for (const state of [noCase, caseOf(constituted()), caseOf(...filedCase.slice(0, 2))]) {
    expect(makeDraft(state)).toMatchObject({ kind: 'refused', refusals: [{ rule: 'DR1' }] });
  }
});

describe('each issue', () => {
  const issueOf = (...events: readonly CaseEvent[]) => {
    const [first] = draftOf(...events).issues;
    if (first === undefined) throw new Error('no issue');
    return first;
  };

  test('is proved, and the argument is told with its passage, class and weight', () => {
    expect(issueOf(...promiseShown)).toMatchObject({
      element: 'promise',
      outcome: 'proved',
      goesAgainst: null,
      weights: { proved: 0.6, notProved: 0 },
      arguments: [
        {
          statement: 'S1',
          position: 'proved',
          means: [{ place: 'E2 ¶1', quote: promised.quote }],
          class: 'witness',
          weight: 0.6,
          fate: 'relied-on',
          open: [],
        },
      ],
    });
  });

  test('goes against who bears the burden where nobody offered anything', () => {
    expect(issueOf(...argued())).toMatchObject({
      outcome: 'no-evidence',
      goesAgainst: 'prosecutor',
      search: null,
    });
  });

  test('says what was looked for in vain, and what came nearest', () => {
    const searched = (nearest: boolean): CaseEvent => ({
      type: 'search-reported',
      data: {
        element: 'promise',
        words: ['date'],
        passages: 4,
        nearest: nearest
          ? { source: 'E3', start: accepted.start, end: accepted.end, quote: { prose: 'x' } }
          : null,
      },
    });
    expect(issueOf(...argued(), searched(true)).search).toEqual({
      words: ['date'],
      passages: 4,
      nearest: { place: 'E3 ¶2', quote: 'x' },
    });
    expect(issueOf(...argued(), searched(false)).search?.nearest).toBeNull();
  });

  test('names what bears on it, for whom is left open, and rests nothing on that', () => {
    const passage = { source: 'E3', start: accepted.start, end: accepted.end };
    const noted: CaseEvent = {
      type: 'passages-noted',
      data: { element: 'promise', passages: [{ ...passage, quote: { prose: 'x' } }] },
    };
    expect(issueOf(...argued(), noted)).toMatchObject({
      outcome: 'no-evidence',
      noted: [{ place: 'E3 ¶2', quote: 'x' }],
    });
    expect(issueOf(...argued())).toMatchObject({ noted: [] });
  });

  test('is not proved where the contrary weighs as much', () => {
    const against = said('S2', [accepted], { seat: 'defender', conclusion: notPromised });
    expect(issueOf(...promiseShown, against)).toMatchObject({
      outcome: 'not-proved',
      goesAgainst: 'prosecutor',
      arguments: [{ fate: 'outweighed' }, { position: 'not-proved', fate: 'outweighed' }],
    });
  });

  test('an undercut, an unanswered and a weightless argument are not counted', () => {
    const exception = said('S2', [price], {
      seat: 'defender',
      conclusion: on('contradicted'),
      weight: null,
    });
    expect(issueOf(...promiseShown, exception).arguments).toMatchObject([
      { fate: 'undercut', weight: 0 },
    ]);
    expect(issueOf(...promiseShown, questioned('authentic')).arguments).toMatchObject([
      { fate: 'unanswered', open: ['authentic'], questions: [{ question: 'authentic' }] },
    ]);
    const answer = said('S2', [price], { conclusion: on('authentic'), weight: null });
    expect(issueOf(...promiseShown, questioned('authentic'), answer).arguments).toMatchObject([
      { fate: 'relied-on', open: [] },
    ]);
    expect(issueOf(...argued(), said('S1', [promised], { weight: null })).arguments).toMatchObject([
      { fate: 'weightless', class: '', because: '' },
    ]);
  });

  test('names the articles that it rests on', () => {
    const law = [{ work: 'small-code', article: '2' }];
    const resting = issue('promise', 'prosecutor', { law });
    expect(issueOf(...argued(), resting).law).toEqual(['small-code 2']);
  });

  test('is conceded', () => {
    const conceded: CaseEvent = {
      type: 'element-conceded',
      data: {
        element: 'promise',
        position: 'proved',
        by: 'defender',
        text: { prose: 'We give it up.' },
      },
    };
    expect(issueOf(...argued(), conceded)).toMatchObject({
      outcome: 'proved',
      conceded: true,
      arguments: [],
    });
    expect(draftOf(...argued(), conceded).completeness).toEqual([]);
  });
});

describe('every exhibit is used or set aside, with the reason', () => {
  const uses = (...events: readonly CaseEvent[]) =>
    draftOf(...events).exhibits.map(({ exhibit: id, use }) => [id, use]);

  test('relied on, weighed, never cited, a pleading', () => {
    const against = said('S2', [accepted], {
      seat: 'defender',
      conclusion: notPromised,
      weight: { class: 'hearsay', value: 0.25, because: '' },
    });
    expect(uses(...promiseShown, against)).toEqual([
      ['E1', 'pleading'],
      ['E2', 'relied-on'],
      ['E3', 'not-preferred'],
      ['E4', 'never-cited'],
    ]);
  });

  test('an exhibit that takes an argument out of play is used', () => {
    const exception = said('S2', [accepted], {
      seat: 'defender',
      conclusion: on('contradicted'),
      weight: null,
    });
    expect(uses(...promiseShown, exception)).toEqual([
      ['E1', 'pleading'],
      ['E2', 'not-preferred'],
      ['E3', 'relied-on'],
      ['E4', 'never-cited'],
    ]);
  });

  test('excluded with the reason of the ruling; what was never offered is a gap', () => {
    const draft = draftOf(...filedCase, {
      type: 'exhibit-excluded',
      data: { exhibit: 'E2', reason: { prose: 'stolen' } },
    });
    expect(draft.exhibits[1]).toMatchObject({ use: 'excluded', detail: 'stolen' });
    expect(draft.completeness).toEqual([
      { kind: 'not-offered', about: 'E3' },
      { kind: 'not-offered', about: 'E4' },
    ]);
    const offered = draftOf(...filedCase, {
      type: 'exhibit-offered',
      data: { exhibits: ['E3'], by: 'prosecutor', text: { prose: 'This.' } },
    });
    expect(offered.exhibits[2]?.use).toBe('not-offered');
  });

  test('a remark on an exhibit is no use of it', () => {
    const remark = said('S2', [accepted], { conclusion: { about: 'nothing' } });
    expect(draftOf(...promiseShown, remark).exhibits[2]).toMatchObject({
      use: 'never-cited',
      statements: [],
    });
  });
});

describe('the rest of a draft', () => {
  test('facts are found where their element is proved, each with its means', () => {
    const against = said('S2', [accepted], {
      seat: 'defender',
      conclusion: notPromised,
      weight: { class: 'hearsay', value: 0.25, because: '' },
    });
    expect(draftOf(...promiseShown, against).factsFound).toEqual([
      {
        element: 'promise',
        statement: 'S1',
        text: 'S1 says so.',
        means: [{ place: 'E2 ¶1', quote: promised.quote }],
      },
    ]);
    expect(draftOf(...argued()).factsFound).toEqual([]);
  });

  test('allegations are answered under the issues that they speak of', () => {
    const stray: CaseEvent = {
      type: 'allegation-noted',
      data: {
        n: 2,
        text: { prose: 'It rained' },
        exhibit: 'E1',
        start: 0,
        end: 9,
        elements: ['rain'],
      },
    };
    const draft = draftOf(...promiseShown, stray);
    expect(draft.allegations).toMatchObject([
      { n: 1, place: 'E1 ¶1', answers: [{ element: 'promise', outcome: 'proved' }] },
      { n: 2, answers: [] },
    ]);
    expect(draft.completeness).toEqual([{ kind: 'unanswered', about: '2' }]);
  });

  test('objections are told once ruled upon, rejections with their rules, seats with their minds', () => {
    const objection = (n: number, against: 'exhibit' | 'question'): CaseEvent => ({
      type: 'objection-made',
      data: {
        objection: `O${n}`,
        by: 'defender',
        against:
          against === 'exhibit'
            ? { kind: 'exhibit', exhibit: 'E4' }
            : { kind: 'question', question: 'Q1' },
        ground: n === 1 ? 'leading' : 'a ground of another profile',
        text: { prose: 'Why?' },
      },
    });
    const ruled = (n: number): CaseEvent => ({
      type: 'objection-ruled',
      data: { objection: `O${n}`, overruled: true, reason: { prose: 'It stands.' } },
    });
    const call = (seat: 'judge' | 'defender', model: string): CaseEvent => ({
      type: 'mind-called',
      data: {
        seat,
        mind: 'claude',
        model,
        brief: '1',
        promptSha256: '00',
        answer: { prose: '{}' },
        usage: { input: 1, output: 1 },
      },
    });
    const draft = draftOf(
      ...promiseShown,
      objection(1, 'exhibit'),
      ruled(1),
      objection(2, 'question'),
      ruled(2),
      objection(3, 'exhibit'),
      {
        type: 'proposal-rejected',
        data: {
          seat: 'defender',
          act: 'argue',
          text: { prose: 'No.' },
          refusals: [{ rule: 'GT5', says: { prose: 'Not there.' } }],
        },
      },
      { type: 'seat-taken', data: { seat: 'defender', actor: 'mind', mind: 'claude' } },
      call('defender', 'm-1'),
      call('defender', 'm-1'),
      call('judge', 'm-2'),
    );
    expect(draft.objections).toEqual([
      {
        objection: 'O1',
        by: 'defender',
        against: 'E4',
        ground: 'leading question',
        overruled: true,
        reason: 'It stands.',
      },
      {
        objection: 'O2',
        by: 'defender',
        against: 'Q1',
        ground: 'a ground of another profile',
        overruled: true,
        reason: 'It stands.',
      },
    ]);
    expect(draft.rejected).toEqual([
      {
        seat: 'defender',
        act: 'argue',
        refusals: [{ rule: 'GT5', says: 'Not there.' }],
      },
    ]);
    expect(draft.minds).toEqual([
      { seat: 'defender', mind: 'claude', actor: 'mind', models: ['m-1'], calls: 2 },
    ]);
  });

  test('standards and classes are printed with their numbers, those that were used', () => {
    const draft = draftOf(...promiseShown);
    expect(draft.standards).toEqual([
      { id: 'PE', name: 'preponderance', least: 0.2, margin: 0, contrary: 1 },
    ]);
    expect(draft.classes).toEqual([{ id: 'witness', name: 'class of witness', weight: 0.6 }]);
  });

  test('the disposition follows the decisive elements', () => {
    expect(draftOf(...promiseShown).disposition).toEqual({ granted: true, text: 'Rowan pays.' });
    expect(draftOf(...argued()).disposition).toEqual({
      granted: false,
      text: 'The claim is denied.',
    });
  });
});
