import { expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import type { Finding } from '../ports/examination.ts';
import { doctorCommand } from './doctor.ts';

async function run(findings: readonly Finding[], ...words: string[]) {
  const captured = capturedIo();
  const world = {
    async *examine() {
      yield* findings;
    },
  };
  await doctorCommand(captured.context, world).parseAsync(words, { from: 'user' });
  return captured;
}

const good: Finding = { check: 'settings', state: 'good', says: 'All are read.', mend: null };
const odd: Finding = { check: 'disk', state: 'odd', says: '2 GB are free.', mend: 'Make room.' };
const bad: Finding = { check: 'port', state: 'bad', says: '8080 is taken.', mend: 'Set PORT.' };

test('what is wrong is said with how to mend it, and is a no', async () => {
  expect(await run([good, bad])).toMatchObject({
    out: [
      'good  settings: All are read.',
      'BAD   port: 8080 is taken.',
      '      Set PORT.',
      '1 things are wrong.',
    ],
    codes: [1],
  });
});

test('what may be meant so is no fault', async () => {
  expect(await run([good, odd])).toMatchObject({
    out: [
      expect.any(String),
      'odd   disk: 2 GB are free.',
      '      Make room.',
      'The court is well (1 things to look at).',
    ],
    codes: [0],
  });
});

test('--json prints all of it at once', async () => {
  const { out, codes } = await run([good, bad], '--json');
  expect(JSON.parse(out.join(''))).toEqual({ healthy: false, findings: [good, bad] });
  expect(codes).toEqual([1]);
});
