import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * DOCX bytes of a source in a small part of Markdown: `# ` and `## ` head a section, paragraphs are
 * parted by an empty line. The writer stamps the present time into the file; it is replaced by a
 * fixed one, so that the same source gives the same bytes.
 */
export async function docxOf(source: string): Promise<Uint8Array> {
  const document = new Document({
    title: 'Document',
    creator: 'Registry',
    lastModifiedBy: 'Registry',
    sections: [
      {
        children: source
          .trim()
          .split(/\n{2,}/u)
          .map(paragraphOf),
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  return zipSync(withFixedTime(parts), { mtime: new Date(2025, 0, 1), level: 9 });
}

function paragraphOf(block: string): Paragraph {
  const text = block.replaceAll('\n', ' ');
  if (text.startsWith('## ')) {
    return new Paragraph({ text: text.slice(3), heading: HeadingLevel.HEADING_2 });
  }
  if (text.startsWith('# ')) {
    return new Paragraph({ text: text.slice(2), heading: HeadingLevel.HEADING_1 });
  }
  return new Paragraph({ text });
}

function withFixedTime(parts: Readonly<Record<string, Uint8Array>>): Zippable {
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [
      name,
      name === 'docProps/core.xml'
        ? strToU8(
            strFromU8(bytes).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2025-01-01T00:00:00.000Z'),
          )
        : bytes,
    ]),
  );
}
