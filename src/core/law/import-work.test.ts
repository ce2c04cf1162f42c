import { describe, expect, test } from 'vitest';
import { importWork, longestWork } from './import-work.ts';
import type { WorkVersion } from './work-version.ts';

function imported(name: string, text: string): WorkVersion {
  const read = importWork(name, text);
  if (read.kind === 'refused') throw new Error(read.refusals[0]?.says);
  return read.version;
}
function refused(name: string, text: string): readonly string[] {
  const read = importWork(name, text);
  return read.kind === 'refused' ? read.refusals.map(({ rule, says }) => `${rule} ${says}`) : [];
}
const ids = (text: string) => imported('w@2001-01-01.md', text).articles.map(({ id }) => id);
const head = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const one = 'Artículo 1. Texto.';

describe('importing a work', () => {
  test('takes work and date from the name, standing and title from the head', () => {
    const text = `${head('title: Model Law', 'version_date: 1999-01-01', 'status: summary', 'language: en', 'nature: penal', 'work_in_force_since: 1990-01-01', 'extra: [1]')}# Other\n\n## Article 1. Aim\nThe aim.\n\nMore.\n\n## Article 2. End\nThe end.\n`;
    const version = imported('folder/Model Law@2001-01-01.md', text);
    expect(version).toMatchObject({
      work: 'model-law',
      title: 'Model Law',
      from: '2001-01-01',
      standing: 'summary',
      language: 'en',
      nature: 'penal',
      workInForceSince: '1990-01-01',
    });
    expect(version.articles.map(({ id, text: words }) => [id, words])).toEqual([
      ['1', 'Article 1. Aim The aim. More.'],
      ['2', 'Article 2. End The end.'],
    ]);
    expect(version.articles[0]?.headings).toEqual(['Other']);
  });
  test('takes the date from the head where the name has none', () => {
    expect(imported('Código Penal.md', `${head('version_date: 1999-01-01')}${one}`)).toMatchObject({
      work: 'codigo-penal',
      from: '1999-01-01',
      language: 'es',
      standing: 'official',
      title: 'codigo-penal',
      workInForceSince: null,
    });
    expect(
      imported('a.md', `${head('version_date: 1999-01-01')}# T\n\nArticle 1. X`),
    ).toMatchObject({
      title: 'T',
      language: 'en',
    });
  });
  test('1970-01-01 in the name is before 1970, and the head may know better', () => {
    const named = 'penal@1970-01-01.md';
    expect(imported(named, `${head('version_date: 1875-03-01')}${one}`).from).toBe('1875-03-01');
    expect(imported(named, `${head('version_date: 1970-01-01')}${one}`).from).toBe('0001-01-01');
    expect(imported(named, one).from).toBe('0001-01-01');
  });

  test('[LAW1] a name without a work', () => {
    expect(refused('@2001-01-01.md', one)[0]).toMatch(/^LAW1 .*names no work/);
    expect(refused('', one)[0]).toMatch(/^LAW1/);
  });
  test('[LAW2] no date, or none of the calendar', () => {
    expect(refused('penal.md', one)[0]).toMatch(/^LAW2 Neither the name of penal/);
    expect(refused('penal@soon.md', one)[0]).toMatch(/^LAW2 «soon»/);
    expect(refused('penal@2023-02-29.md', one)[0]).toMatch(/^LAW2/);
  });
  test('[LAW3] a broken head is refused with its line', () => {
    const at = (text: string) => refused('penal@2001-01-01.md', text);
    expect(at(`---\ntitle: x\n${one}`)[0]).toMatch(/^LAW3 Line 1: .*never closed/);
    expect(at(`${head('title: x', 'a: "b')}${one}`)[0]).toMatch(/^LAW3 Line [34]:/);
    expect(at(`${head('- a', '- b')}${one}`)[0]).toMatch(/^LAW3 Line 2: .*key: value/);
    expect(at(`${head('title: a', 'title: b')}${one}`)[0]).toMatch(/^LAW3 Line 3/);
    expect(at(`${head('title: x', 'status: draft', 'version_date: soon')}${one}`)).toEqual([
      'LAW3 Line 4: «version_date» is a date such as 2026-08-12, and not «soon».',
      'LAW3 Line 3: «status» is one of official, summary, and not «draft».',
    ]);
    expect(at(`${head('work_in_force_since: 1875')}${one}`)).toEqual([
      'LAW3 Line 2: «work_in_force_since» is a date such as 2026-08-12, and not «1875».',
    ]);
    expect(at(`${head('? [a]\n: b', 'language: es')}${one}`)).toEqual([]);
    expect(at(`${head()}${one}`)).toEqual([]);
  });
  test('[LAW4] a text without articles', () => {
    expect(refused('penal@2001-01-01.md', 'No law at all.')[0]).toMatch(/^LAW4/);
    expect(refused('penal@2001-01-01.md', '')[0]).toMatch(/^LAW4/);
  });
  test('[LAW5] a text too long to be one work', () => {
    expect(refused('penal@2001-01-01.md', 'a'.repeat(longestWork + 1))[0]).toMatch(/^LAW5/);
  });
  test('[LAW6] a number given twice by who writes for this court', () => {
    const text = `${head('status: official')}## Article 1. A\na\n\n## Article 2. B\nb\n\n## Article 2. C\nc\n`;
    expect(refused('penal@2001-01-01.md', text)).toEqual([
      'LAW6 Line 10: Article 2 stands already in line 7; every article has a number of its own.',
    ]);
  });
});

