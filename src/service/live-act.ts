import type { Refusal } from '../core/refusal.ts';
import { actOfPerson } from '../court/hearing/act-of-person.ts';
import { type CourtHouse, openFor, visit } from '../court/hearing/visit.ts';
import type { ActAnswer, Caller } from '../live/desk.ts';
import type { KeptAnswer, Repeats } from '../ports/repeats.ts';
import type { LiveAct } from '../wire/v1/live.ts';

const noCase: Refusal = { rule: 'SV2', at: ['case'], says: 'There is no such case.' };
const past: Refusal = {
  rule: 'SV5',
  at: ['version'],
  says: 'The case has changed since; look at it again.',
};
const underWay: Refusal = {
  rule: 'SV6',
  at: ['id'],
  says: 'This act is under way, or was broken off; see what became of it.',
};
const other: Refusal = { rule: 'SV15', at: ['id'], says: 'This id stands for another act.' };

/**
 * An act that came over a room: done once for each id, however often it comes, with one answer. It takes the
 * road of `POST /v1/cases/{case}/acts`.
 */
export async function actOnce(
  house: CourtHouse,
  repeatsFor: (caller: Caller) => Repeats,
  caller: Caller,
  act: LiveAct,
): Promise<ActAnswer> {
  const repeats = repeatsFor(caller);
  const key = `live ${act.id}`;
  const { id: _, ...asked } = act;
  const begun = await repeats.begin(key, JSON.stringify(asked));
  if (begun.kind === 'answered') return readAnswer(begun.answer);
  if (begun.kind === 'under-way') return refuse(underWay);
  if (begun.kind === 'other') return refuse(other);
  try {
    const answer = await decided(house, caller, act);
    const kept = { status: 200, headers: {}, body: JSON.stringify(answer) };
    await repeats.answer(key, kept);
    return answer;
  } catch (error) {
    await repeats.giveBack(key);
    throw error;
  }
}

async function decided(house: CourtHouse, caller: Caller, act: LiveAct): Promise<ActAnswer> {
  const visited = await visit(house, caller, act.case);
  if (visited === null) return refuse(noCase);
  const done = await actOfPerson(openFor(house, caller, visited), visited.standing, act);
  if (done.kind === 'overtaken') return refuse(past);
  if (done.kind === 'done') return { kind: 'acknowledged', version: done.version };
  const [first, ...more] = done.refusals;
  return first === undefined ? refuse(past) : refuse(first, ...more);
}

function refuse(...refusals: readonly [Refusal, ...Refusal[]]): ActAnswer {
  return { kind: 'refused', refusals };
}

/** What this very function kept. */
function readAnswer({ body }: KeptAnswer): ActAnswer {
  return JSON.parse(body) as ActAnswer;
}
