import { describe, expect, test } from 'vitest';
import { caseOf } from '../../../test/small-case.ts';
import { smallProfile } from '../../../test/small-profile.ts';
import { filingOf, paper } from '../../../test/world.ts';
import type { Case } from '../../core/case/case.ts';
import type { Document } from '../../core/document/document.ts';
import type { CasePage } from '../../core/case/case-page.ts';
import { chooseJurisdiction } from './choose-jurisdiction.ts';
import { fileCase, type Filing } from './file-case.ts';
import { normsIn } from './norms-in.ts';

const complaint = paper(
  'complaint.txt',
  `Complaint

Ada Larch, claimant, against Bo Rowan, respondent.

1. On 1 March 2025 Bo Rowan promised to deliver a wagon.
2. Bo Rowan painted the barn blue on 9 March 2025.
`,
);
const statement = paper(
  'statement.txt',
  'Statement of Cy Teal\n\nI saw the wagon arrive on 9 March 2025.\n',
  { kind: 'witness-statement' },
);
const letter = paper('letter.txt', 'Dear all,\n\nThe wagon is late.\n', { kind: 'correspondence' });

function filed(
  documents: readonly Document[],
  page: CasePage = {},
  more: Partial<Filing> = {},
): Case {
  const decision = fileCase(filingOf(documents, page, more));
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
  return caseOf(...decision.events);
}

const page: CasePage = {
  caption: 'Larch v. Rowan',
  matter: 'civil',
  cause: 'late-delivery',
  procedure: 'civil',
  dates: { facts: '2025-03-01', hearing: '2025-06-01' },
  parties: [
    { id: 'rowan', role: 'respondent', name: 'Bo Rowan', aliases: ['the carter'] },
    { id: 'larch', role: 'claimant', name: 'Ada Larch', aliases: [] },
    { id: 'lee', role: 'victim', name: 'Di Lee', aliases: ['Di'] },
    { id: 'second', role: 'claimant', name: 'Ed Larch', aliases: ['Ed'] },
  ],
  documents: [
    { file: 'complaint.txt', by: 'larch', kind: 'complaint' },
    { file: 'letter.txt', by: 'rowan', kind: 'admission' },
    { file: 'statement.txt', by: 'lee' },
  ],
  witnesses: [
    { id: 'teal', name: 'Cy Teal', statement: 'statement.txt' },
    { id: 'gone', name: 'Gus Gone', statement: 'gone.txt' },
  ],
  notes: { prosecutor: 'Lean on the promise.' },
};

describe('a case with a page', () => {
  const state = filed([letter, complaint, statement], page);

  test('is what the page says, and nothing of it is guessed', () => {
    expect(state.filing).toEqual({
      caption: { prose: 'Larch v. Rowan' },
      matter: 'civil',
      factsOn: '2025-03-01',
      filedOn: null,
      actOn: '2025-06-01',
      workedOut: [],
    });
    expect(state.cause).toMatchObject({ cause: 'late-delivery', tier: 'strong' });
    expect(state.notes).toEqual(new Map([['prosecutor', 'Lean on the promise.']]));
  });

  test('has its parties, the first of each side with every name found', () => {
    expect(state.parties.map(({ party, side, role }) => [party, side, role])).toEqual([
      ['rowan', 'defender', 'respondent'],
      ['larch', 'prosecutor', 'claimant'],
      ['lee', 'none', 'victim'],
      ['second', 'prosecutor', 'claimant'],
    ]);
    const aliases = new Map(
      state.parties.map(({ party, aliases: names }) => [party, names.map(({ prose }) => prose)]),
    );
    expect(aliases.get('rowan')).toContain('the carter');
    expect(aliases.get('lee')).toEqual(['Di']);
    expect(aliases.get('second')).toEqual(['Ed']);
  });

  test('numbers its exhibits, the complaint first, each with who filed it', () => {
    expect(
      [...state.exhibits.values()].map(({ exhibit, name, kind, by }) => [
        exhibit,
        name.prose,
        kind,
        by,
      ]),
    ).toEqual([
      ['E1', 'complaint.txt', 'complaint', 'prosecutor'],
      ['E2', 'letter.txt', 'admission', 'defender'],
      ['E3', 'statement.txt', 'witness-statement', 'court'],
    ]);
    expect(state.exhibits.get('E2')).toMatchObject({
      kindTier: 'strong',
      author: { side: 'defender' },
      bytes: { prose: letter.sha256 },
    });
  });

  test('lists the witnesses whose papers are there', () => {
    expect(state.witnesses).toEqual([
      { witness: 'teal', name: { prose: 'Cy Teal' }, exhibit: 'E3' },
    ]);
  });

  test('puts the names of the parties into the issues and the disposition', () => {
    expect(state.issues.get('promise')?.text.prose).toBe('Bo Rowan promised a date.');
    expect(state.cause?.disposition).toEqual({
      granted: 'Bo Rowan pays Ada Larch.',
      denied: 'The claim of Ada Larch is denied.',
    });
  });

  test('frames elements and exceptions, and an allegation of none of them by itself, not decisive', () => {
    expect(
      [...state.issues.values()].map(({ element, nature, decisive }) => [
        element,
        nature,
        decisive,
      ]),
    ).toEqual([
      ['promise', 'element', true],
      ['waiver', 'exception', true],
      ['allegation-2', 'allegation', false],
    ]);
    expect(state.allegations.map(({ n, exhibit, elements }) => [n, exhibit, elements])).toEqual([
      [1, 'E1', ['promise']],
      [2, 'E1', ['allegation-2']],
    ]);
  });

  test('enters the articles that it rests on, each once, in the version that matters', () => {
    expect([...state.law.values()].map(({ source, inForce }) => [source, inForce])).toEqual([
      ['small-code/1@2000-01-01', true],
      ['small-code/2@2000-01-01', true],
    ]);
  });
});

