import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Cause, Cue, Element, Profile } from '../../core/jurisdiction/profile.ts';
import { citedLaw } from '../../core/jurisdiction/cited-law.ts';
import { cueMatches } from '../../core/language/cue.ts';
import { importWork } from '../../core/law/import-work.ts';
import { libraryOf } from '../../core/law/library.ts';
import { lookUp } from '../../core/law/look-up.ts';
import type { WorkVersion } from '../../core/law/work-version.ts';
import { profileFolder } from './profile-folder.ts';

/*
 * What must hold of the jurisdictions that we ship, beyond what every profile must: the cues say what
 * their examples say, the articles exist, and the numbers do what docs/decisions/0008 says they do.
 */

const source = profileFolder(fileURLToPath(new URL('../../../jurisdictions', import.meta.url)));

const profiles = await Promise.all((await source.list()).map(profileOf));
const law = new Map(
  await Promise.all(profiles.map(async ({ id }) => [id, await lawOf(id)] as const)),
);

async function profileOf(id: string): Promise<Profile> {
  const read = await source.read(id);
  if (read.kind === 'read') return read.profile;
  throw new Error(read.kind === 'refused' ? read.refusals.map(({ says }) => says).join('\n') : id);
}

async function lawOf(id: string): Promise<readonly WorkVersion[]> {
  return (await source.law(id)).map(({ name, text }) => {
    const imported = importWork(name, text);
    if (imported.kind === 'imported') return imported.version;
    throw new Error(imported.refusals.map(({ says }) => says).join('\n'));
  });
}

const respondents = [
  'the respondent',
  'the accused',
  'el demandado',
  'la demandada',
  'el acusado',
  'el imputado',
];
const claimants = ['the claimant', 'the customer', 'el demandante', 'la demandante', 'la víctima'];
const namesFor = ({ actor }: Element) =>
  actor === 'claimant'
    ? { actor: claimants, other: respondents }
    : { actor: respondents, other: claimants };

const partsOf = ({ elements, exceptions }: Cause) => [...elements, ...exceptions];
const cuesOf = ({ causes }: Profile): readonly { element: Element; cue: Cue }[] =>
  causes
    .flatMap(partsOf)
    .flatMap((element) =>
      [...element.cuesFor, ...element.cuesAgainst].map((cue) => ({ element, cue })),
    );

