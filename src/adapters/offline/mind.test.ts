import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { viewsOfDemo } from '../../../test/hear-folder.ts';
import { argued, caseOf, contract, exhibit, issue } from '../../../test/small-case.ts';
import { smallProfile } from '../../../test/small-profile.ts';
import type { Case } from '../../core/case/case.ts';
import type { HearingAct } from '../../core/hearing/lawful-acts.ts';
import type { SeatView } from '../../ports/mind.ts';
import { mindContract } from '../../ports/mind.contract.ts';
import { profileFolder } from '../profiles/profile-folder.ts';
import { offlineMind } from './mind.ts';

async function open() {
  const jurisdictions = fileURLToPath(new URL('../../../jurisdictions', import.meta.url));
  const read = await profileFolder(jurisdictions).read('model');
  if (read.kind !== 'read') throw new Error('the model court cannot be read');
  return offlineMind(read.profile);
}

/** It reads the papers once; between turns it keeps nothing else. */
let mind: ReturnType<typeof open> | undefined;

mindContract('offline', viewsOfDemo, { open: () => (mind ??= open()) });

test('the offline mind makes the same moves of the same papers', async () => {
  const [one, other] = [await open(), await open()];
  for (const view of await viewsOfDemo()) {
    expect(await one.next(view, () => undefined)).toEqual(await other.next(view, () => undefined));
  }
});

const seen = (state: Case, ...lawful: readonly HearingAct[]): SeatView => ({
  seat: 'prosecutor',
  title: 'Claimant’s counsel',
  brief: { version: '1', text: '' },
  language: 'en',
  state,
  notes: '',
  lawful,
  refusals: [],
});

test('other papers are read anew, though they are as many and of one caption', async () => {
  const one = offlineMind(smallProfile('en'));
  const past = argued();
  const words = 'It was promised in writing for the first of March.';
  const other = past.map((event) =>
    event === contract
      ? exhibit('E2', 'contract', [words], { bytes: { prose: '11'.repeat(32) } })
      : event,
  );
  const move = async (state: Case) => (await one.next(seen(state, 'argue'), () => undefined)).move;
  expect(await move(caseOf(...past))).toMatchObject({
    proposal: { anchors: [{ quote: 'The supplier promised delivery on the first of March.' }] },
  });
  expect(await move(caseOf(...other))).toMatchObject({ proposal: { anchors: [{ quote: words }] } });
});

test('a long turn of speech is cut between characters, never within one', async () => {
  const one = offlineMind(smallProfile('en'));
  for (const pad of ['', 'x']) {
    const long = issue('long', 'prosecutor', { text: { prose: `${pad}${'🌲'.repeat(2_000)}` } });
    const { move } = await one.next(seen(caseOf(...argued(), long), 'state-case'), () => undefined);
    const text = move?.act === 'state-case' ? move.proposal.text : '';
    expect(text.length).toBeGreaterThan(3_900);
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text.isWellFormed()).toBe(true);
  }
});
