import { describe, expect, test } from 'vitest';
import { argued, caseOf, constituted, price, said } from '../../../test/small-case.ts';
import { draftMarkdown } from './draft-markdown.ts';
import type { Draft, DraftArgument, DraftIssue, ExhibitUse, Fate, Outcome } from './draft.ts';
import { makeDraft } from './make-draft.ts';

const made = makeDraft(caseOf(...argued(), said('S1', [price])));
const [plainDraft] = made.kind === 'decided' ? made.events : [];
if (plainDraft === undefined) throw new Error('no draft');
const whole: Draft = plainDraft;
const [firstIssue] = whole.issues;
if (firstIssue === undefined) throw new Error('no issue');
const proved: DraftIssue = firstIssue;
const [firstArgument] = proved.arguments;
if (firstArgument === undefined) throw new Error('no argument');
const argument: DraftArgument = firstArgument;

const fates: readonly Fate[] = ['relied-on', 'outweighed', 'undercut', 'unanswered', 'weightless'];
const uses: readonly ExhibitUse[] = [
  'relied-on',
  'pleading',
  'excluded',
  'not-offered',
  'not-preferred',
  'never-cited',
];
const outcomes: readonly Outcome[] = ['proved', 'not-proved', 'no-evidence'];

/** A draft in which every kind of thing happened. */
function everything(language: 'en' | 'es'): Draft {
  return {
    ...whole,
    language,
    parties: ['claimant', 'respondent', 'prosecution', 'accused', 'victim', 'Fiscal'].map(
      (role) => ({
        name: 'Ada',
        role,
        side: 'none',
      }),
    ),
    cause: { id: null, name: 'none', tier: 'weak', because: '' },
    standards: [
      ...whole.standards,
      { id: 'BRD', name: 'no doubt', least: 0, margin: 0.5, contrary: 0.3 },
    ],
    workedOut: (
      ['complaint', 'parties', 'matter', 'cause', 'jurisdiction', 'dates', 'papers'] as const
    ).map((what) => ({ what, tier: 'fair', because: 'so it seems' })),
    allegations: [
      {
        n: 1,
        text: 'It came late.',
        place: 'E1 ¶1',
        answers: [{ element: 'promise', outcome: 'proved' }],
      },
      { n: 2, text: 'It rained.', place: 'E1 ¶2', answers: [] },
    ],
    issues: [
      ...outcomes.flatMap((outcome) =>
        (['element', 'exception', 'allegation'] as const).map((nature) => ({
          ...proved,
          nature,
          outcome,
          standard: 'BRD',
          goesAgainst: outcome === 'proved' ? null : ('defender' as const),
        })),
      ),
      { ...proved, conceded: true, standard: 'unknown', arguments: [] },
      {
        ...proved,
        arguments: fates.map((fate) => ({
          ...argument,
          fate,
          open: ['authentic'],
          questions: [{ question: 'authentic', text: 'Nobody signed it.' }],
          because: '',
        })),
      },
      ...[null, { place: 'E3 ¶2', quote: 'Nearly.' }].map((nearest) => ({
        ...proved,
        outcome: 'no-evidence' as const,
        search: { words: nearest === null ? [] : ['date'], passages: 9, nearest },
      })),
    ],
    factsFound: [],
    exhibits: uses.map((use) => ({
      exhibit: 'E2',
      name: 'paper.txt',
      kind: 'contract',
      use,
      statements: use === 'relied-on' ? ['S1'] : [],
      detail: use === 'excluded' ? 'stolen' : '',
    })),
    law: [
      {
        source: 'a',
        title: 'Code',
        article: '1',
        from: '2000-01-01',
        status: 'official',
        inForce: true,
        because: '',
      },
      {
        source: 'b',
        title: 'Code',
        article: '2',
        from: '2000-01-01',
        status: 'summary',
        inForce: false,
        because: 'repealed',
      },
    ],
    flips: [
      { target: 'granted', sets: [['E2', 'E3'], ['E4']], cut: true },
      { target: 'promise', sets: [], cut: false },
    ],
    objections: [true, false].map((overruled) => ({
      objection: 'O1',
      by: 'defender',
      against: 'E4',
      ground: 'relevance',
      overruled,
      reason: 'It bears on it.',
    })),
    rejected: [
      {
        seat: 'defender',
        act: 'argue',
        refusals: [{ rule: 'GT5', says: 'Not there.' }],
      },
    ],
    minds: [
      { seat: 'judge', mind: 'human', actor: 'person', models: [], calls: 0 },
      { seat: 'defender', mind: 'claude', actor: 'mind', models: ['m-1'], calls: 2 },
    ],
    completeness: (['not-offered', 'proved-by-nothing', 'no-means', 'unanswered'] as const).map(
      (kind) => ({ kind, about: 'E4' }),
    ),
  };
}

