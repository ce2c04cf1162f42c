import { benchCitations } from './citations.ts';
import { benchDatabase } from './database.ts';
import { type Figure, isMet } from './figure.ts';
import { benchGate } from './gate.ts';
import { benchHearing } from './hearing.ts';
import { benchLabelling } from './labelling.ts';
import { benchLaw } from './law.ts';
import { benchLive } from './live.ts';
import { benchPdf } from './pdf.ts';
import { benchRecord } from './record.ts';
import { benchService } from './service.ts';
import { benchSearch } from './search.ts';
import { benchVault } from './vault.ts';

/** `npm run bench [-- NAME…]`: every figure beside its limit or its peer, measured in this run. */
const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  labelling: benchLabelling,
  gate: benchGate,
  record: benchRecord,
  vault: benchVault,
  hearing: benchHearing,
  pdf: benchPdf,
  citations: benchCitations,
  law: benchLaw,
  database: benchDatabase,
  service: benchService,
  live: benchLive,
  search: benchSearch,
};

const wanted = process.argv.slice(2);
const rows: string[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await bench()) {
    const { value, unit, limit, against } = figure;
    const judged = Number.isFinite(limit) && limit > 0;
    const verdict = judged ? `: ${limit.toPrecision(3)}) ${isMet(figure) ? 'met' : 'MISSED'}` : ')';
    rows.push(`${figure.name}: ${value.toPrecision(4)} ${unit} (${against}${verdict}`);
    process.stdout.write(`${rows.at(-1) ?? ''}\n`);
  }
}
