import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gate, type GateAnswer } from '../src/core/gate/gate.ts';
import { canonicalText } from '../src/core/text/canonical.ts';
import { courtroomOf, exhibit, quoting } from './courtroom.ts';
import { dice, falsifications, spansOf, variants, type Span } from './spans.ts';

type Text = { readonly id: string; readonly text: string };

/** The gate on one quote against a source: whether it passed as it was, was moved there, or refused. */
function answerTo({ id, text }: Text, start: number, quote: string): GateAnswer {
  return gate(quoting(id, start, quote), courtroomOf([exhibit(id, text)]));
}

const isRefusedAsFalse = (answer: GateAnswer) =>
  answer.kind === 'refused' && answer.refusals.every(({ rule }) => rule === 'GT5');

/** Quotes that did not get the answer that they should have got. */
function wrongs(
  source: Text,
  others: readonly Text[],
  spans: readonly Span[],
  roll: (below: number) => number,
): { readonly tried: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let tried = 0;
  const hold = (what: string, quote: string, isRight: boolean) => {
    tried += 1;
    if (!isRight) wrong.push(`${source.id}, ${what}: ${quote}`);
  };
  for (const { start, quote } of spans) {
    const straight = answerTo(source, start, quote);
    const place = { source: source.id, start, end: start + quote.length, quote };
    const isPlace = (answer: GateAnswer) =>
      answer.kind === 'passed' &&
      answer.repaired.length === 0 &&
      JSON.stringify(answer.proposal.anchors) === JSON.stringify([place]);
    hold('as it stands', quote, isPlace(straight));
    const isStrong = straight.kind === 'passed' && straight.support.tier === 'strong';
    hold('just quoted', quote, isStrong);
    for (const [name, vary] of Object.entries(variants)) {
      const { anchors } = quoting(source.id, start, quote);
      const varied = anchors.map((anchor) => ({ ...anchor, quote: vary(quote) }));
      const proposal = { ...quoting(source.id, start, quote), anchors: varied };
      hold(name, quote, isPlace(gate(proposal, courtroomOf([exhibit(source.id, source.text)]))));
    }
    for (const [name, falsify] of Object.entries(falsifications)) {
      const false_ = falsify(quote, roll);
      if (source.text.includes(false_)) continue;
      hold(name, false_, isRefusedAsFalse(answerTo(source, start, false_)));
    }
    for (const other of others) {
      if (other.text.includes(quote)) continue; // boilerplate that stands in both
      hold(`in ${other.id}`, quote, isRefusedAsFalse(answerTo(other, start, quote)));
    }
  }
  return { tried, wrong };
}

const ours: readonly Text[] = [
  {
    id: 'lease',
    text: canonicalText(
      'LEASE of a boat-house, No. 12-B. The lessee shall pay $1,500.00 (one thousand five hundred dollars) ' +
        'on or before the 3rd of each month, "time being of the essence"; a payment of less than 95% is no ' +
        'payment. The lessor isn’t liable for ice, wind and/or flood – unless it was told of it in writing ' +
        'within 10 (ten) days… The lessee may end this lease on 30 days’ notice. No oral change binds either ' +
        'side. Temperatures of -5 °C and below are to be reported to A&B Keepers, art. 4.2, not later than 08:40.',
    ),
  },
  {
    id: 'arriendo',
    text: canonicalText(
      'CONTRATO de arrendamiento de un galpón, N° 7. La arrendataria pagará $1.200.000 dentro de los primeros ' +
        '5 días de cada mes; «el atraso» devengará un interés de 1,5 % mensual. El arrendador no responderá por ' +
        'heladas ni por crecidas, salvo que se le haya avisado por escrito. Ninguna modificación verbal obligará ' +
        'a las partes. Al término, la arrendataria devolverá 3 llaves y 2 candados, sin derecho a reembolso…',
    ),
  },
];

describe('GT5: true spans pass, false ones do not', () => {
  test('on texts of our own', () => {
    const roll = dice(7);
    const results = ours.map((source) =>
      wrongs(
        source,
        ours.filter((other) => other !== source),
        spansOf(source.text, 400, roll),
        roll,
      ),
    );
    expect(results.flatMap(({ wrong }) => wrong).slice(0, 5)).toEqual([]);
    expect(results.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(10_000);
  });
});

const folder = new URL('../../shared/data/contracts/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) {
  process.stderr.write(
    'SKIPPED: no contracts in ../shared/data/contracts, the gate is not tried on them\n',
  );
}

describe.runIf(isThere)('GT5 on signed contracts', () => {
  test('100 spans of each: as they stand, in every variant, falsified, and against another contract', () => {
    const roll = dice(2_026);
    const contracts = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({
        id: name,
        text: canonicalText(readFileSync(new URL(name, folder), 'utf8')),
      }));
    const results = contracts.map((source, index) => {
      const others = contracts.slice(index + 1, index + 2);
      return wrongs(source, others, spansOf(source.text, 100, roll), roll);
    });
    expect(results.flatMap(({ wrong }) => wrong).slice(0, 5)).toEqual([]);
    const tried = results.reduce((sum, one) => sum + one.tried, 0);
    process.stderr.write(`gate: ${tried} quotes tried on ${contracts.length} contracts\n`);
    expect(tried).toBeGreaterThan(contracts.length * 1_000);
  });
});
