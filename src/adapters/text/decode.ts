/** Text with the name of its encoding. `sure`: the bytes allow no doubt. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly sure: boolean };

/**
 * Bytes as text: by their byte order mark, else as strict UTF-8, else by what the bytes look like
 * (Windows-1252, as most old Spanish and English files). `null` where the bytes are no text.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes);
  if (marked !== null) {
    const text = new TextDecoder(marked).decode(bytes);
    return isText(text) ? { text, encoding: marked, sure: true } : null;
  }
  const wide = wideWithoutMark(bytes);
  if (wide !== null) {
    return { text: new TextDecoder(wide).decode(bytes), encoding: wide, sure: false };
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return isText(utf8) ? { text: utf8, encoding: 'utf-8', sure: true } : null;
  const text = new TextDecoder('windows-1252').decode(bytes);
  return isText(text) ? { text, encoding: 'windows-1252', sure: false } : null;
}

function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

const sample = 4_096;

/** UTF-16 without its mark: nearly every other byte of a Western text is zero. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const zeros = { even: 0, odd: 0 };
  const looked = bytes.subarray(0, sample);
  for (const [index, byte] of looked.entries()) {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  const most = looked.length * 0.4;
  if (zeros.odd > most && zeros.even === 0) return 'utf-16le';
  return zeros.even > most && zeros.odd === 0 ? 'utf-16be' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control characters that no text holds; a few strays are let pass. */
function isText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/g)?.length ?? 0;
  return controls <= text.length / 1_000;
}