describe('a case without a page', () => {
  const odd = { rule: 'DOC3', at: ['odd.bin'], says: 'odd.bin is no paper.' };
  const state = filed([statement, complaint, letter], {}, { setAside: [odd] });

  test('is worked out from the papers, and says what, how surely and why', () => {
    expect(state.filing?.caption.prose).toBe('Ada Larch v. Bo Rowan');
    expect(state.filing?.workedOut.map(({ what }) => what)).toEqual([
      'complaint',
      'parties',
      'matter',
      'cause',
      'dates',
      'papers',
    ]);
    expect(state.filing?.factsOn).toBe('2025-03-01');
    expect(state.filing?.actOn).toBe('2026-03-02');
    expect(state.parties.map(({ party, side, role }) => [party, side, role])).toEqual([
      ['P1', 'prosecutor', 'claimant'],
      ['P2', 'defender', 'respondent'],
    ]);
  });

  test('lists everybody who wrote a statement of the file', () => {
    expect(state.witnesses).toEqual([{ witness: 'W1', name: { prose: 'Cy Teal' }, exhibit: 'E2' }]);
    const nameless = paper('s.txt', 'It came late.', { kind: 'expert-report' });
    expect(filed([nameless]).witnesses).toMatchObject([{ name: { prose: 'The author of E1' } }]);
  });

  test('where no cause fits, each allegation is an issue on which everything turns', () => {
    const { causes, ...rest } = smallProfile();
    const none = filed([complaint], {}, { profile: { ...rest, causes: [] } });
    expect(causes).toHaveLength(1);
    expect(none.cause).toMatchObject({ cause: null, law: [] });
    expect(
      [...none.issues.values()].map(({ nature, decisive, standard }) => [
        nature,
        decisive,
        standard,
      ]),
    ).toEqual([
      ['allegation', true, 'PE'],
      ['allegation', true, 'PE'],
    ]);
    const bare = filed([complaint], {}, { profile: { ...rest, causes: [], standards: [] } });
    expect(bare.issues.get('allegation-1')?.standard).toBe('');
  });

  test('without a complaint nothing is alleged, and it says so', () => {
    const silent = filed([letter]);
    expect(silent.filing?.caption.prose).toBe('Parties unknown');
    expect(silent.allegations).toEqual([]);
    expect(silent.filing?.workedOut[0]).toMatchObject({ what: 'complaint', tier: 'weak' });
  });

  test('what is taken for the complaint is a pleading and proves nothing, whatever it reads like', () => {
    const claim = paper('claim.txt', 'Bo Rowan promised a wagon. It never came.', {
      kind: 'other',
    });
    expect(filed([letter, claim]).exhibits.get('E1')).toMatchObject({
      name: { prose: 'claim.txt' },
      kind: 'complaint',
      standing: { kind: 'pleading' },
    });
  });

  test('a side that nobody names goes by what it is to the other', () => {
    const one = paper('complaint.txt', 'Complaint\n\nA wagon was promised. It never came.\n');
    const state = filed([one], { cause: 'late-delivery', matter: 'civil' });
    expect(state.issues.get('promise')?.text.prose).toBe('The respondent promised a date.');
  });

  test('one known side is half a caption', () => {
    const one = paper(
      'complaint.txt',
      'Complaint\n\nThe claimant: Ada Larch.\n\nIt never came.\n',
      {
        kind: 'complaint',
      },
    );
    expect(filed([one]).filing?.caption.prose).toMatch(/^(?:Ada Larch v\. \?|Parties unknown)$/u);
  });
});

