import { describe, expect, test } from 'vitest';
import type { Stage } from '../core/case/docket-entry.ts';
import type { DocumentKind, Language } from '../core/document/document.ts';
import { readQuery } from '../core/search/read-query.ts';
import { type Found, type Hit, noFilters, type Search, type SearchFilters } from './search.ts';

/** What a world of this suite is made of; ids are the adapter's own. */
export type ContractCase = {
  readonly number: string;
  readonly caption: string;
  readonly sides: readonly string[];
  readonly phase: Stage;
  readonly sealed: boolean;
  readonly papers: readonly ContractPaper[];
};

export type ContractPaper = {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly sealed: boolean;
  /** ISO date. */
  readonly filed: string;
  readonly passages: readonly string[];
};

export type ContractLaw = {
  readonly work: string;
  readonly article: string;
  readonly text: string;
};

/** A clerk sees everything of the court, an observer what is not sealed, a stranger is of another court. */
export type Seer = 'clerk' | 'observer' | 'stranger';

export type SearchWorld = {
  as(seer: Seer): Search;
  seal(paper: string): Promise<void>;
  erase(paper: string): Promise<void>;
};

const law: readonly ContractLaw[] = [
  {
    work: 'codigo-de-arriendo',
    article: '1',
    text: 'Artículo 1. El arrendatario pagará la renta.',
  },
  { work: 'codigo-de-arriendo', article: '2', text: 'Artículo 2. De las notificaciones al juez.' },
];

const paper = { kind: 'other', language: 'en', sealed: false, filed: '2024-03-01' } as const;

const cases: readonly ContractCase[] = [
  {
    number: 'C-1234-2024',
    caption: 'Larch v. Rowan',
    sides: ['Larch', 'Rowan'],
    phase: 'filed',
    sealed: false,
    papers: [
      {
        ...paper,
        name: 'lease.txt',
        kind: 'contract',
        passages: [
          'The tenant shall pay the rent on the first day of each month.',
          'Notice of termination is given in writing to Mr Quillfeather.',
          'The landlord repairs the roof.',
        ],
      },
      {
        ...paper,
        name: 'ledger.txt',
        filed: '2023-05-02',
        sealed: true,
        passages: ['The rent was paid to Zebrowski in a brown envelope.'],
      },
    ],
  },
  {
    number: 'C-77-2025',
    caption: 'Olmo con Sauce',
    sides: ['Olmo', 'Sauce'],
    phase: 'in-hearing',
    sealed: true,
    papers: [
      {
        ...paper,
        name: 'demanda.txt',
        language: 'es',
        passages: ['La notificación de la demanda se practicó en el domicilio de Peñaloza.'],
      },
    ],
  },
];

