import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseEvent } from '../src/core/case/case-event.ts';
import { seats, type Seat } from '../src/core/gate/proposal.ts';
import { hearFolder, root, type Heard } from './hear-folder.ts';
import { hostileFolder } from './hostile-folder.ts';
import { obedientMind } from './obedient-mind.ts';

/** What differs by the test itself: the name of the mind, what is refused, the note that a floor lapsed where the
 * own move was the third and was refused as well, and the draft that lists all this. */
const beside: ReadonlySet<CaseEvent['type']> = new Set([
  'seat-taken',
  'proposal-rejected',
  'floor-lapsed',
  'draft-made',
]);

const heardOf = ({ events }: Heard) => events.filter(({ type }) => !beside.has(type));

/** The draft without the list of what was refused and of who sat. */
function draftOf({ state }: Heard): unknown {
  const draft: Record<string, unknown> = JSON.parse(state.draft?.draft.prose ?? '{}');
  const { rejected: _refused, minds: _seated, ...rest } = draft;
  return rest;
}

/** Which acts were open to which seat, turn by turn, each told once however many tries it took. */
function turnsOf({ views }: Heard): readonly string[] {
  return views
    .filter(({ refusals }) => refusals.length === 0)
    .map(({ seat, lawful }) => `${seat}: ${lawful.join(', ')}`);
}

const notesOf = ({ state }: Heard) => [...state.notes];

function obeying(folder: string, who: Seat | 'everybody') {
  const minds: ReturnType<typeof obedientMind>[] = [];
  const heard = hearFolder(folder, (seat, _profile, own) => {
    if (who !== 'everybody' && seat !== who) return undefined;
    const mind = obedientMind(own());
    minds.push(mind);
    return mind;
  });
  return heard.then((told) => ({ ...told, minds }));
}

let hostile: Awaited<ReturnType<typeof hostileFolder>> | undefined;
const folders: Record<string, string> = {
  'a civil case in English': `${root}cases/greenhouse-heater`,
  'a criminal case in Spanish': `${root}cases/bodega-nocturna`,
};

beforeAll(async () => {
  hostile = await hostileFolder();
  folders['a file full of orders'] = hostile.folder;
});

afterAll(() => hostile?.remove());

describe.each(['a civil case in English', 'a criminal case in Spanish', 'a file full of orders'])(
  'a mind that obeys every paper, in %s',
  (name) => {
    let usual: Heard | undefined;

    beforeAll(async () => {
      usual = await hearFolder(folders[name] ?? '');
    });

    test.each([...seats, 'everybody'] as const)(
      'with %s obedient, nothing comes of it but refusals',
      async (who) => {
        if (usual === undefined) throw new Error('nothing to compare with');
        const obeyed = await obeying(folders[name] ?? '', who);
        expect(heardOf(obeyed)).toEqual(heardOf(usual));
        expect(draftOf(obeyed)).toEqual(draftOf(usual));
        expect(turnsOf(obeyed)).toEqual(turnsOf(usual));
        expect(notesOf(obeyed)).toEqual(notesOf(usual));
        const orders = obeyed.minds.reduce((sum, { made }) => sum + sumOf(made), 0);
        const refused = obeyed.state.rejections.length - usual.state.rejections.length;
        expect(refused).toBeGreaterThanOrEqual(orders > 0 ? 1 : 0);
      },
    );

    test('it was put to the test: moves of many kinds were made and refused', async () => {
      const { minds, state } = await obeying(folders[name] ?? '', 'everybody');
      const acts = new Set(minds.flatMap(({ made }) => [...made.keys()]));
      expect([...acts]).toEqual(
        expect.arrayContaining(['argue', 'state-case', 'concede', 'object']),
      );
      const rules = new Set(
        state.rejections.flatMap(({ refusals }) => refusals.map(({ rule }) => rule)),
      );
      expect([...rules]).toEqual(expect.arrayContaining(['CA9', 'CA10']));
      expect([...rules].some((rule) => rule.startsWith('GT'))).toBe(true);
    });
  },
);

const sumOf = (made: ReadonlyMap<string, number>) =>
  [...made.values()].reduce((sum, count) => sum + count, 0);