test('what the reading of a paper warned of stands with its exhibit, in whatever language', () => {
  const odd = paper('nota.txt', 'Visto el 12 de mayo de 2025.', {
    warnings: ['doubtful encoding'],
  });
  const state = filed([odd], {}, { profile: smallProfile('es') });
  const thread = paper('thread.txt', 'x', {
    passages: [
      {
        n: 1,
        start: 0,
        end: 1,
        page: 1,
        headings: [],
        speaker: 'Ada',
        saidAt: null,
        evidential: true,
      },
    ],
  });
  expect(filed([thread]).exhibits.get('E1')?.passages[0]?.speaker).toEqual({ prose: 'Ada' });
  expect(state.exhibits.get('E1')?.warnings).toEqual([{ prose: 'doubtful encoding' }]);
  expect(state.filing?.workedOut.find(({ what }) => what === 'dates')?.because.prose).toBe(
    'nota.txt menciona primero la fecha 2025-05-12',
  );
});

test('an allegation is answered under the elements of which it speaks, the two that fit best', () => {
  const profile = smallProfile();
  const causes = profile.causes.map((cause) => ({
    ...cause,
    elements: ['wagon', 'barn', 'promised'].flatMap((term) =>
      cause.elements.map((element) => ({ ...element, id: term, terms: [term] })),
    ),
  }));
  const all = paper(
    'complaint.txt',
    'Complaint\n\n1. He promised a wagon for the barn.\n2. It came late.\n',
  );
  const state = filed([all], page, { profile: { ...profile, causes } });
  const elements = state.allegations[0]?.elements ?? [];
  expect(elements).toHaveLength(2);
  expect(elements).toEqual(['wagon', 'barn']);
});

describe('[IN4] [IN5] what cannot be filed', () => {
  const refusal = (filing: Filing) => fileCase(filing);

  test('nothing', () => {
    expect(refusal(filingOf([]))).toMatchObject({ refusals: [{ rule: 'IN4' }] });
  });

  test('a matter, a procedure or a cause that the jurisdiction has not', () => {
    for (const [wrong, says] of [
      [{ matter: 'criminal' }, 'small has no criminal procedure.'],
      [{ matter: 'civil', procedure: 'summary' }, 'small has no civil procedure «summary».'],
      [{ matter: 'civil', cause: 'theft' }, 'small has no civil cause «theft».'],
    ] as const) {
      expect(refusal(filingOf([complaint], wrong))).toMatchObject({
        refusals: [{ rule: 'IN5', says }],
      });
    }
  });
});

describe('dates', () => {
  const datesOf = (documents: readonly Document[], more: CasePage = {}) => {
    const { filing } = filed(documents, more);
    return [filing?.factsOn, filing?.workedOut.find(({ what }) => what === 'dates')?.tier];
  };

  test('of the facts are told, or stand first in the complaint, or earliest in the evidence', () => {
    expect(datesOf([complaint], { dates: { facts: '2024-01-01' } })).toEqual([
      '2024-01-01',
      undefined,
    ]);
    expect(datesOf([complaint])).toEqual(['2025-03-01', 'fair']);
    const undated = paper('complaint.txt', 'Complaint\n\nIt never came.\n');
    const later = paper('note.txt', 'Seen on 12 May 2025.\n');
    const norm = paper('rules.txt', 'Rules of 1 January 1990.\n', { kind: 'norm' });
    expect(datesOf([undated, later, statement, norm])).toEqual(['2025-03-09', 'weak']);
    expect(datesOf([letter, statement, later])).toEqual(['2025-03-09', 'weak']);
    expect(datesOf([letter])).toEqual([null, 'weak']);
  });

  test('after the hearing, and dates that are not whole, are not those of the facts', () => {
    const future = paper('note.txt', 'Until 1 January 2031, in March 2025.\n');
    expect(datesOf([future])).toEqual([null, 'weak']);
  });

  test('after the filing are not those of the facts either, and the record keeps that of the filing', () => {
    const dates = { filed: '2025-04-01' };
    const late = paper('note.txt', 'Seen on 12 May 2025.\n');
    expect(datesOf([late])).toEqual(['2025-05-12', 'weak']);
    expect(datesOf([late], { dates })).toEqual([null, 'weak']);
    expect(filed([late], { dates }).filing?.filedOn).toBe('2025-04-01');
  });
});

