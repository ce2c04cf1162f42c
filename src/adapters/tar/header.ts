/**
 * Headers of a tar archive, POSIX.1-2001 (pax): 512 bytes before each file. A name of more than 100 characters
 * stands in a pax record of its own before it; a size of 8 GiB or more is written in binary, as GNU and BSD do.
 */
export const block = 512;

export type Header = { readonly name: string; readonly size: number; readonly type: '0' | 'x' };

const longestName = 100;
const firstBinarySize = 0o100000000000;

/** The header of a file, with the pax record of a long name before it. */
export function headerOf(name: string, size: number): Uint8Array {
  if (Buffer.byteLength(name) <= longestName) return plainHeader({ name, size, type: '0' });
  const record = paxRecord(name);
  return Buffer.concat([
    plainHeader({ name: 'pax', size: record.length, type: 'x' }),
    record,
    new Uint8Array(paddingOf(record.length)),
    plainHeader({ name: name.slice(-longestName), size, type: '0' }),
  ]);
}

/** Zeros that fill the last block. */
export function paddingOf(size: number): number {
  return (block - (size % block)) % block;
}

/** `length path=name\n`, where the length counts itself. */
function paxRecord(name: string): Buffer {
  const rest = ` path=${name}\n`;
  const bare = Buffer.byteLength(rest);
  let length = bare + String(bare).length;
  if (String(length).length > String(bare).length) length += 1;
  return Buffer.from(`${length}${rest}`);
}

/** The name in a pax record, or `null` where there is none. */
export function nameInPax(record: Buffer): string | null {
  return /^\d+ path=([^\n]+)\n$/.exec(record.toString('utf8'))?.[1] ?? null;
}

function plainHeader({ name, size, type }: Header): Buffer {
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  writeSize(header, size);
  header.write('00000000000\0', 136);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function writeSize(header: Buffer, size: number): void {
  if (size < firstBinarySize) {
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    return;
  }
  header.writeUInt8(0x80, 124);
  header.writeBigUInt64BE(BigInt(size), 128);
}

/** Reads a header; `null` where its sum does not match or it is of another kind of file. */
export function readHeader(header: Buffer): Header | null {
  const type = header.toString('latin1', 156, 157);
  if (Number.parseInt(header.toString('latin1', 148, 154), 8) !== sumOf(header)) return null;
  if (type !== '0' && type !== 'x') return null;
  const end = header.indexOf(0);
  const name = header.toString('utf8', 0, end < 0 || end > longestName ? longestName : end);
  const isBinary = header.readUInt8(124) === 0x80;
  const size = isBinary
    ? Number(header.readBigUInt64BE(128))
    : Number.parseInt(header.toString('latin1', 124, 135), 8);
  return Number.isSafeInteger(size) ? { name, size, type } : null;
}

/** The sum of all bytes, those of the sum itself taken as spaces. */
function sumOf(header: Buffer): number {
  let sum = 0;
  for (const [n, byte] of header.entries()) sum += n >= 148 && n < 156 ? 32 : byte;
  return sum;
}
