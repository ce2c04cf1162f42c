import { describe, expect, test } from 'vitest';
import type { Case } from '../src/core/case/case.ts';
import type { Draft } from '../src/core/resolution/draft.ts';
import { hearFolder, root, type Heard } from './hear-folder.ts';
import { mindThat } from './world.ts';

const reason = 'Its author was not there.';

/** A person judges, and gives every statement that has a weight this one, at the turns after deliberation. */
function judgedWith(name: string, value: number): Promise<Heard> {
  const left = ({ statements }: Case) =>
    [...statements.values()].find(({ weight }) => weight !== null && weight.value !== value);
  return hearFolder(`${root}cases/${name}`, (seat) =>
    seat === 'judge'
      ? mindThat(
          ({ lawful, state }) => {
            const statement = lawful.includes('reweigh') ? left(state)?.statement : undefined;
            return {
              move:
                statement === undefined ? null : { act: 'reweigh', statement, value, text: reason },
            };
          },
          'human',
          'person',
        )
      : undefined,
  );
}

const draftOf = ({ state }: Heard): Draft => JSON.parse(state.draft?.draft.prose ?? '{}');

describe.each([
  ['greenhouse-heater', 'by the judge'],
  ['bodega-nocturna', 'por el juez'],
])('in %s a judge who gives nothing any weight', (name, who) => {
  test('decides by what is left, and the draft says who changed what and why', async () => {
    const heard = await judgedWith(name, 0);
    const draft = draftOf(heard);
    const changes = heard.events.filter(({ type }) => type === 'weight-changed');
    const weights = draft.issues.flatMap((issue) => issue.arguments);
    expect(changes.length).toBeGreaterThan(3);
    expect(weights.filter(({ weight }) => weight !== 0)).toEqual([]);
    const told = weights.filter(({ because }) => because.includes(`${who}: ${reason}`));
    expect(told).toHaveLength(changes.length);
    expect(draft.disposition.granted).toBe(false);
    expect(draft.issues.every(({ outcome }) => outcome !== 'proved')).toBe(true);
    expect(heard.state.draft?.markdown.prose).toContain(who);
  });

  test('sees the issues labelled anew after each change, as the draft then has them', async () => {
    const { events, state } = await judgedWith(name, 0);
    const told = events.filter(({ type }) => type === 'deliberated');
    const changes = events.filter(({ type }) => type === 'weight-changed');
    expect(told).toHaveLength(changes.length + 1);
    expect(told.at(-1)?.data).toMatchObject({
      granted: draftOf({ events, state, views: [] }).disposition.granted,
    });
  });
});
