const deepest = 200;

/**
 * The one JSON text of a value (RFC 8785): no white space, members in UTF-16 order of their names,
 * numbers and strings as ECMAScript writes them.
 *
 * @throws TypeError for what JSON cannot hold or RFC 8785 refuses: NaN and infinities, `undefined`,
 * lone surrogates, anything but plain objects and arrays, more than 200 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return nested(value, depth + 1);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new TypeError(`canonical JSON has no ${typeof value === 'number' ? value : typeof value}`);
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('canonical JSON has no lone surrogate');
  return JSON.stringify(value);
}

function nested(value: object, depth: number): string {
  if (depth > deepest) throw new TypeError(`canonical JSON ends at ${deepest} levels`);
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value) items += `${items === '' ? '' : ','}${write(item, depth)}`;
    return `[${items}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonical JSON has plain objects only');
  }
  let members = '';
  const record = value as Readonly<Record<string, unknown>>;
  // The default order of `sort` is that of UTF-16 code units, which is what RFC 8785 3.2.3 asks.
  for (const name of Object.keys(record).sort()) {
    members += `${members === '' ? '' : ','}${text(name)}:${write(record[name], depth)}`;
  }
  return `{${members}}`;
}
