import { papersOf, type Papers } from '../../core/case/papers.ts';
import type { Case } from '../../core/case/case.ts';
import type { PassagesNoted, PassageTold, SearchReported } from '../../core/case/case-event.ts';
import { deriveElement } from '../../core/complaint/derive-element.ts';
import type { Allegation } from '../../core/complaint/decompose.ts';
import { findEvidence, type Searched } from '../../core/finding/find-evidence.ts';
import type { Element, Profile } from '../../core/jurisdiction/profile.ts';

/** What the offline mind found in the papers of one case, before anybody speaks. */
export type Plan = Searched & { readonly papers: Papers };

/** Reads the papers of a case once; the same papers give the same plan. */
export function planOf(state: Case, profile: Profile): Plan {
  const papers = papersOf(state);
  const allegations = allegationsOf(state);
  const searched = findEvidence({
    elements: elementsOf(state, profile, allegations, papers),
    documents: papers.documents,
    complaint: papers.complaint,
    aliases: papers.aliases,
    allegations,
    language: profile.language,
  });
  return { ...searched, papers };
}

function allegationsOf({ allegations, exhibits }: Case): readonly Allegation[] {
  return allegations.map(({ n, text, exhibit, start, end }) => ({
    n,
    document: exhibits.get(exhibit)?.name.prose ?? exhibit,
    text: text.prose,
    start,
    end,
  }));
}

/** The issues of the case with their cues: from the cause, or made of the allegation itself. */
function elementsOf(
  state: Case,
  { causes }: Profile,
  allegations: readonly Allegation[],
  { aliases }: Papers,
): readonly Element[] {
  const cause = causes.find(({ id }) => id === state.cause?.cause);
  const known = [...(cause?.elements ?? []), ...(cause?.exceptions ?? [])];
  return [...state.issues.values()].flatMap(
    ({ element: id, text, standard }): readonly Element[] => {
      const element = known.find((one) => one.id === id);
      if (element !== undefined) return [{ ...element, text: text.prose }];
      const own = allegations
        .map((allegation) => deriveElement(allegation, aliases, standard))
        .find((derived) => derived.id === id);
      return own === undefined ? [] : [own];
    },
  );
}

/** What was looked for on each issue on which nobody made a statement. */
export function searchesOf(state: Case, { silent, papers }: Plan): readonly SearchReported[] {
  const spoken = new Set(
    [...state.statements.values()].flatMap(({ conclusion }) =>
      conclusion.about === 'element' ? [conclusion.element] : [],
    ),
  );
  return silent
    .filter(({ element }) => state.issues.has(element) && !spoken.has(element))
    .map(({ element, searchedFor, passages, nearest }) => ({
      type: 'search-reported',
      data: {
        element,
        words: searchedFor,
        passages,
        nearest: nearest === null ? null : nearestAnchor(papers, nearest),
      },
    }));
}

/** What bears on an issue though nothing in it says for whom; of admitted exhibits alone. */
export function notesOf(state: Case, { findings, papers }: Plan): readonly PassagesNoted[] {
  const open = findings.flatMap(({ element, position, document, start, end, quote }) => {
    const source = papers.exhibits[document]?.exhibit;
    return position === 'open' &&
      source !== undefined &&
      state.exhibits.get(source)?.standing.kind === 'admitted'
      ? [{ element, passage: { source, start, end, quote: { prose: quote } } }]
      : [];
  });
  return [...Map.groupBy(open, ({ element }) => element)]
    .filter(([element]) => state.issues.has(element))
    .map(([element, own]) => ({
      type: 'passages-noted',
      data: { element, passages: own.map(({ passage }) => passage) },
    }));
}

function nearestAnchor(
  { exhibits }: Papers,
  { name, passage: n }: { readonly name: string; readonly passage: number },
): PassageTold | null {
  const exhibit = exhibits.find((one) => one.name.prose === name);
  const passage = exhibit?.numbered.find((one) => one.n === n);
  if (exhibit === undefined || passage === undefined) return null;
  const { start, end } = passage;
  const quote = { prose: exhibit.text.prose.slice(start, end) };
  return { source: exhibit.exhibit, start, end, quote };
}
