import {
  type ContractCase,
  type ContractLaw,
  searchContract,
  type Seer,
} from '../../ports/search.contract.ts';
import { type MemoryPassage, memorySearch } from './search.ts';

type Held = MemoryPassage & { readonly sealed: boolean };

const courtId = '11111111-1111-4111-8111-111111111111';

searchContract('memory', async (cases, law) => {
  let held: readonly Held[] = [...cases.flatMap(passagesOf), ...law.map(articleOf)];
  const isOf = (name: string, { place }: Held) => place.type === 'document' && place.name === name;
  return {
    as: (seer: Seer) =>
      memorySearch(() =>
        held.filter(({ sealed }) => seer === 'clerk' || (seer === 'observer' && !sealed)),
      ),
    seal: async (name) => {
      held = held.map((one) => (isOf(name, one) ? { ...one, sealed: true } : one));
    },
    erase: async (name) => {
      held = held.filter((one) => !isOf(name, one));
    },
  };
});

function passagesOf(of: ContractCase): Held[] {
  const { number: caseId, caption, sides, phase, papers, sealed } = of;
  const shared = { courtId, sides, phase };
  const documents = papers.flatMap((paper) =>
    paper.passages.map((text, at): Held => {
      const { name, kind, language, filed: day } = paper;
      const more = { caseId, documentId: name, name, exhibit: null, kind, page: null };
      const place = { type: 'document', ...more, passage: at + 1 } as const;
      return { ...shared, place, text, language, day, sealed: sealed || paper.sealed };
    }),
  );
  const place = { type: 'case', caseId, number: caseId, caption } as const;
  const text = `${caseId} · ${caption}`;
  return [...documents, { ...shared, place, text, language: 'en', day: '2025-01-01', sealed }];
}

function articleOf({ work, article, text }: ContractLaw): Held {
  const place = {
    type: 'law',
    work,
    from: '2020-01-01',
    article,
    label: `Artículo ${article}.`,
  } as const;
  const shared = { courtId, sides: [], phase: null, language: 'es', day: '2020-01-01' } as const;
  return { ...shared, place, text, sealed: false };
}
