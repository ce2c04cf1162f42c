import { expect, test } from 'vitest';
import { documentReaderContract } from '../../ports/document-reader.contract.ts';
import { emailReader } from './document-reader.ts';

const utf8 = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
const plain = `From: Orla Venn <orla@example.org>
To: Peter Vane <peter@example.org>, Mill: one@example.org, two@example.org;
Cc: third@example.org
Date: Tue, 10 Mar 2026 09:12:00 -0300
Subject: =?utf-8?q?El_se=C3=B1or?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The rent is due.
`;

documentReaderContract('email', emailReader, async () => utf8(plain));

async function read(source: string) {
  const reading = await emailReader.read({ name: 'a.eml', bytes: utf8(source) });
  if (reading.kind === 'refused') return { refused: reading.refusals.map(({ says }) => says) };
  return {
    text: reading.pages.map(({ text }) => text.replaceAll('\r', '').trim()).join('|'),
    warnings: reading.warnings,
    attachments: reading.attachments.map(({ name, bytes }) => [
      name,
      new TextDecoder().decode(bytes),
    ]),
  };
}

test('the head in lines, then the text', async () => {
  expect(await read(plain)).toEqual({
    text: 'From: Orla Venn <orla@example.org>\nTo: Peter Vane <peter@example.org>, Mill: one@example.org, two@example.org\nCc: third@example.org\nDate: Tue, 10 Mar 2026 09:12:00 -0300\nSubject: El señor\n\nThe rent is due.',
    warnings: [],
    attachments: [],
  });
});

test('the text of HTML where there is no other, and files without paths in their names', async () => {
  const source = `From: orla@example.org
Subject: Files
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>The rent</p><p>is due.</p><img src="cid:logo">
--b
Content-Type: image/png
Content-ID: <logo>
Content-Disposition: inline; filename=logo.png

x
--b
Content-Type: text/plain
Content-Disposition: attachment; filename="../../etc/note.txt"

inner
--b
Content-Type: message/rfc822

From: peter@example.org
Subject: Inner

older
--b
Content-Type: text/plain
Content-Disposition: attachment; filename=".."

nameless
--b--
`;
  const reading = await read(source);
  expect(reading.text).toBe('From: orla@example.org\nSubject: Files\n\nThe rent\n\nis due.');
  expect(reading.attachments?.map(([name]) => name)).toEqual([
    'note.txt',
    'attachment-2.eml',
    'attachment-3',
  ]);
  expect(reading.attachments?.[0]?.[1]).toContain('inner');
  expect(reading.warnings).toEqual(['a.eml: 1 image in the text left out.']);
});

test('[DOC11] parts nested without end are refused', async () => {
  const depth = 400;
  const open = Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
  );
  expect(await read(`From: x@example.org\nMIME-Version: 1.0\n${open.join('')}\nend`)).toEqual({
    refused: ['a.eml is an e-mail too damaged or too deeply nested to read.'],
  });
});

test('without a head or a text there is little to read', async () => {
  expect(await read('MIME-Version: 1.0\n\n')).toEqual({ text: '', warnings: [], attachments: [] });
});