describe('splitting into articles', () => {
  test('a reference at the start of a line is none, quoted law is part of the article', () => {
    const text = `Artículo 1. Uno.\nArtículo 9. Cita sin espacio.\n\nArtículo 2. Dos:\n\n"Artículo 7.- Citado".\n\nArtículo 3. Tres.`;
    expect(ids(text)).toEqual(['1', '2', '3']);
  });
  test('a text without blank lines is split as well', () => {
    expect(ids('Título I\nArtículo 1. Uno.\nArtículo 2. Dos.\nArtículo 3. Tres.')).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
  test('an article quoted without marks, out of sequence and there already, is part of the other', () => {
    const articles = ['1. A', '2. B', '3. C', '2. B new', '4. D'];
    expect(ids(articles.map((words) => `Artículo ${words}`).join('\n\n'))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    const twice = ['1. A', '2. B', '3. C', '2. B again'];
    expect(ids(twice.map((words) => `Artículo ${words}`).join('\n\n'))).toEqual([
      '1',
      '2',
      '3',
      '2~2',
    ]);
  });
  test('a code that begins in quotation marks is read', () => {
    expect(ids('Apruébase:\n\n"Artículo 1.- Uno.\n\nArtículo 2.- Dos.')).toEqual(['1', '2']);
    expect(ids('Artículo 4. Cuatro.\n\n"Artículo 1.- Cita.')).toEqual(['4']);
  });
  test('titles are the context, innermost last, and go on until a blank line', () => {
    const text = `# Código\n\n## LIBRO I\nDE TODO\n\n### TÍTULO I\n\nArtículo 1. Uno.\n\nTÍTULO II\n\nArtículo 2. Dos.\n\n## LIBRO II\nArtículo 3. Tres.`;
    const { articles } = imported('w@2001-01-01.md', text);
    expect(articles.map(({ headings }) => headings)).toEqual([
      ['Código', 'LIBRO I DE TODO', 'TÍTULO I'],
      ['Código', 'LIBRO I DE TODO', 'TÍTULO I', 'TÍTULO II'],
      ['Código', 'LIBRO II'],
    ]);
  });
  test('a lower heading inside an article is part of its words', () => {
    const text = `## Article 1. A\na\n\n### Note\nn\n\n§ 2. Of other things\n\n### Chapter 2\nOn b\n\n## Article 2. B\nb\n`;
    const { articles } = imported('w@2001-01-01.md', text);
    expect(articles.map(({ text: words }) => words)).toEqual([
      'Article 1. A a Note n',
      'Article 2. B b',
    ]);
  });
  test('a very long title is cut short', () => {
    const long = `## Libro I\n${'palabra '.repeat(30)}\n${'palabra '.repeat(30)}\n${'más '.repeat(30)}\n\nArtículo 1. Uno.`;
    expect(imported('w@2001-01-01.md', long).articles[0]?.headings[0]?.length).toBeLessThan(600);
    const wide = `${'Palabra '.repeat(30)}\n\n${one}`;
    expect(imported('w@2001-01-01.md', wide).articles[0]?.headings).toEqual([]);
  });
  test('laws held whole keep their own numbers, and the outer law goes on behind them', () => {
    const code = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Artículo ${n}. Código ${n}.`);
    const text = [
      'Artículo 1.- Déjase sin efecto.',
      '## Artículo 2.- Fíjase el texto del Código:',
      '#### Título I\nGENERAL',
      ...code,
      '## Artículo 3.- Fíjase el texto de la Ley Nº 4.808:',
      '#### Título I',
      'Artículo 1. Registro uno.\n\nArtículo 2. Registro dos.',
      '#### DISPOSICIONES TRANSITORIAS',
      'Artículo primero. Uno.\n\nArtículo 2. Dos.',
      'Artículo tercero transitorio. Tres.\n\nArtículo final. Fin.',
      '## Artículo 4.- Fíjase otra ley:',
      'Artículo 1. Otra.',
    ];
    expect(ids(text.join('\n\n'))).toEqual([
      'part-1:1',
      'part-1:2',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      'part-1:3',
      'ley-4808:1',
      'ley-4808:2',
      'ley-4808:1-transitorio',
      'ley-4808:2-transitorio',
      'ley-4808:3-transitorio',
      'ley-4808:final',
      'part-1:4',
      'part-4:1',
    ]);
  });
  test('transitory titles count only for numbers that begin again', () => {
    const text =
      'Artículo 1. A.\n\n## Disposiciones transitorias\n\nArtículo 2. B.\n\nArtículo 2 bis. C.\n\nArtículo 9. D.';
    expect(ids(text)).toEqual(['1', '2', '2-bis', '9']);
  });
  test('a line of invisible characters is no paragraph', () => {
    const [article] = imported('w@2001-01-01.md', 'Artículo 1. Uno.\n\u200B\nDos.').articles;
    expect(article?.paragraphs).toEqual([
      { start: 0, end: 16 },
      { start: 17, end: 21 },
    ]);
  });
  test('a number without words, gone or still to come, is empty', () => {
    const text =
      'ART. 1. Derogado.-\n\nART. 2.\n(Suprimido)\n\nART. 3. Derogado el pacto, rige esto.\n\nART. 4. Aún no vigente.\n\nART. 5. No vigente el pacto, rige esto.';
    const { articles } = imported('w@2001-01-01.md', text);
    expect(articles.map(({ empty }) => empty)).toEqual([true, true, false, true, false]);
  });
  test('what is set off from a number may be left out of a citation', () => {
    const text =
      'ART. 161 - A. a\n\nART. 456 bis A. b\n\nART. 150 A. c\n\nART. 12 bis. d\n\nART. 2 bis transitorio. e';
    const { articles } = imported('w@2001-01-01.md', text);
    expect(articles.map(({ shortKey }) => shortKey)).toEqual(['161', '456-bis', null, null, null]);
  });
});

describe('hostile texts take no longer than their length', () => {
  test.each([
    ['articles that begin again and again', 'Artículo 1. Ley 1.\n\n'.repeat(100_000)],
    ['one number again and again', `Artículo 1. A.\n\n${'Artículo 2. A.\n\n'.repeat(100_000)}`],
    ['headings', `${'# Título I\n'.repeat(200_000)}\n${one}`],
    ['a title of many lines', `# Título I\n${'palabra\n'.repeat(200_000)}\n${one}`],
    ['one endless line', `${one}${' palabra'.repeat(500_000)}`],
    ['quotation marks', `${'"'.repeat(2_000_000)}\n\n${one}`],
    ['spaces', `Artículo 1.${' '.repeat(2_000_000)}x\n\n#${' '.repeat(2_000_000)}x`],
    ['a head that never ends', `---\n${'a: b\n'.repeat(200_000)}`],
  ])(
    '%s',
    (_, text) => {
      expect(['imported', 'refused']).toContain(importWork('w@2001-01-01.md', text).kind);
    },
    20_000,
  );
});
