import type { Argument, Graph } from '../argument/graph.ts';
import type { Case } from '../case/case.ts';
import { languageOfCase } from '../case/language-of-case.ts';
import type { LawReference } from '../jurisdiction/profile.ts';
import { articleKey } from '../law/article-number.ts';
import { evidenceWords } from './evidence-words.ts';

/** An article on which the cause rests, as far as the record speaks of it. */
export type Norm = {
  /** `codigo-penal/456-bis-a`. */
  readonly id: string;
  readonly title: string;
  readonly article: string;
  /** Whether it was in force on the date that matters; `not-known`: the law loaded does not tell. */
  readonly standing: 'in-force' | 'not-in-force' | 'not-known';
  /** ISO date on which it would have to be in force, where it is not known to be. */
  readonly on: string | null;
  /** Rule by which it is not in force or not known to be (law/look-up.ts), and why in a sentence. */
  readonly rule: string | null;
  readonly because: string;
  /** Articles by which nobody is punished without it. */
  readonly legality: readonly string[];
  /** Its versions among the sources of the case. */
  readonly sources: readonly string[];
};

/** Statement of the graph: the cause rests on law that was in force. */
export const founded = 'founded';

/** Statement of the graph: an article was in force on the date that matters. */
export const normNode = (id: string) => `norm:${id}`;

/** The articles of the cause, each once, without those of which the record says nothing. */
export function normsOf(state: Case): readonly Norm[] {
  const named = new Map((state.cause?.law ?? []).map((one) => [idOf(one), one]));
  return [...named].flatMap(([id, reference]) => normOf(state, id, reference));
}

const idOf = ({ work, article }: LawReference) => `${work}/${articleKey(article)}`;

function normOf(
  { law, lawWanting }: Case,
  id: string,
  { work, article }: LawReference,
): readonly Norm[] {
  const isIt = (one: LawReference) => one.work === work && one.article === article;
  const versions = [...law.values()].filter(isIt);
  const sources = versions.map(({ source }) => source);
  const wanting = lawWanting.find(isIt);
  if (wanting !== undefined) {
    const { title, known, on, rule, because, legality } = wanting;
    const standing = known ? 'not-in-force' : 'not-known';
    return [{ id, title, article, standing, on, rule, because, legality, sources }];
  }
  const lapsed = versions.find(({ inForce }) => !inForce);
  const standing = lapsed === undefined ? 'in-force' : 'not-in-force';
  const because = lapsed?.because ?? '';
  return versions.slice(0, 1).map(({ title }) => ({
    id,
    title,
    article,
    standing,
    on: null,
    rule: null,
    because,
    legality: [],
    sources,
  }));
}

/** What the graph of a case says of the law; empty where the cause rests on no article. */
export type Ground = Pick<Graph, 'statements' | 'assumptions' | 'arguments'>;

/**
 * Whether law in force carries the cause. Each article is a statement that its text supports, unless it
 * is known not to have been in force; where that is not known, it is assumed, as a condition. Nobody is
 * punished unless every article of the offence was in force (nullum crimen sine lege); a civil claim
 * stands on any of its articles.
 */
export function groundOf(state: Case): Ground {
  const words = evidenceWords(languageOfCase(state));
  const statements = new Map<string, { readonly text: string }>();
  const assumptions = new Set<string>();
  const made = new Map<string, Argument>();
  const assume = (id: string, text: string) => {
    statements.set(id, { text });
    assumptions.add(id);
  };
  const rule = (id: string, conclusion: string, from: readonly string[], unless: string | null) =>
    made.set(id, {
      conclusion,
      premises: from.map((statement) => ({ statement })),
      undercutter: unless,
      scheme: 'rule',
      weighing: { kind: 'linked' },
    });

  const norms = normsOf(state);
  for (const { id, title, article, standing, on, because, sources } of norms) {
    const name = `${title}, art. ${article}`;
    const node = normNode(id);
    for (const source of sources) assume(source, name);
    if (standing === 'not-known') {
      assume(node, words.onCondition(name, String(on)));
      continue;
    }
    const lapsed = `not-in-force:${id}`;
    if (standing === 'not-in-force') assume(lapsed, words.notInForce(name, because));
    statements.set(node, { text: words.inForce(name) });
    rule(`in-force:${id}`, node, sources, standing === 'not-in-force' ? lapsed : null);
  }
  const nodes = norms.map(({ id }) => normNode(id));
  if (nodes.length > 0) statements.set(founded, { text: words.founded });
  const carrying = state.filing?.matter === 'criminal' ? [nodes] : nodes.map((node) => [node]);
  for (const [index, all] of carrying.entries()) {
    if (all.length > 0) rule(`founded:${index + 1}`, founded, all, null);
  }
  return { statements, assumptions, arguments: made };
}