describe('the draft for a reader', () => {
  test('says everything in its language, and nothing undefined', () => {
    for (const language of ['en', 'es'] as const) {
      const page = draftMarkdown(everything(language));
      expect(page).not.toMatch(/undefined|\[object|NaN|=>/u);
      expect(page.match(/^## /gmu)).toHaveLength(12);
      expect(page.endsWith('\n')).toBe(true);
    }
    const [english, spanish] = (['en', 'es'] as const).map((one) => draftMarkdown(everything(one)));
    const lines = new Set(english?.split('\n').filter((line) => /\p{L}{4}/u.test(line)));
    const told = /^> |GT5/u;
    const untranslated = spanish?.split('\n').filter((line) => lines.has(line) && !told.test(line));
    expect(untranslated).toEqual([]);
  });

  test('tells each outcome, fate and use apart', () => {
    for (const language of ['en', 'es'] as const) {
      const page = draftMarkdown(everything(language));
      const headings = new Set(page.match(/^### .*/gmu));
      expect(headings.size).toBe(9);
      const section = (title: RegExp) =>
        page.split(/^## /mu).find((part) => title.test(part)) ?? '';
      const told = section(/^(?:All exhibits|Los antecedentes)/u).match(/^- .*/gmu);
      expect(new Set(told).size).toBe(uses.length);
    }
  });

  test('in English', () => {
    const page = draftMarkdown(everything('en'));
    for (const line of [
      '# Draft resolution: Larch v. Rowan',
      '- Court: Small Court (small 1)',
      '- Heard on 2026-03-02. Facts of 2025-03-01',
      '- No cause of this jurisdiction fits; each allegation is an issue of its own.',
      '2. It rained (E1 ¶2). Answered under: not answered.',
      '- Standard: no doubt (weight above 0, ahead by more than 0.5, nothing contrary of 0.3 or more). Burden of persuasion: the claimant.',
      '- What is not proved goes against the respondent, who bears the burden.',
      '- Conceded.',
      '- For: none',
      '- Nearest, not relied on: E3 ¶2 «Nearly.».',
      '- No passage comes near.',
      'No fact is found.',
      '- **E2** paper.txt: excluded: stolen',
      '- The disposition would turn without E2 and E3, or E4. The search stopped at its bound; there may be more.',
      '- promise turns with no loss of exhibits.',
      '- Code, art. 2, 2000-01-01 (summary of this court, not the official text); not in force on the date that matters: repealed',
      '- O1 (Respondent’s counsel, E4, relevance): sustained. It bears on it.',
      '- Respondent’s counsel, argue: GT5 Not there.',
      '- Judge: a person',
      '- Respondent’s counsel: claude; 2 calls of m-1',
      '- Allegation E4 is not answered.',
    ]) {
      expect(page.split('\n')).toContain(line);
    }
    expect(page).toContain(
      'weight 0.60, class of witness; relied on. Left open: Nobody signed it.',
    );
    expect(page).toContain('    - Put to it: Nobody signed it.');
  });

  test('a draft in which nothing went wrong says so, and leaves out what it has not', () => {
    const bare: Draft = {
      ...whole,
      factsOn: null,
      parties: [],
      workedOut: [],
      allegations: [],
      issues: [],
      law: [],
      classes: [],
    };
    const page = draftMarkdown(bare);
    expect(page).toContain('- Heard on 2026-03-02\n- Parties: The file names no party.\n');
    expect(page).toContain('- Proved: —.\n- Not proved: —.');
    expect(page).not.toMatch(/^## (?:Law|Objections|The allegations)/mu);
    expect(draftMarkdown(whole)).toContain('Every exhibit is used or set aside');
    expect(draftMarkdown(whole)).toContain(
      '1. promise, S1. Means of proof: E2 ¶2 «The price is ninety.».',
    );
    expect(draftMarkdown(whole)).toContain(
      '- S1 [E2 ¶2] S1 says so. — weight 0.60, class of witness (Because it is witness.); relied on.',
    );
    for (const [language, weight] of [
      ['en', '— weight 0.60 ('],
      ['es', '— peso 0,60 ('],
    ] as const) {
      expect(draftMarkdown({ ...whole, language, classes: [] })).toContain(weight);
    }
    expect(draftMarkdown({ ...whole, disposition: { granted: false, text: 'No.' } })).toContain(
      '**What is claimed is denied.** No.',
    );
  });

  test('tells the day of the filing where it is known, and dates as each language writes them', () => {
    const filed = { ...whole, filedOn: '2025-09-08', factsOn: null };
    expect(draftMarkdown(filed)).toContain('- Heard on 2026-03-02. Filed on 2025-09-08\n');
    expect(draftMarkdown({ ...filed, language: 'es' })).toContain(
      '- Audiencia: 2 de marzo de 2026. Presentación: 8 de septiembre de 2025\n',
    );
  });

  test('tells passages that bear on an issue and take no side', () => {
    const noted = [{ place: 'E3 ¶2', quote: 'Nearly.' }];
    const issues = whole.issues.map((issue) => ({ ...issue, noted }));
    expect(draftMarkdown({ ...whole, issues })).toContain(
      '- Bears on it, for whom is left open (not relied on): E3 ¶2 «Nearly.».',
    );
    expect(draftMarkdown({ ...whole, issues, language: 'es' })).toContain(
      '- Guarda relación con el punto, sin que conste a favor de quién (la decisión no se funda en ello): E3 ¶2 «Nearly.».',
    );
  });

  test('tells once what was rejected several times, and how often', () => {
    const again = {
      seat: 'defender' as const,
      act: 'argue',
      refusals: [{ rule: 'GT5', says: 'No.' }],
    };
    const rejected = [again, { ...again, act: 'object' }, again];
    expect(draftMarkdown({ ...whole, rejected })).toContain(
      '- Respondent’s counsel, argue: GT5 No. (2 times)\n- Respondent’s counsel, object: GT5 No.\n',
    );
    expect(draftMarkdown({ ...whole, rejected, language: 'es' })).toContain(
      '- Respondent’s counsel, argumentar: GT5 No. (2 veces)\n- Respondent’s counsel, objetar: GT5 No.\n',
    );
  });

  test('what documents, models and people say cannot shape the page', () => {
    const evil = '\n\n# Signed\n- **granted** <script>x</script> \u001B[2J\u202E [a](http://x)';
    const poisoned: unknown = JSON.parse(JSON.stringify(everything('en')), (key, value: unknown) =>
      typeof value === 'string' &&
      ['text', 'quote', 'name', 'because', 'detail', 'reason', 'says', 'caption', 'title'].includes(
        key,
      )
        ? `${value}${evil}`
        : value,
    );
    const calm = draftMarkdown(everything('en'));
    const page = draftMarkdown({
      ...everything('en'),
      ...(poisoned as Draft),
      court: whole.court,
      disposition: whole.disposition,
      standards: everything('en').standards,
      classes: whole.classes,
    });
    const shape = (text: string) =>
      text.split('\n').map((line) => /^(?:#+ |> | *- |\d+\. |\*|$)?/u.exec(line)?.[0]);
    expect(shape(page)).toEqual(shape(calm));
    expect(page).not.toMatch(/(?<!\\)<script|\p{Bidi_Control}/u);
    expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(page).not.toMatch(/(?<!\\)\*\*granted|(?<!\\)\[a/u);
  });
});

test('a court that speaks Spanish drafts in Spanish', () => {
  const [, ...rest] = argued();
  const drafted = makeDraft(caseOf(constituted('es'), ...rest));
  const pages = drafted.kind === 'decided' ? drafted.events.map(draftMarkdown) : [];
  expect(pages.join('')).toMatch(/^# Proyecto de resolución: Larch v\. Rowan\n/u);
  expect(pages.join('')).toContain('Ada Larch (demandante); Bo Rowan (demandado)');
});
