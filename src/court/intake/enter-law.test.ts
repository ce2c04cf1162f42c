import { describe, expect, test } from 'vitest';
import { caseOf } from '../../../test/small-case.ts';
import { smallProfile } from '../../../test/small-profile.ts';
import { filingOf } from '../../../test/world.ts';
import type { Language } from '../../core/document/document.ts';
import { importWork } from '../../core/law/import-work.ts';
import { libraryOf } from '../../core/law/library.ts';
import type { WorkVersion } from '../../core/law/work-version.ts';
import type { Work } from '../../core/jurisdiction/profile.ts';
import { enterLaw } from './enter-law.ts';

function text(from: string, ...articles: readonly (readonly [number, string])[]) {
  const head = `---\ntitle: Small Code\nstatus: official\nwork_in_force_since: 1950-01-01\n---\n\n`;
  const body = articles.map(([n, words]) => `## Article ${n}\n${words}\n`).join('\n');
  const read = importWork(`small-code@${from}.md`, `${head}${body}`);
  if (read.kind === 'refused') throw new Error(read.refusals[0]?.says);
  return read.version;
}

const texts = [
  text('2000-01-01', [1, 'Who promises a date keeps it.'], [2, 'A promise is said.']),
  text('2010-01-01', [1, 'Who promises a date keeps it.'], [2, 'Repealed.']),
];

type Told = {
  readonly nature?: Work['nature'];
  readonly filedOn?: string | null;
  readonly actOn?: string;
  readonly language?: Language;
  readonly versions?: readonly WorkVersion[];
  readonly works?: readonly Work[];
};

/** The law of a cause that rests on article 1, with an element that rests on article 2. */
function entered(factsOn: string | null, told: Told = {}) {
  const { nature = 'penal', filedOn = null, actOn = '2005-06-01', versions = texts } = told;
  const small = smallProfile(told.language);
  const works = told.works ?? small.works.map((work) => ({ ...work, nature }));
  const filing = { ...filingOf([]), profile: { ...small, works }, library: libraryOf(versions) };
  const dates = { factsOn, filedOn, actOn, facts: { confidence: 'weak', because: '' } as const };
  const { entered: events, wanting: says } = enterLaw(filing, small.causes[0] ?? null, dates);
  const { law, lawWanting } = caseOf(...events);
  return { law, sources: [...law.keys()], wanting: lawWanting, says };
}

