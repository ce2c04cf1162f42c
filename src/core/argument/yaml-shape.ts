import type { Refusal } from '../refusal.ts';
import type { ArgumentRule } from './rules.ts';
import { placeOf, type Source } from './yaml-source.ts';

type Place = Refusal['at'];

/** What comes up while a file is read: what keeps it from being read, and what a reader should know. */
export type Reading = { readonly refusals: Refusal[]; readonly notes: string[] };

/** A part of the file, with its place; absent parts are empty text. */
export type Part = { readonly source: Source; readonly at: Place };

export function refuse(reading: Reading, rule: ArgumentRule, at: Place, says: string): void {
  reading.refusals.push({ rule, at, says });
}

/** The named field of a mapping. */
export function field(fields: ReadonlyMap<string, Source>, name: string, at: Place): Part {
  return { source: fields.get(name) ?? '', at: [...at, name] };
}

/** A mapping as it is; nothing is an empty one. Keys that nobody reads are noted. */
export function fieldsOf(
  { source, at }: Part,
  read: readonly string[],
  reading: Reading,
): ReadonlyMap<string, Source> {
  const fields = mappingOf({ source, at }, reading);
  for (const key of fields.keys()) {
    if (!read.includes(key)) reading.notes.push(`«${key}» in ${placeOf(at)} is not read.`);
  }
  return fields;
}

export function mappingOf({ source, at }: Part, reading: Reading): ReadonlyMap<string, Source> {
  if (source instanceof Map) return source;
  if (source !== '') refuse(reading, 'AG26', at, `A mapping should stand at ${placeOf(at)}.`);
  return new Map();
}

/** A mapping by id, or a list of ids or of items that carry their `id`. */
export function namedParts(part: Part, reading: Reading): Array<Part & { readonly id: string }> {
  const { source, at } = part;
  if (!isList(source)) {
    return [...mappingOf(part, reading)].map(([id, value]) => ({
      id,
      source: value,
      at: [...at, id],
    }));
  }
  return source.map((item, index) => {
    const place = [...at, index];
    if (typeof item === 'string') return { id: item, source: '', at: place };
    const fields = mappingOf({ source: item, at: place }, reading);
    return { id: textOf(field(fields, 'id', place), reading), source: item, at: place };
  });
}

/** A list; a single text is a list of one, and nothing an empty one. */
export function listOf({ source, at }: Part, reading: Reading): Part[] {
  if (isList(source)) return source.map((item, index) => ({ source: item, at: [...at, index] }));
  if (source === '') return [];
  if (typeof source === 'string') return [{ source, at }];
  refuse(reading, 'AG26', at, `A list should stand at ${placeOf(at)}.`);
  return [];
}

export function textsOf(part: Part, reading: Reading): string[] {
  return listOf(part, reading).map((item) => textOf(item, reading));
}

export function textOf({ source, at }: Part, reading: Reading): string {
  if (typeof source === 'string') return source.trim();
  refuse(reading, 'AG26', at, `A text should stand at ${placeOf(at)}.`);
  return '';
}

/** A text, or null where none stands, as YAML writes it. */
export function optionalText(part: Part, reading: Reading): string | null {
  const text = textOf(part, reading);
  return ['', '~', 'null'].includes(text) ? null : text;
}

export function numberOf(part: Part, reading: Reading): number {
  const text = textOf(part, reading);
  const value = text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) {
    refuse(
      reading,
      'AG26',
      part.at,
      `A number should stand at ${placeOf(part.at)}, not «${text}».`,
    );
  }
  return value;
}

export function isList(source: Source): source is readonly Source[] {
  return Array.isArray(source);
}
