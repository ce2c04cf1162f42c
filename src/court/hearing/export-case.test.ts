import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hear } from '../../agents/hear.ts';
import {
  benchOf,
  exporting,
  failingAfter,
  openSmallCase,
  smallCourt,
} from '../../../test/world.ts';
import { bundleParts, verifyBundle, type BundleFiles } from '../../core/record/bundle.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import { decided } from '../../core/refusal.ts';
import { openCase, theCourt, type Court } from '../open-case.ts';
import { readCase } from '../read-case.ts';
import { replayDraft } from '../replay/replay-draft.ts';
import { exportCase } from './export-case.ts';

const notes: CaseEvent = {
  type: 'notes-handed',
  data: { seat: 'defender', notes: { prose: 'CANARY of the defence.' } },
};

async function heardAndExported(seed?: number) {
  const court = smallCourt(seed);
  const open = await openSmallCase(court, notes);
  await hear(open, benchOf({}));
  return exportCase(court, open, exporting);
}

async function opened(papers: ReadonlyMap<string, string | Uint8Array>): Promise<BundleFiles> {
  const bundle = papers.get('bundle.zip');
  if (typeof bundle !== 'object') throw new Error('no bundle');
  const read = await exporting.archive.open(bundle);
  if (read.kind === 'refused') throw new Error('no bundle');
  return read.files;
}

describe('the papers of a hearing', () => {
  test('are these, and the record vouches for each of them', async () => {
    const papers = await heardAndExported();
    expect([...papers.keys()]).toEqual([
      'record.jsonl',
      'transcript.md',
      'resolution.md',
      'resolution.json',
      'resolution.pdf',
      'graph.yml',
      'bundle.zip',
    ]);
    const verdict = verifyBundle(await opened(papers));
    expect(verdict).toMatchObject({
      kind: 'consistent-signer-unknown',
      findings: [],
    });
  });

  test('go without what is private to a seat where they are for everybody, and can be replayed', async () => {
    const court = smallCourt();
    const called: CaseEvent = {
      type: 'mind-called',
      data: {
        seat: 'defender',
        mind: 'far',
        model: 'm-1',
        brief: '1',
        promptSha256: '00',
        answer: { prose: 'CANARY answer.' },
        usage: { input: 1, output: 2 },
      },
    };
    const rejected: CaseEvent = {
      type: 'proposal-rejected',
      data: {
        seat: 'defender',
        act: 'argue',
        text: { prose: 'CANARY proposal.' },
        refusals: [{ rule: 'GT3', says: { prose: 'The quote is not there.' } }],
      },
    };
    const open = await openSmallCase(court, notes, called, rejected);
    await hear(open, benchOf({}));
    const whole = await opened(await exportCase(court, open, exporting));
    const shown = await opened(
      await exportCase(court, open, { ...exporting, withoutPrivate: true }),
    );
    const wordsOf = (files: BundleFiles) => bundleParts(files).texts.map(({ text }) => text);
    expect(wordsOf(whole)).toContain('CANARY proposal.');
    expect(wordsOf(shown).join()).not.toContain('CANARY');
    expect(verifyBundle(shown)).toMatchObject({ findings: [] });
    const { events, texts } = bundleParts(shown);
    expect(replayDraft(readCase(events, texts).events).draft).toEqual({ kind: 'same' });
  });

  test('come out the same, byte for byte, with clock and key fixed; with another key they do not', async () => {
    const [one, again, other] = await Promise.all([1, 1, 2].map(heardAndExported));
    expect(again).toEqual(one);
    expect(other?.get('record.jsonl')).not.toEqual(one?.get('record.jsonl'));
    expect(other?.get('resolution.json')).toEqual(one?.get('resolution.json'));
  });

  test('hold all that replays the draft, and not the private notes of a seat', async () => {
    const files = await opened(await heardAndExported());
    const { events, texts } = bundleParts(files);
    const read = readCase(events, texts);
    expect(read.missing).toBe(1);
    expect(replayDraft(read.events).draft).toEqual({ kind: 'same' });
    for (const content of files.values()) {
      expect(Buffer.from(content).toString('utf8')).not.toContain('CANARY');
    }
    expect(verifyBundle(files).missing).toHaveLength(1);
  });

  test('come out the same when they are asked for again, wherever the export was broken off', async () => {
    const exported = async (court: Court) => {
      const open = await openCase(court, 'C-1');
      return exportCase(court, open, exporting);
    };
    const whole = smallCourt();
    await hear(await openSmallCase(whole), benchOf({}));
    const papers = await exported(whole);
    expect(await exported(whole)).toEqual(papers);
    for (const steps of [0, 1]) {
      const court = smallCourt();
      await hear(await openSmallCase(court), benchOf({}));
      const broken = { ...court, store: failingAfter(court.store, steps) };
      await expect(exported(broken)).rejects.toThrow('killed');
      expect(await exported(court)).toEqual(papers);
    }
  });

  test('that come out otherwise than before, or after something else happened, are vouched for anew', async () => {
    const court = smallCourt();
    const open = await openSmallCase(court);
    await exportCase(court, open, exporting);
    const printer = { print: async () => new Uint8Array([1]) };
    const again = await exportCase(court, open, { ...exporting, printer });
    await open.act(theCourt, () => decided(notes));
    const later = await exportCase(court, open, exporting);
    for (const papers of [again, later]) {
      expect(verifyBundle(await opened(papers)).findings).toEqual([]);
    }
    const made = (await court.store.read('C-1')).filter(({ type }) => type === 'papers-made');
    expect(made).toHaveLength(3);
  });

  test('originals lie in the bundle by their hashes', async () => {
    const content = new TextEncoder().encode('paper');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const court = smallCourt();
    const open = await openSmallCase(court);
    const originals = new Map([[sha256, content]]);
    const files = await opened(await exportCase(court, open, { ...exporting, originals }));
    expect(files.get(`documents/${sha256}`)).toEqual(content);
  });

  test('of a case in which nothing happened are empty pages, and still verify', async () => {
    const court = smallCourt();
    const open = await openCase(court, 'C-1');
    const { hashing: _, ...portable } = exporting;
    const papers = await exportCase(court, open, portable);
    expect(papers.get('resolution.md')).toBe('');
    expect(papers.get('resolution.json')).toBe('\n');
    expect(Buffer.from(papers.get('resolution.pdf') ?? '').toString()).toBe(
      'C-1\nen\n1970-01-01T00:00:00.000Z\n',
    );
    expect(verifyBundle(await opened(papers)).findings).toEqual([]);
  });
});