describe.each(profiles)('the jurisdiction $id', (profile) => {
  test('every cue fires on its example and not on its counterexample', () => {
    const wrong = cuesOf(profile).flatMap(({ element, cue: { pattern, fires, not } }) => {
      const names = namesFor(element);
      return [
        ...(cueMatches(pattern, fires, names) === null
          ? [`${element.id}: silent on «${fires}»`]
          : []),
        ...(cueMatches(pattern, not, names) === null ? [] : [`${element.id}: fires on «${not}»`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('what was said or done is found by at least six cues for and six against', () => {
    const poor = profile.causes.flatMap((cause) =>
      partsOf(cause)
        .filter(({ proof }) => proof === 'speech' || proof === 'act')
        .filter(({ cuesFor, cuesAgainst }) => cuesFor.length < 6 || cuesAgainst.length < 6)
        .map((element) => `${cause.id} ${element.id}`),
    );
    expect(poor).toEqual([]);
  });

  test.each(['civil', 'criminal'])('has at least eight causes in %s matters', (matter) => {
    expect(profile.causes.filter((cause) => cause.matter === matter).length).toBeGreaterThanOrEqual(
      8,
    );
  });

  test.each(['2023-08-17', '2025-03-15', '2030-01-01'])(
    'every article that it names exists on %s in the law that it brings',
    (on) => {
      const library = libraryOf(law.get(profile.id) ?? []);
      const missing = citedLaw(profile).flatMap(({ file, law: references }) =>
        references.flatMap(({ work, article }) => {
          const found = lookUp(library, { work, article, on });
          return found.kind === 'in force' ? [] : [`${file}: ${work} ${article}: ${found.rule}`];
        }),
      );
      expect(missing).toEqual([]);
    },
  );

  test('it is penal law that nobody is punished without law', () => {
    expect(profile.legality).toHaveLength(1);
    for (const { work } of profile.legality) {
      expect(profile.works.find(({ id }) => id === work)?.nature).toBe('penal');
    }
  });

  test('every text says since when its work is law', () => {
    const silent = (law.get(profile.id) ?? []).filter((one) => one.workInForceSince === null);
    expect(silent.map(({ work, from }) => `${work}@${from}`)).toEqual([]);
  });

  test('every work has its texts, of the nature that the profile says, and no text lacks its work', () => {
    const versions = law.get(profile.id) ?? [];
    expect(new Set(versions.map(({ work }) => work))).toEqual(
      new Set(profile.works.map(({ id }) => id)),
    );
    for (const { work, nature, standing } of versions) {
      expect(profile.works.find(({ id }) => id === work)?.nature).toBe(nature);
      expect(standing).toBe(profile.id === 'model' ? 'official' : 'summary');
    }
  });

  test('one good piece of evidence meets every standard where nothing stands against it', () => {
    for (const { least, margin } of profile.standards) {
      for (const id of ['machine-record', 'admission', 'expert', 'impartial-witness']) {
        expect(weightOf(profile, id)).toBeGreaterThan(Math.max(least, margin));
      }
    }
  });

  test('the own word of a party meets the preponderance unopposed, never a conviction', () => {
    const word = weightOf(profile, 'party-word');
    expect(word).toBeGreaterThan(standardOf(profile, 'PE').least);
    expect(word).toBeLessThan(standardOf(profile, 'BRD').margin);
    expect(word).toBeLessThan(weightOf(profile, 'impartial-witness'));
  });

  test('weak support, and a pleading, carry nothing alone', () => {
    for (const { least } of profile.standards) {
      expect(weightOf(profile, 'weak-support')).toBeLessThan(least);
      expect(weightOf(profile, 'pleading')).toBe(0);
    }
  });

  test('what stands against a conviction need not be more than the word of the accused', () => {
    expect(weightOf(profile, 'party-word')).toBeGreaterThanOrEqual(
      standardOf(profile, 'BRD').contrary,
    );
  });

  test('names the same classes, schemes and standards as the others, so that minds need not ask where they sit', () => {
    const [first] = profiles;
    const vocabulary = ({ evidenceClasses, schemes, standards }: Profile) => ({
      classes: evidenceClasses.map(({ id, weight }) => [id, weight]),
      schemes: schemes.map(({ id, variables, questions }) => [
        id,
        variables,
        questions.map((q) => q.id),
      ]),
      standards: standards.map(({ id, least, margin, contrary }) => [id, least, margin, contrary]),
    });
    expect(vocabulary(profile)).toEqual(first && vocabulary(first));
  });
});

function weightOf({ evidenceClasses }: Profile, id: string): number {
  return evidenceClasses.find((evidence) => evidence.id === id)?.weight ?? Number.NaN;
}

function standardOf({ standards }: Profile, id: string) {
  return (
    standards.find((standard) => standard.id === id) ?? { least: NaN, margin: NaN, contrary: NaN }
  );
}

test.each([
  ['1874-12-31', 'codigo-penal', '432', { kind: 'not in force', rule: 'LF1', since: '1875-03-01' }],
  ['1990-01-01', 'codigo-penal', '432', { kind: 'not known', rule: 'LF6' }],
  ['1856-12-31', 'codigo-civil', '1545', { rule: 'LF1', since: '1857-01-01' }],
  ['1900-01-01', 'codigo-de-procedimiento-civil', '318', { rule: 'LF1', since: '1903-03-01' }],
  ['2000-11-01', 'codigo-procesal-penal', '340', { rule: 'LF1', since: '2000-12-16' }],
  ['2000-12-16', 'codigo-procesal-penal', '340', { kind: 'in force' }],
])('on %s the law of Chile tells whether %s %s was in force', (on, work, article, answer) => {
  const library = libraryOf(law.get('cl') ?? []);
  expect(lookUp(library, { work, article, on })).toMatchObject(answer);
});

test.each([
  ['model-civil-code', 'codigo-civil-modelo'],
  ['model-penal-code', 'codigo-penal-modelo'],
  ['model-procedure-code', 'codigo-de-procedimiento-modelo'],
  ['model-evidence-code', 'codigo-de-la-prueba-modelo'],
])('%s and %s have the same articles', (english, spanish) => {
  const articles = (wanted: string) =>
    (law.get('model') ?? [])
      .filter(({ work }) => work === wanted)
      .flatMap((version) =>
        version.articles.map(({ key, paragraphs }) => [key, paragraphs.length, version.from]),
      );
  expect(articles(spanish)).toEqual(articles(english));
  expect(articles(english).length).toBeGreaterThan(15);
});
