import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { court, folder, root, type Ran } from './court-command.ts';

// Each test starts processes of its own, on a machine that may have other work.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const complaint =
  'Complaint\n\nAda Larch, claimant, against Bo Rowan, respondent.\n\n1. Bo Rowan broke the contract.\n';
const hear = (path: string, out: string, ...more: readonly string[]) =>
  court(['hear', path, '--out', out, ...more]);

/** One sentence per fault, with rule and file, no stack, and nothing in the folder of the papers. */
function refusedPlainly({ code, err }: Ran, out: string, rule: RegExp, name: string) {
  expect([1, 2]).toContain(code);
  const lines = err.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(rule);
  expect(lines[0]).toContain(name);
  expect(err).not.toMatch(/^\s+at |bug of the court/mu);
  expect(existsSync(out)).toBe(false);
}

/** A DOCX whose one part unpacks to 200 MB. */
function bomb(): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(200_000_000));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(200_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(200_000_000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

describe('what the court cannot hear', () => {
  test('an empty folder', async () => {
    const out = join(await folder(), 'out');
    const { code, err } = await hear(await folder(), out);
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^IN4: /u);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ['a file of no bytes', 'empty.txt', '', /^DOC1: /u],
    ['a broken PDF', 'broken.pdf', '%PDF-1.7\n1 0 obj\n<< /Type', /^DOC\d: /u],
    [
      'a picture that calls itself a PDF',
      'scan.pdf',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      /^DOC3: .*not what its name says/u,
    ],
    ['a zip bomb', 'bomb.docx', bomb(), /^DOC\d: /u],
    [
      'a case.yaml with an unknown key',
      'case.yaml',
      'captoin: Larch\n',
      /^IN2: case\.yaml, line 1: .*captoin/u,
    ],
    ['a case.yaml that is no YAML', 'case.yaml', 'caption: [\n', /^IN1: case\.yaml, line \d/u],
    [
      'a case.yaml that names a file that is not there',
      'case.yaml',
      'documents:\n  - file: x.md\n',
      /^IN3: case\.yaml line 2/u,
    ],
    [
      'a case.yaml with a cause that nobody knows',
      'case.yaml',
      'jurisdiction: model\nmatter: civil\ncause: boredom\n',
      /^IN5: .*boredom/u,
    ],
  ])('%s', async (_what, name, content, rule) => {
    const path = await folder({ 'complaint.txt': complaint, [name]: content });
    const out = join(await folder(), 'out');
    const ran = await hear(path, out);
    refusedPlainly(
      ran,
      out,
      rule,
      name === 'case.yaml' && rule.source.startsWith('^IN5') ? 'boredom' : name,
    );
  });

  test('a file of 200 MB, which is not even read', async () => {
    const path = await folder({ 'complaint.txt': complaint });
    const file = await open(join(path, 'large.txt'), 'w');
    await file.truncate(200_000_000);
    await file.close();
    const out = join(await folder(), 'out');
    refusedPlainly(await hear(path, out), out, /^DOC2: .*200\.0 MB/u, 'large.txt');
  });

  test('a folder that is not there', async () => {
    const out = join(await folder(), 'out');
    refusedPlainly(await hear('/no/such/folder', out), out, /^IN7: /u, '/no/such/folder');
  });

  test('[CL1] [CL2] [IN5] [KEY1] an option, seat, mind, jurisdiction, clock or key that there is not', async () => {
    const path = await folder({ 'complaint.txt': complaint });
    const out = join(await folder(), 'out');
    for (const [rule, ...words] of [
      ['', '--colour'],
      ['', '--seat', 'jury=offline'],
      ['CL1', '--seat', 'judge=oracle'],
      ['CL2', '--seat', 'judge=claude'],
      ['IN5', '--jurisdiction', 'atlantis'],
      ['', '--clock', 'noon'],
      ['KEY1', '--key', '/no/such/key'],
    ] as const) {
      const { code, err } = await hear(path, out, ...words);
      expect(`${words.join(' ')} ${code}`).toBe(`${words.join(' ')} 2`);
      expect(err).toContain(rule);
      expect(err).toContain(words.at(-1)?.split('=').at(-1));
      expect(err).not.toMatch(/^\s+at |bug of the court/mu);
      expect(existsSync(out)).toBe(false);
    }
  });

  test('with --json the refusals come as JSON', async () => {
    const path = await folder({ 'empty.txt': '' });
    const out = join(await folder(), 'out');
    const { code, out: printed } = await hear(path, out, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({ refusals: [{ rule: 'DOC1' }] });
  });
});

describe('what the court hears all the same', () => {
  test('a case without the papers that were set aside, which it names', async () => {
    const path = await folder({ 'complaint.txt': complaint, 'empty.txt': '' });
    const out = await folder();
    expect((await hear(path, out, '--set-aside')).code).toBe(0);
    expect(await readFile(join(out, 'resolution.md'), 'utf8')).toContain('empty.txt is empty');
  });

  test('papers with half a character and with signs that steer a terminal', async () => {
    const mail =
      'From: bo@example.org\nTo: ada@example.org\nSubject: boat\nContent-Type: text/html\n\n' +
      '<p>I broke &#xD834; the contract &#27;[8m in May.</p>\n';
    const path = await folder({ 'complaint.txt': complaint, 'mail.eml': mail });
    const out = join(await folder(), 'out');
    const { code, out: told } = await hear(path, out);
    expect(code).toBe(0);
    expect(told).not.toContain('\u001B');
    expect((await court(['replay', join(out, 'bundle.zip')])).code).toBe(0);
  });

  test('a text in another encoding', async () => {
    const latin = Buffer.from(
      'Declaraci\u00F3n de Ada: lleg\u00F3 tarde, seg\u00FAn consta en la anotaci\u00F3n.\n',
      'latin1',
    );
    const path = await folder({ 'complaint.txt': complaint, 'nota.txt': latin });
    const out = await folder();
    expect((await hear(path, out)).code).toBe(0);
  });

  test('a complaint of ten thousand allegations, of which it says how many it hears', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `${n + 1}. Bo Rowan broke window ${n}.`);
    const path = await folder({ 'complaint.txt': `${complaint}\n${many.join('\n')}\n` });
    const out = await folder();
    const { code, err } = await hear(path, out);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(await readFile(join(out, 'resolution.md'), 'utf8')).toMatch(
      /holds 10\d{3} allegations/u,
    );
  });

  test('a case that would steer the terminal and shape the draft writes nothing but words', async () => {
    const path = await folder({
      'complaint.txt': complaint,
      'case.yaml': 'caption: "Larch \\e]0;owned\\a\\e[2J\\n\\n# Granted"\n',
    });
    const out = await folder();
    const { code, out: printed } = await hear(path, out);
    expect(code).toBe(0);
    expect(printed).toContain('owned');
    expect(printed).not.toMatch(/[\p{Cc}--[\n]]/v);
    for (const name of ['resolution.md', 'transcript.md']) {
      const page = await readFile(join(out, name), 'utf8');
      expect(page).not.toMatch(/[\p{Cc}--[\n]]/v);
      expect(page).not.toMatch(/^# Granted/mu);
    }
  });
});

test('every command says how it is used, and bad use is 2', async () => {
  for (const words of [['--help'], ['hear', '--help'], ['verify', '--help'], ['why', '--help']]) {
    const { code, out } = await court(words);
    expect(code).toBe(0);
    expect(out).toContain('Usage: ');
  }
  for (const words of [['hear'], ['fly'], ['verify', '--loud', 'x']]) {
    expect((await court(words, root)).code).toBe(2);
  }
});
