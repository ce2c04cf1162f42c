import { zipSync } from 'fflate';
import { htmlText } from '../../core/document/html-text.ts';
import type { DocumentReader, Unreadable } from '../../ports/document-reader.ts';
import { unpack, usualUnpackLimits, type UnpackLimits } from './unpack.ts';

/** Reads DOCX with mammoth, which is given only the parts that hold text, unpacked within bounds. */
export function docxReader(limits: UnpackLimits = usualUnpackLimits): DocumentReader {
  return {
    format: 'docx',
    async read({ name, bytes }) {
      try {
        const unpacked = await unpack(bytes, limits);
        if (unpacked.kind === 'bomb') {
          return refusal(name, 'DOC9', `${unpacked.says}, so it was not opened.`);
        }
        if (unpacked.kind === 'locked') {
          return refusal(name, 'DOC6', 'is locked with a password; file it unlocked.');
        }
        const buffer = Buffer.from(zipSync(Object.fromEntries(unpacked.files), { level: 0 }));
        const { default: mammoth } = await import('mammoth');
        const noImage = mammoth.images.imgElement(async () => ({ src: '' }));
        const { value } = await mammoth.convertToHtml(
          { buffer },
          { convertImage: noImage, styleMap: titleStyles, externalFileAccess: false },
        );
        const page = htmlText(value);
        return {
          kind: 'read',
          format: 'docx',
          pages: [page],
          warnings: page.text === '' ? [`${name} holds no text.`] : [],
          attachments: [],
        };
      } catch {
        return refusal(name, 'DOC10', 'is a DOCX too damaged to read.');
      }
    },
  };
}

const titleStyles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

function refusal(name: string, rule: string, says: string): Unreadable {
  return { kind: 'refused', refusals: [{ rule, at: [name], says: `${name} ${says}` }] };
}
