/** What a statement may carry. JSON goes as text that the caller made, so that nothing is guessed. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Uint8Array
  | readonly (string | number | null)[];

/** One statement with its bind parameters. The text is a constant of the program, never made of input. */
export type Statement = { readonly text: string; readonly values: readonly SqlValue[] };

/** Most parameters of one statement: the protocol counts them in sixteen bits. */
const mostValues = 65_535;

const textOfTemplate = new WeakMap<TemplateStringsArray, string>();

/** `` sql`select … where id = ${id}` ``: every value becomes a bind parameter, none becomes SQL. */
export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Statement {
  let text = textOfTemplate.get(parts);
  if (text === undefined) {
    text = parts.reduce((before, part, n) => `${before}$${n}${part}`);
    textOfTemplate.set(parts, text);
  }
  return { text, values };
}

/** Values as the protocol wants them. A statement that the protocol cannot carry is a bug and throws. */
export function bindable(statement: Statement): (string | Buffer | null)[] {
  // A NUL would end the text early, and what follows would be read as another part of the message.
  if (statement.text.includes('\0')) throw new RangeError('A statement holds no NUL.');
  if (statement.values.length > mostValues) {
    throw new RangeError(`A statement has at most ${mostValues} values.`);
  }
  return statement.values.map(asParameter);
}

function asParameter(value: SqlValue): string | Buffer | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return typeof value === 'object' ? asArrayLiteral(value) : String(value);
}

function asArrayLiteral(items: readonly (string | number | null)[]): string {
  const quoted = items.map((item) => {
    if (item === null) return 'NULL';
    return `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${quoted.join(',')}}`;
}
