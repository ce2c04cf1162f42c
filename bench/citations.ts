import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findCitations } from '../src/core/citation/find-citations.ts';
import type { Figure } from './figure.ts';

const contracts = new URL('../../shared/data/contracts/', import.meta.url);

const prose = `The parties met on the quay at noon, and the harbour master wrote down what each of them said
about the crane, the rain and the hours. Nobody had asked for a receipt. La bodega quedó cerrada. `;
const cited = `In Alder v. Birch, 12 F.3d 34, 36 (4th Cir. 1999), and Cedar v. Doe, 5 U.S. 6 (1803), it was
held so; id. at 7; see 18 U.S.C. § 12(a) and Alder, 12 F.3d, at 35. Conforme al artículo 12 bis de la Ley
N° 19.628 y los arts. 297 y 340 CPP, supra, rige el art. 5 inciso segundo del Código Civil. `;

/** Kilobytes of text read for citations per second: ordinary prose, and text that is dense with citations. */
export async function benchCitations(): Promise<Figure[]> {
  const ordinary = existsSync(contracts)
    ? readdirSync(contracts)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(new URL(name, contracts), 'utf8'))
        .join('\n')
    : `${prose.repeat(9)}${cited}`.repeat(700);
  const dense = `${prose}${cited}`.repeat(700);
  return [
    {
      name: 'citations in prose',
      value: rate(ordinary),
      unit: 'KB/s',
      limit: 500,
      against: 'limit',
    },
    {
      name: 'citations in a brief',
      value: rate(dense),
      unit: 'KB/s',
      limit: 500,
      against: 'limit',
    },
  ];
}

/** The median of five readings. */
function rate(text: string): number {
  const seconds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    findCitations(text);
    return (performance.now() - start) / 1_000;
  }).toSorted((one, other) => one - other);
  return Math.round(text.length / 1_024 / Number(seconds[2]));
}