test('[LF6] the law that the case calls for in vain is told, and stands in the record', () => {
  const dates = { facts: '1990-01-01', hearing: '2025-06-01' };
  const state = filed([complaint], { ...page, dates });
  expect(state.lawWanting.map(({ article, rule }) => [article, rule])).toEqual([
    ['1', 'LF6'],
    ['2', 'LF6'],
  ]);
  expect(state.filing?.workedOut.map(({ because }) => because.prose)).toContain(
    'whether Small Code, art. 1, was in force on 1990-01-01 is not known here: what is loaded of the work begins later',
  );
});

test('ten thousand allegations: the court hears the first of them and says so', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `${n + 1}. Bo Rowan promised wagon ${n}.`);
  const long = paper('complaint.txt', `Complaint\n\n${many.join('\n')}\n`);
  const state = filed([long], page);
  expect(state.allegations.length).toBeLessThanOrEqual(200);
  expect(state.filing?.workedOut.some(({ because }) => because.prose.includes('allegations'))).toBe(
    true,
  );
});

describe('the jurisdiction', () => {
  const es = paper('nota.txt', 'x', { language: 'es' });
  const en = paper('note.txt', 'x', { language: 'en' });

  test('is the one that is asked for, else the one that the page names', () => {
    const told = { tier: 'strong', because: { why: 'told' } };
    const named = { jurisdiction: 'cl' };
    expect(chooseJurisdiction([en], named, 'model')).toEqual({ id: 'model', ...told });
    expect(chooseJurisdiction([en], named)).toEqual({ id: 'cl', ...told });
  });

  test('is else guessed by the language of the case, or of most of its papers', () => {
    expect(chooseJurisdiction([en], { language: 'es' })).toMatchObject({ id: 'cl', tier: 'fair' });
    expect(chooseJurisdiction([es, es, en], {})).toMatchObject({ id: 'cl', tier: 'weak' });
    expect(chooseJurisdiction([es], {})).toMatchObject({ id: 'cl', tier: 'fair' });
    expect(chooseJurisdiction([es, en], {})).toMatchObject({ id: 'model', tier: 'weak' });
  });

  test('is told where it is guessed, with how sure it is and why, in the language of the court', () => {
    const guessed = (language: 'en' | 'es', more: CasePage) => {
      const jurisdiction = chooseJurisdiction([es, es, en], more);
      const state = filed([complaint], page, { jurisdiction, profile: smallProfile(language) });
      return state.filing?.workedOut[0];
    };
    expect(guessed('en', {})).toEqual({
      what: 'jurisdiction',
      tier: 'weak',
      because: { prose: '2 of 3 papers are in Spanish' },
    });
    expect(guessed('es', {})?.because.prose).toBe('2 de 3 antecedentes están en castellano');
    expect(guessed('en', { language: 'en' })?.because.prose).toBe('the case is in English');
    expect(guessed('es', { language: 'es' })?.because.prose).toBe(
      'la carátula indica que la causa está en castellano',
    );
    expect(filed([complaint], page).filing?.workedOut).toEqual([]);
  });
});

test('papers that do not show their language are in that of the case', () => {
  const plan = paper('plano.txt', '77 x 12', { language: 'unknown' });
  const languages = (more: CasePage) =>
    [...filed([complaint, plan], more).exhibits.values()].map(({ language }) => language);
  expect(languages({})).toEqual(['en', 'unknown']);
  expect(languages({ language: 'es' })).toEqual(['en', 'es']);
});

test('norms are cited, cases are not', () => {
  const text = 'Under artículo 12 de la Ley N° 19.628, and Roe v. Wade, 410 U.S. 113 (1973).';
  const [norm, ...more] = normsIn(text);
  expect(norm && text.slice(norm.start, norm.end)).toBe(norm?.text);
  expect(norm?.text).toContain('19.628');
  expect(more.every(({ text: other }) => !other.includes('410'))).toBe(true);
});
