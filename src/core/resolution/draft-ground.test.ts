import { describe, expect, test } from 'vitest';
import {
  argued,
  article,
  caseOf,
  cause,
  constituted,
  filing,
  lawWanting,
  promised,
  said,
} from '../../../test/small-case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import type { Language } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { draftMarkdown } from './draft-markdown.ts';
import type { Draft } from './draft.ts';
import { makeDraft } from './make-draft.ts';

type Told = {
  readonly matter?: Matter;
  readonly language?: Language;
  /** Whether the element is proved. */
  readonly proved?: boolean;
  readonly workedOut?: 'dates' | 'parties';
};

/** The draft of a cause on two articles, with what the record says of them. */
function draftOf(
  law: readonly CaseEvent[],
  { matter = 'criminal', language = 'en', proved = true, workedOut = 'parties' }: Told = {},
): Draft {
  const named = cause();
  if (named.type !== 'cause-identified' || filing.type !== 'case-filed')
    throw new Error('no cause');
  const articles = ['1', '2'].map((number) => ({ work: 'small-code', article: number }));
  const guessed = {
    what: workedOut,
    tier: 'weak',
    because: { prose: 'a paper names it' },
  } as const;
  const [, ...rest] = argued();
  const made = makeDraft(
    caseOf(
      constituted(language),
      ...rest.filter(({ type }) => type !== 'law-entered'),
      { ...filing, data: { ...filing.data, matter, workedOut: [guessed] } },
      { ...named, data: { ...named.data, law: articles } },
      ...(proved ? [said('S1', [promised])] : []),
      ...law,
    ),
  );
  const [draft] = made.kind === 'decided' ? made.events : [];
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

const section = (draft: Draft, title: string) =>
  draftMarkdown(draft)
    .split(/^## /mu)
    .find((part) => part.startsWith(`${title}\n`)) ?? '';
const disposition = (draft: Draft) =>
  section(draft, draft.language === 'en' ? 'Disposition' : 'Decisión');
const reasons = (draft: Draft) =>
  section(draft, draft.language === 'en' ? 'Whether the law was in force' : 'Vigencia de la ley');

const shown = [article('1'), article('2')];
const gone = [article('1'), lawWanting('2', true)];
const open = [article('1'), lawWanting('2', false)];
const allGone = [lawWanting('1', true), lawWanting('2', true)];
const allOpen = [lawWanting('1', false), lawWanting('2', false)];

describe('a cause whose article is known not to have been in force', () => {
  test('[LF1] ends in an acquittal for want of a norm, by the law that says so', () => {
    const draft = draftOf(gone);
    expect(draft.disposition).toEqual({ granted: false, text: 'The claim is denied.' });
    expect(draft.ground).toMatchObject({
      standing: 'fails',
      legality: ['Small Code, art. 9'],
      norms: [
        { article: '1', standing: 'in-force', rule: null },
        { article: '2', standing: 'not-in-force', rule: 'LF1', on: '2025-03-01' },
      ],
    });
    const says =
      'Acquittal for want of a norm, whatever was proved. Not in force on the date that matters: Small Code, art. 2, on 2025-03-01. Nobody is punished under a law that was not in force (Small Code, art. 9).';
    expect(disposition(draft)).toContain(`**${says}**`);
    expect(reasons(draft)).toContain(says);
    expect(reasons(draft)).toContain(
      '- Small Code, art. 1: in force.\n- Small Code, art. 2, on 2025-03-01: not in force (LF1, the work came later).',
    );
  });

  test('in Spanish', () => {
    const draft = draftOf(gone, { language: 'es' });
    expect(disposition(draft)).toContain(
      '**Absolución por falta de norma, cualquiera sea la prueba rendida. No vigente en la fecha que importa: Small Code, art. 2, al 2025-03-01. Nadie es castigado en virtud de una ley que no estaba vigente (Small Code, art. 9).**',
    );
    expect(reasons(draft)).toContain('Small Code, art. 1: vigente.');
  });

  test('names no law of punishment where the jurisdiction names none', () => {
    for (const language of ['en', 'es'] as const) {
      const draft = draftOf([article('1', false)], { language });
      expect(draft.ground).toMatchObject({ standing: 'fails', legality: [] });
      expect(reasons(draft)).toContain('(repealed in 2010)');
      expect(reasons(draft)).not.toMatch(/Nobody|Nadie/u);
    }
  });

  test('is dismissed in a civil matter on that ground, unless another stands', () => {
    const dismissed = draftOf(allGone, { matter: 'civil' });
    expect(dismissed.disposition.granted).toBe(false);
    expect(disposition(dismissed)).toContain(
      '**Dismissed for want of a norm, whatever was proved.',
    );
    expect(disposition(draftOf(allGone, { matter: 'civil', language: 'es' }))).toContain(
      '**Rechazo por falta de norma, cualquiera sea la prueba rendida.',
    );
    const other = draftOf(gone, { matter: 'civil' });
    expect(other).toMatchObject({ disposition: { granted: true }, ground: { standing: 'stands' } });
    expect(disposition(other)).not.toContain('norm');
    expect(reasons(other)).toContain('The claim rests on its other articles, which were in force.');
  });

  test('says how sure the date of the facts is, where the secretary worked it out', () => {
    expect(reasons(draftOf(gone, { workedOut: 'dates' }))).toMatch(
      /^- The date of the facts, .* by the secretary \(unsure\): a paper names it$/mu,
    );
    expect(reasons(draftOf(gone, { workedOut: 'dates', language: 'es' }))).toMatch(
      /^- La fecha de los hechos, .* la dedujo la secretaría \(.+\): a paper names it$/mu,
    );
    expect(reasons(draftOf(gone))).not.toContain('secretary');
  });
});

describe('a cause of whose article that is not known', () => {
  test('[LF6] is granted on condition, which stands in the disposition and heads the reasons', () => {
    const draft = draftOf(open);
    expect(draft).toMatchObject({
      disposition: { granted: true },
      ground: { standing: 'on-condition' },
    });
    const says =
      'On condition: provided that Small Code, art. 2, was in force on 2025-03-01, which the law loaded here does not show.';
    expect(disposition(draft)).toContain(`**${says}**`);
    expect(reasons(draft)).toMatch(new RegExp(`^.*\n\n${says.replaceAll('.', '\\.')}\n`, 'u'));
    expect(draftMarkdown(draft).indexOf(says)).toBeLessThan(
      draftMarkdown(draft).indexOf('## The issues'),
    );
    expect(reasons(draft)).toContain(
      'not known to be in force (LF6, what is loaded begins later).',
    );
  });

  test('in Spanish', () => {
    const says =
      'Bajo condición: siempre que Small Code, art. 2, haya estado vigente el 2025-03-01, lo que el texto legal de que aquí se dispone no acredita.';
    const draft = draftOf(open, { language: 'es' });
    expect(disposition(draft)).toContain(`**${says}**`);
    expect(reasons(draft)).toContain(says);
  });

  test('needs every such article to punish, and any of them in a civil matter', () => {
    const named = 'Small Code, art. 1, on 2025-03-01; Small Code, art. 2, on 2025-03-01.';
    expect(disposition(draftOf(allOpen))).toContain(
      `provided that each of these was in force, which the law loaded here does not show: ${named}`,
    );
    expect(disposition(draftOf(allOpen, { matter: 'civil' }))).toContain(
      `provided that at least one of these was in force, which the law loaded here does not show: ${named}`,
    );
    expect(disposition(draftOf(allOpen, { language: 'es' }))).toContain('cada uno de estos');
    expect(disposition(draftOf(allOpen, { language: 'es', matter: 'civil' }))).toContain(
      'al menos uno de estos',
    );
  });

  test('stands without condition on another ground of a civil claim', () => {
    const draft = draftOf(open, { matter: 'civil' });
    expect(draft.ground?.standing).toBe('stands');
    expect(disposition(draft)).not.toContain('condition');
    expect(reasons(draftOf(open, { matter: 'civil', language: 'es' }))).toContain(
      'La demanda se funda en sus demás artículos, que estaban vigentes.',
    );
  });

  test('is denied without condition where it is denied in any case', () => {
    const draft = draftOf(open, { proved: false });
    expect(disposition(draft)).not.toContain('condition');
    expect(reasons(draft)).toContain('What is denied here is denied whether they were or not.');
    expect(reasons(draftOf(open, { proved: false, language: 'es' }))).toContain(
      'Lo que aquí se rechaza se rechaza en uno y otro caso.',
    );
  });
});

describe('a cause whose articles were in force', () => {
  test('is drafted as ever: the list of the law is enough', () => {
    const draft = draftOf(shown);
    expect(draft).toMatchObject({ disposition: { granted: true }, ground: { standing: 'stands' } });
    expect(reasons(draft)).toBe('');
  });

  test('is on no ground of law where it rests on no article', () => {
    expect(draftOf([]).ground).toBeNull();
    expect(reasons(draftOf([]))).toBe('');
  });
});
