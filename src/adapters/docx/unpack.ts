import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

export type UnpackLimits = {
  readonly entries: number;
  /** Bytes that all entries together may say they hold. */
  readonly total: number;
  /** Bytes of the XML that is read. */
  readonly xml: number;
  /** How many times its packed size an entry above one megabyte may hold. */
  readonly ratio: number;
};

export const usualUnpackLimits: UnpackLimits = {
  entries: 5_000,
  total: 300_000_000,
  xml: 24_000_000,
  ratio: 250,
};

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'bomb'; readonly says: string }
  | { readonly kind: 'locked' };

const megabyte = 1_000_000;
const encryptedFlag = 1;

/**
 * The text parts of a DOCX. What the directory of the archive claims is checked before anything is
 * unpacked, and a part that holds more than it claims ends the reading. Throws where it is no archive.
 */
export async function unpack(bytes: Uint8Array, limits: UnpackLimits): Promise<Unpacked> {
  const archive = await fromBufferPromise(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    { validateEntrySizes: true },
  );
  try {
    if (archive.entryCount > limits.entries) {
      return {
        kind: 'bomb',
        says: `packs ${archive.entryCount} parts; the limit is ${limits.entries}`,
      };
    }
    const wanted: Entry[] = [];
    let total = 0;
    let xml = 0;
    for await (const entry of archive.eachEntry()) {
      total += entry.uncompressedSize;
      if (isText(entry)) {
        wanted.push(entry);
        xml += entry.uncompressedSize;
      }
      if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0) return { kind: 'locked' };
      if (isBlown(entry, limits)) {
        return {
          kind: 'bomb',
          says: `unpacks ${entry.fileName} to more than ${limits.ratio} times its size`,
        };
      }
    }
    if (total > limits.total || xml > limits.xml) {
      const [size, limit] = xml > limits.xml ? [xml, limits.xml] : [total, limits.total];
      return { kind: 'bomb', says: `unpacks to ${size} bytes; the limit is ${limit}` };
    }
    return { kind: 'unpacked', files: await inflate(archive, wanted) };
  } finally {
    archive.close();
  }
}

function isText({ fileName }: Entry): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?:_rels\/)?[^/]*\.(?:xml|rels))$/.test(
    fileName,
  );
}

function isBlown(entry: Entry, limits: UnpackLimits): boolean {
  return (
    entry.uncompressedSize > megabyte &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio
  );
}

async function inflate(
  archive: ZipFile,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      if (chunk instanceof Uint8Array) chunks.push(chunk);
    }
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}
