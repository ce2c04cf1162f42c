import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { court, fixed, folder, keyFile, root } from './court-command.ts';

// Each test starts processes of its own, on a machine that may have other work.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

const demo = join(root, 'cases/greenhouse-heater');

async function papersIn(out: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(out)).toSorted();
  const contents = await Promise.all(names.map((name) => readFile(join(out, name))));
  return new Map(names.map((name, at) => [name, contents[at] ?? Buffer.alloc(0)]));
}

/** Where a run is killed: so many milliseconds after it has said so many lines. */
type Kill = { readonly lines: number; readonly delay: number };

/** Hears until killed or done; the lines that it said. */
async function hearUntil(words: readonly string[], kill: Kill): Promise<string[]> {
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'hear', ...words], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    if (timer === undefined && said.split('\n').length > kill.lines) {
      timer = setTimeout(() => child.kill('SIGKILL'), kill.delay);
    }
  };
  watch();
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    watch();
  });
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return said.split('\n').slice(0, -1);
}

/** Seeded, so that a failure can be seen again: Lehmer, Park and Miller 1988. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** What is said in court: without what tells of the opening and of the end. */
const spoken = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => / [SQO]\d+: /u.test(line));

describe('a hearing whose process is killed', () => {
  const kills = process.env['LONG'] === undefined ? 4 : 50;
  test(`${kills} times, at any moment, ends in the papers of one that was not, and says nothing twice`, async () => {
    const key = fixed(await keyFile());
    const whole = await folder();
    const uninterrupted = await hearUntil([demo, '--out', whole, ...key], {
      lines: Number.POSITIVE_INFINITY,
      delay: 0,
    });
    const papers = await papersIn(whole);
    expect(papers.size).toBe(7);

    const pick = random(20_260_302);
    const out = await folder();
    let said: string[] = [];
    let resumed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      // Mostly in the middle of the hearing, now and then while papers are read or written.
      const lines = pick(5) === 0 ? pick(3) : 20 + pick(40);
      const delay = pick(4) === 0 ? pick(1_500) : pick(40);
      const told = await hearUntil([demo, '--out', out, ...key], { lines, delay });
      const goesOn = told.some((line) => line.startsWith('Goes on after event'));
      resumed += goesOn ? 1 : 0;
      said = goesOn ? [...said, ...told] : told;
      const once = spoken(said);
      expect(once.filter((line, place) => once.indexOf(line) < place)).toEqual([]);
      for (const line of once) expect(uninterrupted).toContain(line);
    }
    expect(resumed).toBeGreaterThan(0);
    const last = await court(['hear', demo, '--out', out, ...key]);
    expect([last.code, last.err]).toEqual([0, '']);
    expect(await papersIn(out)).toEqual(papers);
  });
});

/** A place in which a hearing waits that was killed in the middle. */
async function interrupted(words: readonly string[]): Promise<string> {
  const out = await folder();
  await hearUntil([...words, '--out', out], { lines: 40, delay: 0 });
  expect(existsSync(join(out, '.hearing/begun.json'))).toBe(true);
  return out;
}

describe('a hearing that waits', () => {
  test('[CL4] is gone on with by the same papers, jurisdiction, key and clock alone', async () => {
    const key = await keyFile();
    const out = await interrupted([demo, ...fixed(key)]);
    const other = await folder();
    await cp(demo, other, { recursive: true });
    await writeFile(join(other, 'more.txt'), 'One paper more.');
    const refusals = [
      [[other, ...fixed(await keyFile('22'))], 'other papers and another key'],
      [[demo, ...fixed(key), '--jurisdiction', 'cl'], 'another jurisdiction'],
      [[demo, '--key', key], 'another clock'],
    ] as const;
    for (const [words, why] of refusals) {
      const { code, err } = await court(['hear', ...words, '--out', out]);
      expect(code).toBe(2);
      expect(err).toMatch(/^CL4: An unfinished hearing waits in /u);
      expect(err).toContain(`begun with ${why}. `);
      expect(err).toContain('--afresh');
    }
    const { code, out: said } = await court(['hear', demo, ...fixed(key), '--out', out]);
    expect(code).toBe(0);
    expect(said).toMatch(/^Goes on after event \d+\.\n/u);
    expect(existsSync(join(out, '.hearing'))).toBe(false);
  });

  test('under a key made for it alone goes on under that key, with who sits where', async () => {
    const out = await interrupted([demo, '--seat', 'witness=human']);
    const begun: unknown = JSON.parse(await readFile(join(out, '.hearing/begun.json'), 'utf8'));
    expect(begun).toMatchObject({ seed: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect((await court(['hear', demo, '--out', out])).code).toBe(0);
    expect((await court(['verify', join(out, 'bundle.zip')])).code).toBe(0);
    const record = await readFile(join(out, 'record.jsonl'), 'utf8');
    expect(record.match(/"type":"seat-taken"/gu)?.length).toBeGreaterThanOrEqual(5);
    expect(record).not.toContain(Reflect.get(Object(begun), 'seed'));
  });

  test('with a record that somebody damaged is a fault, and is thrown away where one begins afresh', async () => {
    const out = await interrupted([demo]);
    const [id = ''] = await readdir(join(out, '.hearing/record'));
    const journal = join(out, '.hearing/record', id, 'journal');
    const bytes = await readFile(journal);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(journal, bytes);
    const { code, err } = await court(['hear', demo, '--out', out]);
    expect(code).toBe(2);
    expect(err).toContain('damaged at byte 0');
    const other = join(root, 'cases/bodega-nocturna');
    expect((await court(['hear', other, '--out', out, '--afresh', '--json'])).code).toBe(0);
    expect(existsSync(join(out, '.hearing'))).toBe(false);
  });
});
