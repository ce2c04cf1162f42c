import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { evaluateCommand } from './evaluate.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'court-evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function court(...line: string[]) {
  const { context, out, err, codes } = capturedIo();
  const command = evaluateCommand(context);
  command.exitOverride().configureOutput({ writeErr: (text) => void err.push(text) });
  await command.parseAsync(line, { from: 'user' });
  return { out, err, codes };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const good = `
meta: { title: Rain }
statements: { rain: It rains., wet: wet }
arguments: { a: { conclusion: wet, premises: [rain] } }
assumptions: [rain]
tests: { in: [wet] }
`;

describe('court evaluate', () => {
  test('prints labels and tests, and is content when they hold', async () => {
    const path = await file('good.yml', good);
    expect(await court(path)).toEqual({
      out: [
        `${path}: Rain`,
        '  in         rain  It rains.',
        '  in         wet',
        '  1 of 1 tests hold',
      ],
      err: [],
      codes: [0],
    });
  });

  test('tries random orders and says the seed', async () => {
    const path = await file('good.yml', good);
    const { out, codes } = await court(path, '--orders', '5', '--seed', '7');
    expect(out.at(-1)).toBe('  1 of 1 tests hold, in 5 random orders (seed 7)');
    expect(codes).toEqual([0]);
    expect((await court(path, '--orders', '1')).out.at(-1)).toMatch(/\(seed \d+\)$/u);
  });

  test('a label that is not as tested is told, and the answer is no', async () => {
    const wrong = await file('wrong.yml', good.replace('in: [wet]', 'out: [wet], in: [dry]'));
    const { out, err, codes } = await court(wrong);
    expect(out).toContain('  FAILS      wet should be out and is in');
    expect(out.at(-1)).toBe('  0 of 2 tests hold');
    expect(err).toEqual([`${wrong}: Not declared, but named under tests: dry.`]);
    expect(codes).toEqual([1]);
  });

  test('--json gives one object for each file', async () => {
    const path = await file('good.yml', good.replace('meta: { title: Rain }', ''));
    const { out, codes } = await court(path, join(folder, 'none.yml'), '--json');
    expect(codes).toEqual([2]);
    expect(JSON.parse(out.join(''))).toMatchObject([
      { file: path, title: null, labels: { rain: 'in', wet: 'in' }, tests: 1, failures: [] },
      { refusals: [{ rule: 'AG20', says: 'The file cannot be read: there is no such file.' }] },
    ]);
  });

  test('what cannot be read is refused with the file and the rule', async () => {
    const latin = await file('latin.yml', Uint8Array.of(0xf1, 0x6f));
    const cyclic = await file('cycle.yml', 'statements: &a [*a]');
    const { err, codes } = await court(folder, latin, cyclic);
    expect(err).toEqual([
      `${folder}: AG20 The file cannot be read: it is a folder.`,
      `${latin}: AG20 The file cannot be read: it is no text in UTF-8.`,
      `${cyclic}: AG24 The alias *a leads back to itself.`,
    ]);
    expect(codes).toEqual([2]);
  });

  test('--orders takes a whole number', async () => {
    await expect(court('x.yml', '--orders', 'many')).rejects.toThrow('a whole number is wanted');
  });
});