describe('the law of a case', () => {
  test('enters each article once, in the version of the day of the facts', () => {
    expect(entered('2001-01-01')).toMatchObject({
      sources: ['small-code/1@2000-01-01', 'small-code/2@2000-01-01'],
      wanting: [],
      says: [],
    });
  });

  test('without a date of the facts it is that of the filing, else of the hearing', () => {
    const later = text('2004-01-01', [1, 'Who promises a date may keep it.']);
    const versions = [...texts.slice(0, 1), later];
    const on = { nature: 'substance', versions } as const;
    expect(entered(null, on).sources).toEqual(['small-code/1@2004-01-01']);
    expect(entered(null, { ...on, filedOn: '2003-01-01' }).sources).toContain(
      'small-code/1@2000-01-01',
    );
  });

  test('later penal law stands beside that of the facts, for the milder one counts', () => {
    const later = text(
      '2004-01-01',
      [1, 'Who promises a date may keep it.'],
      [2, 'A promise is said.'],
    );
    const because = (language: Language) => {
      const versions = [...texts.slice(0, 1), later];
      const { law } = entered('2001-01-01', { versions, language });
      return law.get('small-code/1@2004-01-01')?.because;
    };
    expect(because('en')).toBe('later law, to be preferred where it is milder');
    expect(because('es')).toBe('ley posterior, que se aplica si es más favorable al acusado');
  });

  test('[LF5] a work that nobody knows is named by its id, and follows the facts', () => {
    const { wanting } = entered('2001-01-01', { versions: [], works: [] });
    expect(wanting[0]).toMatchObject({ title: 'small-code', on: '2001-01-01', rule: 'LF5' });
  });

  test('without a cause there is none', () => {
    const dates = {
      factsOn: null,
      filedOn: null,
      actOn: '2005-01-01',
      facts: { confidence: 'weak', because: '' } as const,
    };
    expect(enterLaw(filingOf([]), null, dates)).toEqual({ entered: [], wanting: [] });
  });

  test('[LF1] what was not in force is wanting, with the law by which nobody is punished without it', () => {
    const { sources, wanting, says } = entered('1949-01-01');
    expect(wanting).toEqual(
      ['1', '2'].map((article) => ({
        work: 'small-code',
        title: 'Small Code',
        article,
        on: '1949-01-01',
        known: true,
        rule: 'LF1',
        because: 'the work itself came into force on 1950-01-01',
        legality: ['Small Code, art. 1'],
      })),
    );
    expect(sources).toEqual(['small-code/1@2000-01-01']);
    expect(says[0]).toBe(
      'Small Code, art. 1, was not in force on 1949-01-01: the work itself came into force on 1950-01-01',
    );
  });

  test('that nobody is punished without law is said of penal law alone, and where it is loaded', () => {
    const civil = entered('1949-01-01', { nature: 'substance' });
    expect(civil).toMatchObject({ sources: [], wanting: [{ legality: [] }, { legality: [] }] });
    const late = entered('1949-01-01', { actOn: '1990-01-01' });
    expect(late).toMatchObject({ sources: [], wanting: [{ legality: [] }, { legality: [] }] });
  });

  test('[LF2] says which later text has it, for one in between may not be loaded', () => {
    const first = text('1960-01-01', [1, 'Who promises a date keeps it.']);
    const because = (language: Language) =>
      entered('1990-01-01', { versions: [first, ...texts], language }).wanting[0]?.because;
    expect(because('en')).toBe(
      'the text in force since 1960-01-01 has no such article; the next text loaded that has it begins on 2000-01-01',
    );
    expect(because('es')).toBe(
      'el texto vigente desde el 1960-01-01 no contiene ese artículo; el siguiente texto disponible que lo contiene comienza el 2000-01-01',
    );
  });

  test('[LF4] a penal article that fell away before the judgment is wanting beside its text', () => {
    const { sources, wanting } = entered('2001-01-01', { actOn: '2020-01-01' });
    expect(sources).toContain('small-code/2@2000-01-01');
    expect(wanting).toMatchObject([{ article: '2', known: true, rule: 'LF4', on: '2010-01-01' }]);
  });

  test('[LF6] what is not known is wanting as not known', () => {
    const { sources, wanting, says } = entered('1980-01-01', { language: 'es' });
    expect(sources).toEqual([]);
    expect(wanting).toMatchObject([
      { article: '1', known: false, rule: 'LF6', legality: [] },
      { article: '2', known: false, rule: 'LF6', legality: [] },
    ]);
    expect(says[0]).toBe(
      'no consta aquí si Small Code, art. 1, estaba vigente el 1980-01-01: el texto de que se dispone comienza después',
    );
  });

  test('every rule has its sentence in both languages', () => {
    const summary = texts.slice(0, 1).map((one) => ({
      ...one,
      standing: 'summary' as const,
      articles: one.articles.slice(0, 1),
    }));
    const cases = [
      { versions: [], factsOn: '2001-01-01', rule: 'LF5' },
      { versions: summary, factsOn: '2001-01-01', rule: 'LF7' },
      { versions: texts.slice(0, 1), factsOn: '1949-01-01', rule: 'LF1' },
      { versions: texts, factsOn: '1980-01-01', rule: 'LF6' },
      { versions: texts, factsOn: '2011-01-01', rule: 'LF3' },
      {
        versions: texts.map((one) => ({ ...one, articles: [] })),
        factsOn: '2001-01-01',
        rule: 'LF2',
      },
      { versions: texts, factsOn: '2001-01-01', rule: 'LF4' },
    ];
    for (const { versions, factsOn, rule } of cases) {
      const [english, spanish] = (['en', 'es'] as const).map((language) => {
        const { wanting } = entered(factsOn, { versions, language, actOn: '2020-01-01' });
        return wanting.find((one) => one.rule === rule)?.because;
      });
      expect(english).toMatch(/^[a-z].{10,}/u);
      expect(spanish).toMatch(/^[a-z].{10,}/u);
      expect(spanish).not.toBe(english);
    }
  });
});
