/** The same bytes in pieces of one size; the last one may be shorter. No piece where there are no bytes. */
export async function* inPieces(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (let bytes of content) {
    while (length + bytes.length >= size) {
      const taken = size - length;
      yield joined([...held, bytes.subarray(0, taken)]);
      bytes = bytes.subarray(taken);
      held = [];
      length = 0;
    }
    held.push(bytes);
    length += bytes.length;
  }
  if (length > 0) yield joined(held);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

/** All of it at once. */
export async function gathered(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return joined(parts);
}
