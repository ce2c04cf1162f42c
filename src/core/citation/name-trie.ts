/** Names in a tree of characters, looked up in a text where white space was set freely. */
export type NameTrie<Value> = { readonly root: Node<Value> };

type Node<Value> = { readonly next: Map<number, Node<Value>>; values: Value[] };

export type NameMatch<Value> = { readonly end: number; readonly values: readonly Value[] };

const blank = 0x20;
const period = 0x2e;
const lineFeed = 0x0a;
/** White space longer than this separates words that do not belong together. */
const longestBlank = 9;

export function emptyTrie<Value>(): NameTrie<Value> {
  return { root: node() };
}

function node<Value>(): Node<Value> {
  return { next: new Map(), values: [] };
}

/** Adds a name. After a period white space may stand or be left out, elsewhere it stands as in the name. */
export function addName<Value>(trie: NameTrie<Value>, name: string, value: Value): void {
  const written = name.replaceAll(/\s+/g, ' ').replaceAll('. ', '.');
  let here = trie.root;
  for (let index = 0; index < written.length; index += 1) {
    const code = fold(written.charCodeAt(index));
    const known = here.next.get(code);
    const next = known ?? node<Value>();
    if (known === undefined) here.next.set(code, next);
    here = next;
  }
  here.values.push(value);
}

/** Every name that begins at `start`, shortest first. */
export function namesAt<Value>(
  trie: NameTrie<Value>,
  text: string,
  start: number,
): NameMatch<Value>[] {
  const found: NameMatch<Value>[] = [];
  let here: Node<Value> | undefined = trie.root;
  let at = start;
  let last = 0;
  while (at < text.length) {
    const code = fold(text.charCodeAt(at));
    if (isBlank(code)) {
      const end = afterBlank(text, at);
      // A name never begins or goes on after a paragraph break.
      if (end === undefined) break;
      at = end;
      if (last !== period) here = here.next.get(blank);
      last = blank;
    } else {
      here = here.next.get(code);
      at += 1;
      last = code;
    }
    if (here === undefined) break;
    if (here.values.length > 0 && last !== blank) found.push({ end: at, values: here.values });
  }
  return found;
}

/** The end of the white space at `at`; `undefined` where it is long or holds a blank line. */
function afterBlank(text: string, at: number): number | undefined {
  let end = at;
  let lines = 0;
  while (end < text.length && isBlank(fold(text.charCodeAt(end)))) {
    if (text.charCodeAt(end) === lineFeed) lines += 1;
    end += 1;
    if (lines > 1 || end - at > longestBlank) return undefined;
  }
  return end;
}

/** Typographic apostrophes count as plain ones, no-break spaces as blanks. */
function fold(code: number): number {
  if (code === 0x2019) return 0x27;
  return code === 0xa0 ? blank : code;
}

function isBlank(code: number): boolean {
  return code === blank || (code >= 9 && code <= 13);
}
