import type { LawReference, Work } from '../jurisdiction/profile.ts';
import { articleKey } from './article-number.ts';
import type { Library, Shelf } from './library.ts';
import { lookUpIn, type ArticleVersion, type NotInForce, type NotKnown } from './look-up.ts';

/** Dates are ISO 8601 dates: of the facts, and of the act of the court that applies the law. */
export type Occasion = {
  readonly nature: Work['nature'];
  readonly factsOn: string;
  readonly actOn: string;
};

/** Why an article does not simply apply: LF1 to LF3, LF5 to LF7 see look-up.ts, LF4 below. */
export type LawRule = NotInForce['rule'] | 'LF4' | NotKnown['rule'];

/** `on` is the date that matters: of the facts, or for procedure of the act. */
export type LawThatMatters = { readonly on: string } & (InForceThen | NotInForce | NotKnown);

export type InForceThen = {
  readonly kind: 'in force';
  readonly version: ArticleVersion;
  /** Later penal law, of other words: the accused is owed the milder one. */
  readonly later: readonly ArticleVersion[];
  /**
   * LF4: first day, between the facts and the act, on which penal law no longer had the article. What
   * exempts is the milder law.
   */
  readonly repealedSince: string | null;
};

/**
 * Which version of an article matters. Substance follows the date of the facts, procedure the date of
 * the act. Penal law is that of the facts, but a law that came between them and the judgment counts if
 * it is milder to the accused (Chile: Código Penal 18, second paragraph; Constitution 19 No. 3). Which
 * of two texts is milder is judged and not computed: all come back, defence counsel invokes one, and an
 * act of the judge chooses with a reason. That a law punishes no more is computed.
 */
export function lawThatMatters(
  library: Library,
  { work, article }: LawReference,
  { nature, factsOn, actOn }: Occasion,
): LawThatMatters {
  const on = nature === 'procedure' ? actOn : factsOn;
  const shelf = library.works.get(work);
  if (shelf === undefined) return { on, kind: 'not known', rule: 'LF5' };
  const key = articleKey(article);
  const found = lookUpIn(shelf, key, on);
  if (found.kind !== 'in force') return { on, ...found };
  const { version } = found;
  return nature === 'penal'
    ? { on, kind: 'in force', version, ...laterPenalLaw(shelf, key, version, { factsOn, actOn }) }
    : { on, kind: 'in force', version, later: [], repealedSince: null };
}

/** Looks the article up on every day, after the facts and until the act, on which a text begins. */
function laterPenalLaw(
  { official, summary }: Shelf,
  key: string,
  { article }: ArticleVersion,
  { factsOn, actOn }: Pick<Occasion, 'factsOn' | 'actOn'>,
): Pick<InForceThen, 'later' | 'repealedSince'> {
  const later: ArticleVersion[] = [];
  const seen = new Set([article.text]);
  let repealedSince: string | null = null;
  const days = [...official, ...summary]
    .map(({ version }) => version.from)
    .filter((from) => factsOn < from && from <= actOn);
  for (const day of new Set(days.toSorted())) {
    const found = lookUpIn({ official, summary, inForceSince: null }, key, day);
    if (found.kind === 'not in force') repealedSince ??= day;
    if (found.kind !== 'in force' || seen.has(found.version.article.text)) continue;
    seen.add(found.version.article.text);
    later.push(found.version);
  }
  return { later, repealedSince };
}
