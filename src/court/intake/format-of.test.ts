import { describe, expect, test } from 'vitest';
import { formatOf } from './format-of.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('the format of a file is told by its bytes', () => {
  test.each([
    ['brief.txt', '%PDF-1.7', 'pdf'],
    ['brief.pdf', `${'junk '.repeat(20)}%PDF-1.4`, 'pdf'],
    ['brief', 'PK\x03\x04....word/document.xml', 'docx'],
    ['brief.pdf', 'plain words', 'text'],
    ['brief.md', '# Title', 'markdown'],
    ['brief.markdown', 'words', 'markdown'],
    ['a.eml', 'From: x\r\nTo: y\r\n\r\nhi', 'email'],
    ['a.txt', 'Received: by mill\nFrom: x\n\nhi', 'email'],
    ['a.txt', '\xEF\xBB\xBFMIME-Version: 1.0\n\nhi', 'email'],
    ['a.txt', 'From: x\nTo: y\n\nhi', 'text'],
    ['a.eml', 'no header at all', 'text'],
    ['a.eml', 'Weather: fine\n\nhi', 'text'],
    ['a.txt', 'MZ is how the name begins', 'text'],
  ])('%s %j', (name, content, format) => {
    expect(formatOf(name, bytes(content))).toEqual({ kind: 'known', format });
  });

  test.each([
    ['\x89PNG\r\n', 'a picture (PNG)'],
    ['\xFF\xD8\xFF\xE0', 'a picture (JPEG)'],
    ['....ftypisom', 'a film, a sound or a picture (MP4 family)'],
    ['\x7FELF', 'a program (ELF)'],
    ['MZ\x90\x00', 'a program (Windows)'],
    ['{\\rtf1', 'an RTF file'],
    ['PK\x03\x04 xl/workbook.xml', 'a spreadsheet'],
    ['PK\x03\x04 ppt/presentation.xml', 'a presentation'],
    ['PK\x03\x04 something', 'an archive (ZIP)'],
  ])('%j', (content, what) => {
    expect(formatOf('file', bytes(content))).toEqual({ kind: 'foreign', what });
  });
});
