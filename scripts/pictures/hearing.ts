import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/*
 * Draws docs/pictures/hearing.png: the demo hearing as the terminal shows it, and the first page of its
 * draft. Run by hand where `pdftoppm` is there: node scripts/pictures/hearing.ts
 */
const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'first-court-picture-'));
try {
  const out = join(folder, 'out');
  const told = execFileSync(process.execPath, [join(root, 'src/main.ts'), 'demo', '--out', out], {
    encoding: 'utf8',
  });
  const lines = told.split('\n');
  const argument = lines.findIndex((line) => line.includes('Argument'));
  const shown = [...lines.slice(0, 7), '   …', ...lines.slice(argument, argument + 26)];
  rasterise(join(out, 'resolution.pdf'), join(folder, 'draft'), 110);
  writeFileSync(join(folder, 'page.pdf'), page(shown));
  rasterise(join(folder, 'page.pdf'), join(root, 'docs/pictures/hearing'), 110);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The first page of a PDF as `NAME.png`. */
function rasterise(pdf: string, name: string, resolution: number): void {
  const options = ['-png', '-singlefile', '-f', '1', '-l', '1', '-r', `${resolution}`];
  execFileSync('pdftoppm', [...options, pdf, name]);
}

function page(terminal: readonly string[]): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: folder });
  const cut = terminal.map((line) => (line.length > 150 ? `${line.slice(0, 149)}…` : line));
  const mainFileContent = `
#set page(width: 32cm, height: 13.6cm, margin: 0.6cm, fill: rgb("#e8e6e1"))
#grid(columns: (1fr, 10.9cm), gutter: 0.6cm,
  block(fill: rgb("#1d2021"), radius: 6pt, inset: 12pt, width: 100%, height: 12.4cm, clip: true,
    text(font: "DejaVu Sans Mono", size: 7.6pt, fill: rgb("#d5d0c4"), raw(${JSON.stringify(cut.join('\n'))}))),
  block(stroke: 0.5pt + rgb("#bbb"), clip: true, height: 12.4cm, image("draft.png", width: 10.9cm)))
`;
  return new Uint8Array(compiler.pdf({ mainFileContent }));
}
