import { readArticles, readLeadingDetails, type Article } from './article-list.ts';
import type { Citation, Groups } from './citation.ts';
import { matchAt } from './match-at.ts';
import { withoutOverlaps } from './overlaps.ts';
import type { NamedWork, WorkReader } from './work-reader.ts';

/** The word before a list of articles; `section` is also that of a contract, so it needs a work. */
const head =
  /(?<![\p{L}\d])(?:(art[íi]culos?|arts?\.)|(?:articles?|art|sections?|secciones|secci[óo]n|secs?\.|ss?\.|§{1,2}))\s?(?=\d|[a-zú]{5,8}(?:\s|,|$))/giu;

const following = /,?\s(?:y\ssiguientes|y\ss(?:igs?|s|gtes)\.?|et\sseq\.|and\sfollowing)/iuy;
/** Articles of these are no law. */
const privateWork =
  /,?\s(?:del|de\slos|de\slas|de\sla|of\sthe|of)\s(?:presente\s|this\s)?(?:contrato|convenio\scolectivo|estatutos|bases|acuerdo|p[óo]liza|contract|agreement|lease|policy|bylaws)/iuy;

/**
 * Norms cited by article and work, in Spanish and in English, one citation per article: «arts. 297 y
 * 340 CPP», «section 12 of the Model Code»; and works cited by name or number alone («Ley 19.496»).
 * `work` is `null` where the text names none («artículo 12»), `article` where it names just the work.
 */
export function findNorms(text: string, works: WorkReader): Citation[] {
  const found = [...text.matchAll(head)].flatMap((match) => readNorms(text, match, works));
  const named = works
    .all(text)
    .map(({ slug, start, end }) => norm(text, { work: slug, article: null }, start, end));
  return withoutOverlaps([...found, ...named]);
}

function readNorms(text: string, match: RegExpExecArray, works: WorkReader): Citation[] {
  const articles = readArticles(text, match.index + match[0].length);
  const last = articles.at(-1);
  if (last === undefined) return [];
  const more = matchAt(following, text, last.end);
  const close = more?.end ?? last.end;
  const work = works.after(text, close);
  if (work === undefined && !standsAlone(text, match, articles, close)) return [];
  const leading = readLeadingDetails(text, match.index);
  return articles.map((article, index) => {
    const isLast = index === articles.length - 1;
    const start = index === 0 ? leading.start : article.start;
    const end = isLast ? (work?.end ?? close) : article.end;
    const { start: _start, ...before } = leading;
    return norm(
      text,
      groupsOf(work, article, index === 0 ? before : {}),
      start,
      end,
      article.range,
      isLast && more !== undefined,
    );
  });
}

/** Without a work «artículo 12» counts but as a heading or in a contract; «section 12» needs a subsection. */
function standsAlone(
  text: string,
  match: RegExpExecArray,
  articles: readonly Article[],
  close: number,
): boolean {
  if (matchAt(privateWork, text, close) !== undefined) return false;
  if (match[1] === undefined)
    return /^ss?\./.test(match[0]) && articles.some(({ paragraph, letter }) => paragraph ?? letter);
  return (
    !match[0].startsWith('A') ||
    !/(?:^|\n)[\s#*>-]{0,9}$/.test(text.slice(Math.max(0, match.index - 10), match.index))
  );
}

function groupsOf(
  work: NamedWork | undefined,
  article: Article,
  leading: Partial<Article>,
): Groups {
  const groups: { [name: string]: string | null } = {
    work: work?.slug ?? null,
    article: article.article,
  };
  for (const part of ['paragraph', 'letter', 'number'] as const) {
    const value = article[part] ?? leading[part];
    if (value !== undefined) groups[part] = value;
  }
  return groups;
}

function norm(
  text: string,
  groups: Groups,
  start: number,
  end: number,
  range?: string,
  open = false,
): Citation {
  return {
    type: 'NormCitation',
    groups,
    start,
    end,
    text: text.slice(start, end),
    meta: { ...(range === undefined ? {} : { range }), ...(open ? { range: 'following' } : {}) },
  };
}
