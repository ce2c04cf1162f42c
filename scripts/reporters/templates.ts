/**
 * The templates of reporters-db, resolved into pairs of JavaScript expressions: what stands before
 * the name of a reporter and what stands after it.
 */

/** A tree of named templates; a key that ends in `#` is a remark on the one before it. */
export type Templates = { readonly [key: string]: string | Templates };

/** `free` holds the reporter's own expression where the template does not leave it to the table. */
export type Pattern = { readonly before: string; readonly after: string };

/** Page numbers as courts print them: figures, Roman numerals up to 199 but for v, l and c, or a blank. */
const pageNumber = [
  '\\d+',
  'c?(?:xc|xl|l?x{1,3})(?:ix|iv|v?i{0,3})',
  'c?l?(?:ix|iv|v?i{1,3})',
  'lv|clv|cv|cl',
  '_+',
].join('|');

/** Section numbers such as 12, 78j, 2000e-5, 1.41-2 or 1:2-3.4. */
const sectionNumber = '\\d+[a-zA-Z]{0,2}(?:[\\-.:]\\d+[a-zA-Z]{0,2}){0,4}';

/** `{page: {with_letter: …}}` becomes `page_with_letter`; each also gets an `…_optional` sibling. */
export function flattenTemplates(tree: Templates): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (branch: Templates, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(branch)) {
      if (key.endsWith('#')) continue;
      const here = key === '' ? path : [...path, key];
      if (typeof value === 'string') flat.set(here.join('_'), value);
      else walk(value, here);
    }
  };
  walk(tree, []);
  flat.set('page', `(?P<page>${pageNumber})`);
  flat.set('law_section', `(?P<section>${sectionNumber})`);
  flat.delete('reporter');
  const optional = [...flat].map(
    ([name, value]) => [`${name}_optional`, `(?:${value} ?)?`] as const,
  );
  return new Map([...flat, ...optional]);
}

export function resolveTemplate(template: string, variables: ReadonlyMap<string, string>): string {
  let resolved = template;
  for (let depth = 0; depth < 20; depth += 1) {
    const next = resolved.replaceAll(
      /\$([a-z_0-9]+)/g,
      (whole, name: string) => variables.get(name) ?? whole,
    );
    if (next === resolved) return resolved;
    resolved = next;
  }
  throw new Error(`The template ${template} refers to itself.`);
}

/**
 * The dialect of Python's `re` put into that of JavaScript. Outside of character classes a blank
 * stands for white space and is opened when the table is read; `§` also admits `§§` and `section`.
 * Repetitions get a bound, so that no match reads more than some hundred characters.
 */
export function toJavaScript(expression: string): string {
  return expression
    .replaceAll('(?P<', '(?<')
    .replaceAll('{,', '{0,')
    .replaceAll('\\\\.', '\\.')
    .replaceAll(/,?( ?)§ /g, (whole, blank: string) =>
      whole.startsWith(',') ? `,?${blank}§ ` : whole,
    )
    .replaceAll(' art ', ' art\\.? ')
    .replaceAll('§ ', '(?:§{1,2}|[Ss]ec(?:tion|s)?\\.?) ?')
    .replaceAll(/\[(?:\\.|[^\]\\])*\]|\\s[*+?]?/g, (part) => {
      if (part.startsWith('[')) return part.replaceAll(' ', '\\s');
      return part === '\\s' || part === '\\s+' ? ' ' : ' ?';
    })
    .replaceAll('\\d+', '\\d{1,20}')
    .replaceAll('\\d*', '\\d{0,20}')
    .replaceAll('_+', '_{1,20}')
    .replaceAll(')+', '){1,9}')
    .replaceAll(/(?<!\\)\]([*+])/g, (_whole, times: string) => `]{${times === '*' ? 0 : 1},60}`);
}

/** Splits a resolved template at the reporter; `undefined` where it names the reporter itself. */
export function splitAtReporter(resolved: string): Pattern | undefined {
  const [before, after, ...rest] = resolved.split('$reporter');
  if (before === undefined || after === undefined || rest.length > 0) return undefined;
  return { before: toJavaScript(before), after: toJavaScript(after) };
}

/** For a template with its own reporter group: what stands before the group, and the group with the rest. */
export function splitAtGroup(resolved: string): Pattern {
  const at = resolved.indexOf('(?P<reporter>');
  if (at < 0) throw new Error(`The template ${resolved} names no reporter.`);
  return { before: toJavaScript(resolved.slice(0, at)), after: toJavaScript(resolved.slice(at)) };
}
