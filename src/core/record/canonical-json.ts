const deepest = 200;

/**
 * The one JSON text of a value (RFC 8785): no white space, members in UTF-16 order of their names,
 * numbers and strings as ECMAScript writes them.
 *
 * @throws TypeError for what JSON cannot hold or RFC 8785 refuses: NaN and infinities, `undefined`,
 * lone surrogates, anything but plain objects and arrays, more than 200 levels.
 */
export function canonicalJson(value: unknown): string {
  return isOrdered(value, 0) ? JSON.stringify(value) : write(value, 0);
}

/**
 * Whether `JSON.stringify` writes the value as RFC 8785 does, for the names are in order and nothing is
 * refused. It is three times as fast, and what was read from a record is in order.
 */
function isOrdered(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'object' || depth === deepest) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isOrdered(item, depth + 1)) return false;
    return true;
  }
  if (!isPlain(value)) return false;
  let last = '';
  for (const name in value) {
    if (name < last || !name.isWellFormed() || !isOrdered(value[name], depth + 1)) return false;
    last = name;
  }
  return true;
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
  if (!isPlain(value)) throw new TypeError('canonical JSON has plain objects only');
  let members = '';
  // The default order of `sort` is that of UTF-16 code units, which is what RFC 8785 3.2.3 asks.
  for (const name of Object.keys(value).sort()) {
    members += `${members === '' ? '' : ','}${text(name)}:${write(value[name], depth)}`;
  }
  return `{${members}}`;
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
