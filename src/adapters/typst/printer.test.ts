import { describe, expect, test } from 'vitest';
import { typstOf } from './markup.ts';
import { typstPrinter } from './printer.ts';

const page = {
  markdown:
    '# Draft: A \\*v\\* B\n\n*It binds nobody.*\n\n- **one** thing\n  - [E3 ¶2] 0.35\n\n> said\n\n1. Más\n',
  title: 'A "quoted" \\ title',
  language: 'es',
  at: '2026-01-05T10:00:00.000Z',
} as const;

describe('printer: typst', () => {
  test('[PN1] the same page gives the same bytes', async () => {
    const printer = typstPrinter();
    expect(await printer.print(page)).toEqual(await printer.print(page));
  });

  test('[PN2] the bytes are PDF/A-2b', async () => {
    const text = Buffer.from(await typstPrinter().print(page)).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('pdfaid:part>2<');
    expect(text).toContain('pdfaid:conformance>B<');
  });

  test('[PN3] what a document says is printed as words and never read as markup', async () => {
    const hostile = [
      '#panic("no")',
      '#read("/etc/passwd")',
      '$ x = 1 $',
      '@ref <label> `code` ~ _em_ = head',
      '/ term: it',
      '[link](http://x.test) \u0000\u0007',
      '\\#set page(width: 1pt)',
      '*#strong[',
      '**]** *]*',
    ].join('\n\n');
    const bytes = await typstPrinter().print({ ...page, markdown: hostile, title: '"#panic()' });
    expect(bytes.length).toBeGreaterThan(1_000);
  });

  test('headings, lists of two levels, quotes, bold and italic become typst markup', () => {
    expect(typstOf('## Two')).toBe('\n#heading(level: 2)[Two]\n');
    expect(typstOf('- a **b** c')).toBe('- a #strong[b] c');
    expect(typstOf('  - a')).toBe('  - a');
    expect(typstOf('> q')).toBe('#quote(block: true)[q]');
    expect(typstOf('*i*')).toBe('#emph[i]');
    expect(typstOf('2. b')).toBe(String.raw`#par(hanging-indent: 1.6em)[*2\.* b]`);
    expect(typstOf(String.raw`a \*b\* c`)).toBe(String.raw`a \*b\* c`);
  });
});