/** Every search passes this suite; `open` gives one with this world in it and nothing else. */
export function searchContract(
  name: string,
  open: (cases: readonly ContractCase[], law: readonly ContractLaw[]) => Promise<SearchWorld>,
): void {
  const opened = () => open(cases, law);

  describe(`search: ${name}`, () => {
    test('[SR1] finds the forms of a word in both languages, with and without accents', async () => {
      const search = (await opened()).as('clerk');
      for (const text of ['paying rents', 'RENT', 'pay']) {
        expect(namesOf(await ask(search, text))).toContain('lease.txt');
      }
      for (const text of ['notificaciones', 'notificacion', 'NOTIFICACIÓN']) {
        expect(namesOf(await ask(search, text))).toEqual(
          expect.arrayContaining(['demanda.txt', 'art. 2']),
        );
      }
    });

    test('[SR1] puts the passage with the rarer words first, and shows where they stand', async () => {
      const search = (await opened()).as('clerk');
      const { hits } = await ask(search, 'rent termination');
      const [first] = hits;
      expect(first).toMatchObject({ type: 'document', name: 'lease.txt', passage: 2 });
      expect(shown(first)).toEqual(['termination']);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    });

    test('[SR2] words in quotes stand together', async () => {
      const search = (await opened()).as('clerk');
      expect((await ask(search, '"shall pay the rent"')).total).toBe(1);
      expect((await ask(search, '"rent the pay"')).total).toBe(0);
      expect((await ask(search, '«la notificacion de la demanda»')).total).toBe(1);
    });

    test('[SR3] finds names and docket numbers in spite of a slip', async () => {
      const search = (await opened()).as('clerk');
      const slips = [
        ['Quilfeather', 'quillfeather', 'lease.txt'],
        ['uqillfeather', 'quillfeather', 'lease.txt'],
        ['Quillfeathre', 'quillfeather', 'lease.txt'],
        ['Zebrofski', 'zebrowski', 'ledger.txt'],
        ['penalosa', 'penaloza', 'demanda.txt'],
        ['C-1243-2024', 'c12342024', 'Larch v. Rowan'],
      ] as const;
      for (const [slip, meant, where] of slips) {
        const found = await ask(search, slip);
        const words = found.corrections.map(({ found: word }) => word);
        expect([slip, ...words]).toContain(meant);
        expect([slip, ...namesOf(found)]).toContain(where);
      }
      const [hit] = (await ask(search, 'C-1234-2024')).hits;
      expect(hit).toMatchObject({ type: 'case', caption: 'Larch v. Rowan' });
    });

    test('[SR4] counts and facets are of what the caller may see', async () => {
      const world = await opened();
      const clerk = await ask(world.as('clerk'), 'rent', { language: 'en' });
      expect(clerk.total).toBe(2);
      expect(clerk.facets).toMatchObject({
        kinds: [
          { value: 'contract', count: 1 },
          { value: 'other', count: 1 },
        ],
        parties: [
          { value: 'Larch', count: 2 },
          { value: 'Rowan', count: 2 },
        ],
        phases: [{ value: 'filed', count: 2 }],
        years: [
          { value: '2023', count: 1 },
          { value: '2024', count: 1 },
        ],
      });
      const observer = await ask(world.as('observer'), 'rent', { language: 'en' });
      expect(observer).toMatchObject({
        total: 1,
        facets: { years: [{ value: '2024', count: 1 }] },
      });
      expect(await ask(world.as('stranger'), 'rent')).toEqual(nothing);
    });

    test('[SR4] nothing unseen shows in corrections, suggestions or scores', async () => {
      const world = await opened();
      const observer = world.as('observer');
      expect(await ask(observer, 'Zebrofski')).toEqual(nothing);
      expect(await observer.suggest({ text: 'zeb', courtId: null, limit: 10 })).toEqual([]);
      expect(await observer.suggest({ text: 'sau', courtId: null, limit: 10 })).toEqual([]);
      const before = await ask(observer, 'rent repairs');
      await world.erase('ledger.txt');
      expect(await ask(observer, 'rent repairs')).toEqual(before);
    });

    test('[SR4] filters leave only what passes them', async () => {
      const search = (await opened()).as('clerk');
      const everything = 'rent renta notificacion larch olmo envelope';
      const only = async (filters: Partial<SearchFilters>) =>
        namesOf(await ask(search, everything, filters)).toSorted();
      expect(await only({ kind: 'contract' })).toEqual(['lease.txt']);
      expect(await only({ kind: 'law' })).toEqual(['art. 1', 'art. 2']);
      expect(await only({ kind: 'case' })).toEqual(['Larch v. Rowan', 'Olmo con Sauce']);
      expect(await only({ party: 'Sauce' })).toEqual(['Olmo con Sauce', 'demanda.txt']);
      expect(await only({ phase: 'in-hearing' })).toEqual(['Olmo con Sauce', 'demanda.txt']);
      expect(await only({ from: '2023-01-01', to: '2023-12-31' })).toEqual(['ledger.txt']);
      expect(await only({ language: 'es', kind: 'other' })).toEqual(['demanda.txt']);
    });

    test('[SR5] pages follow each other without a gap', async () => {
      const search = (await opened()).as('clerk');
      const text = 'rent notice landlord roof renta notificacion larch olmo';
      const whole = await ask(search, text);
      const paged: Hit[] = [];
      for (let cursor: string | null = null; ;) {
        const query = queryOf(text);
        const page: Found = await search.find({ query, filters: noFilters, limit: 2, cursor });
        expect(page.total).toBe(whole.total);
        paged.push(...page.hits);
        cursor = page.next;
        if (cursor === null) break;
      }
      expect(paged).toEqual(whole.hits);
      const foreign = { query: queryOf(text), filters: noFilters, limit: 2, cursor: 'x' };
      expect(await search.find(foreign)).toEqual(nothing);
    });

    test('[SR6] what is sealed or erased is gone at once', async () => {
      const world = await opened();
      expect((await ask(world.as('observer'), 'landlord roof')).total).toBe(1);
      await world.seal('lease.txt');
      expect(await ask(world.as('observer'), 'landlord roof')).toEqual(nothing);
      expect((await ask(world.as('clerk'), 'landlord roof')).total).toBe(1);
      await world.erase('lease.txt');
      expect(await ask(world.as('clerk'), 'landlord roof')).toEqual(nothing);
    });

    test('[SR7] completes the word that is being written', async () => {
      const search = (await opened()).as('clerk');
      const found = await search.suggest({ text: 'notice to Quil', courtId: null, limit: 10 });
      expect(found).toEqual([{ type: 'word', text: 'notice to quillfeather' }]);
      const ofCase = await search.suggest({ text: 'lar', courtId: null, limit: 10 });
      expect(ofCase[0]).toMatchObject({ type: 'case', text: 'Larch v. Rowan' });
      expect(await search.suggest({ text: 'l', courtId: null, limit: 10 })).toEqual([]);
    });

    test.each([
      '',
      '   ',
      '"',
      '""""',
      '!!! & | <-> :*',
      '.*(a+)+$',
      '%_\\',
      'the of and',
      '\u202E\u0301',
      '𝕬',
    ])('[SR7] «%s» has an answer, and it is empty', async (text) => {
      expect(await ask((await opened()).as('clerk'), text)).toEqual(nothing);
    });
  });
}

const nothing = {
  hits: [],
  total: 0,
  next: null,
  facets: { kinds: [], phases: [], parties: [], years: [] },
  corrections: [],
};

function queryOf(text: string) {
  const query = readQuery(text);
  if ('rule' in query) throw new Error(query.says);
  return query;
}

function ask(search: Search, text: string, filters: Partial<SearchFilters> = {}): Promise<Found> {
  const all = { ...noFilters, ...filters };
  return search.find({ query: queryOf(text), filters: all, limit: 50, cursor: null });
}

function namesOf({ hits }: Found): string[] {
  const names = hits.map((hit) => {
    if (hit.type === 'document') return hit.name;
    return hit.type === 'law' ? `art. ${hit.article}` : hit.caption;
  });
  return [...new Set(names)];
}

function shown(hit: Hit | undefined): string[] {
  if (hit === undefined) return [];
  const { text, highlights } = hit.excerpt;
  return highlights.map(({ start, end }) => text.slice(start, end));
}
