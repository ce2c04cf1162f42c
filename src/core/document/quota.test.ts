import { expect, test } from 'vitest';
import { quotaRefusals } from './quota.ts';

const quota = { court: 10_000_000, case: 1_000_000 };

test('what fits to the last byte has room; without a limit everything has', () => {
  const used = { court: 9_000_000, case: 0 };
  expect(quotaRefusals('letter.pdf', 1_000_000, used, quota)).toEqual([]);
  const none = { court: null, case: null };
  expect(quotaRefusals('letter.pdf', Number.MAX_SAFE_INTEGER, used, none)).toEqual([]);
});

test('[QU1] a byte too many for the case is refused, with the numbers', () => {
  const used = { court: 0, case: 400_000 };
  expect(quotaRefusals('letter.pdf', 600_001, used, quota)).toEqual([
    {
      rule: 'QU1',
      at: ['letter.pdf'],
      says: 'letter.pdf has no room in its case: it has 600,001 bytes, 400,000 of the 1,000,000 bytes of the case are taken, and 600,000 are free.',
    },
  ]);
});

test('[QU2] so is one too many for the court; a limit that was lowered leaves nothing free', () => {
  const used = { court: 12_345_678, case: 1_000_000 };
  const [ofCase, ofCourt] = quotaRefusals('letter.pdf', 1, used, quota);
  expect(ofCase).toMatchObject({ rule: 'QU1' });
  expect(ofCourt).toMatchObject({ rule: 'QU2', at: ['letter.pdf'] });
  expect(ofCourt?.says).toContain(
    '12,345,678 of the 10,000,000 bytes of the court are taken, and 0',
  );
});
