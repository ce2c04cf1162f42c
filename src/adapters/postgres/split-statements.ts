/** One statement of a file of SQL. */
export type Statement = {
  /** As it is written, with comments before it and inside it, without the semicolon at its end. */
  readonly text: string;
  /** Without comments, white space of any kind as one space: equal where nothing that counts differs. */
  readonly bare: string;
  /** Line of the file on which its first word stands, from 1. */
  readonly line: number;
};

export type Split =
  | { readonly kind: 'split'; readonly statements: readonly Statement[] }
  | { readonly kind: 'unclosed'; readonly what: string; readonly line: number };

type Piece = {
  readonly kind: 'word' | 'quoted' | 'comment' | 'space' | 'sign';
  readonly end: number;
};

/**
 * The statements of a text of SQL by PostgreSQL's lexical rules (manual, 4.1): semicolons part statements,
 * but not in strings, quoted names, dollar quotes, comments, which nest, brackets, or the body of a function
 * written in standard SQL (`begin atomic … end`). Reads every character once.
 */
export function splitStatements(sql: string): Split {
  const statements: Statement[] = [];
  let open = beginning(0);
  for (let at = 0; at < sql.length;) {
    const piece = readPiece(sql, at);
    if (typeof piece === 'string') return { kind: 'unclosed', what: piece, line: lineAt(sql, at) };
    const text = sql.slice(at, piece.end);
    if (text === ';' && open.depth === 0 && open.bodies === 0) {
      keep(open, at);
      open = beginning(piece.end);
    } else {
      take(open, piece.kind, text, at);
    }
    at = piece.end;
  }
  keep(open, sql.length);
  return { kind: 'split', statements };

  function keep({ start, bare, first }: Open, end: number): void {
    if (first === null) return;
    const text = sql.slice(start, end).trim();
    statements.push({ text, bare: bare.join('').trim(), line: lineAt(sql, first) });
  }
}

type Open = {
  readonly start: number;
  readonly bare: string[];
  first: number | null;
  /** Open brackets. */
  depth: number;
  /** Open `begin atomic` and `case` of a function's body. */
  bodies: number;
  readonly words: string[];
};

function beginning(start: number): Open {
  return { start, bare: [], first: null, depth: 0, bodies: 0, words: [] };
}

function take(open: Open, kind: Piece['kind'], text: string, at: number): void {
  if (kind === 'space' || kind === 'comment') {
    if (open.bare.at(-1) !== ' ') open.bare.push(' ');
    return;
  }
  open.first ??= at;
  open.bare.push(text);
  if (text === '(' || text === '[') open.depth += 1;
  if ((text === ')' || text === ']') && open.depth > 0) open.depth -= 1;
  if (kind === 'word') followBody(open, text.toLowerCase());
}

const makesFunction = /^create (?:or replace )?(?:function|procedure) /;

function followBody(open: Open, word: string): void {
  const before = open.words.at(-1);
  if (open.words.length < 8) open.words.push(word);
  else open.words[7] = word;
  if (!makesFunction.test(`${open.words.join(' ')} `)) return;
  if (word === 'atomic' && before === 'begin') open.bodies += 1;
  else if (open.bodies > 0 && word === 'case') open.bodies += 1;
  else if (open.bodies > 0 && word === 'end') open.bodies -= 1;
}

const space = /\s+/y;
const word = /[\p{L}_\u0080-\u{10FFFF}][\p{L}\w$\u0080-\u{10FFFF}]*/uy;
const number = /\d[\w.]*/y;
const dollarTag = /\$(?:[\p{L}_\u0080-\u{10FFFF}][\p{L}\w\u0080-\u{10FFFF}]*)?\$/uy;

/** The piece that begins at `at`, or what is begun there and never closed. */
function readPiece(sql: string, at: number): Piece | string {
  const sign = sql.charAt(at);
  if (sign === '-' && sql.startsWith('--', at)) {
    const end = sql.indexOf('\n', at);
    return { kind: 'comment', end: end < 0 ? sql.length : end };
  }
  if (sign === '/' && sql.startsWith('/*', at)) return comment(sql, at);
  if (sign === "'") return quoted(sql, at, "'", false);
  if (sign === '"') return quoted(sql, at, '"', false);
  if ((sign === 'e' || sign === 'E') && sql.charAt(at + 1) === "'") {
    return quoted(sql, at + 1, "'", true);
  }
  if (sign === '$') {
    const tag = match(dollarTag, sql, at);
    if (tag !== null) {
      const end = sql.indexOf(sql.slice(at, tag), tag);
      return end < 0 ? 'dollar-quoted string' : { kind: 'quoted', end: end + tag - at };
    }
  }
  for (const [kind, shape] of [
    ['space', space],
    ['word', word],
    ['word', number],
  ] as const) {
    const end = match(shape, sql, at);
    if (end !== null) return { kind, end };
  }
  return { kind: 'sign', end: at + 1 };
}

function match(shape: RegExp, sql: string, at: number): number | null {
  shape.lastIndex = at;
  return shape.test(sql) ? shape.lastIndex : null;
}

function comment(sql: string, at: number): Piece | string {
  let depth = 0;
  for (let here = at; here < sql.length;) {
    if (sql.startsWith('/*', here)) {
      depth += 1;
      here += 2;
    } else if (sql.startsWith('*/', here)) {
      depth -= 1;
      here += 2;
      if (depth === 0) return { kind: 'comment', end: here };
    } else {
      here += 1;
    }
  }
  return 'comment';
}

/** A doubled quote stands for itself; in a string with escapes, so does what follows a backslash. */
function quoted(sql: string, at: number, mark: string, escapes: boolean): Piece | string {
  for (let here = at + 1; here < sql.length; here += 1) {
    const sign = sql.charAt(here);
    if (sign === '\\' && escapes) here += 1;
    else if (sign === mark && sql.charAt(here + 1) === mark) here += 1;
    else if (sign === mark) return { kind: 'quoted', end: here + 1 };
  }
  return mark === '"' ? 'quoted name' : 'string';
}

function lineAt(sql: string, at: number): number {
  let line = 1;
  for (let end = sql.indexOf('\n'); end >= 0 && end < at; end = sql.indexOf('\n', end + 1))
    line += 1;
  return line;
}
