const lineLimit = 76;

/**
 * Bytes of an e-mail (RFC 5322) from a source of header lines, an empty line and the text: lines end
 * in CRLF, the text is UTF-8 in quoted-printable (RFC 2045, 6.7), headers beyond ASCII are encoded
 * words (RFC 2047).
 */
export function emailOf(source: string): Uint8Array {
  const parting = source.indexOf('\n\n');
  const headers = source.slice(0, parting).split('\n').map(encodedHeader);
  const text = source.slice(parting + 2).split('\n');
  const lines = [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...text.map(quotedPrintable),
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

function encodedHeader(line: string): string {
  return line.replaceAll(
    /[^ <>"]*[^\p{ASCII}](?:[^<>"]*[^ <>"])?/gu,
    (words) => `=?utf-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`,
  );
}

/** One line of text, folded at soft breaks so that no line is longer than 76 characters. */
function quotedPrintable(line: string): string {
  const folded: string[] = [];
  let current = '';
  for (const unit of encodedUnits(line)) {
    if (current.length + unit.length > lineLimit - 1) {
      folded.push(`${current}=`);
      current = '';
    }
    current += unit;
  }
  return [...folded, current].join('\r\n');
}

/** Each byte as it is written: itself, or `=` and two hexadecimal digits. */
function encodedUnits(line: string): string[] {
  const bytes = [...new TextEncoder().encode(line)];
  return bytes.map((byte, at) => {
    const isPlain = byte >= 32 && byte <= 126 && byte !== 61;
    const isTrailingSpace = byte === 32 && at === bytes.length - 1;
    return isPlain && !isTrailingSpace
      ? String.fromCodePoint(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
