import type { Article, Standing, WorkVersion } from './work-version.ts';

/** The law that is loaded: works, each with its versions in the order of their dates. */
export type Library = { readonly works: ReadonlyMap<string, Shelf> };

/** The versions of one work. */
export type Shelf = Readonly<Record<Standing, Series>> & {
  /** ISO date before which no article of the work was law, where a version says it. */
  readonly inForceSince: string | null;
};

/** Versions of one work and standing, earliest first; each is in force until the next begins. */
export type Series = readonly ShelvedVersion[];

export type ShelvedVersion = {
  readonly version: WorkVersion;
  /** Start of the next version: the first day on which this one is no longer in force. */
  readonly until: string | null;
  /** Articles by key, the work's own first, and by id where that differs. */
  readonly articles: ReadonlyMap<string, readonly Article[]>;
  /** Articles by the number that a citation may cut them down to: `161-A` under `161`. */
  readonly citedShort: ReadonlyMap<string, readonly Article[]>;
};

/** Of two versions of a work with the same date and standing the later one in the list counts. */
export function libraryOf(versions: readonly WorkVersion[]): Library {
  const byWork = Map.groupBy(versions, ({ work }) => work);
  const works = [...byWork].map(([work, all]) => {
    const shelf = {
      official: seriesOf(all, 'official'),
      summary: seriesOf(all, 'summary'),
      inForceSince: beginningOf(all),
    };
    return [work, shelf] as const;
  });
  return { works: new Map(works) };
}

/** The earliest that any version says: where they differ, the rest is not known for certain. */
function beginningOf(versions: readonly WorkVersion[]): string | null {
  const said = versions.flatMap(({ workInForceSince }) => workInForceSince ?? []);
  return said.toSorted()[0] ?? null;
}

function seriesOf(versions: readonly WorkVersion[], standing: Standing): Series {
  const byDate = new Map<string, WorkVersion>();
  for (const version of versions)
    if (version.standing === standing) byDate.set(version.from, version);
  const ordered = [...byDate.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return ordered.map((version, index) => ({
    version,
    until: ordered[index + 1]?.from ?? null,
    articles: shelve(version.articles),
    citedShort: Map.groupBy(
      version.articles.filter(({ shortKey }) => shortKey !== null),
      ({ shortKey }) => String(shortKey),
    ),
  }));
}

function shelve(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const shelf = new Map<string, Article[]>();
  const put = (name: string, article: Article) => {
    const beside = shelf.get(name);
    if (beside === undefined) shelf.set(name, [article]);
    else if (article.id === name) beside.unshift(article);
    else beside.push(article);
  };
  for (const article of articles) {
    put(article.key, article);
    if (article.id !== article.key) put(article.id, article);
  }
  return shelf;
}

/** The version in force on a date (ISO 8601), if the series reaches back that far. */
export function inForceOn(series: Series, on: string): ShelvedVersion | undefined {
  return series.findLast(({ version }) => version.from <= on);
}
