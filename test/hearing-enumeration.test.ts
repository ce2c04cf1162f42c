import { describe, expect, test } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Act, Phase, Procedure } from '../src/core/jurisdiction/profile.ts';
import type { Seat } from '../src/core/gate/proposal.ts';
import { proceduresFile } from '../src/core/jurisdiction/schema.ts';
import { exploreHearing } from './explore-hearing.ts';

const profiles = new URL('../jurisdictions/', import.meta.url);

const titles = {
  judge: 'Judge',
  prosecutor: 'Counsel',
  defender: 'Counsel',
  secretary: 'Clerk',
  witness: 'Witness',
};

function phase(
  id: string,
  limit: number,
  order: readonly Seat[],
  may: Partial<Record<Seat, readonly Act[]>>,
): Phase {
  return { id, name: id, limit, order, may, law: [] };
}

/** A court in which every act of the law of the hearing occurs. */
const smallCourt = (limit: number): Procedure => ({
  id: 'small-court',
  matter: 'civil',
  name: 'Small court',
  titles,
  phases: [
    phase('opening', limit, ['secretary', 'judge'], {
      judge: ['open', 'pass'],
      secretary: ['appear', 'pass'],
    }),
    phase('evidence', limit, ['prosecutor', 'defender'], {
      prosecutor: ['state-case', 'offer', 'examine', 'object', 'pass'],
      defender: ['offer', 'cross-examine', 'object', 'pass'],
      judge: ['rule'],
      witness: ['answer'],
    }),
    phase('argument', limit, ['defender', 'prosecutor'], {
      prosecutor: ['argue', 'raise-question', 'answer-question', 'close'],
      defender: ['argue', 'raise-question', 'concede', 'close'],
    }),
    phase('deliberation', limit, ['judge'], { judge: ['deliberate', 'reweigh', 'draft'] }),
  ],
});

/** Shapes that no profile has, and that must still come to an end. */
const oddCourts: readonly Procedure[] = [
  {
    ...smallCourt(2),
    id: 'two openers, nobody who may object, a seat twice in the order, a judge who asks',
    phases: [
      phase('opening', 1, ['prosecutor', 'judge'], { judge: ['open'], prosecutor: ['open'] }),
      phase('evidence', 2, ['judge', 'defender', 'judge'], {
        judge: ['examine', 'rule'],
        defender: ['offer', 'pass'],
      }),
    ],
  },
  {
    ...smallCourt(1),
    id: 'the opener never gets the floor, and a phase in which nobody may do anything',
    phases: [
      phase('opening', 1, ['secretary'], { judge: ['open'] }),
      phase('silence', 1, ['witness', 'defender'], {}),
      phase('deliberation', 1, ['judge'], {
        judge: ['reweigh', 'draft', 'deliberate'],
      }),
    ],
  },
];

const procedures = readdirSync(profiles, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const file = new URL(`${name}/procedures.yaml`, profiles);
    const read: unknown = parse(readFileSync(file, 'utf8'));
    return proceduresFile.parse(read).procedures.map((procedure) => ({ profile: name, procedure }));
  });

const withLimit = (procedure: Procedure, limit: number): Procedure => ({
  ...procedure,
  phases: procedure.phases.map((one) => ({ ...one, limit })),
});

function holds(procedure: Procedure, leastStates: number): void {
  const { states, tries, faults, longest, ends } = exploreHearing(procedure);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(Number.isFinite(longest)).toBe(true);
  expect([...ends].toSorted()).toEqual(['rejected', 'signed']);
  expect(states).toBeGreaterThanOrEqual(leastStates);
  process.stderr.write(
    `${procedure.id}: ${states} states, ${tries} tries, at most ${longest} acts\n`,
  );
}

describe('HR1 to HR7: every reachable state, every seat, act and actor', () => {
  test.each([
    [1, 80],
    [2, 1_000],
    ...(process.env.LONG === undefined ? [] : [[3, 10_000] as const]),
  ] as const)('a small court with limit %i holds the law of the hearing', (limit, least) => {
    holds(smallCourt(limit), least);
  });

  test.each(oddCourts.map((procedure) => [procedure.id, procedure] as const))(
    'so does a court with %s',
    (_, procedure) => {
      holds(procedure, 10);
    },
  );

  test.each(
    procedures.map(({ profile, procedure }) => [profile, procedure.id, procedure] as const),
  )('so do the procedures of %s: %s, with limits 1 and 2', (_, _id, procedure) => {
    holds(withLimit(procedure, 1), 100);
    holds(withLimit(procedure, 2), 2_000);
  });
});
