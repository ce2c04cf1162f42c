import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { Refusal } from '../refusal.ts';
import type { ArgumentRule } from './rules.ts';

/** YAML as plain data: every scalar as its text, so that `1.0` and `no` stay what the author wrote. */
export type Source = string | readonly Source[] | ReadonlyMap<string, Source>;

const mostCharacters = 16_000_000;
const mostAliases = 100;
const deepest = 50;

/** Reads a file that anybody may have written: bounded in size, depth and aliases, each key once. */
export function readYaml(text: string): { source: Source } | { refusals: readonly Refusal[] } {
  if (text.length > mostCharacters) {
    return no(
      'AG21',
      [],
      `The file has ${text.length} characters; ${mostCharacters} are the most.`,
    );
  }
  const lines = new LineCounter();
  // Duplicate keys are looked for here and not by the parser, which compares all with all.
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const rule = error.code === 'RESOURCE_EXHAUSTION' ? 'AG25' : 'AG22';
    return no(rule, [line, col], `Line ${line}, column ${col}: ${reasonOf(error)}.`);
  }
  return convert(document);
}

function convert(document: Document.Parsed): { source: Source } | { refusals: Refusal[] } {
  const done = new Map<unknown, Source | null>();
  const refusals: Refusal[] = [];
  let aliases = 0;

  const refuse = (rule: ArgumentRule, at: Refusal['at'], says: string): Source => {
    refusals.push({ rule, at, says });
    return '';
  };

  const sourceOf = (node: unknown, at: Refusal['at']): Source => {
    if (refusals.length > 0) return '';
    if (at.length > deepest)
      return refuse('AG25', at, `The file is nested deeper than ${deepest}.`);
    if (isScalar(node)) return String(node.value);
    if (isAlias(node)) return aliasOf(node.resolve(document), node.source, at);
    if (!isSeq(node) && !isMap(node)) return '';

    // Each part is converted once, however many aliases name it.
    done.set(node, null);
    const source = isSeq(node)
      ? node.items.map((item, index) => sourceOf(item, [...at, index]))
      : mappingOf(node.items, at);
    done.set(node, source);
    return source;
  };

  const aliasOf = (target: unknown, name: string, at: Refusal['at']): Source => {
    aliases += 1;
    if (aliases > mostAliases)
      return refuse('AG24', at, `The file has over ${mostAliases} aliases.`);
    if (target === undefined) return refuse('AG24', at, `The alias *${name} names no anchor.`);
    const before = done.get(target);
    if (before === null) return refuse('AG24', at, `The alias *${name} leads back to itself.`);
    return before ?? sourceOf(target, at);
  };

  const mappingOf = (pairs: readonly Pair[], at: Refusal['at']): Source => {
    const mapping = new Map<string, Source>();
    for (const { key, value } of pairs) {
      if (!isScalar(key)) return refuse('AG26', at, `A key is no text in ${placeOf(at)}.`);
      const name = String(key.value);
      const place = [...at, name];
      if (mapping.has(name)) {
        return refuse('AG23', place, `The key «${name}» stands twice in ${placeOf(at)}.`);
      }
      mapping.set(name, sourceOf(value, place));
    }
    return mapping;
  };

  const source = sourceOf(document.contents, []);
  return refusals.length > 0 ? { refusals } : { source };
}

/** A place in the file in words. */
export function placeOf(at: Refusal['at']): string {
  return at.length === 0 ? 'the file' : at.join(' › ');
}

function no(rule: ArgumentRule, at: Refusal['at'], says: string): { refusals: Refusal[] } {
  return { refusals: [{ rule, at, says }] };
}

function reasonOf({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins';
  if (code === 'RESOURCE_EXHAUSTION') return 'the nesting is too deep to be read';
  return message.replace(/\.$/u, '');
}
