import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { hear } from '../../agents/hear.ts';
import { exhibit } from '../../../test/small-case.ts';
import { benchOf, exporting, openSmallCase, smallCourt } from '../../../test/world.ts';
import type { DraftChoice } from '../../core/case/decide-draft.ts';
import { bundleParts, verifyBundle, type BundleFiles } from '../../core/record/bundle.ts';
import { fingerprint } from '../../core/record/head.ts';
import { readCase } from '../read-case.ts';
import { replayDraft } from '../replay/replay-draft.ts';
import { why } from '../replay/why.ts';
import { decideOnDraft, type BundledCase } from './decide-on-draft.ts';
import { exportBundle } from './export-case.ts';

const paper = new TextEncoder().encode('paper');
const sha256 = createHash('sha256').update(paper).digest('hex');

async function filesOf(bundle: Uint8Array): Promise<BundleFiles> {
  const read = await exporting.archive.open(bundle);
  if (read.kind === 'refused') throw new Error('no bundle');
  return read.files;
}

async function heardBundle(): Promise<BundledCase> {
  const court = smallCourt();
  const open = await openSmallCase(
    court,
    exhibit('E5', 'other', ['paper'], { bytes: { prose: sha256 } }),
    { type: 'notes-handed', data: { seat: 'defender', notes: { prose: 'A private note.' } } },
  );
  await hear(open, benchOf({}));
  const originals = new Map([[sha256, paper]]);
  const { bundle } = await exportBundle(court, open, { ...exporting, originals });
  return { id: 'C-1', parts: bundleParts(await filesOf(bundle)) };
}

let heard: BundledCase;
beforeAll(async () => {
  heard = await heardBundle();
});

const later = { now: () => '2026-03-05T09:00:00.000Z' };
const choosing = (
  change: Partial<DraftChoice> = {},
  { court = smallCourt(7, later), bundled = heard } = {},
) =>
  decideOnDraft(
    court,
    bundled,
    { act: 'sign', name: 'Judge Ash', reason: '', ...change },
    exporting,
  );

async function decided(change: Partial<DraftChoice> = {}) {
  const answer = await choosing(change);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusals));
  const files = await filesOf(answer.bundle);
  return { ...answer, files, parts: bundleParts(files) };
}

describe('the bundle of a signed draft', () => {
  test('goes on with the record, ends in a head of its own, and verifies', async () => {
    const { files, parts, events } = await decided();
    const before = heard.parts.events;
    expect(parts.events.slice(0, before.length)).toEqual(before);
    expect(parts.events.slice(before.length).map(({ type }) => type)).toEqual([
      'draft-decided',
      'hearing-stepped',
      'head-signed',
      'papers-made',
      'head-signed',
    ]);
    expect(events).toBe(parts.events.length);
    expect(parts.events.find(({ type }) => type === 'draft-decided')?.by).toEqual({
      seat: 'judge',
      kind: 'person',
      name: { sealed: expect.any(String) },
    });
    const trust = fingerprint(smallCourt().signer.publicKey);
    const verdict = verifyBundle(files, trust);
    expect(verdict).toMatchObject({ kind: 'consistent-and-trusted', findings: [] });
  });

  test('replays to the same draft, and says why as before', async () => {
    const { parts } = await decided();
    const read = readCase(parts.events, parts.texts);
    expect(replayDraft(read.events).draft).toEqual({ kind: 'same' });
    expect(read.state.hearing).toEqual({ state: 'signed' });
    const before = readCase(heard.parts.events, heard.parts.texts).state;
    expect(why(read.state, 'promise')).toEqual(why(before, 'promise'));
  });

  test('holds the papers of the parties, and a resolution and a transcript that tell who signed and when', async () => {
    const { files, parts } = await decided({ reason: 'It is *right*.' });
    expect(files.get(`documents/${sha256}`)).toEqual(paper);
    const page = (name: string) => new TextDecoder().decode(files.get(name));
    expect(page('resolution.md')).toMatch(
      /\n## Decision upon the draft\n\nSigned by Judge Ash on 2026-03-05\. It is \\\*right\\\*\.\n$/u,
    );
    expect(page('transcript.md')).toMatch(/Judge Ash.*\n/u);
    expect(readCase(parts.events, parts.texts).missing).toBe(1);
  });
});

test('a rejected draft says why, and no head says that it was signed', async () => {
  const { files, parts } = await decided({ act: 'reject', reason: 'The date is wrong.' });
  expect(verifyBundle(files).findings).toEqual([]);
  expect(new TextDecoder().decode(files.get('resolution.md'))).toContain(
    'Rejected by Judge Ash on 2026-03-05. It binds nobody. The date is wrong.',
  );
  expect(parts.events.map(({ data }) => data['purpose'])).not.toContain('draft-signed');
});

describe('no draft is decided upon', () => {
  const rules = async (answer: ReturnType<typeof choosing>) => {
    const given = await answer;
    return given.kind === 'refused' ? given.refusals.map(({ rule }) => rule) : given.kind;
  };

  test('[CT2] under another key than the record is signed with', async () => {
    expect(await rules(choosing({}, { court: smallCourt(8) }))).toEqual(['CT2']);
  });

  test('[HR1] a second time', async () => {
    const { parts } = await decided();
    const bundled = { id: 'C-1', parts };
    expect(await rules(choosing({ act: 'reject', reason: 'No.' }, { bundled }))).toEqual(['HR1']);
  });

  test('[CA14] [GT1] by nobody, or without a reason where it is rejected', async () => {
    expect(await rules(choosing({ name: ' ' }))).toEqual(['CA14']);
    expect(await rules(choosing({ act: 'reject' }))).toEqual(['GT1']);
  });

  test('[CT3] with a signature where the record does not give it again; it may be rejected', async () => {
    const { draft } = readCase(heard.parts.events, heard.parts.texts).state;
    const texts = heard.parts.texts.filter(({ text }) => text !== draft?.draft.prose);
    const bundled = { id: 'C-1', parts: { ...heard.parts, texts } };
    expect(await rules(choosing({}, { bundled }))).toEqual(['CT3']);
    expect(await rules(choosing({ act: 'reject', reason: 'Lost.' }, { bundled }))).toBe('decided');
  });
});
