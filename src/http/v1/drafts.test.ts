import { describe, expect, test } from 'vitest';
import {
  clerk,
  isOver,
  judge,
  observer,
  on,
  openHearingDoors,
} from '../../../test/hearing-doors.ts';
import { openCase, theCourt } from '../../court/open-case.ts';
import { decided } from '../../core/refusal.ts';

const refusedBy = (rule: string, status: number) => ({ status, body: { rule, status } });

/** A case whose hearing ended in a draft, the judge in their seat. */
async function drafted() {
  const doors = await openHearingDoors();
  await doors.file();
  await doors.sit();
  const worker = await doors.house.work();
  await doors.until(judge, isOver);
  await worker.drain(5_000);
  await doors.take(judge, 'judge');
  const { version } = await doors.room(judge);
  const decide = (what: 'signature' | 'rejection', claims: object, reason = 'So it is.') =>
    doors.ask(judge, 'POST', `/draft/${what}`, {
      body: { reason },
      headers: { ...on(version), 'x-claims': JSON.stringify(claims) },
    });
  return { ...doors, version, decide };
}

describe('a draft over HTTP', () => {
  test('is signed by no key of a machine, though its owner is the judge', async () => {
    const { decide, room, version } = await drafted();
    const key = { machine: 'a key', scopes: ['cases:write'] };
    expect(await decide('signature', key)).toMatchObject(refusedBy('SV4', 403));
    expect(await decide('rejection', key)).toMatchObject(refusedBy('SV4', 403));
    expect((await room(judge)).version).toBe(version);
  });

  test('is signed by no mind: an act is none of a draft', async () => {
    const { act, version } = await drafted();
    expect(await act(judge, version, 'judge', { act: 'sign' })).toMatchObject(
      refusedBy('MV1', 422),
    );
  });

  test('[SV16] is signed after a second factor where the court asks for it', async () => {
    const { decide, admin } = await drafted();
    await admin('update court.courts set signs_with_second_factor = true');
    expect(await decide('signature', {})).toMatchObject(refusedBy('SV16', 403));
    expect((await decide('signature', { aal: 'aal2' })).status).toBe(201);
  });

  test('is rejected with a reason, and then binds nobody', async () => {
    const { ask, decide, version } = await drafted();
    expect(await decide('rejection', {}, '')).toMatchObject(refusedBy('SV1', 400));
    expect(
      (await decide('rejection', {}, 'The second exhibit was not weighed.')).body,
    ).toMatchObject({
      decision: { decision: 'rejected', reason: 'The second exhibit was not weighed.' },
    });
    const page = await ask(observer, 'GET', '/draft?format=markdown');
    expect(page.body).toContain('The second exhibit was not weighed.');
    expect(await decide('signature', {})).toMatchObject(refusedBy('SV5', 412));
    expect(version).toBeGreaterThan(0);
  });
});

describe('what is sealed', () => {
  test('is read by members and clerks, and a mark to observers', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { ask, admin, room } = doors;
    const caption = (await room(observer)).caption;
    expect(caption).not.toBe('');
    await admin('update court.texts set sealed = true where text = $1', [caption]);
    for (const as of [judge, clerk]) expect((await room(as)).caption).toBe(caption);
    expect((await room(observer)).caption).toMatch(/^\[withheld /);
    expect(await ask(observer, 'GET', '/bundle')).toMatchObject(refusedBy('SV4', 403));
    await admin('update court.texts set sealed = false');
    expect((await room(observer)).caption).toBe(caption);
  });

  test('leaves the memory of every process when it is erased', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { admin, until, room } = doors;
    const { caption } = await room(judge);
    await admin('delete from court.texts where text = $1', [caption]);
    const erased = await until(judge, (now) => now.caption !== caption);
    expect(erased.caption).toMatch(/^\[withheld /);
  });

  test('what is private to a seat is shown to whoever sits there', async () => {
    const doors = await openHearingDoors();
    await doors.file();
    const { house, take, room, ask } = doors;
    const open = await openCase(house.court, 'heater');
    const says = { prose: 'The quote is not there.' };
    await open.act(theCourt, () =>
      decided({
        type: 'proposal-rejected',
        data: {
          seat: 'judge',
          act: 'argue',
          text: { prose: 'CANARY' },
          refusals: [{ rule: 'GT3', says }],
        },
      }),
    );
    const lines = async (as: number) =>
      (await room(as)).transcript.items.filter(({ privateTo }) => privateTo !== null);
    expect(await lines(judge)).toEqual([]);
    await take(judge, 'judge');
    expect(await lines(judge)).toMatchObject([{ privateTo: 'judge', kind: 'rejected' }]);
    expect(await lines(clerk)).toEqual([]);
    const types = async (as: number) =>
      JSON.stringify((await ask(as, 'GET', '/record/events?limit=1000')).body);
    expect(await types(judge)).toContain('proposal-rejected');
    expect(await types(clerk)).not.toContain('proposal-rejected');
  });
});
