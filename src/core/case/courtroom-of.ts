import { wholePassage } from '../document/whole-passage.ts';
import type { Courtroom, Source, Standing } from '../gate/courtroom.ts';
import type { Proposal } from '../gate/proposal.ts';
import type { Scheme } from '../jurisdiction/profile.ts';
import type { Refusal } from '../refusal.ts';
import type { LawEntered } from './case-event.ts';
import type { Case, Exhibit } from './case.ts';
import { languageOfCase } from './language-of-case.ts';

/** The courtroom as the gate sees it, for this case at this moment. */
export function courtroomOf(
  state: Case,
  mayAdvance: (proposal: Proposal) => readonly Refusal[],
): Courtroom {
  const said = new Map(
    [...state.statements.values()].map((made) => [sameness(made), made.statement]),
  );
  return {
    language: languageOfCase(state),
    source: (id) => sourceOf(state, id),
    scheme: (id) => schemeOf(state, id),
    inIssue: (element) => state.issues.has(element),
    questionsOf: (statement) => questionsOf(state, statement),
    saidBefore: (proposal) =>
      proposal.anchors.length > 0 ? said.get(sameness(proposal)) : undefined,
    mayAdvance,
  };
}

/** An exhibit or an article as a source; `undefined` where the record holds no such thing. */
export function sourceOf(state: Case, id: string): Source | undefined {
  const exhibit = state.exhibits.get(id);
  if (exhibit !== undefined) return exhibitSource(exhibit);
  const article = state.law.get(id);
  return article === undefined ? undefined : articleSource(article);
}

function exhibitSource(exhibit: Exhibit): Source {
  return {
    id: exhibit.exhibit,
    label: `${exhibit.exhibit} ${exhibit.name.prose}`,
    text: exhibit.text.prose,
    passages: exhibit.numbered,
    standing: standingOf(exhibit),
    seenBy: 'everyone',
  };
}

function standingOf({ standing }: Exhibit): Standing {
  switch (standing.kind) {
    case 'pleading':
      return { kind: 'pleading' };
    case 'filed':
    case 'offered':
      return { kind: 'filed' };
    case 'admitted':
      return { kind: 'evidence' };
    case 'excluded':
      return { kind: 'excluded', because: standing.because };
  }
}

function articleSource({
  source,
  title,
  article,
  text,
  inForce,
  because,
}: LawEntered['data']): Source {
  return {
    id: source,
    label: `${title}, art. ${article}`,
    text,
    passages: [wholePassage(text)],
    standing: { kind: 'law', inForce, because },
    seenBy: 'everyone',
  };
}

/** The scheme of that name which the jurisdiction knows. */
export const schemeOf = ({ constitution }: Case, id: string): Scheme | undefined =>
  constitution?.profile.schemes.find((scheme) => scheme.id === id);

function questionsOf(state: Case, statement: string): readonly string[] | undefined {
  const made = state.statements.get(statement);
  if (made === undefined) return undefined;
  return (schemeOf(state, made.scheme)?.questions ?? []).map(({ id }) => id);
}

type Sayable = {
  readonly conclusion: Proposal['conclusion'];
  readonly anchors: readonly {
    readonly source: string;
    readonly start: number;
    readonly end: number;
  }[];
};

const byText = (one: string, other: string) => (one < other ? -1 : 1);

/** Two statements are the same when they conclude the same from the same passages. */
function sameness({ conclusion, anchors }: Sayable): string {
  const places = anchors.map(({ source, start, end }) => `${source}:${start}-${end}`);
  const parts = Object.entries(conclusion).map(([name, value]) => `${name}=${value}`);
  return JSON.stringify([parts.toSorted(byText), places.toSorted(byText)]);
}
