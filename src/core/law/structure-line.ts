/** A line that names a part of a work: book, title, chapter, section. */
export type StructureLine = {
  /** 1 to 6 as in Markdown; a plain line gets a level by its word, below those of Markdown. */
  readonly level: number;
  readonly title: string;
  /** By its words a part of a law, and not a heading inside an article. */
  readonly ofLaw: boolean;
};

const ranks: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(?:libro|book)$/iu, 7],
  [/^(?:parte|part)$/iu, 7],
  [/^(?:t[íi]\u0301?tulo|title)$/iu, 8],
  [/^(?:cap[íi]\u0301?tulo|chapter)$/iu, 9],
  [/^(?:p[áa]\u0301?rrafo|secci[óo]\u0301?n|division)$/iu, 10],
];

const numbered =
  /^(?:[IVXLC]+|\d{1,3}|[A-Z]|preliminar|final|[úu]nic[oa]|prim\p{L}+|segund[oa]|terc\p{L}+|cuart[oa]|quint[oa]|se[xs]t[oa]|s[ée]ptim[oa]|octav[oa]|noven[oa]|d[ée]cim[oa]|one|two|three|four|five|six|seven|eight|nine|ten)(?!\p{L})/iu;

const transitoryWords = /^(?:\p{L}+\s){0,2}transitori[oa]s?(?!\p{L})/iu;

/** Reads a line as the title of a part: a Markdown heading, `LIBRO PRIMERO`, `§ 2. De …`. */
export function structureLine(line: string): StructureLine | undefined {
  const level = line.search(/[^#]/);
  const title = line.slice(Math.max(0, level), 2_000).trim();
  if (level > 0 && level <= 6 && /^\s/.test(line.slice(level)) && title !== '') {
    return { level, title, ofLaw: isOfLaw(title) };
  }
  const rank = title.length > 120 ? undefined : rankOf(title);
  return rank === undefined ? undefined : { level: rank, title, ofLaw: true };
}

/** Whether articles under this title are transitory provisions, with numbers of their own. */
export function isTransitory(title: string): boolean {
  return transitoryWords.test(title.slice(0, 120));
}

function isOfLaw(title: string): boolean {
  return rankOf(title) !== undefined;
}

function rankOf(title: string): number | undefined {
  if (title.startsWith('§')) return 10;
  if (isTransitory(title)) return 8;
  const [, word = '', rest = ''] = /^(\p{L}\S*)\s+(\S.*)?$/su.exec(title) ?? [];
  return numbered.test(rest) ? ranks.find(([pattern]) => pattern.test(word))?.[1] : undefined;
}
