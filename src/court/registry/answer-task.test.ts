import { describe, expect, test } from 'vitest';
import { tools } from '../../../test/small-shelf.ts';
import type { RegistryTask } from '../../ports/registry-desk.ts';
import { answerTask } from './answer-task.ts';

const answer = (task: RegistryTask, change: Partial<typeof tools> = {}) =>
  answerTask(task, { ...tools, ...change });
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const complaint = file(
  'complaint.md',
  '# Complaint\n\nAda Larch, claimant, against Bo Rowan, respondent.\n\n1. Bo Rowan delivered nothing.\n',
);
const code = {
  name: 'code-of-boards@2020-01-01.md',
  text: '---\ntitle: Code of Boards\n---\n\n## Article 1. Delivery\n\nWho promises boards delivers them.\n',
};
const filing = {
  files: [complaint],
  page: {},
  jurisdiction: 'model',
  today: '2026-03-02',
  law: [code],
};

describe('the registry', () => {
  test('reads a file with its passages in words', async () => {
    expect(await answer({ task: 'read', asked: complaint })).toMatchObject({
      kind: 'read',
      paper: { name: 'complaint.md', kind: 'complaint', pages: 1 },
      inside: [],
      leftOut: [],
    });
    expect(await answer({ task: 'read', asked: file('x.txt', '') })).toMatchObject({
      kind: 'refused',
      refusals: [{ rule: 'DOC1' }],
    });
  });

  test('refuses a file in which something lies too deep', async () => {
    const inside = (depth: number): string =>
      depth === 0
        ? 'The end.'
        : [
            'From: a@example.org',
            `Content-Type: multipart/mixed; boundary="b${depth}"`,
            '',
            `--b${depth}`,
            'Content-Type: text/plain',
            '',
            'More is attached.',
            `--b${depth}`,
            `Content-Type: ${depth === 1 ? 'text/plain' : 'message/rfc822'}`,
            `Content-Disposition: attachment; filename="${depth}.${depth === 1 ? 'txt' : 'eml'}"`,
            '',
            inside(depth - 1),
            `--b${depth}--`,
            '',
          ].join('\r\n');
    const deep = await answer({ task: 'read', asked: file('deep.eml', inside(6)) });
    expect(deep).toMatchObject({ kind: 'refused' });
    const flat = await answer({ task: 'read', asked: file('flat.eml', inside(1)) });
    const [note] = flat.kind === 'read' ? flat.inside : [];
    expect(note?.name).toBe('flat.eml/1.txt');
    expect(Buffer.from(note?.bytes ?? []).toString()).toMatch(/^The end\.\s*$/);
  });

  test('works out a filing, with the law of the court over that of its jurisdiction', async () => {
    const worked = await answer({ task: 'work-out', asked: filing });
    expect(worked.kind).toBe('worked-out');
    expect(worked.kind === 'worked-out' && worked.papers).toHaveLength(1);
    const other = { ...filing, law: [{ name: 'none.md', text: 'x' }] };
    expect((await answer({ task: 'work-out', asked: other })).kind).toBe('worked-out');
  });

  test('[IN5] refuses what cannot be filed', async () => {
    const profiles = (kind: 'refused') => ({
      ...tools.profiles,
      read: async () => ({ kind, refusals: [{ rule: 'PR1', at: [], says: 'It is damaged.' }] }),
    });
    const refusedBy = async (asked: typeof filing, change: Partial<typeof tools> = {}) => {
      const told = await answer({ task: 'work-out', asked }, change);
      return told.kind === 'refused' ? told.refusals[0]?.rule : null;
    };
    expect(await refusedBy({ ...filing, jurisdiction: 'nowhere' })).toBe('IN5');
    expect(await refusedBy(filing, { profiles: profiles('refused') })).toBe('PR1');
    expect(await refusedBy({ ...filing, files: [file('x.txt', '')] })).toBe('DOC1');
    expect(await refusedBy({ ...filing, page: { cause: 'no-such-cause' } })).toBe('IN5');
  });

  test('reads law, lists what a jurisdiction has, and checks quotations', async () => {
    expect(await answer({ task: 'read-law', asked: code })).toEqual({
      kind: 'law',
      version: {
        work: 'code-of-boards',
        title: 'Code of Boards',
        from: '2020-01-01',
        standing: 'official',
        articles: 1,
      },
    });
    expect(await answer({ task: 'read-law', asked: { name: 'x', text: 'y' } })).toMatchObject({
      kind: 'refused',
    });
    const listed = await answer({ task: 'shipped-law', asked: 'model' });
    expect(listed.kind === 'laws' && listed.versions.length).toBeGreaterThan(0);
    const quote = 'Who promises boards delivers them.';
    const claim = { work: 'code-of-boards', article: '1', quote, on: '2024-01-01' };
    expect(
      await answer({
        task: 'check-quotes',
        asked: { jurisdiction: 'model', law: [code], claims: [claim, { ...claim, quote: 'No.' }] },
      }),
    ).toEqual({ kind: 'checked', found: [{ status: 'in force' }, { status: 'absent' }] });
  });
});
