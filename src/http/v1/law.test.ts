import { describe, expect, test } from 'vitest';
import {
  clerk,
  complaint,
  counsel,
  elsewhere,
  here,
  openRegistryApp,
  other,
} from '../../../test/registry-app.ts';

const text = `---
title: Code of Boards
version_date: 2020-01-01
---

# Code of Boards

## Article 1. Delivery

Who promises boards delivers them on the day that was promised.
`;
const file = { name: 'code-of-boards@2020-01-01.md', text };

describe('the law of a court', () => {
  test('is what its jurisdiction brings along and what it imported', async () => {
    const { ask } = await openRegistryApp();
    const url = `/v1/courts/${here}/law`;
    const before = await ask(clerk, 'GET', url);
    expect(before.body.length).toBeGreaterThan(0);
    expect(new Set(before.body.map(({ origin }: { origin: string }) => origin))).toEqual(
      new Set(['shipped']),
    );
    expect(await ask(clerk, 'POST', url, file)).toMatchObject({
      status: 201,
      body: { work: 'code-of-boards', title: 'Code of Boards', articles: 1, outcome: 'kept' },
    });
    expect(await ask(clerk, 'POST', url, file)).toMatchObject({
      status: 200,
      body: { outcome: 'unchanged' },
    });
    const changed = { ...file, text: text.replace('on the day', 'by the day') };
    expect(await ask(clerk, 'POST', url, changed)).toMatchObject({
      status: 422,
      body: { rule: 'LAW7' },
    });
    expect(await ask(clerk, 'POST', url, { ...changed, replace: true })).toMatchObject({
      body: { outcome: 'replaced' },
    });
    const after = await ask(counsel, 'GET', url);
    expect(after.body.at(-1)).toMatchObject({
      work: 'code-of-boards',
      from: '2020-01-01',
      standing: 'official',
      origin: 'imported',
      source: file.name,
    });
    expect((await ask(other, 'GET', `/v1/courts/${elsewhere}/law`)).body).toHaveLength(
      before.body.length,
    );
  });

  test('is imported by clerks and administrators, read, and refused where it is none', async () => {
    const { ask } = await openRegistryApp();
    const url = `/v1/courts/${here}/law`;
    expect(await ask(counsel, 'POST', url, file)).toMatchObject({ status: 403 });
    expect((await ask(other, 'POST', url, file)).status).toBe(404);
    for (const [bad, rule] of [
      [{ ...file, name: 'no date.md', text: 'x' }, /^LAW/],
      [{ ...file, text: complaint }, /^LAW/],
      [{ ...file, text: 'a\0b' }, /^SV1$/],
    ] as const) {
      expect((await ask(clerk, 'POST', url, bad)).body.rule).toMatch(rule);
    }
  });

  test('says of quotations what became of them', async () => {
    const { ask } = await openRegistryApp();
    await ask(clerk, 'POST', `/v1/courts/${here}/law`, file);
    const quote = 'Who promises boards delivers them';
    const claim = { work: 'code-of-boards', article: '1', quote, on: '2024-01-01' };
    const checked = await ask(counsel, 'POST', `/v1/courts/${here}/law/check`, {
      quotes: [claim, { ...claim, on: '2019-01-01' }, { ...claim, quote: 'Nobody said this.' }],
    });
    expect(checked.body.quotes).toMatchObject([
      { status: 'in force', since: null },
      { status: 'stale', since: '2020-01-01' },
      { status: 'absent', since: null },
    ]);
    expect(
      (await ask(counsel, 'POST', `/v1/courts/${here}/law/check`, { quotes: [] })).body.rule,
    ).toBe('SV1');
  });
});
